"""Evidence in its place: the marked text and what stands around it, as in the file and repaired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.stores import EvidenceText

AROUND = 240  # characters shown before and after the marked place


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces of a text in order, each with whether it is marked; cut pieces carry an ellipsis."""

    pieces: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The pieces put together."""
        return "".join(piece for piece, _ in self.pieces)


def original_passage(text: EvidenceText, spans: Sequence[tuple[int, int]]) -> Passage:
    """The place in the text of the file; several marks where visual order scattered a sentence."""
    return _around(text.original, _merged(spans))


def repaired_passage(text: EvidenceText, spans: Sequence[tuple[int, int]]) -> Passage:
    """The same place in the repaired text, where a scattered sentence stands together again."""
    wanted = _merged(spans)
    first, last = (wanted[0][0], wanted[-1][1]) if wanted else (0, 0)
    marked = [
        place
        for place, origin in enumerate(text.origins)
        if first <= origin < last and any(start <= origin < end for start, end in wanted)
    ]
    return _around(text.repaired, _merged((place, place + 1) for place in marked))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order; those that touch, or that one inserted character parts, are one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _around(text: str, marks: list[tuple[int, int]]) -> Passage:
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in marks:
        pieces += _between(text[at:start], first=not pieces)
        pieces.append((text[start:end], True))
        at = end
    if marks:
        pieces.append((_head(text[at:]), False))
    return Passage(tuple((piece, marked) for piece, marked in pieces if piece))


def _between(text: str, *, first: bool) -> list[tuple[str, bool]]:
    if first:
        return [(_tail(text), False)]
    if len(text) > 2 * AROUND:
        return [(f"{_head(text)} {_tail(text)}", False)]
    return [(text, False)]


def _head(text: str) -> str:
    """The beginning of a text, to the end of a word."""
    if len(text) <= AROUND:
        return text
    return (
        text[:AROUND].rpartition(" ")[0] + " […]" if " " in text[:AROUND] else text[:AROUND] + "…"
    )


def _tail(text: str) -> str:
    """The end of a text, from the beginning of a word."""
    if len(text) <= AROUND:
        return text
    return (
        "[…] " + text[-AROUND:].partition(" ")[2] if " " in text[-AROUND:] else "…" + text[-AROUND:]
    )
