"""Tables of answers: for a reader in a terminal, and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from commands.layout.terminal import Prose, indented
from graph.library import Table
from graph.markdown import cell
from graph.markdown import table as markdown_table
from graph.model.naming import shortened

NARROW = 44  # characters of a cell that may stand in line with others
SHOWN = 200  # characters of a longer one, below its row
BELOW = 4  # columns to the right
GAP = 2  # columns between cells
# Beginnings that make a spreadsheet take a cell for a formula (OWASP, "CSV Injection").
FORMULA = ("=", "+", "-", "@", "\t", "\n")


def as_table(table: Table, width: int) -> Iterator[RenderableType]:
    """Rows with their short cells in line, as far as `width` goes; the others below, each named.

    The link is left out: a citation ends with it.
    """
    left_out = {"link"} if "citation" in table.columns else set()
    columns = [column for column in table.columns if column not in left_out]
    rows = [{column: cell_text(row[column]) for column in columns} for row in table.records()]
    widths = {one: max([len(one), *(len(row[one]) for row in rows)]) for one in columns}
    in_line = _in_line(widths, width)
    yield _line({column: column for column in in_line}, in_line, "dim")
    for row in rows:
        yield _line(row, in_line)
        for column in columns:
            if column not in in_line and row[column]:
                told = Text.assemble((f"{column}: ", "dim"), shortened(row[column], SHOWN))
                yield indented(Prose(told), BELOW)


def _in_line(widths: Mapping[str, int], width: int) -> dict[str, int]:
    """The columns that stand beside each other, with their widths."""
    chosen: dict[str, int] = {}
    for column, wanted in widths.items():
        if wanted <= NARROW and sum(chosen.values()) + (len(chosen) + 1) * GAP + wanted <= width:
            chosen[column] = wanted
    return chosen


def as_csv(table: Table) -> str:
    """Comma-separated values with a line of headings; lists are joined by semicolons."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_harmless(value) for value in row] for row in table.rows)
    return written.getvalue()


def as_markdown(table: Table) -> str:
    """A table for a page; what Markdown would take for a sign of its own is left to the reader."""
    rows = ([cell(cell_text(value)) for value in row] for row in table.rows)
    return "\n".join(markdown_table(table.columns, rows))


def word_on_length(table: Table, parameters: Mapping[str, Any]) -> str:
    """What a reader must know of the number of rows: that there are none, or that there are more."""
    if table.cut:
        return f"cut after {len(table.rows)} rows: there are more; --limit raises the number"
    if table.rows:
        return ""
    asked = ", ".join(f"{n}={value}" for n, value in parameters.items() if value is not None)
    return f"nothing found{f' with {asked}' if asked else ''}"


def _line(cells: Mapping[str, str], widths: Mapping[str, int], style: str = "") -> Grid:
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    for wanted in widths.values():
        grid.add_column(width=wanted, style=style)
    grid.add_row(*(Prose(cells[column], style) for column in widths))
    return grid


def cell_text(value: Any) -> str:
    """A value of an answer in letters; lists are joined by semicolons, what is not known is empty."""
    match value:
        case None:
            return ""
        case bool():
            return json.dumps(value)
        case list():
            return "; ".join(map(cell_text, value))
        case dict():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def _harmless(value: Any) -> str:
    """A cell that no spreadsheet computes; numbers are left alone, a minus sign is theirs."""
    # One kind of line break: a lone carriage return stands unquoted and ends the line for readers.
    cell = cell_text(value).replace("\r\n", "\n").replace("\r", "\n")
    formula = cell.startswith(FORMULA) and not isinstance(value, int | float)
    return f"'{cell}" if formula else cell
