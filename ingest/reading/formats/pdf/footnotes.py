"""Footnotes: the small print at the foot of a page, each note with its mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from ingest.reading.formats.pdf.columns import Column
from ingest.reading.formats.pdf.glyphs import Glyph
from ingest.reading.formats.pdf.rows import Row, Word

SMALL = 0.94  # of the size of the page's text
_MARK = re.compile(r"(?P<mark>\d{1,3}|\*{1,4})(?![\d.,)/])")


def main_size(rows: Sequence[Row]) -> float:
    """The size of most signs of a page."""
    sizes = Counter[float]()
    for row in rows:
        for glyph in row.glyphs:
            sizes[round(glyph.size, 1)] += 1
    return sizes.most_common(1)[0][0] if sizes else 0.0


def mark_of(row: Row) -> str | None:
    """The mark of the note that begins with a row: a raised number, or one before words; an asterisk."""
    raised = _raised_at_start(row)
    if raised:
        return "".join(glyph.text for glyph in raised)
    match = _MARK.match(row.text.strip())
    return match["mark"] if match else None


def without_mark(row: Row) -> Row:
    """A row of a note without its mark, where that is raised or written on to its first word."""
    raised = set(_raised_at_start(row) or _glued_at_start(row))
    words = [
        Word.of(rest) for word in row.words if (rest := [g for g in word.glyphs if g not in raised])
    ]
    return Row(tuple(words), row.right_to_left) if words else row


def _raised_at_start(row: Row) -> list[Glyph]:
    """The small raised digits or asterisks with which a row begins, on the side from which it is read."""
    found: list[Glyph] = []
    for sides in (row.glyphs, row.glyphs[::-1]) if row.right_to_left else (row.glyphs,):
        for glyph in sides:
            if not _is_raised(glyph, row) or not (glyph.text.isdecimal() or glyph.text == "*"):
                break
            found.append(glyph)
        if found:
            return sorted(found, key=lambda glyph: glyph.left)
    return found


def _glued_at_start(row: Row) -> list[Glyph]:
    """The digits with which a row begins from the left, if a letter follows without a gap."""
    if row.right_to_left:
        return []
    glyphs = row.words[0].glyphs
    digits = list(takewhile(lambda glyph: glyph.text.isdecimal(), glyphs))
    follows = glyphs[len(digits) :]
    return digits if digits and follows and follows[0].text.isalpha() else []


def _is_raised(glyph: Glyph, row: Row) -> bool:
    return glyph.size <= 0.8 * row.size and glyph.base > row.base + 0.15 * row.size


def part_notes(column: Column, size: float) -> tuple[Column, tuple[Row, ...]]:
    """A column without its footnotes, and their rows; `size` is that of the text above.

    Notes are the small rows at the foot, from the first that begins with a mark.
    """
    rows = column.rows
    start = len(rows)
    while start > 0 and rows[start - 1].size < SMALL * size:
        start -= 1
    while start < len(rows) and not _opens(rows[start]):
        start += 1
    if start == len(rows) or start == 0:
        return column, ()
    return Column(rows[:start], column.left, column.right), rows[start:]


def _opens(row: Row) -> bool:
    mark = mark_of(row)
    return mark is not None and len(row.text.strip()) > 0 and len(row.cells) <= 2


def without_calls(row: Row, marks: set[str]) -> Row:
    """A row without the small raised numbers that call the notes of its page."""
    raised = {glyph for word in row.words for glyph in word.glyphs if _is_raised(glyph, row)}
    if not raised:
        return row
    words = []
    for word in row.words:
        small = "".join(glyph.text for glyph in word.glyphs if glyph in raised)
        calls = [mark for mark in re.split(r"[,;\s]+", small) if mark]
        if calls and all(mark in marks for mark in calls):
            rest = tuple(glyph for glyph in word.glyphs if glyph not in raised)
            if rest:
                words.append(Word.of(rest))
        else:
            words.append(word)
    return Row(tuple(words), row.right_to_left) if words else row
