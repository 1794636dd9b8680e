"""Columns: the rows of a page in the order in which they are read, one column after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.reading.formats.pdf.rows import Row, Word

FEWEST_ROWS = 5  # that stand side by side
MANY_ROWS = 12  # side by side: a list, of short lines
NARROWEST = 0.2  # of the width of the text: labels of paragraphs are no column
GUTTER = 0.6  # of the size of the signs
WORDS = 2.5  # in a row of a column, on the average: cells of a table have fewer
SHARED = 4.0  # points
FEW = 0.12  # of the rows
STEP = 2.0  # points
APART = 2.2  # sizes between two rows of columns; more is a gap above or below them


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that stand one below the other, with the bounds between which they are written."""

    rows: tuple[Row, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Gutter:
    """White space from one row to another (the last excluded) between two columns."""

    middle: float
    first: int
    last: int


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """The columns of the rows of a page, in the order in which they are read."""
    if not rows:
        return []
    gutter = _gutter(rows)
    if gutter is None:
        return [Column(tuple(rows), *_bounds(rows))]
    beside = rows[gutter.first : gutter.last]
    sides = [_side(beside, gutter.middle, left) for left in (True, False)]
    if sum(row.right_to_left for row in beside) * 2 > len(beside):
        sides.reverse()
    return [
        *columns_of(rows[: gutter.first]),
        *(column for side in sides for column in columns_of(side)),
        *columns_of(rows[gutter.last :]),
    ]


def _bounds(rows: Sequence[Row]) -> tuple[float, float]:
    """Between which bounds rows are written; a date set at the far margin tells nothing of them."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    middle = (left + right) / 2
    across = [row for row in rows if row.left < middle < row.right] or rows
    return -_edge([-row.left for row in across]), _edge([row.right for row in across])


def _edge(ends: Sequence[float]) -> float:
    """How far rows are written: the furthest end that several share; one that stands out is a date."""
    for end in sorted(ends, reverse=True):
        if sum(end - SHARED <= other <= end for other in ends) >= max(2, len(ends) * FEW):
            return end
    return max(ends)


def _gutter(rows: Sequence[Row]) -> Gutter | None:
    """The white strip between two columns that the most rows have, if enough of them do."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    margin = NARROWEST * (right - left)
    best: tuple[int, Gutter] | None = None
    x = left + margin
    while x < right - margin:
        for first, last in _runs(rows, x):
            count = _both_sides(rows[first:last], x)
            better = count >= FEWEST_ROWS and (best is None or count > best[0])
            if better and _are_columns(rows[first:last], x):
                best = (count, Gutter(x, first, last))
        x += STEP
    return best[1] if best else None


def _runs(rows: Sequence[Row], x: float) -> list[tuple[int, int]]:
    """The stretches of rows that leave a strip white."""
    runs: list[tuple[int, int]] = []
    start = None
    for place, row in enumerate(rows):
        reach = GUTTER * row.size / 2
        low, high = x - reach, x + reach
        crossed = any(left < high and right > low for _, left, right in row.words)
        if start is not None and (
            crossed or rows[place - 1].base - row.base > APART * 2 * row.size
        ):
            runs.append((start, place))
            start = None
        if not crossed and start is None:
            start = place
    return [*runs, (start, len(rows))] if start is not None else runs


def _both_sides(rows: Sequence[Row], x: float) -> int:
    """How many rows both sides have at least, where they stand side by side."""
    left = [row.base for row in rows if row.left < x]
    right = [row.base for row in rows if row.right > x]
    if not left or not right:
        return 0
    together = min(max(left), max(right)) - max(min(left), min(right))
    height = min(max(left) - min(left), max(right) - min(right))
    return min(len(left), len(right)) if together >= height / 2 else 0


def _are_columns(rows: Sequence[Row], x: float) -> bool:
    """Whether both sides hold running text, as wide as its column, not the cells of a table."""
    for left in (True, False):
        side = _side(rows, x, left)
        if len(side) < FEWEST_ROWS:
            return False
        begin, end = min(row.left for row in side), max(row.right for row in side)
        full = sum(row.right - row.left > 0.8 * (end - begin) for row in side)
        words = sum(len(row.words) for row in side)
        running = full * 2 >= len(side) or (len(side) >= MANY_ROWS and words >= 3 * len(side))
        if not running or words < WORDS * len(side):
            return False
    return True


def _side(rows: Sequence[Row], x: float, left: bool) -> list[Row]:
    """The parts of rows on one side of a gutter, from top to bottom."""

    def on_side(word: Word) -> bool:
        return ((word.left + word.right) / 2 < x) == left

    parts = [
        Row(tuple(filter(on_side, row.words)), row.right_to_left)
        for row in rows
        if any(map(on_side, row.words))
    ]
    return sorted(parts, key=lambda row: -row.base)
