"""Rows: what stands at one height of a page, as words, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import NamedTuple

from ingest.reading.formats.pdf.glyphs import Glyph, is_arabic, upright
from ingest.reading.formats.pdf.reading_order import (
    SPACE,
    in_reading_order,
    runs_right_to_left,
)
from ingest.reading.formats.pdf.signs import put_right, with_marks

SAME_ROW = 0.32  # of the size of the signs
RAISED = 0.65  # how far a sign may be set up or down and belong to the row
SMALLER = 0.8  # than the signs of the row: a mark of a note, an index
# How wide a gap must be to part two words, in sizes.
WORD_GAP = 0.16
TIGHT_GAP = 0.14  # where no space is written at all, as typesetters do
WIDEST = 0.25
FEWEST_GAPS = 3
SHARE_OF_SPACE = 0.5  # of the width of the spaces of a row
SPACED_GAP = 0.02  # where a space was written the next letter may reach over it
LETTER_GAP = 2.0  # where none was written, in Arabic, a stroke between two letters may have no sign
NEAR = 6  # signs written after each other: marks and strokes stand between two letters
LONGEST_WORD = 15  # letters between two spaces, on the average of a row
TAB = 1.0  # of the size: a gap that parts a label from its paragraph, or two cells


class Word(NamedTuple):
    """Signs without a gap between them, from left to right, and where they begin and end."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float

    @classmethod
    def of(cls, glyphs: Sequence[Glyph]) -> Word:
        """The word of such signs."""
        return cls(tuple(glyphs), glyphs[0].left, max(glyph.right for glyph in glyphs))


@dataclass(frozen=True)
class Row:
    """Words at one height, from left to right; `right_to_left` is how they are read."""

    words: tuple[Word, ...]
    right_to_left: bool

    @cached_property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All its signs."""
        return tuple(glyph for word in self.words for glyph in word.glyphs)

    @cached_property
    def left(self) -> float:
        """Where it begins on the page."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where it ends on the page."""
        return max(word.right for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its signs."""
        return median(glyph.size for glyph in self.glyphs)

    @cached_property
    def base(self) -> float:
        """The height on which most of its signs stand."""
        return median(glyph.base for glyph in self.glyphs)

    @cached_property
    def bold(self) -> bool:
        """Whether most of it is printed bold."""
        return sum(glyph.bold for glyph in self.glyphs) * 2 > len(self.glyphs)

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top, on the page as it is."""
        turned = self.glyphs[0].turned
        bottom = min(glyph.bottom for glyph in self.glyphs)
        top = max(glyph.top for glyph in self.glyphs)
        one = upright(self.left, bottom, -turned % 4)
        other = upright(self.right, top, -turned % 4)
        (left, right), (low, high) = (sorted(pair) for pair in zip(one, other, strict=True))
        return round(left, 2), round(low, 2), round(right, 2), round(high, 2)

    @cached_property
    def cells(self) -> tuple[Row, ...]:
        """Its stretches between wide gaps, in the order in which they are read."""
        return self.between(TAB)

    def between(self, gap: float) -> tuple[Row, ...]:
        """Its stretches between gaps of more than so many sizes, in the order in which they are read."""
        cells: list[list[Word]] = [[self.words[0]]]
        for before, word in zip(self.words, self.words[1:], strict=False):
            if word.left - before.right > gap * self.size:
                cells.append([])
            cells[-1].append(word)
        found = [Row(tuple(cell), self.right_to_left) for cell in cells]
        return tuple(reversed(found) if self.right_to_left else found)

    @cached_property
    def text(self) -> str:
        """What it says; a wide gap behind its first words is a tab."""
        if len(self.cells) > 1 and len(self.cells[0].text) <= LONGEST_LABEL:
            rest = [word for cell in self.cells[1:] for word in cell.words]
            rest.sort(key=lambda word: word.left)
            return f"{self.cells[0].text}\t{Row(tuple(rest), self.right_to_left).text_of_words}"
        return self.text_of_words

    @cached_property
    def text_of_words(self) -> str:
        """What it says, with single spaces."""
        signs: list[str] = []
        for place, word in enumerate(self.words):
            if place:
                signs.append(SPACE)
            signs += [glyph.text for glyph in word.glyphs]
        return in_reading_order(signs, self.right_to_left)


LONGEST_LABEL = 12  # "(viii)", "100.1", "14/CP.22"


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of a page, from top to bottom; a table that is turned comes after what is not."""
    arabic = sum(any(map(is_arabic, glyph.text)) for glyph in glyphs)
    latin = sum(glyph.text[0].isalpha() for glyph in glyphs) - arabic
    sides: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        sides.setdefault(glyph.turned, []).append(glyph)
    rows = []
    for turned in sorted(sides):
        groups = put_right(_with_raised(_at_one_height(with_marks(sides[turned]))))
        found = [
            Row(
                words,
                runs_right_to_left([g.text for word in words for g in word.glyphs], arabic > latin),
            )
            for group in groups
            if (words := tuple(_words(group)))
        ]
        rows += sorted(found, key=lambda row: -row.base)
    return rows


def _at_one_height(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if groups and abs(groups[-1][-1].base - glyph.base) <= SAME_ROW * glyph.size:
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return groups


def _with_raised(groups: list[list[Glyph]]) -> list[list[Glyph]]:
    """Marks of notes and indices, small and higher or lower, belong to the row beside them."""
    sizes = [max(glyph.size for glyph in group) for group in groups]
    kept: list[list[Glyph]] = [list(group) for group in groups]
    for place, group in enumerate(groups):
        for other in (place + 1, place - 1):
            if not 0 <= other < len(groups) or not kept[other]:
                continue
            distance = abs(group[0].base - groups[other][0].base)
            small = sizes[place] <= SMALLER * sizes[other]
            if small and distance <= RAISED * sizes[other] and _beside(group, groups[other]):
                kept[other] += group
                kept[place] = []
                break
    return [group for group in kept if group]


def _beside(group: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Whether every sign of a group stands between signs of a row, or next to one."""
    left, right = min(glyph.left for glyph in row), max(glyph.right for glyph in row)
    reach = 2 * max(glyph.size for glyph in row)
    return all(left - reach <= glyph.left and glyph.right <= right + reach for glyph in group)


def _words(glyphs: Sequence[Glyph]) -> Iterable[Word]:
    told = len({glyph.written for glyph in glyphs}) * LONGEST_WORD > len(glyphs)
    usual = max(_usual_gap(glyphs), WORD_GAP if told else TIGHT_GAP)
    arabic = any(is_arabic(glyph.text[0]) for glyph in glyphs)
    word: list[Glyph] = []
    reach = 0.0
    for glyph in glyphs:
        if word and _parted(word[-1], glyph, glyph.left - reach, usual, told, arabic):
            yield Word.of(word)
            word, reach = [], 0.0
        word.append(glyph)
        reach = max(reach, glyph.right)
    if word:
        yield Word.of(word)


def _usual_gap(glyphs: Sequence[Glyph]) -> float:
    """How wide a gap must be to part two words of a row: its spaces are all as wide."""
    gaps = [
        gap
        for one, other in zip(glyphs, glyphs[1:], strict=False)
        if (gap := (other.left - one.right) / min(one.size, other.size)) > TIGHT_GAP
    ]
    return min(SHARE_OF_SPACE * median(gaps), WIDEST) if len(gaps) >= FEWEST_GAPS else 0.0


def _parted(one: Glyph, other: Glyph, gap: float, usual: float, told: bool, arabic: bool) -> bool:
    """Whether a word ends between two neighbours; `told` says that the row has spaces written in it.

    In a row of Arabic what is no letter may have been written at another time than what it stands beside.
    """
    first, second = sorted((one, other), key=lambda glyph: glyph.place)
    near = second.place - first.place <= NEAR
    written, added = second.written > first.written, second.spaces > first.spaces
    enough = WORD_GAP
    if _are_arabic(one, other):
        enough = SPACED_GAP if near and written else usual
        if near and told and not added:
            enough = LETTER_GAP
    elif near and written and not arabic:
        enough = SPACED_GAP
    elif near and told and not added and "/" in (one.text, other.text):
        enough = LETTER_GAP  # between the two names of a month
    return gap > enough * min(one.size, other.size)


def _are_arabic(*glyphs: Glyph) -> bool:
    return all(is_arabic(glyph.text[0]) for glyph in glyphs)
