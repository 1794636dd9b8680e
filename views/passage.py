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
        after = text[at : at + AROUND]
        pieces.append((after + (" …" if at + AROUND < len(text) else ""), False))
    return Passage(tuple((piece, marked) for piece, marked in pieces if piece))


def _between(text: str, *, first: bool) -> list[tuple[str, bool]]:
    if first:
        return [("… " + text[-AROUND:] if len(text) > AROUND else text, False)]
    if len(text) > 2 * AROUND:
        return [(f"{text[:AROUND]} […] {text[-AROUND:]}", False)]
    return [(text, False)]
