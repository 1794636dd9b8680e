"""Numbers and lists as a sentence has them."""

from __future__ import annotations

import pytest

from graph.sentences import counted, listed


@pytest.mark.parametrize(
    ("number", "nouns", "told"),
    [
        (1, ["agenda item"], "1 agenda item"),
        (0, ["agenda item"], "0 agenda items"),
        (1200, ["agenda item"], "1,200 agenda items"),
        (1, ["body", "bodies"], "1 body"),
        (2, ["body", "bodies"], "2 bodies"),
    ],
)
def test_a_noun_agrees_with_its_number(number: int, nouns: list[str], told: str) -> None:
    assert counted(number, *nouns) == told


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([], "none"),
        (["Parties"], "Parties"),
        (["Parties", "States"], "Parties and States"),
        (["Parties", "States", "the Bureau"], "Parties, States and the Bureau"),
    ],
)
def test_the_last_name_has_its_and(names: list[str], told: str) -> None:
    assert listed(names) == told
