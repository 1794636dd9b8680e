"""Paragraphs: which rows of a column run on, and where a new paragraph begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.reading.formats.pdf.columns import Column
from ingest.reading.formats.pdf.rows import Row
from ingest.reading.formats.written import table_row

SPACED = 1.25  # of the leading: paragraphs are set apart
INDENT = 1.2  # sizes
CELL_GAP = 1.5  # sizes between two cells of a table
FEWEST_CELLS = 3
ALIGNED = 3  # cells of two rows
CLOSE = 1.4  # sizes from line to line of one heading
TERMINAL = (".", ";", ":", "؟", "?", "!", "؛", "。", "；", "：")
LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Zа-яА-Я]{1,2}|[ivxlIVXL]{1,6}|[\u0621-\u064a]{1,4})[.)]"
    r"|\d{1,3}(?:\.\d{1,3})*\t|[•●▪◦–—-](?=\s)|\d{1,3} [-–—] )"
)
JOINING = ("-", "\u2010", "–", "—", "/")
LEADERS = re.compile(r"[.…·_\u2024]{4,}|(?:\. ){4,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it goes into the text: its page, its column, and its cells if it is one of a table."""

    row: Row
    page: int
    column: Column
    leading: float
    cells: tuple[Row, ...] = ()

    @property
    def text(self) -> str:
        """What it says: cells between bars; dots that lead to a page number are a tab."""
        if self.cells:
            return table_row(cell.text_of_words for cell in self.cells)
        return LEADERS.sub("\t", self.row.text)


def lines_of(column: Column, page: int) -> list[Line]:
    """The rows of a column as lines."""
    gaps = [one.base - other.base for one, other in zip(column.rows, column.rows[1:], strict=False)]
    size = median(row.size for row in column.rows) if column.rows else 0.0
    usual = [gap for gap in gaps if 0 < gap < 2.5 * size]
    leading = median(usual) if usual else 1.2 * size
    cells = [_cells(row) for row in column.rows]
    return [
        Line(row, page, column, leading, own if _in_table(cells, place) else ())
        for place, (row, own) in enumerate(zip(column.rows, cells, strict=True))
    ]


def _cells(row: Row) -> tuple[Row, ...]:
    cells = row.between(CELL_GAP)
    return cells if len(cells) >= FEWEST_CELLS and not LEADERS.search(row.text) else ()


def _in_table(cells: Sequence[tuple[Row, ...]], place: int) -> bool:
    """Whether a row has cells that stand below or above those of the next: wide spaces do not."""
    return any(
        sum(_aligned(cell, other) for cell in cells[place] for other in cells[at]) >= ALIGNED
        for at in (place - 1, place + 1)
        if 0 <= at < len(cells)
    )


def _aligned(cell: Row, other: Row) -> bool:
    return abs(cell.left - other.left) < 2 or abs(cell.right - other.right) < 2


def paragraphs_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a document, in order, as paragraphs."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _runs_on(found[-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _runs_on(paragraph: Sequence[Line], line: Line) -> bool:
    before = paragraph[-1]
    if before.row.bold != line.row.bold and not _mixed(before, line):
        return False
    if abs(before.row.size - line.row.size) > 0.12 * before.row.size:
        return False
    if before.row.text != before.text or _aside(before) or _aside(line):
        return False  # an entry of the contents ends with its page; dates stand at the other margin
    if _labelled(line) and not _continues(before, line):
        return False
    if before.column is not line.column:
        return _runs_on_over_break(before, line)
    if before.row.base - line.row.base > SPACED * before.leading:
        return False
    if _indented(line) and not _indented(before) and len(paragraph) > 1:
        return False
    return _full(before, line) or _is_title(before, line)


def _mixed(before: Line, line: Line) -> bool:
    """Whether a paragraph begins in bold and goes on plain: a word set off, no heading."""
    return any(glyph.bold != before.row.bold for glyph in before.row.glyphs) or any(
        glyph.bold != line.row.bold for glyph in line.row.glyphs
    )


def _labelled(line: Line) -> bool:
    """Whether a line begins with the label of a paragraph, or with one set apart by a wide gap."""
    if LABEL.match(line.text):
        return True
    first = line.text.split("\t")[0]
    return first != line.text and (any(map(str.isdigit, first)) or first.endswith((".", ")")))


def _aside(line: Line) -> bool:
    """Whether a line stands all in the far half of its column."""
    width = line.column.right - line.column.left
    if line.row.right_to_left:
        return line.row.right < line.column.right - width / 2
    return line.row.left > line.column.left + width / 2


def _continues(before: Line, line: Line) -> bool:
    """Whether what looks like a label goes on a sentence: "in paragraph / 12. The", "(see / (a) above)"."""
    if before.column is not line.column:
        return False
    close = before.row.base - line.row.base < 1.1 * before.leading
    aligned = abs(_start(line) - _start_of_text(before)) < 0.5 * line.row.size
    return close and aligned and not before.text.endswith(TERMINAL) and _full(before, line)


def _runs_on_over_break(before: Line, line: Line) -> bool:
    """Over the end of a page or a column a sentence goes on; a new one begins a paragraph if it may."""
    text = before.text.rstrip()
    if text.endswith(TERMINAL):
        return _full(before, line) and not text.endswith((";", ":", "؛")) and _goes_on(line)
    return _full(before, line) or line.text[:1].islower()


def _goes_on(line: Line) -> bool:
    """Whether a line at the head of a page begins at the margin, in small letters."""
    return not _indented(line) and line.text[:1].islower()


def _full(before: Line, line: Line) -> bool:
    """Whether the first word of a line had no room on the one before."""
    room = _room(before)
    word = line.row.words[-1 if line.row.right_to_left else 0]
    return room < word.right - word.left + 0.35 * before.row.size


def _room(line: Line) -> float:
    if line.row.right_to_left:
        return line.row.left - line.column.left
    return line.column.right - line.row.right


def _start(line: Line) -> float:
    return -line.row.right if line.row.right_to_left else line.row.left


def _start_of_text(line: Line) -> float:
    """Where the words of a line begin, behind its label."""
    cells = line.row.cells
    first = cells[1] if len(cells) > 1 else cells[0]
    return -first.right if line.row.right_to_left else first.left


def _indented(line: Line) -> bool:
    column = line.column
    starts = [-row.right if row.right_to_left else row.left for row in column.rows]
    return _start(line) > median(starts) + INDENT * line.row.size


def _is_title(before: Line, line: Line) -> bool:
    """Whether two bold lines, close together, are one heading."""
    both = before.row.bold and line.row.bold and not before.text.endswith(TERMINAL)
    return both and before.row.base - line.row.base < CLOSE * line.row.size
