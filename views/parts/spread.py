"""Where the nodes of a network stand: each opened step finds room around the node it came from.

A node keeps its place when others are added, because its place follows from what was there before
it. So a reader who opens one node after the other never loses the way, and an address gives the
same picture every time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import atan2, cos, pi, sin

Point = tuple[int, int]

# pixels: what a box needs to itself, and the step from ring to ring
WIDTH, HEIGHT = 210, 80
ACROSS, DOWN = 104, 70
RINGS = 80  # more than the most nodes ever need
START = 0.4  # radians: boxes in exact rows would hide the lines between them


def spread(ids: Iterable[str], found_from: Mapping[str, str]) -> dict[str, Point]:
    """The middle of each node's box; the first stands at (0, 0), no two boxes overlap.

    `found_from` gives for every other node the one around which it is to stand.
    """
    places: dict[str, Point] = {}
    for id in ids:
        opener = places.get(found_from.get(id, ""), (0, 0))
        places[id] = next(place for place in _room(opener) if _free(place, places.values()))
    return places


def _room(middle: Point) -> Iterator[Point]:
    """Places around a node, the nearest first; within a ring those that lead outward first."""
    if middle == (0, 0):
        yield middle
    outward = atan2(middle[1], middle[0]) if middle != (0, 0) else 0.0
    for ring in range(1, RINGS):
        number = 10 * ring
        turns = sorted(
            (2 * pi * place / number + START * (ring % 2) for place in range(number)),
            key=lambda turn: abs(_between(turn, outward)) if middle != (0, 0) else 0.0,
        )
        for turn in turns:
            x = middle[0] + ring * ACROSS * cos(turn)
            y = middle[1] + ring * DOWN * sin(turn)
            yield round(x), round(y)


def _between(turn: float, other: float) -> float:
    """The angle from one direction to another, at most half a turn either way."""
    return (turn - other + pi) % (2 * pi) - pi


def _free(place: Point, taken: Iterable[Point]) -> bool:
    return all(abs(place[0] - x) >= WIDTH or abs(place[1] - y) >= HEIGHT for x, y in taken)
