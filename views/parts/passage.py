"""Evidence in its place: the marked text and what stands around it, as in the file and repaired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.stores import EvidenceText

AROUND = 240  # characters shown before and after the marked place, where nobody asks for more


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces of a text in order, each with whether it is marked; cut pieces carry an ellipsis.

    `before` and `after` say whether the text goes on there.
    """

    pieces: tuple[tuple[str, bool], ...]
    before: bool = False
    after: bool = False

    @property
    def text(self) -> str:
        """The pieces put together."""
        return "".join(piece for piece, _ in self.pieces)


def original_passage(
    text: EvidenceText, spans: Sequence[tuple[int, int]], before: int = AROUND, after: int = AROUND
) -> Passage:
    """The place in the text of the file; several marks where visual order scattered a sentence.

    `before` and `after` are the characters shown around it.
    """
    return _around(text.original, _merged(spans), before, after)


def repaired_passage(
    text: EvidenceText, spans: Sequence[tuple[int, int]], before: int = AROUND, after: int = AROUND
) -> Passage:
    """The same place in the repaired text, where a scattered sentence stands together again."""
    wanted = _merged(spans)
    first, last = (wanted[0][0], wanted[-1][1]) if wanted else (0, 0)
    marked = [
        place
        for place, origin in enumerate(text.origins)
        if first <= origin < last and any(start <= origin < end for start, end in wanted)
    ]
    return _around(text.repaired, _merged((place, place + 1) for place in marked), before, after)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order; those that touch, or that one inserted character parts, are one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _around(text: str, marks: list[tuple[int, int]], before: int, after: int) -> Passage:
    if not marks:
        return Passage(())
    first, last = marks[0][0], marks[-1][1]
    pieces = [(_tail(text[:first], before), False)]
    at = first
    for start, end in marks:
        if start > at:
            pieces.append((_between(text[at:start], before, after), False))
        pieces.append((text[start:end], True))
        at = end
    pieces.append((_head(text[last:], after), False))
    shown = tuple((piece, marked) for piece, marked in pieces if piece)
    return Passage(shown, before=first > before, after=len(text) - last > after)


def _between(text: str, before: int, after: int) -> str:
    if len(text) > before + after:
        return f"{_head(text, after)} {_tail(text, before)}"
    return text


def _head(text: str, length: int) -> str:
    """The beginning of a text, to the end of a word."""
    if len(text) <= length:
        return text
    cut = text[:length]
    return cut.rpartition(" ")[0] + " […]" if " " in cut else cut + "…"


def _tail(text: str, length: int) -> str:
    """The end of a text, from the beginning of a word."""
    if len(text) <= length:
        return text
    cut = text[len(text) - length :]
    return "[…] " + cut.partition(" ")[2] if " " in cut else "…" + cut
