"""Evidence in its place: what is marked is what the spans select, in the file and repaired."""

from array import array

import pytest

from graph.stores import EvidenceText
from views.parts.passage import AROUND, Passage, original_passage, repaired_passage


def marked(passage: Passage) -> list[str]:
    return [piece for piece, is_marked in passage.pieces if is_marked]


def test_a_number_that_stood_before_its_word_is_marked_where_it_stands() -> None:
    # visual order: the file has the number first, the repair puts it behind its word
    original, repaired = "3/2decision, in the river", "decision 3/2, in the river"
    origins = array("i", [*range(3, 11), -1, 0, 1, 2, *range(11, 25)])
    text = EvidenceText(original, repaired, origins)
    assert marked(original_passage(text, [(0, 3)])) == ["3/2"]
    assert marked(repaired_passage(text, [(0, 3)])) == ["3/2"]
    # the space that the repair put in parts no mark
    assert marked(repaired_passage(text, [(0, 11)])) == ["decision 3/2"]
    assert repaired_passage(text, [(0, 3)]).text == repaired


def test_a_sentence_in_two_places_has_two_marks() -> None:
    original = "one two three four"
    text = EvidenceText(original, original, array("i", range(len(original))))
    assert marked(original_passage(text, [(14, 18), (0, 3)])) == ["one", "four"]
    assert original_passage(text, [(14, 18), (0, 3)]).text == original


@pytest.mark.parametrize("length", [AROUND, 10 * AROUND])
def test_what_stands_far_away_is_left_out_and_said_to_be(length: int) -> None:
    original = "a" * length + "HERE" + "b" * length + "AND HERE" + "c" * length
    text = EvidenceText(original, original, array("i", range(len(original))))
    spans = [(length, length + 4), (2 * length + 4, 2 * length + 12)]
    passage = original_passage(text, spans)
    assert marked(passage) == ["HERE", "AND HERE"]
    assert repaired_passage(text, spans) == passage
    cut = length > AROUND
    assert passage.text.startswith("…") is cut
    assert passage.text.endswith("…") is cut
    assert ("… …" in passage.text) is cut


def test_a_cut_falls_between_words() -> None:
    original = "word " * 200 + "HERE" + " word" * 200
    text = EvidenceText(original, original, array("i", range(len(original))))
    shown = original_passage(text, [(1000, 1004)]).text
    assert set(shown.split()) == {"[…]", "word", "HERE"}


def test_spans_that_no_longer_lie_in_the_text_mark_nothing() -> None:
    text = EvidenceText("short", "short", array("i", range(5)))
    assert marked(original_passage(text, [(90, 95)])) == []
