"""References in real documents: the same in Arabic as in English, and none without sense."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find

pytestmark = pytest.mark.corpus
PACKS = load_packs()


def aligned(corpus: Path, *codes: str) -> dict[str, list[str]]:
    """The lines of the parallel corpus in some languages; without any, in all that it has."""
    files = {file.suffix[1:]: file for file in (corpus / "unpc").iterdir()}
    wanted = codes or sorted(files.keys() & PACKS.languages.keys())
    return {code: files[code].read_text(encoding="utf-8").split("\n") for code in wanted}


@pytest.mark.parametrize(
    ("language", "agreement"),
    # what is left are a year that a translation leaves out or adds, and "853 (1993) 874 (1993)", a list
    # without its comma
    [("ar", 0.97), ("es", 0.96), ("fr", 0.97), ("ru", 0.97), ("zh", 0.97)],
)
def test_aligned_lines_name_the_same_acts_and_documents(
    corpus: Path, language: str, agreement: float
) -> None:
    lines = aligned(corpus, language, "en")
    shared = either = 0
    for other, english in zip(lines[language], lines["en"], strict=True):
        found = [
            {
                mention.target
                for mention in find(text, PACKS.languages[code], PACKS, None)
                if mention.kind in ("decision", "document") and mention.target
            }
            for code, text in ((language, other), ("en", english))
        ]
        shared += len(found[0] & found[1])
        either += len(found[0] | found[1])
    assert either > 100
    assert shared / either > agreement


def test_four_thousand_lines_take_seconds(corpus: Path) -> None:
    for code, lines in aligned(corpus).items():
        start = time.perf_counter()
        for line in lines:
            find(line, PACKS.languages[code], PACKS, None)
        assert time.perf_counter() - start < 20


@pytest.mark.parametrize("folder", ["unfccc", "ece", "resolutions", "charter", "untoc"])
def test_mentions_select_their_own_words_and_stay_in_order(corpus: Path, folder: str) -> None:
    for file in sorted((corpus / folder).glob("*.txt")):
        code = file.name.split(".")[-2]
        if code not in PACKS.languages:
            continue
        text = file.read_text(encoding="utf-8-sig")
        mentions = find(text, PACKS.languages[code], PACKS, None)
        assert mentions, file.name
        assert [m.start for m in mentions] == sorted(m.start for m in mentions)
        assert all(text[m.start : m.end] == m.text for m in mentions)
        by_kind: dict[str, int] = {}
        for mention in mentions:
            reached, same = by_kind.get(mention.kind, 0), mention.end
            assert mention.start >= reached or same == reached, (file.name, mention)
            by_kind[mention.kind] = mention.end
