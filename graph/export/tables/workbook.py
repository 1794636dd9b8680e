"""Workbooks of Excel: a sheet a table."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from graph.export.tables.table import Cell, Table, harmless, printable

LONGEST = 32_767  # characters that a cell of Excel can hold
PIECE = LONGEST - 1  # of a text in pieces: one that looks like a formula gets an apostrophe
ROWS = 1_048_576 - 1  # of a sheet, without its head
LONG_TEXTS = "long texts"
LONG = (
    "{number} texts are longer than the {longest} characters of a cell: each ends in … there, and "
    "stands in full, in pieces, on the sheet {sheet}"
)
NAME = 31  # and those of the name of a sheet, as UTF-16 counts them; some signs may not stand there
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
NARROW, WIDE = 10, 60  # width of a column, in characters
# Nothing becomes a formula or a link of itself: what a text looks like is not what it is.
AS_WRITTEN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


@dataclass(frozen=True, slots=True)
class _Long:
    """A text that is longer than a cell, and where it would have stood."""

    sheet: str
    row: int
    column: str
    text: str


def workbook(tables: Iterable[Table]) -> bytes:
    """A workbook with one sheet for each table, its head in view while the rows are scrolled."""
    file = io.BytesIO()
    write_workbook(file, tables)
    return file.getvalue()


def write_workbook(
    file: io.BytesIO | Path,
    tables: Iterable[Table],
    *,
    made: datetime | None = None,
    streamed: bool = False,
) -> tuple[str, ...]:
    """Write a workbook; what its reader has to know of it, a sentence each.

    A table with more rows than a sheet holds goes on in another. A text that is longer than a cell
    ends there in "…", and stands in full, in pieces, on a last sheet. `made` is the date that the
    file bears, else it is now; `streamed` keeps no more than a row in memory.
    """
    long: list[_Long] = []
    options = AS_WRITTEN | {"in_memory": not streamed, "constant_memory": streamed}
    with xlsxwriter.Workbook(file, options) as book:
        if made:
            book.set_properties({"created": made.replace(tzinfo=None)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        taken: set[str] = set()
        for table in tables:
            for first in range(0, len(table.rows) or 1, ROWS):
                part = replace(table, rows=table.rows[first : first + ROWS])
                sheet = book.add_worksheet(_name(table.title, taken))
                long += _fill(sheet, part, bold)
        if not long:
            return ()
        sheet = book.add_worksheet(_name(LONG_TEXTS, taken))
        _fill(sheet, _in_pieces(long), bold)
        return (LONG.format(number=len(long), longest=LONGEST, sheet=sheet.get_name()),)


def _fill(sheet: Worksheet, table: Table, bold: Format) -> list[_Long]:
    """Write a table into a sheet; the texts that did not fit."""
    if table.rtl:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    for column in range(len(table.head)):
        longest = max((len(str(row[column] or "")) for row in table.rows), default=0)
        sheet.set_column(column, column, min(max(longest, NARROW), WIDE))
    for column, title in enumerate(table.head):
        sheet.write_string(0, column, _fitting(harmless(title)), bold)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)
    long = []
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int | float):
                sheet.write_number(number, column, cell)
            elif cell:
                text = str(harmless(cell))
                sheet.write_string(number, column, _fitting(text))
                if len(text) > LONGEST:
                    long.append(_Long(sheet.get_name(), number + 1, table.head[column], text))
    return long


def _in_pieces(long: Iterable[_Long]) -> Table:
    pieces = (
        (one.sheet, one.row, one.column, number + 1, one.text[start : start + PIECE])
        for one in long
        for number, start in enumerate(range(0, len(one.text), PIECE))
    )
    return Table(LONG_TEXTS, ("sheet", "row", "column", "piece", "text"), tuple(pieces))


def _fitting(cell: Cell) -> str:
    text = str(cell)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _name(title: str, taken: set[str]) -> str:
    """A name that Excel accepts and that no sheet of the book has yet, in whatever case."""
    wanted = _cut(NOT_IN_NAMES.sub(" ", printable(title)).strip(" '"), NAME) or "1"
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{_cut(wanted, NAME - len(str(number)) - 1)} {number}"
    taken.add(name.casefold())
    return name


def _cut(text: str, units: int) -> str:
    """The beginning of a text that Excel counts as so many characters: a rare sign is two of them."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").strip(" '")
