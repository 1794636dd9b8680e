"""What commands show of one file: its text, its outline, its mentions. Offsets are the file's."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from graph.model.folding import fold
from tests.commands.conftest import CHECKOUT, Mandates, run

DIGESTS = sorted((CHECKOUT / "data").glob("*.txt"))
NODE_TYPES = {"decision", "document", "article", "rule", "session", "body", "actor", "instrument"}
NODE_TYPES |= {"working group", "agenda item", "provision", "topic"}


def lines(done: Any) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def bare(text: str) -> str:
    """Letters and digits alone: what repairs leave as it is."""
    return re.sub(r"[\W_]", "", fold(unicodedata.normalize("NFKC", text)))


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.name)
def test_an_outline_selects_its_paragraphs_in_the_file(mandates: Mandates, path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    paragraphs = lines(mandates("outline", str(path), "--json"))
    parts = {"heading", "preamble", "operative", "report", "agenda", "annex", "contents", "other"}
    assert {one["part"] for one in paragraphs} <= parts
    assert [one["start"] for one in paragraphs] == sorted(one["start"] for one in paragraphs)
    for one in paragraphs:
        assert list(one) == ["start", "end", "part", "label", "act", "text"]
        assert bare(text[one["start"] : one["end"]]) == bare(one["text"])


def test_an_outline_to_read_shows_labels_beside_acts(mandates: Mandates) -> None:
    done = mandates("outline", str(CHECKOUT / "data" / "CTOC_COP_2006_14.digest.en.txt"))
    assert done.returncode == 0, done.stderr
    assert re.search(r"^operative +r +dec:untoc-cop/3/2 ", done.stdout, re.M)


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.name)
def test_mentions_of_a_document_stand_where_they_say(mandates: Mandates, path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    language = path.name.split(".")[-2]
    found = lines(mandates("mentions", "--lang", language, str(path)))
    assert "dec:untoc-cop/3/2" in {one["id"] for one in found}
    for one in found:
        assert one["kind"] in NODE_TYPES
        assert bare(text[one["start"] : one["end"]]) == bare(one["text"])
        assert "paragraph" in one
        assert ("candidates" in one) is (one["id"] is None)


ASKED = "Requests the Secretariat to report on decision 3/2 of the Conference"


def test_every_line_gets_an_object(tmp_path: Path) -> None:
    # an empty line, a line separator that ends no line, and a last line without its end
    sentences = f"\r\nno reference\u2028here\r\n{ASKED}"
    done = run(tmp_path, "mentions", "--lang", "en", "--lines", "-", given=sentences)
    first, second, third = lines(done)
    empty = {"operative": False, "actions": [], "addressees": [], "mentions": []}
    assert first == {"line": 1, **empty}
    assert second == {"line": 2, **empty}
    assert third["line"] == 3
    assert third["operative"] is True
    assert third["actions"] == ["request"]
    assert third["addressees"] == ["actor:secretariat"]
    for one in third["mentions"]:
        assert ASKED[one["start"] : one["end"]] == one["text"]
    # which conference it is, the line does not say
    (decision,) = [one for one in third["mentions"] if one["kind"] == "decision"]
    assert decision["id"] is None
    assert "dec:untoc-cop/3/2" in decision["candidates"]


def test_offsets_of_a_line_count_what_a_repair_drops(tmp_path: Path) -> None:
    line = "تحيط علما بقـــرار الجمعية العامة 55/25 المؤرخ"
    path = tmp_path / "lines.ar"  # an ending that no format claims is taken for text
    path.write_text(f"{line}\n", encoding="utf-8")
    (read,) = lines(run(tmp_path, "mentions", "--lang", "ar", "--lines", path.name))
    (resolution,) = [one for one in read["mentions"] if one["kind"] == "decision"]
    assert resolution["id"] == "res:ga/55/25"
    assert "55/25" in line[resolution["start"] : resolution["end"]]


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("mentions", "--lines", "x.txt"), 2, "--lines needs --lang"),
        (("mentions", "--lang", "tlh", "x.txt"), 2, "no such language pack"),
        (("mentions", "--lang", "en", "x.txt"), 1, "x.txt: not there"),
        (("mentions", "--lang", "en", "--lines", "-"), 1, "nothing to read"),
        (("text", "x.txt"), 1, "x.txt: not there"),
        (("outline", "x.xyz"), 1, "x.xyz: not there"),
        (("outline", "drawing.xyz"), 1, "no reader"),
    ],
)
def test_how_a_file_is_refused(
    mandates: Mandates, tmp_path: Path, words: tuple[str, ...], status: int, says: str
) -> None:
    (tmp_path / "drawing.xyz").write_bytes(b"0")
    done = mandates(*words)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr


def test_text_is_repaired_unless_the_original_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.ar.txt").write_text("المقــرر ٣/٢\n", encoding="utf-8-sig")
    assert run(tmp_path, "text", "a.ar.txt").stdout == "المقرر 3/2\n"
    assert run(tmp_path, "text", "a.ar.txt", "--original").stdout == "المقــرر ٣/٢\n"
