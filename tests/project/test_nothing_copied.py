"""The project restates facts; it does not carry the documents that it was built on."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.project.project_files import project_texts

LONGEST_QUOTATION = 13  # words; a run longer than that is a copy
# A symbol or a date with strokes is one word, as a reader counts.
WORD = re.compile(r"\w[^\s,;:()\"]*")
BINARY = {".pdf", ".docx"}


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of words that is one longer than a quotation may be."""
    words = [match.group().casefold() for match in WORD.finditer(text)]
    size = LONGEST_QUOTATION + 1
    return (tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def test_a_run_is_as_long_as_it_says() -> None:
    at_the_limit = " ".join(f"w{n}" for n in range(LONGEST_QUOTATION))
    assert list(runs(at_the_limit)) == []
    assert [len(run) for run in runs(f"{at_the_limit} more")] == [LONGEST_QUOTATION + 1]
    assert all(len(a) == len(b) for a, b in pairwise(runs(at_the_limit * 2)))


@pytest.mark.corpus
def test_no_file_repeats_a_document_of_the_corpus(checkout: Path, corpus: Path) -> None:
    ours: dict[int, set[str]] = defaultdict(set)
    for name, text in project_texts(checkout).items():
        for run in runs(text):
            ours[hash(run)].add(name)
    copied = defaultdict(set)
    for document in sorted(corpus.rglob("*")):
        if document.is_dir() or document.suffix in BINARY:
            continue
        for run in runs(document.read_text(encoding="utf-8", errors="replace")):
            for name in ours.get(hash(run), ()):
                copied[name].add(f"{document.name}: {' '.join(run)}")
    assert {name: sorted(found)[:3] for name, found in copied.items()} == {}
