"""How all readers write what text alone has no form for: rows of tables, and blocks of footnotes."""

from __future__ import annotations

from collections.abc import Iterable

NOTES = "\f"  # before and behind a block of footnotes, as the segmenter has it


def table_row(cells: Iterable[str]) -> str:
    """A row of a table as a line of cells between bars."""
    return f"| {' | '.join(cells)} |"


def note_block(notes: Iterable[str]) -> str:
    """Footnotes, a line each, set apart from the paragraph above them."""
    lines = "\n".join(notes)
    return f"{NOTES}{lines}{NOTES}"
