"""The PDF files of the corpus: against the clean text of the same documents, and for what pages repeat."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from ingest.reading.formats import extract, open_source
from ingest.records import Extracted

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
PAIRED = ["FCCC_CP_2014_10_Add.1.en", "FCCC_CP_2016_10_Add.2.en"]
FOOTNOTES = re.compile("\f[^\f]*\f")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here"),
]


@cache
def extracted(name: str) -> Extracted:
    return extract(open_source(CORPUS / "pdf" / f"{name}.pdf"))


def words(text: str) -> list[str]:
    return text.replace("|", " ").split()


@pytest.mark.parametrize("name", PAIRED)
def test_words_match_the_clean_text(name: str) -> None:
    clean = words((CORPUS / "unfccc" / f"{name}.txt").read_text(encoding="utf-8"))
    read = words(FOOTNOTES.sub("", extracted(name).text))
    blocks = SequenceMatcher(None, clean, read, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) / len(clean) >= 0.997


@pytest.mark.parametrize("name", PAIRED)
def test_paragraphs_are_those_of_the_clean_text(name: str) -> None:
    # Its lists bear letters that its word processor counted on from list to list; the printed page does not.
    def paragraphs(text: str) -> set[str]:
        lines = (" ".join(words(line)) for line in text.splitlines())
        return {re.sub(r"^[a-z]\. |^\d+\.\d+ ", "", line) for line in lines if line}

    clean = paragraphs((CORPUS / "unfccc" / f"{name}.txt").read_text(encoding="utf-8"))
    read = paragraphs(FOOTNOTES.sub("", extracted(name).text))
    assert len(clean & read) / len(clean) >= 0.97


@pytest.mark.parametrize("path", sorted(CORPUS.glob("pdf/*.pdf")), ids=lambda path: path.name)
def test_no_page_head_or_number_stands_in_a_paragraph(path: Path) -> None:
    symbol = path.name.removesuffix(".pdf")[:-3].replace("_", "/")
    text = extracted(path.name.removesuffix(".pdf")).text
    alone = [line for line in text.splitlines() if line.strip() == symbol]
    assert not alone
    # a number that stands alone is a cell of a table, not that of its page
    found = extracted(path.name.removesuffix(".pdf"))
    assert not [p for p in found.places if found.text[p.start : p.end].strip() == str(p.page)]
    # the symbol of the page itself is printed once, in its masthead
    assert len(re.findall(rf"{re.escape(symbol)}(?![\w/])", text)) <= 2


@pytest.mark.parametrize("name", PAIRED)
def test_every_line_knows_its_page_and_box(name: str) -> None:
    found = extracted(name)
    assert [place.start for place in found.places] == sorted(place.start for place in found.places)
    assert {place.page for place in found.places} == set(range(1, found.places[-1].page + 1))
    covered = sum(place.end - place.start for place in found.places)
    assert covered >= 0.98 * len(found.text)
    for place in found.places:
        left, bottom, right, top = place.box
        assert 0 <= left < right <= 596
        assert 0 <= bottom < top <= 843
