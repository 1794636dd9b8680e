"""`mandates diff` between stores that were built: a file more, a file less, a judgement, an edit."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from commands.layout.differing import around_the_change
from graph.judgement_files import append_judgement
from graph.model.judgements import Judgement
from tests.commands.conftest import CHECKOUT, run

REPORT, AGENDA = "CTOC_COP_2006_14.digest.en.txt", "CTOC_COP_2008_1.digest.en.txt"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `one.sqlite` (a report), `two.sqlite` (the agenda as well) and an edited one."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "edited").mkdir()
    for name in (REPORT, AGENDA):
        shutil.copy(CHECKOUT / "data" / name, folder / name)
        shutil.copy(CHECKOUT / "data" / name, folder / "edited" / name)
    text = (folder / REPORT).read_text(encoding="utf-8")
    edited, number = re.subn(r"\bworkshops?\b", "seminar", text, count=1)
    assert number == 1, "nothing was edited"
    (folder / "edited" / REPORT).write_text(edited, encoding="utf-8")
    for store, files in {
        "one": (REPORT,),
        "two": (REPORT, AGENDA),
        "edited": (f"edited/{REPORT}", f"edited/{AGENDA}"),
    }.items():
        done = run(folder, "build", *files, "--store", f"{store}.sqlite")
        assert done.returncode == 0, done.stderr
    return folder


def compared(folder: Path, *words: str) -> dict[str, list[dict[str, object]]]:
    done = run(folder, "diff", *words, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def test_a_store_and_itself(built: Path) -> None:
    done = run(built, "diff", "two.sqlite", "two.sqlite", "--exit-code")
    assert (done.returncode, done.stdout) == (0, "No difference.\n")


def test_a_file_more_and_a_file_less(built: Path) -> None:
    more, less = (
        compared(built, "one.sqlite", "two.sqlite"),
        compared(built, "two.sqlite", "one.sqlite"),
    )
    assert {row["name"]: row["came"] for row in more["nodes"]}["agenda item"] > 10
    statuses = {
        change["new"]
        for one in more["nodes_changed"]
        for change in one["changes"]
        if change["name"] == "status"
    }
    assert "answered" in statuses
    assert not more["nodes_gone"]
    for one, other in (("came", "gone"), ("gone", "came")):
        assert [node["id"] for node in more[f"nodes_{one}"]] == [
            node["id"] for node in less[f"nodes_{other}"]
        ]
        assert [(e["relation"], e["from"], e["to"]) for e in more[f"links_{one}"]] == [
            (e["relation"], e["from"], e["to"]) for e in less[f"links_{other}"]
        ]


def test_it_is_told_for_reading_with_the_sentence_of_a_link_that_came(built: Path) -> None:
    asked = ("diff", "one.sqlite", "two.sqlite", "--relation", "mandates", "--exit-code")
    done = run(built, *asked)
    assert done.returncode == 1
    head, _, listed = done.stdout.partition("Links that came: ")
    assert re.search(r"^MANDATES +\d+ +0 +0$", head, re.M)
    assert "Nodes" not in done.stdout
    assert re.search(r"mandates .*\[(stated|inferred)", listed)
    assert "“" in listed
    assert "https://docs.un.org/en/CTOC/COP/2008/1" in listed
    assert "more; --full shows all" in listed
    assert "more; --full shows all" not in run(built, *asked, "--full").stdout


def test_an_edited_text_is_told_by_its_words(built: Path) -> None:
    found = compared(
        built, "two.sqlite", "edited.sqlite", "--type", "provision", "--type", "document"
    )
    changes = [change for one in found["nodes_changed"] for change in one["changes"]]
    assert any(
        change["name"] in ("text.en", "title.en") and "seminar" in change["new"]
        for change in changes
    )
    assert not found["links"]
    done = run(built, "diff", "two.sqlite", "edited.sqlite")
    assert "say the same at another place of their files" in done.stdout
    assert re.search(r"workshop.* → .*seminar", " ".join(done.stdout.split()))


def test_a_judgement_more(built: Path) -> None:
    found = compared(built, "one.sqlite", "two.sqlite", "--relation", "MANDATES")
    link = found["links_came"][0]
    key = (link["relation"], link["from"], link["to"])
    judgement = Judgement("reject", key, "A. Reader", "2033-01-01", "read both")
    append_judgement(built / "judged", judgement)
    files = (REPORT, AGENDA, "--judgements", "judged")
    done = run(built, "build", *files, "--store", "judged.sqlite")
    assert done.returncode == 0, done.stderr
    found = compared(built, "two.sqlite", "judged.sqlite", "--relation", "MANDATES")
    assert [(e["relation"], e["from"], e["to"]) for e in found["links_gone"]] == [key]
    assert not found["links_came"]


def test_an_export_stands_for_its_store(built: Path) -> None:
    done = run(built, "export", "--format", "jsonl", "--out", "old", "--store", "one.sqlite")
    assert done.returncode == 0, done.stderr
    assert run(built, "diff", "old", "one.sqlite").stdout == "No difference.\n"
    assert compared(built, "old", "two.sqlite") | {"old": ""} == compared(
        built, "one.sqlite", "two.sqlite"
    ) | {"old": ""}


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("diff", "two.sqlite"), 2, "NEW"),
        (("diff", "two.sqlite", "none.sqlite"), 1, "none.sqlite: no such store"),
        (
            ("diff", ".", "two.sqlite"),
            1,
            ".: no nodes.jsonl there; `mandates export --format jsonl`",
        ),
        (("diff", "two.sqlite", "two.sqlite", "--type", "planet"), 2, "planet"),
    ],
)
def test_what_cannot_be_compared(
    built: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    done = run(built, *words)
    assert done.returncode == status
    assert said in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a b", "a c", ("a b", "a c")),
        ("", "new words", ("", "new words")),
        # a few words around what is other, whichever way a text grew
        ("1 2 3 4 5 6 7 8 9", "1 2 3 4 5 x 7 8 9", ("… 2 3 4 5 6 7 8 9", "… 2 3 4 5 x 7 8 9")),
        ("1 2 3 4 5 6", "1 2 3 4 5 6 7", ("… 3 4 5 6", "… 3 4 5 6 7")),
        ("a a", "a a a", ("a a", "a a a")),
        ("x 1 2 3 4 5 6", "y 1 2 3 4 5 6", ("x 1 2 3 4 …", "y 1 2 3 4 …")),
    ],
)
def test_two_texts_are_shown_around_their_change(
    old: str, new: str, shown: tuple[str, str]
) -> None:
    assert around_the_change(old, new) == shown
