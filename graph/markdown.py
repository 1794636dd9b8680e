"""Tables in Markdown, as pages of the documentation and answers for one have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, an empty one behind it. Cells are Markdown, see `cell` and `code`."""
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def cell(text: str) -> str:
    """A text as it may stand in a cell: on one line, its strokes no ends of the cell."""
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    """A name or value in letters of one width, for a cell."""
    return f"`{cell(text)}`"
