"""How what is missing is told: briefly, and of whom."""

import pytest

from views.parts.absences import number_ranges


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (["1", "2", "3", "5"], ["1–3", "5"]),
        (["4"], ["4"]),
        # special sessions have no neighbours
        (["9", "10", "11", "ES-10", "S-23"], ["9–11", "ES-10", "S-23"]),
        ([], []),
    ],
)
def test_numbers_that_follow_are_drawn_together(numbers: list[str], told: list[str]) -> None:
    assert number_ranges(numbers) == told
