"""Footnotes: the small print at the foot of a page, each note with its mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.reading.formats.pdf.columns import Column
from ingest.reading.formats.pdf.rows import Row, Word

SMALL = 0.94  # of the size of the page's text
SET_OFF = 1.6  # sizes between the text and the first note, where both are of one size
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
    match = _MARK.match(row.text.strip())
    return match["mark"] if match else None


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
    raised = {
        glyph
        for word in row.words
        for glyph in word.glyphs
        if glyph.size <= 0.8 * row.size and glyph.base > row.base + 0.15 * row.size
    }
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
