"""Agendas: the labels and titles of items, and which heading of the annotations belongs to which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.reading.segment.markers import FoldedText, Marker
from ingest.reading.segment.nesting import Level, Nesting, item_label, letter_name

WORD = re.compile(r"\w+")
LIKE = 0.5
SAME_LETTERS = 0.9
LONGEST_TITLE = 6  # lines


@dataclass(slots=True)
class Agenda:
    """One agenda of a text: its session, what draft it is, and its items as they are met.

    `suffix` is "@<symbol>" for the draft of a later agenda that a report annexes.
    """

    session: str
    suffix: str
    nesting: Nesting = field(default_factory=Nesting)
    titles: dict[str, str] = field(default_factory=dict)

    def item(self, label: str) -> str:
        """The node id of an item."""
        return f"item:{self.session.removeprefix('session:')}/{label}{self.suffix}"

    def place(self, marker: Marker) -> str | None:
        """The label that a marker has in this agenda; None where it is no item."""
        if not self.nesting.levels:
            number = next((value for kind, value in marker.readings if kind == "number"), None)
            if number in (1, 2):
                self.nesting.levels.append(Level("number", number))
                return item_label(self.nesting.path)
            if ("letter", 1) in marker.readings:
                # A table column lost the first number: "(a)" stands before "2." without its "1."
                self.nesting.levels += [Level("number", 1), Level("letter", 1)]
                return item_label(self.nesting.path)
            return None
        path = self.nesting.place(marker)
        return item_label(path) if path else None


def words(folded: str) -> list[str]:
    """The words of a folded text."""
    return WORD.findall(folded)


def likeness(one: str, other: str) -> float:
    """Share of words that two folded titles have in common, counted in both (Dice), from 0 to 1.

    Titles of the same letters are alike too: damaged text keeps a title's letters, but may run its
    words together in another order.
    """
    in_letters = _dice("".join(words(one)), "".join(words(other)))
    return max(_dice(words(one), words(other)), in_letters if in_letters >= SAME_LETTERS else 0.0)


def _dice(one: Sequence[str], other: Sequence[str]) -> float:
    left, right = Counter(one), Counter(other)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def annotated_item(
    text: FoldedText, marker: Marker, agenda: Agenda, top: str | None
) -> tuple[str, int] | None:
    """Which item of the agenda a heading in its annotations opens, and where its title ends.

    A lettered list inside an annotation has the labels of sub-items too; only a heading whose words
    are those of the item's title counts.
    """
    for kind, value in marker.readings:
        if kind == "number":
            label = str(value)
        elif kind == "letter" and top:
            label = f"{top}({letter_name(value)})"
        else:
            continue
        title = agenda.titles.get(label)
        if title is None:
            continue
        best, end = max(
            (likeness(title, text.folded[marker.end : end]), -end)
            for end in _title_ends(text, marker, title)
        )
        if best >= LIKE:
            return label, -end
    return None


def _title_ends(text: FoldedText, marker: Marker, title: str) -> list[int]:
    if text.flowing:
        return [min(len(text.folded), marker.end + len(title))]
    ends: list[int] = []
    position = marker.end
    while len(ends) < LONGEST_TITLE and position < len(text.folded):
        start, end = text.line_at(position)
        if start < end:
            ends.append(end)
        position = max(end, position) + 1
    return ends
