"""Session reports of the corpus: paragraphs, items and documents, held against facts read in them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from ingest.packs import load_packs
from ingest.reading import read_document
from ingest.records import Given, Reading
from tests.reading.texts import ends, source

pytestmark = pytest.mark.corpus

# "(Agenda item 8)  64–80  16": what the table of contents says of a chapter
ENTRY = re.compile(r"\(Agenda (?:sub-)?items? (\d+)\)\s+(\d+)(?:–(\d+))?\s")


@cache
def read(path: Path) -> Reading:
    """A document of the corpus as read."""
    return read_document(source(path.read_bytes(), path.name), load_packs(), Given())


@pytest.mark.parametrize(
    ("name", "paragraphs", "items"),
    [
        ("SBI_2014_21", 145, 52),
        ("SBI_2016_8", 191, 46),
        ("SBI_2018_22", 123, 52),
        # an item whose number lost its full stop
        ("SBSTA_2014_2", 216, 37),
        ("SBSTA_2016_4", 122, 36),
        ("SBSTA_2018_4", 121, 29),
    ],
)
def test_every_paragraph_and_every_item(
    corpus: Path, name: str, paragraphs: int, items: int
) -> None:
    found = read(corpus / "unfccc" / f"FCCC_{name}.en.txt")
    numbers = [p.label for p in found.paragraphs if p.part == "report" and "." not in str(p.label)]
    assert numbers == [str(number) for number in range(1, paragraphs + 1)]
    assert len({p.node for p in found.paragraphs if p.part == "agenda"}) == items


def test_what_is_recorded_stands_under_the_item_that_the_contents_give(corpus: Path) -> None:
    compared, differ = 0, []
    for path in sorted((corpus / "unfccc").glob("FCCC_SB*.en.txt")):
        found = read(path)
        contents = "".join(
            found.text.repaired[p.start : p.end] for p in found.paragraphs if p.part == "contents"
        )
        listed = {
            number: item
            for item, first, last in ENTRY.findall(contents)
            for number in range(int(first), int(last or first) + 1)
        }
        for provision, item in ends(found, "UNDER"):
            number = provision.partition("#")[2].partition(".")[0]
            if int(number or 0) in listed:
                compared += 1
                if item.rpartition("/")[2].partition("(")[0] != listed[int(number)]:
                    differ.append((provision, item))
    assert compared > 1_000
    assert differ == []


@pytest.mark.parametrize(
    ("name", "item", "document"),
    [
        ("FCCC_SBI_2016_8", "unfccc-sbi/44/2(a)", "FCCC/SBI/2016/1"),
        ("FCCC_SBI_2016_8", "unfccc-sbi/44/12(b)", "FCCC/TP/2016/1"),
        ("FCCC_SBI_2014_21", "unfccc-sbi/41/18(a)", "FCCC/SBI/2014/16/Add.1"),
        ("FCCC_SBSTA_2018_8", "unfccc-sbsta/49/13(b)", "FCCC/SBSTA/2018/INF.3"),
        # the documents of a committee stand below the titles of its chapters
        ("ECE_HBP_208", "ece-housing/82/7(c)", "ECE/HBP/2021/7"),
    ],
)
def test_documents_before_the_body(corpus: Path, name: str, item: str, document: str) -> None:
    folder = "ece" if name.startswith("ECE") else "unfccc"
    found = read(corpus / folder / f"{name}.en.txt")
    assert (f"item:{item}", f"doc:{document}") in ends(found, "DOCUMENTATION")


def test_decisions_of_a_meeting_that_its_report_only_names(corpus: Path) -> None:
    found = read(corpus / "ece" / "ECE_MP.WAT_63.en.txt")
    assert ends(found, "ADOPTED_AT") == {
        (f"dec:ece-water/9/{number}", "session:ece-water/9") for number in range(1, 6)
    }
    assert ("doc:ECE/MP.WAT/2021/11", "dec:ece-water/9/5") in ends(found, "DRAFT_OF")
