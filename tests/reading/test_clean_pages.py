"""Layout of pages: heads, numbers and footnotes stand in no sentence, and every character tells its place."""

from __future__ import annotations

import pytest

from ingest.reading.clean import clean
from tests.reading.texts import outline, words

SENTENCE = "Requests the harbour masters of all ports to keep a register of the ships that lie at "
# Each is a document of four pages as one extraction or another gives it; a sentence runs over each break.
PAGED = {
    # the number of the page at its foot, the symbol at its head
    "number at the foot": (
        "Harbours\n\n1.\n" + SENTENCE + "their\n\n1\n\n\fFCCC/CP/2084/7\n\nquays;\n2.\n" + SENTENCE
        + "their\n\n2\n\n\fFCCC/CP/2084/7\n\npiers;\n3.\n" + SENTENCE + "their\n\n3\n\n"
        "\fFCCC/CP/2084/7\n\nmoles.\n\n4\n"
    ),
    # symbol, language and page in three lines at the head
    "three lines at the head": (
        "Harbours\n1.\n" + SENTENCE + "their\n\n\fFCCC/CP/2084/7\nEnglish\nPage 2\nquays;\n2.\n"
        + SENTENCE + "their\n\n\fFCCC/CP/2084/7\nEnglish\nPage 3\npiers;\n3.\n" + SENTENCE
        + "their\n\n\fFCCC/CP/2084/7\nEnglish\nPage 4\nmoles.\n"
    ),
    # job number and page change sides from left to right pages
    "left and right pages": (
        "Harbours\n1. " + SENTENCE + "their\n\fFCCC/CP/2084/7\n2 GE.84-01234\nquays;\n2. "
        + SENTENCE + "their\n\fFCCC/CP/2084/7\nGE.84-01234 3\npiers;\n3. " + SENTENCE
        + "their\n\fFCCC/CP/2084/7\n4 GE.84-01234\nmoles.\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", PAGED)
def test_a_sentence_runs_on_over_a_page_break(form: str) -> None:
    read = " ".join(clean(PAGED[form]).repaired.split())
    for number, place in enumerate(("quays;", "piers;", "moles."), start=1):
        assert f"{number}. {SENTENCE}their {place}" in read
    assert "FCCC" not in read
    assert "GE." not in read


NOTES = {
    # the number of the note above its words, that of the page between them
    "number above": ("year;1", "1\n\n5\n\nFCCC/CP/2084/3, annex.\n"),
    "on one line": ("year;1", "1 FCCC/CP/2084/3, annex.\n5\n"),
    # behind a point whose label and words the extraction took apart
    "asterisk": ("year;*", "* FCCC/CP/2084/3, annex.\n\n5\n"),
}


@pytest.mark.parametrize("form", NOTES)
def test_a_footnote_moves_behind_the_paragraph_that_its_page_cuts(form: str) -> None:
    marked, foot = NOTES[form]
    pages = [
        f"4.\nWelcomes the list of every {marked}\n5.\n{SENTENCE}their\n\n{foot}",
        f"FCCC/CP/2084/7\n\nquays;\n6.\n{SENTENCE}their\n\n6\n\n",
        "FCCC/CP/2084/7\n\npiers.\n\n7\n",
    ]
    opening = "Decision 1/CP.90\n\nHarbours\n\nThe Conference of the Parties,\n"
    found = outline(opening + "\f".join(pages), "FCCC_CP_2084_7.en.txt")
    paragraphs = [(p.label, p.role, " ".join(words(found, p).split())) for p in found.paragraphs]
    place = paragraphs.index(("5", None, f"5. {SENTENCE}their quays;"))
    label, role, note = paragraphs[place + 1]
    assert (label, role) == (None, "footnote")
    assert note.endswith("FCCC/CP/2084/3, annex.")
    assert ("6", None, f"6. {SENTENCE}their piers.") in paragraphs


def test_points_below_the_number_of_a_note_stay_in_the_body() -> None:
    # "(b)" and its words were drawn at the foot, behind the number of the note
    page = (
        "Welcomes:\n(a)\nThe list of ships;1\n(b)\n\n1\n\nThe list of quays;\n\nFCCC/CP/2084/3.\n9"
    )
    after = [
        "FCCC/CP/2084/7\n\n(c)\nThe list of piers;\n\n10\n",
        "FCCC/CP/2084/7\n\nMoles.\n\n11\n",
    ]
    read = clean("\f".join([page, *after])).repaired
    assert [" ".join(piece.split()) for piece in read.split("\f")] == [
        "Welcomes: (a) The list of ships;1 (b) The list of quays;",
        "1 FCCC/CP/2084/3.",
        "(c) The list of piers; Moles.",
    ]


@pytest.mark.parametrize(
    "table",
    [
        # figures of a table at the foot of a page are no notes
        "Finland1\nNorway\n\n1\n\n108\n92.5\n",
        "Ports1\n\n1\n\nPiers\n\n4\n\n4\n",
        # nor is the day below an act: it is no note 1, though there is a mark
        "of all ships;1\n2nd plenary meeting\n1 December 2084\n",
    ],
)
def test_numbers_that_are_no_footnotes(table: str) -> None:
    assert clean(f"{table}\f{table}").repaired.split() == (table * 2).split()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # the hyphen is the word's own, unless the text writes it without
        ("for capacity-\nbuilding in ports", "for capacity-building\n in ports"),
        ("the draft in-\nventory, an inventory", "the draft inventory\n, an inventory"),
        ("soft hy\u00ad\nphens", "soft hyphens\n"),
        # a dash at a line end cuts no word
        ("the years 2084-\n2085", "the years 2084-\n2085"),
        ("Trinidad-\nTobago", "Trinidad-\nTobago"),
    ],
)
def test_words_cut_at_a_line_end(text: str, read: str) -> None:
    assert clean(text).repaired == read


def test_paragraphs_framed_as_single_cells_lose_their_bars_and_tables_keep_theirs() -> None:
    text = "\t| 1.\tMend the quays |\n| (a) |\n| Port | Ships |\n|  |  |\n"
    assert clean(text).repaired == "1.\tMend the quays\n(a)\n| Port | Ships |\n|  |  |\n"


@pytest.mark.parametrize("text", [*PAGED.values(), "| (a)\tBoats |\n", "capacity-\nbuilding\n"])
def test_every_character_tells_where_it_stands(text: str) -> None:
    cleaned = clean(text)
    kept = [origin for origin in cleaned.origins if origin >= 0]
    assert len(kept) == len(set(kept))
    assert all(
        origin < 0 or cleaned.original[origin] == character
        for character, origin in zip(cleaned.repaired, cleaned.origins, strict=True)
    )
    assert cleaned.trust == 1.0
    assert cleaned.repairs


def test_lines_that_do_not_belong_together_keep_their_layout() -> None:
    text = "Ports and capacity-\nbuilding\n| (a) Boats |\nPage 1\n\fPage 2\n\fPage 3\n"
    assert clean(text, paged=False).repaired == text


def test_the_date_below_an_act_is_no_foot_of_its_page() -> None:
    # of five pages two end with the date of an act
    head = "FCCC/CP/2084/7\n\n"
    pages = [f"{head}{SENTENCE}", f"{head}the\nquays.\n12 May 2084\n"] * 2 + [f"{head}Moles.\n"]
    assert clean("\f".join(pages)).repaired.count("12 May 2084") == 2
