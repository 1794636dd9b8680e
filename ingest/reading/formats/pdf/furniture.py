"""Furniture: what pages repeat at their head and foot, and the numbers that they bear."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.reading.formats.pdf.rows import Row

EDGE = 0.12  # of the height of a page
ENOUGH = 0.3  # of the pages: left and right ones differ, a chapter may have its own
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—\s(]*(?:page\s+)?(?P<number>\d{1,4}|[ivxl]{1,7})[-–—\s)]*(?:/\s*\d+)?", re.I
)


def without_furniture(
    pages: Sequence[Sequence[Row]], sizes: Sequence[tuple[float, float]]
) -> tuple[list[list[Row]], int]:
    """The pages without the rows at their edges that they repeat or count; and how many those were."""
    edges = [
        [row for row in page if _at_edge(row, *size)]
        for page, size in zip(pages, sizes, strict=True)
    ]
    seen = Counter(form for page in edges for form in {_form(row) for row in page})
    enough = max(2.0, len(pages) * ENOUGH)
    symbols = _heads_of_first_page(pages, sizes)
    kept: list[list[Row]] = []
    dropped = 0
    for place, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        furniture = {
            id(row)
            for row in edge
            if place > 0
            and (seen[_form(row)] >= enough or row.text.strip() in symbols)
            or _is_number(row, place, len(pages))
        }
        # The first page bears its symbol once; what others repeat of it is their head.
        kept.append([row for row in page if id(row) not in furniture])
        dropped += len(furniture)
    return kept, dropped


def _at_edge(row: Row, width: float, height: float) -> bool:
    """Whether a row stands at the head or foot of its page; of one that is turned, at a side of the sheet."""
    left, bottom, right, top = row.box
    middle, extent = (bottom + top) / 2, height
    if row.glyphs[0].turned % 2:
        middle, extent = (left + right) / 2, width
    return not EDGE * extent < middle < (1 - EDGE) * extent


def _form(row: Row) -> tuple[str, int]:
    """What a row says, whatever its digits, and where it stands."""
    return _DIGITS.sub("#", " ".join(row.text.split())), round(row.base / 4)


def _heads_of_first_page(
    pages: Sequence[Sequence[Row]], sizes: Sequence[tuple[float, float]]
) -> set[str]:
    """The cells printed near the top of the first page: the symbol is one of them."""
    if not pages:
        return set()
    top = [row for row in pages[0] if row.base > 0.6 * sizes[0][1]]
    return {
        cell.text.strip() for row in top for cell in row.cells if any(map(str.isdigit, cell.text))
    }


def _is_number(row: Row, place: int, pages: int) -> bool:
    """Whether a row at the edge is nothing but a number that this page may have."""
    match = _NUMBER.fullmatch(row.text.strip())
    if match is None or pages == 1:
        return False
    return not match["number"].isdecimal() or 0 < int(match["number"]) <= place + 1000
