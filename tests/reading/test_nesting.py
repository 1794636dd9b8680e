"""Labels: what they count, how ids write them, and which of their meanings the sequence allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.folding import fold
from ingest.packs import load_packs
from ingest.reading.segment.markers import Marker, letter_value, roman_numeral, roman_value
from ingest.reading.segment.nesting import Nesting, item_label, letter_name, provision_label
from tests.reading.texts import ABJAD


@pytest.mark.parametrize(
    ("language", "printed", "expected"),
    [
        # abjad order: (ص) is the 18th, (ر) the 20th, (خ) the 24th
        ("ar", ABJAD, list(range(1, 25))),
        ("en", ["a", "c", "i", "x", "z"], [1, 3, 9, 24, 26]),
        # after (z) letters are doubled
        ("en", ["aa", "bb"], [27, 28]),
        ("ar", ["اا"], [29]),
        # no label
        ("en", ["ab"], [None]),
    ],
)
def test_a_letter_counts_by_its_place(
    language: str, printed: list[str], expected: list[int | None]
) -> None:
    pack = load_packs().languages[language]
    assert [letter_value(fold(letter), pack) for letter in printed] == expected


@pytest.mark.parametrize(("value", "name"), [(1, "a"), (18, "r"), (20, "t"), (26, "z"), (27, "aa")])
def test_ids_name_letters_in_latin(value: int, name: str) -> None:
    assert letter_name(value) == name


@given(st.integers(1, 399))
def test_roman_numerals_there_and_back(value: int) -> None:
    assert roman_value(roman_numeral(value)) == value


@pytest.mark.parametrize("letters", ["iiii", "vx", "iix", "abc", ""])
def test_what_only_looks_roman(letters: str) -> None:
    assert roman_value(letters) is None


def test_labels_of_provisions_and_items() -> None:
    path = (("number", 2), ("letter", 2), ("point", 3))
    assert provision_label(path) == "2.b.3"
    assert item_label(path) == "2(b)(3)"


# "(i)" is the ninth letter, or the first point
LETTER_I = (("letter", 9), ("point", 1))


def marker(*readings: tuple[str, int], opened: bool = False, bounded: bool = True) -> Marker:
    return Marker(0, 4, readings, opened, bounded, at_line_start=True)


def letters(last: int) -> list[Marker]:
    return [marker(("letter", value)) for value in range(1, last + 1)]


@pytest.mark.parametrize(
    ("before", "then", "label"),
    [
        # after (h) the ninth letter
        (letters(8), marker(*LETTER_I), "i"),
        # after a colon the first point, below (h) as below (b)
        (letters(8), marker(*LETTER_I, opened=True), "h.1"),
        (letters(2), marker(*LETTER_I, opened=True), "b.1"),
        # after "(b) … (i) …" the next letter closes the points
        ([*letters(2), marker(*LETTER_I, opened=True)], marker(("letter", 3), ("point", 100)), "c"),
        # in the middle of a sentence ("as set out in (a) and (b)") no label opens a provision
        (letters(1), marker(("letter", 2), bounded=False), None),
        # a label out of order is a reference or a misprint, not the next provision
        (letters(2), marker(("letter", 5)), None),
    ],
)
def test_the_sequence_decides(before: list[Marker], then: Marker, label: str | None) -> None:
    nesting = Nesting()
    for each in before:
        nesting.place(each)
    path = nesting.place(then)
    assert (provision_label(path) if path else None) == label
