"""Where a table of contents ends, in texts whose paragraphs do not count from 1."""

from __future__ import annotations

from tests.reading.texts import outline

LONG = (
    "The work of the section supports the Parties in keeping their rivers clean and open to all. "
    * 3
)
SECTION = (
    "Rivers\n\nContents\nI.\tOverview\t2\nII.\tResources\t5\n"
    "I.\tOverview\nMandates\n"
    f"4.1\t{LONG}\n4.2\tTo that end the section will:\n(a)\tBuild locks;\n(b)\tTrain keepers.\n"
    "Legislative mandates\n| 66/288 | The future |\n| 67/213 | Report |\n4.3\tEnds here.\n"
)


def test_paragraphs_numbered_by_section_follow_the_contents() -> None:
    seen = outline(SECTION, "A_99_6_(Sect.4).en.txt").paragraphs
    parts = [(paragraph.part, paragraph.label) for paragraph in seen]
    assert parts[1:] == [
        ("contents", None),
        ("heading", None),
        ("heading", None),
        ("report", "4.1"),
        ("report", "4.2"),
        ("report", "4.2.a"),
        ("report", "4.2.b"),
        ("heading", None),
        ("other", None),  # the rows of a table are one
        ("report", "4.3"),
    ]
    assert {paragraph.act for paragraph in seen if paragraph.label} == {"doc:A/99/6 (Sect.4)"}


def test_contents_that_nothing_follows_are_whole() -> None:
    text = "Rivers\n\nContents\nI.\tOverview\t2\nII.\tResources\t5\n"
    assert [p.part for p in outline(text, "A_99_6_(Sect.4).en.txt").paragraphs][-1] == "contents"
