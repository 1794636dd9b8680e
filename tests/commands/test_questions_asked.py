"""The commands that ask a store, on the river graph: what they say, and how they end."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import river

from graph.export import jsonl
from tests.commands.conftest import Mandates, command_line, run, surroundings

OURS = ("--body", "river-cop")


def answered(ask: Mandates, *words: str) -> Any:
    done = ask(*words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        # each step with its sentence and a citation that can be followed
        (
            ("trace", "3/2", *OURS),
            [
                "decision 3/2 · Clean rivers",
                "mandates agenda item 4/2(b) · Rivers  [stated 0.97]",
                "“MANDATES as printed”",
                "https://docs.un.org/en/RIV/COP/2008/1",
            ],
        ),
        # a point is shown below its provision, and what it inherits is marked
        (("trace", "3/2", *OURS), ["(b) (1)  Words of paragraph b.1", "Secretariat (from above)"]),
        # what the store lacks is said, so that "never taken up" does not mislead
        (
            ("trace", "3/2#f", *OURS),
            ["no follow-up found", "Not here: ", "river-cop/1; river-cop/2"],
        ),
        (("why", "item", "4/2(c)"), ["mandated by river-cop/3/2 (b) (2)"]),
        (("why", "document", "RIV/COP/2008/4"), ["mandated by river-cop/3/2 (a)"]),
        (("gaps",), ["Not here: ", "river-cop/3/2 (f)", "Paper from nowhere", "the Lake Board"]),
        (("search", "rivers"), ["river-cop/3/2 (a)", "Requests the secretariat"]),
        # kashida and marks make no difference to a search
        (("search", "الأنهـار"), ["dec:river-cop/3/2#a"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_a_reader_sees(ask: Mandates, words: tuple[str, ...], shown: list[str]) -> None:
    done = ask(*words)
    assert done.returncode == 0, done.stderr
    assert [piece for piece in shown if piece not in done.stdout] == []


def test_arabic_titles_stand_in_isolates_of_their_own(ask: Mandates) -> None:
    lines = ask("trace", "3/2", *OURS, "--lang", "ar").stdout.splitlines()
    assert lines[0] == "\u2067مقرر 3/2 · نظافة الأنهار\u2069"
    for line in lines:
        assert line.count("\u2067") == line.count("\u2069"), line


def test_a_trace_in_json_is_that_of_the_library(ask: Mandates) -> None:
    trace = answered(ask, "trace", "dec:river-cop/3/2#a")
    (provision,) = trace["provisions"]
    reached = {link["to"]: link for link in provision["follow_up"]}
    assert {"item:river-cop/4/2(b)", "doc:RIV/COP/2008/4"} <= reached.keys()
    (cited,) = reached["doc:RIV/COP/2008/4"]["evidence"]
    assert cited["quotation"] == "MANDATES as printed"


def test_the_gaps_of_one_body_are_its_own(ask: Mandates) -> None:
    of_air = answered(ask, "gaps", "--body", "air-cop")
    of_river = answered(ask, "gaps", *OURS)
    assert [one["node"]["id"] for one in of_air["mandates"]] == []
    assert "dec:river-cop/3/2#f" in [one["node"]["id"] for one in of_river["mandates"]]


def test_hits_in_json_come_a_line_each(ask: Mandates) -> None:
    done = ask("search", "rivers", "--json", "--limit", "2")
    hits = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(hits) == 2
    for hit in hits:
        start, end = hit["places"][0]
        assert hit["text"][start:end].lower() == "rivers"


def test_an_export_reads_back(ask: Mandates, tmp_path: Path) -> None:
    done = ask("export", "--format", "jsonl", "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    names = [Path(line).name for line in done.stdout.splitlines()]
    assert names == ["nodes.jsonl", "edges.jsonl", "manifest.json"]
    assert any(node.id == "dec:river-cop/3/2#b.2" for node in jsonl.read(tmp_path / "out").nodes)


def test_an_export_is_held_against_its_manifest(ask: Mandates, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    ask("export", "--format", "jsonl", "--out", out)
    whole = ask("export", "--check", out)
    assert (whole.returncode, whole.stderr) == (0, "")
    assert f"jsonl, 2 files as written, {len(river.NODES)} nodes" in whole.stdout
    with (tmp_path / "out" / "edges.jsonl").open("a", encoding="utf-8") as edges:
        edges.write("\n")
    other = ask("export", "--check", out)
    assert (other.returncode, other.stdout) == (1, "")
    assert "edges.jsonl" in other.stderr
    assert "nodes.jsonl" not in other.stderr
    assert ask("export", "--check", str(tmp_path)).returncode == 1, "no export at all"


@pytest.mark.parametrize(
    "words", [("--format", "jsonl"), ("--out", "out"), (), ("--check", "out", "--out", "out")]
)
def test_an_export_needs_a_format_and_a_folder_or_a_check(
    ask: Mandates, words: tuple[str, ...]
) -> None:
    done = ask("export", *words)
    assert done.returncode == 2
    assert "--check" in done.stderr


def test_a_picture_is_a_page_that_needs_no_network(ask: Mandates, tmp_path: Path) -> None:
    page = tmp_path / "chain.html"
    assert ask("picture", "3/2", *OURS, "-o", str(page)).returncode == 0
    text = page.read_text(encoding="utf-8")
    assert "Clean rivers" in text
    assert 'src="http' not in text


def test_the_ending_of_its_name_makes_a_picture_a_drawing(ask: Mandates, tmp_path: Path) -> None:
    drawing = tmp_path / "chain.SVG"
    assert ask("picture", "3/2", *OURS, "-o", str(drawing), "--lang", "ar").returncode == 0
    root = ElementTree.parse(drawing).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "نظافة الأنهار" in "".join(root.itertext())


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        # a short name that fits two bodies lists both, and is a wrong use
        (("trace", "3/2"), 2, "several fit: dec:air-cop/3/2, dec:river-cop/3/2"),
        (("trace", "9/9"), 1, "9/9: nothing in sqlite:///mandates.sqlite has this name"),
        # an item asks for nothing: its question is another
        (("trace", "item:river-cop/4/2"), 1, "try `mandates why`"),
        (("why",), 2, "Missing argument"),
        (("trace", "3/2", "--depth", "0"), 2, "--depth"),
        (("export", "--format", "papyrus", "--out", "x"), 2, "papyrus"),
        (("picture", "3/2", "-o", "chain.png"), 2, "ends in .html or .svg"),
        (("evaluate", "nowhere.json"), 1, "nowhere.json: cannot be read"),
        # a mistyped store is not made anew, empty
        (("gaps", "--store", "sqlite:///mandate.sqlite"), 1, "mandate.sqlite: no such store"),
        (("gaps", "--store", "sqlite:mandates.sqlite"), 1, "not the address of a store"),
        # a mistyped body must not look like one without gaps
        (("gaps", "--body", "rivr-cop"), 1, "rivr-cop: no such body in the store; there are: "),
        (("trcae", "3/2"), 2, "No such command"),
        # the app is made of the digests only where no other store was meant
        (("app", "--store", "sqlite:///mandate.sqlite"), 1, "mandate.sqlite: no such store"),
    ],
)
def test_how_a_question_fails(
    ask: Mandates, words: tuple[str, ...], status: int, said: str
) -> None:
    done = ask(*words)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr


def test_a_reader_who_has_seen_enough_ends_it_in_peace(river_folder: Path) -> None:
    shell = f"{shlex.join(command_line('trace', 'dec:river-cop/3/2'))} --full | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell],
        cwd=river_folder,
        env=surroundings(),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "decision 3/2 · Clean rivers\n"


def test_nothing_stands_behind_the_lines_of_a_file(ask: Mandates) -> None:
    lines = ask("gaps").stdout.splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


def test_finding_nothing_is_an_answer(ask: Mandates) -> None:
    done = ask("search", "volcano")
    assert (done.returncode, done.stdout) == (0, "")
    # a word of another language than the texts is the likely reason
    assert done.stderr.startswith("nothing found")
    assert "not translated" in done.stderr


def test_a_store_in_which_nothing_was_built(mandates: Mandates, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert mandates("build", "empty").returncode == 0
    done = run(tmp_path, "gaps")
    assert done.returncode == 1
    assert "nothing was built in it yet" in done.stderr


def test_the_doctor_tells_notes_from_faults(ask: Mandates, mandates: Mandates) -> None:
    findings = {
        one["about"]: one for one in map(json.loads, ask("doctor", "--json").stdout.splitlines())
    }
    assert findings["Python"]["state"] == findings["packages"]["state"] == "in order"
    assert findings["model"]["state"] == "in order"
    # the river's reading was made by no version of the program
    assert findings["readings"]["state"] == "note"
    assert findings["unresolved"]["says"].startswith("1 ")
    no_store = [json.loads(line) for line in mandates("doctor", "--json").stdout.splitlines()]
    assert [one["state"] for one in no_store if one["about"] == "store"] == ["note"]
