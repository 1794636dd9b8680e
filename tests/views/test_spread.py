"""Where the nodes of a network stand: never on each other, and where they stood before."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from views.parts.spread import HEIGHT, WIDTH, spread


@given(openers=st.lists(st.integers(0, 69), max_size=69))
def test_no_box_stands_on_another_and_none_moves_when_others_come(openers: list[int]) -> None:
    ids = ["0", *(str(number) for number in range(1, len(openers) + 1))]
    # each node was found from one that was there before it
    found_from = {str(number): str(opener % number) for number, opener in enumerate(openers, 1)}
    places = spread(ids, found_from)
    assert list(places) == ids
    assert places["0"] == (0, 0)
    for (x, y), (other_x, other_y) in combinations(places.values(), 2):
        assert abs(x - other_x) >= WIDTH or abs(y - other_y) >= HEIGHT
    half = ids[: len(ids) // 2 + 1]
    assert spread(half, found_from) == {id: places[id] for id in half}


def test_neighbours_stand_near_the_node_that_was_opened() -> None:
    first = [f"a{number}" for number in range(24)]
    then = [f"b{number}" for number in range(20)]
    found_from = dict.fromkeys(first, "middle")
    before = spread(["middle", *first], found_from)
    outermost = max(first, key=lambda id: abs(before[id][0]))
    places = spread(["middle", *first, *then], found_from | dict.fromkeys(then, outermost))

    def mean_distance(id: str) -> float:
        x, y = places[id]
        return sum(abs(places[one][0] - x) + abs(places[one][1] - y) for one in then) / len(then)

    assert mean_distance(outermost) < mean_distance("middle")
    # outward, where there is room, not across the middle
    side = 1 if places[outermost][0] > 0 else -1
    assert sum(side * places[one][0] > 0 for one in then) > len(then) / 2
