"""Aligned texts: one text in several languages, line by line, must be read alike in all of them.

Nobody has to read such a text by hand: two readings check each other. Agreement can be had by
finding nothing, so every share stands beside what it was counted on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from commands.evaluation.figures import rounded, shown
from commands.layout.terminal import Prose, indented, table
from graph.accuracy.key import form_of_key
from graph.model.errors import UnreadableDocument, UnreadableKey
from graph.model.schema import load_model
from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import understand

ACTS = frozenset({"decision", "document"})
PLACES = frozenset({"article", "rule", "agenda item", "session"})


@dataclass(frozen=True, slots=True)
class AlignedKey:
    """Texts whose lines say the same: `file` names them, with {language} for the code."""

    name: str
    file: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What one reading of a line found: acts and places named, class of the first verb, who is asked."""

    text: str
    acts: frozenset[str]
    places: frozenset[str]
    verb_class: str | None
    addressees: frozenset[str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readings agree in one respect: `same` of `counted`, and where they do not."""

    name: str
    same: int
    counted: int
    unlike: tuple[int, ...]  # lines, from 1

    @property
    def share(self) -> float | None:
        """The agreement in [0, 1]; None where neither reading found anything."""
        return self.same / self.counted if self.counted else None


@dataclass(frozen=True, slots=True)
class AlignedResult:
    """All pairs of languages of one key; `operative` counts the lines most languages read so."""

    key: AlignedKey
    pairs: Mapping[tuple[str, str], tuple[Agreement, ...]]
    operative: int
    readings: Mapping[str, Sequence[Line]]


def aligned_key(path: Path, plain: Mapping[str, Any]) -> AlignedKey:
    """The key in a file; UnreadableKey where it has another form."""
    with form_of_key(path, "README.md"):
        return AlignedKey(path.name, plain["aligned"], tuple(plain["languages"]))


def measure(key: AlignedKey, texts: Path) -> AlignedResult:
    """Read all texts and compare every two."""
    readings = {code: read(texts / key.file.format(language=code), code) for code in key.languages}
    if len(lengths := {len(lines) for lines in readings.values()}) != 1:
        raise UnreadableKey(f"{key.name}: texts of {sorted(lengths)} lines are not aligned")
    # Where a translation turns a sentence round, one language alone may open it with a verb: an
    # operative paragraph begins where most of them say so.
    operative = [
        place
        for place, lines in enumerate(zip(*readings.values(), strict=True))
        if 2 * sum(line.verb_class is not None for line in lines) > len(lines)
    ]
    pairs = {
        (one, other): compare(readings[one], readings[other], operative)
        for one, other in combinations(key.languages, 2)
    }
    return AlignedResult(key, pairs, len(operative), readings)


def read(file: Path, language: str) -> list[Line]:
    """Every line of a file, read on its own."""
    packs, classes = load_packs(), load_model().classes
    if language not in packs.languages:
        raise UnreadableKey(f"{language}: no such language pack; there are {[*packs.languages]}")
    pack = packs.languages[language]
    try:
        texts = file.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except OSError as error:
        raise UnreadableDocument(
            f"{file}: cannot be read: {error.strerror}; --texts names its folder"
        ) from error
    lines = []
    for text in texts:
        mentions = find(text, pack, packs, None)
        said = understand(text, pack, mentions=mentions)
        acts, places = (
            frozenset(one.target for one in mentions if one.kind in kinds and one.target)
            for kinds in (ACTS, PLACES)
        )
        first = next(iter(said.actions), None)
        asked = frozenset(node for node, _ in said.addressees)
        lines.append(Line(text, acts, places, classes.get(first) if first else None, asked))
    return lines


def compare(
    one: Sequence[Line], other: Sequence[Line], operative: Sequence[int]
) -> tuple[Agreement, ...]:
    """Two readings held against each other; `operative` are places of lines, from 0."""
    pairs = list(zip(one, other, strict=True))
    return (
        _overlap("acts and documents", pairs, lambda line: line.acts),
        _overlap("articles, rules, items, sessions", pairs, lambda line: line.places),
        _equal("class of the verb", pairs, operative, lambda line: line.verb_class),
        _equal("addressees", pairs, operative, lambda line: line.addressees),
    )


def _overlap(
    name: str, pairs: Iterable[tuple[Line, Line]], named: Callable[[Line], frozenset[str]]
) -> Agreement:
    """Jaccard over all lines: what both name of what either names."""
    both = either = 0
    unlike = []
    for number, (one, other) in enumerate(pairs, 1):
        a, b = named(one), named(other)
        both, either = both + len(a & b), either + len(a | b)
        if a != b:
            unlike.append(number)
    return Agreement(name, both, either, tuple(unlike))


def _equal(
    name: str,
    pairs: Sequence[tuple[Line, Line]],
    operative: Sequence[int],
    said: Callable[[Line], object],
) -> Agreement:
    """Over the lines that begin an operative paragraph: how many both read alike."""
    unlike = [place + 1 for place in operative if said(pairs[place][0]) != said(pairs[place][1])]
    return Agreement(name, len(operative) - len(unlike), len(operative), tuple(unlike))


def figures_of(result: AlignedResult) -> dict[str, Any]:
    """The figures of all pairs, ready for JSON."""
    return {
        "key": result.key.name,
        "lines": len(next(iter(result.readings.values()))),
        "operative": result.operative,
        "pairs": {
            f"{one}-{other}": {
                agreement.name: {
                    "same": agreement.same,
                    "counted": agreement.counted,
                    "share": rounded(agreement.share),
                }
                for agreement in agreements
            }
            for (one, other), agreements in result.pairs.items()
        },
    }


def details_of(result: AlignedResult) -> dict[str, Any]:
    """The lines in which two languages are not read alike, by pair and respect."""
    return {
        f"{one}-{other}": {agreement.name: agreement.unlike for agreement in agreements}
        for (one, other), agreements in result.pairs.items()
    }


def laid_out(results: Iterable[AlignedResult], details: bool) -> Iterator[RenderableType]:
    """The agreement of all pairs for reading; with `details` the lines where they differ."""
    for result in results:
        names = [agreement.name for agreement in next(iter(result.pairs.values()))]
        yield Text(f"{result.key.name}: {', '.join(result.key.languages)}", style="bold")
        rows = [
            (f"{one}-{other}", *map(_cell, agreements))
            for (one, other), agreements in result.pairs.items()
        ]
        yield table("pair", *(f"{name}>" for name in names), rows=rows, header_style="dim")
        for (one, other), agreements in result.pairs.items() if details else ():
            for agreement in agreements:
                yield Text(f"{one}-{other}, {agreement.name}, not alike:", style="red")
                for number in agreement.unlike:
                    for code in (one, other):
                        line = result.readings[code][number - 1]
                        yield indented(Prose(f"{number} {code}: {_said(line)} {line.text[:200]}"))


def _cell(agreement: Agreement) -> str:
    return f"{shown(agreement.share)} ({agreement.same}/{agreement.counted})"


def _said(line: Line) -> str:
    named = sorted(line.acts | line.places)
    return f"[{line.verb_class or '–'}; {', '.join(sorted(line.addressees))}; {', '.join(named)}]"
