"""Rows: what stands at one height of a page, as words, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from ingest.reading.formats.pdf.glyphs import UNKNOWN, Glyph, is_arabic
from ingest.reading.formats.pdf.reading_order import (
    CLOSING,
    OPENING,
    SPACE,
    in_reading_order,
    runs_right_to_left,
)

SAME_ROW = 0.32  # of the size of the signs
RAISED = 0.65  # how far a sign may be set up or down and belong to the row
SMALLER = 0.8  # than the signs of the row: a mark of a note, an index
# How wide a gap must be to part two words, in sizes.
WORD_GAP = 0.165
SPACED_GAP = 0.02  # where a space was written the next letter may reach over it
LETTER_GAP = 0.6  # where none was written, in Arabic, a stroke between two letters may have no sign
NEAR = 6  # signs written after each other: marks and strokes stand between two letters
LONGEST_WORD = 15  # letters between two spaces, on the average of a row
TOUCHING = 0.06  # of the size: two signs so near are written in one stroke
PUNCTUATION = "،؛؟٪٫٬۔«»‐‑‒–—―‘’“”„†‡•…‰‹›⁄\u0640"
TAB = 1.0  # of the size: a gap that parts a label from its paragraph, or two cells


@dataclass(frozen=True, slots=True)
class Word:
    """Signs without a gap between them, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        """Where it begins on the page."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends on the page."""
        return max(glyph.right for glyph in self.glyphs)


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
        """Left, bottom, right, top."""
        bottom = min(glyph.bottom for glyph in self.glyphs)
        return (self.left, bottom, self.right, max(glyph.top for glyph in self.glyphs))

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
    """The rows of a page, from top to bottom."""
    arabic = sum(any(map(is_arabic, glyph.text)) for glyph in glyphs)
    latin = sum(glyph.text[0].isalpha() for glyph in glyphs) - arabic
    groups = _with_raised(_at_one_height(_with_marks(glyphs)))
    rows = []
    for group in groups:
        words = tuple(_words(group))
        signs = [glyph.text for word in words for glyph in word.glyphs]
        if words:
            rows.append(Row(words, runs_right_to_left(signs, arabic > latin)))
    return sorted(rows, key=lambda row: -row.base)


def _is_mark(glyph: Glyph) -> bool:
    """Vowel signs stand above and below the letters of a row, at heights of their own."""
    return all(unicodedata.category(sign) == "Mn" for sign in glyph.text)


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
    ordered = sorted(glyphs, key=lambda glyph: (glyph.left, glyph.right))
    ordered = _without_doubles(_without_kashida(_with_alef(ordered)))
    told = len({glyph.written for glyph in ordered}) * LONGEST_WORD > len(ordered)
    word: list[Glyph] = []
    reach = 0.0
    for glyph in ordered:
        if word and _parted(word[-1], glyph, glyph.left - reach, told):
            yield Word(tuple(word))
            word, reach = [], 0.0
        word.append(glyph)
        reach = max(reach, glyph.right)
    if word:
        yield Word(tuple(word))


def _parted(one: Glyph, other: Glyph, gap: float, told: bool) -> bool:
    """Whether a word ends between two neighbours; `told` says that the row has spaces written in it."""
    first, second = sorted((one, other), key=lambda glyph: glyph.place)
    near = second.place - first.place <= NEAR
    enough = WORD_GAP
    if near and second.written > first.written:
        enough = SPACED_GAP
    elif near and second.spaces == first.spaces and told and _are_arabic(one, other):
        enough = LETTER_GAP
    return gap > enough * min(one.size, other.size)


def _are_arabic(*glyphs: Glyph) -> bool:
    return all(is_arabic(glyph.text[0]) for glyph in glyphs)


def _with_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Vowel signs join the letters that they stand on: the one written before, or the nearest."""
    letters = [glyph for glyph in glyphs if not _is_mark(glyph)]
    borne: dict[int, list[Glyph]] = {}
    written = None
    for glyph in glyphs:
        if not _is_mark(glyph):
            written = glyph
            continue
        near = [written] if written and _bears(written, glyph) else letters
        bearer = min(
            (letter for letter in near if _bears(letter, glyph)),
            key=lambda letter: abs(letter.left + letter.right - glyph.left - glyph.right),
            default=None,
        )
        if bearer:
            borne.setdefault(bearer.place, []).append(glyph)
    return [_bearing(letter, borne.get(letter.place, ())) for letter in letters]


def _bears(letter: Glyph, mark: Glyph) -> bool:
    middle = (mark.left + mark.right) / 2
    return (
        abs(letter.base - mark.base) <= 0.6 * letter.size
        and letter.left - 0.1 * letter.size <= middle <= letter.right + 0.1 * letter.size
        and letter.text[-1].isalpha()
    )


def _bearing(letter: Glyph, marks: Sequence[Glyph]) -> Glyph:
    if not marks:
        return letter
    printed = "".join(sorted({mark for glyph in marks for mark in glyph.text}, key=_shadda_first))
    if all(mark in letter.text for mark in printed):
        return letter
    # An alef and the hamza below it are one letter.
    first = unicodedata.normalize("NFC", letter.text + printed[0])
    text = first if len(first) == len(letter.text) else letter.text + printed[0]
    return replace(letter, text=text + printed[1:])


def _shadda_first(mark: str) -> tuple[bool, str]:
    return mark != "\u0651", mark


def _with_alef(glyphs: list[Glyph]) -> list[Glyph]:
    """Behind a lam, and within its width, a sign without a name is the alef of the two."""
    return [
        replace(glyph, text="\u0627")
        if _is_nameless(glyph)
        and place + 1 < len(glyphs)
        and glyphs[place + 1].text[0] == "\u0644"
        and glyphs[place + 1].left - glyph.left <= TOUCHING * glyph.size
        else glyph
        for place, glyph in enumerate(glyphs)
    ]


def _without_doubles(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without signs printed twice on one place, as some programs print bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if (
            kept
            and _letters(kept[-1]) == _letters(glyph)
            and abs(kept[-1].left - glyph.left) < 0.1 * glyph.size
        ):
            continue
        kept.append(glyph)
    return kept


def _letters(glyph: Glyph) -> str:
    return "".join(sign for sign in glyph.text if unicodedata.category(sign) != "Mn")


def _is_nameless(glyph: Glyph) -> bool:
    """Whether a file does not say what a sign is, or gives it a number for a name: no sign of our texts."""
    sign = glyph.text[0]
    known = sign.isalnum() or unicodedata.category(sign) in ("Mn", "Sc", "Sm", "So")
    return sign == UNKNOWN or (sign > "\u02ff" and not known and sign not in PUNCTUATION)


def _without_kashida(glyphs: list[Glyph]) -> list[Glyph]:
    """Without the strokes that lengthen Arabic words, of which LibreOffice says that they are signs.

    It gives them no sign, or that of a bracket or a digit, which never touch a letter on both sides.
    """

    def inside(place: int, step: int) -> bool:
        at = place
        while 0 <= at + step < len(glyphs):
            one, other = sorted((glyphs[at], glyphs[at + step]), key=lambda glyph: glyph.left)
            if other.left - one.right > TOUCHING * one.size:
                return False
            at += step
            if not _may_be_kashida(glyphs[at]):
                return is_arabic(glyphs[at].text[0])
        return False

    return [
        glyph
        for place, glyph in enumerate(glyphs)
        if not (_may_be_kashida(glyph) and inside(place, -1) and inside(place, 1))
    ]


def _may_be_kashida(glyph: Glyph) -> bool:
    return glyph.text in (*OPENING, *CLOSING) or glyph.text.isdecimal() or _is_nameless(glyph)
