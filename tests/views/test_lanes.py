"""Arrows to columns farther on pass between the boxes of those on the way, never behind them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.parts.lanes import HALF, LANE, Point, Stack, lay_out

STEP = 285
HEIGHTS = st.lists(st.lists(st.integers(36, 72), min_size=1, max_size=7), min_size=2, max_size=5)


def stacks(heights: list[list[int]], sign: int) -> list[Stack]:
    return [Stack(sign * place * STEP, tuple(column)) for place, column in enumerate(heights)]


@given(data=st.data(), heights=HEIGHTS, sign=st.sampled_from([1, -1]))
def test_no_lane_touches_a_box(data: st.DataObject, heights: list[list[int]], sign: int) -> None:
    boxes = [(c, place) for c, column in enumerate(heights) for place in range(len(column))]
    ends = st.tuples(st.sampled_from(boxes), st.sampled_from(boxes))
    arrows = data.draw(st.lists(ends, max_size=30))
    layout = lay_out(stacks(heights, sign), arrows)
    for (start, end), way in layout.ways.items():
        assert len(way) == 2 * abs(end[0] - start[0])
        # out of its box and into the other at the height of their middles
        assert way[0][1] == layout.middles[start[0]][start[1]]
        assert way[-1][1] == layout.middles[end[0]][end[1]]
        for (x, y), (to_x, to_y) in zip(way[1:-1:2], way[2:-1:2], strict=True):
            column = round(abs(x + to_x) / 2 / STEP)
            assert y == to_y
            assert abs(to_x - x) == 2 * HALF
            for middle, height in zip(layout.middles[column], heights[column], strict=True):
                assert not middle - height / 2 <= y <= middle + height / 2
            # a heading stays the first of its column
            assert y > layout.middles[column][0]
    for column, middles in enumerate(layout.middles):
        for (above, below), (high, low) in zip(
            pairwise(middles), pairwise(heights[column]), strict=True
        ):
            assert above + high / 2 < below - low / 2


@pytest.mark.parametrize("sign", [1, -1])
def test_a_way_goes_forward_and_arrows_to_one_box_share_it(sign: int) -> None:
    arrows: list[tuple[Point, Point]] = [((0, 0), (2, 1)), ((0, 1), (2, 1)), ((0, 1), (1, 0))]
    layout = lay_out(stacks([[40, 40], [40, 40], [40, 40]], sign), arrows)
    first, second = layout.ways[arrows[0]], layout.ways[arrows[1]]
    assert first[1:] == second[1:]
    turns = [HALF, STEP - HALF, STEP + HALF, 2 * STEP - HALF]
    assert [sign * x for x, _ in first] == turns
    # a neighbour is reached through the space between the columns
    assert [sign * x for x, _ in layout.ways[arrows[2]]] == turns[:2]


def test_lanes_in_one_gap_lie_apart() -> None:
    arrows: list[tuple[Point, Point]] = [((0, 0), (2, place)) for place in range(3)]
    layout = lay_out(stacks([[40], [400], [40, 40, 40]], 1), arrows)
    lanes = sorted(way[1][1] for way in layout.ways.values())
    assert [after - before for before, after in pairwise(lanes)] == [LANE, LANE]
