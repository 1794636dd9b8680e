"""Keys of parts: which paragraphs of an act are preambular and which operative, line by line.

The form follows the ArgMining 2026 shared task on resolutions of the United Nations and UNESCO: beside
`NAME.txt` or `NAME.fr.txt`, a paragraph a line, stands `NAME.types.json`: lines with their type,
`preambular`, `operative` or null, which says nothing. Its measure is the mean of both types' F1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from commands.evaluation.figures import (
    details_of_scores,
    plain_scores,
    rounded,
    score_tables,
    shown,
)
from graph.accuracy import Score, score_of
from graph.accuracy.key import form_of_key
from graph.model.errors import UnreadableKey
from ingest.packs import load_packs
from ingest.reading import outline_document
from ingest.reading.formats import open_source
from ingest.records import Outline

ENDING = ".types.json"
PARTS = {"preamble": "preambular", "operative": "operative"}  # of the outline, of the key
TYPES = tuple(PARTS.values())


@dataclass(frozen=True, slots=True)
class PartKey:
    """The types of the lines of one text, by their number from 1."""

    name: str
    text: Path
    types: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class PartResult:
    """The outlines of several texts against their keys, the lines of all of them together."""

    keys: tuple[PartKey, ...]
    scores: tuple[Score, ...]

    @property
    def macro_f1(self) -> float:
        """The mean F1 of preambular and operative."""
        return sum(score.f1 or 0.0 for score in self.scores) / len(self.scores)


def part_key(path: Path, plain: Sequence[Mapping[str, Any]]) -> PartKey:
    """The key in a file; UnreadableKey where it has another form or another name."""
    with form_of_key(path, "README.md"):
        types = {int(one["line"]): str(one["type"]) for one in plain if one["type"] is not None}
        if wrong := set(types.values()) - set(TYPES):
            raise ValueError(f"unknown types {sorted(wrong)}")
    if not path.name.endswith(ENDING):
        raise UnreadableKey(f"{path}: a list of types is called NAME{ENDING}, beside NAME.txt")
    stem = path.name.removesuffix(ENDING)
    texts = [*path.parent.glob(f"{escape(stem)}.txt"), *path.parent.glob(f"{escape(stem)}.??.txt")]
    if len(texts) != 1:
        raise UnreadableKey(f"{path}: of one text; beside it stand {len(texts)} called {stem}….txt")
    return PartKey(path.name, texts[0], types)


def measure(keys: Sequence[PartKey]) -> PartResult:
    """Outline the text of every key and compare line by line, all keys together."""
    expected: list[tuple[str, str, str]] = []
    found: list[tuple[str, str, str]] = []
    for key in keys:
        outline = outline_document(open_source(key.text), load_packs())
        for number, part in enumerate(_parts_of_lines(outline), 1):
            if number in key.types:
                expected.append((key.text.name, str(number), key.types[number]))
                if part in PARTS:
                    found.append((key.text.name, str(number), PARTS[part]))
    scores = (
        score_of(
            kind,
            (row for row in expected if row[-1] == kind),
            (row for row in found if row[-1] == kind),
            complete=True,
        )
        for kind in TYPES
    )
    return PartResult((*keys,), (*scores,))


def _parts_of_lines(outline: Outline) -> Iterator[str | None]:
    """The part in which most of the characters of every line of the file lie."""
    parts: list[str | None] = [None] * len(outline.text.original)
    for paragraph in outline.paragraphs:
        for start, end in outline.text.spans(paragraph.start, paragraph.end):
            parts[start:end] = [paragraph.part] * (end - start)
    place = 0
    for line in outline.text.original.split("\n"):
        most = Counter(parts[place : place + len(line)]).most_common(1)
        yield most[0][0] if most else None
        place += len(line) + 1


def figures_of(result: PartResult) -> dict[str, Any]:
    """The figures of all texts together, ready for JSON."""
    return {
        "texts": len(result.keys),
        "scores": plain_scores(result.scores),
        "macro_f1": rounded(result.macro_f1),
    }


def details_of(result: PartResult) -> dict[str, Any]:
    """The lines whose part was missed, and those it was wrongly said of."""
    return details_of_scores(result.scores)


def laid_out(results: Iterable[PartResult], details: bool) -> Iterator[RenderableType]:
    """The figures for reading."""
    for result in results:
        yield Text(f"parts of {len(result.keys)} texts", style="bold")
        yield from score_tables("type", result.scores, details)
        yield Text(f"macro-F1 {shown(result.macro_f1)}")
