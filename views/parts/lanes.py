"""The ways of arrows: out at the side of a box, between the boxes of columns on the way, in again.

Drawn straight, an arrow would run behind boxes of the columns between and of the one it goes to, and
look as if it came from one of them. So it turns only where no boxes are, between columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

GAP, LANE, HALF = 16, 9, 116  # pixels: between boxes, between lanes, half of a column's width

Point = tuple[int, int]
Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class Stack:
    """A column: where its middle is, and the heights of its boxes from above."""

    x: int
    heights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The middles of the boxes, column by column, and the points that an arrow passes, by its ends."""

    middles: tuple[tuple[int, ...], ...]
    ways: Mapping[tuple[Point, Point], tuple[Point, ...]]


def lay_out(stacks: Sequence[Stack], arrows: Iterable[tuple[Point, Point]]) -> Layout:
    """Stack the boxes, with a lane in every column that an arrow passes.

    An arrow goes from one box to another, each given as (column, place in the column). Arrows that
    arrive at one box share their lanes. A lane lies where the straight way would be, never above the
    first box, which is a heading.
    """
    arrows = list(arrows)
    passing = [(start, end) for start, end in arrows if abs(end[0] - start[0]) > 1]
    straight = [_middles(stack.heights, {}) for stack in stacks]
    wanted: dict[tuple[int, Point], list[float]] = {}
    for start, end in passing:
        for column in _between(start[0], end[0]):
            part = (column - start[0]) / (end[0] - start[0])
            from_y, to_y = straight[start[0]][start[1]], straight[end[0]][end[1]]
            wanted.setdefault((column, end), []).append(from_y + part * (to_y - from_y))
    places: dict[tuple[int, Point], int] = {}
    middles = []
    for column, stack in enumerate(stacks):
        here = {end: _mean(ys) for (at, end), ys in wanted.items() if at == column}
        lanes = _gaps(stack.heights, straight[column], here)
        middles.append(_middles(stack.heights, {gap: len(ends) for gap, ends in lanes.items()}))
        for gap, ends in lanes.items():
            under = middles[-1][gap - 1] + stack.heights[gap - 1] / 2 + GAP / 2
            for number, end in enumerate(ends):
                places[column, end] = round(under + number * LANE)
    ways = {
        (start, end): _way(start, end, stacks, middles, places)
        for start, end in arrows
        if start[0] != end[0]
    }
    return Layout(tuple(map(tuple, middles)), ways)


def _between(start: int, end: int) -> range:
    return range(start + 1, end) if end > start else range(start - 1, end, -1)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _gaps(
    heights: Sequence[int], middles: Sequence[int], wanted: Mapping[Name, float]
) -> dict[int, list[Name]]:
    """The lanes by the gap that is nearest to where they should lie; gap n is below box n - 1."""
    below = {
        gap: middles[gap - 1] + heights[gap - 1] / 2 + GAP / 2 for gap in range(1, len(heights) + 1)
    }
    lanes: dict[int, list[Name]] = {}
    for name in sorted(wanted, key=wanted.__getitem__):
        nearest = min(below, key=lambda gap: abs(below[gap] - wanted[name]))
        lanes.setdefault(nearest, []).append(name)
    return lanes


def _middles(heights: Sequence[int], lanes: Mapping[int, int]) -> list[int]:
    middles, top = [], 0
    for place, height in enumerate(heights):
        # the first lane of a gap needs no more room than the gap has
        top += max(lanes.get(place, 0) - 1, 0) * LANE
        middles.append(top + height // 2)
        top += height + GAP
    return middles


def _way(
    start: Point,
    end: Point,
    stacks: Sequence[Stack],
    middles: Sequence[Sequence[int]],
    places: Mapping[tuple[int, Point], int],
) -> tuple[Point, ...]:
    half = HALF if stacks[end[0]].x > stacks[start[0]].x else -HALF
    points = [(stacks[start[0]].x + half, middles[start[0]][start[1]])]
    for column in _between(start[0], end[0]):
        middle, y = stacks[column].x, places[column, end]
        points += [(middle - half, y), (middle + half, y)]
    return (*points, (stacks[end[0]].x - half, middles[end[0]][end[1]]))
