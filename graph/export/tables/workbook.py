"""Workbooks of Excel: a sheet a table."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import xlsxwriter

from graph.export.tables.table import Cell, Table, harmless, printable

LONGEST = 32_767  # characters that a cell of Excel can hold
NAME = 31  # and those of the name of a sheet, as UTF-16 counts them; some signs may not stand there
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
NARROW, WIDE = 10, 60  # width of a column, in characters
# Nothing becomes a formula or a link of itself: what a text looks like is not what it is.
AS_WRITTEN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


def workbook(tables: Iterable[Table]) -> bytes:
    """A workbook with one sheet for each table, its head in view while the rows are scrolled."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, AS_WRITTEN) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        taken: set[str] = set()
        for table in tables:
            sheet = book.add_worksheet(_name(table.title, taken))
            if table.rtl:
                sheet.right_to_left()
            sheet.freeze_panes(1, 0)
            for column, title in enumerate(table.head):
                longest = max((len(str(row[column] or "")) for row in table.rows), default=0)
                sheet.set_column(column, column, min(max(longest, NARROW), WIDE))
                sheet.write_string(0, column, _fitting(harmless(title)), bold)
            if table.rows:
                sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)
            for number, row in enumerate(table.rows, 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, int | float):
                        sheet.write_number(number, column, cell)
                    elif cell:
                        sheet.write_string(number, column, _fitting(harmless(cell)))
    return file.getvalue()


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
