"""What a table is, and what makes its cells safe where spreadsheets read them."""

from __future__ import annotations

import re
from dataclasses import dataclass

Cell = str | int | float | None

# A spreadsheet takes a text that begins like this for a formula, and runs it; those of East Asia
# take the full-width signs for the others.
FORMULA = (*"=+-@", *"\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
# Neither XML nor a spreadsheet may hold these; damaged documents do. Half of a pair is no character.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; `title` names the sheet and the file, `rtl` turns the columns round."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    rtl: bool = False


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs: a text that looks like a formula gets an apostrophe before it."""
    if not isinstance(cell, str):
        return cell
    text = printable(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def printable(text: str) -> str:
    """A text without the control characters that files of text and XML cannot hold."""
    return UNPRINTABLE.sub("", text)
