"""An article without its instrument is of the one that stands above it: in a chapeau or a heading."""

from __future__ import annotations

import pytest

from ingest.records import Paragraph
from tests.reading.references import mentions_of

REPORT = "doc:FCCC/SBSTA/2031/4"
ACT = "dec:unfccc-cop/31/4"
AGREEMENT = "art:paris-agreement/6"
CONVENTION = "art:unfccc/6"

# Part, role, label and words of each line; what the article of the last line is of.
Line = tuple[str, str | None, str | None, str]
BELOW: list[tuple[str, list[Line], str]] = [
    # the chapter names the article and its instrument, topics stand between
    (
        REPORT,
        [
            (
                "heading",
                "chapter",
                None,
                "XI. Matters relating to Article 6 of the Paris Agreement",
            ),
            ("heading", "topic", None, "1. Proceedings"),
            ("report", None, "80", "80. The SBSTA met twice."),
            ("heading", "topic", None, "2. Conclusions"),
            ("report", None, "81", "81. The SBSTA looked at Article 6, paragraph 4, anew."),
        ],
        AGREEMENT,
    ),
    # the section names the instrument alone
    (
        REPORT,
        [
            ("heading", "section", None, "B. Work programme under the Paris Agreement"),
            ("report", None, "82", "82. The SBSTA noted the importance of Article 6, paragraph 1."),
        ],
        AGREEMENT,
    ),
    # a section or chapter that is over says nothing of the next one
    (
        REPORT,
        [
            (
                "heading",
                "chapter",
                None,
                "XI. Matters relating to Article 6 of the Paris Agreement",
            ),
            ("report", None, "80", "80. The SBSTA met twice."),
            ("heading", "chapter", None, "XII. Education and training"),
            ("report", None, "83", "83. The SBSTA welcomed the dialogue on Article 6."),
        ],
        CONVENTION,
    ),
    # a heading of two instruments does not tell
    (
        REPORT,
        [
            ("heading", "chapter", None, "X. The Kyoto Protocol and the Paris Agreement"),
            ("report", None, "84", "84. The SBSTA welcomed the dialogue on Article 6."),
        ],
        CONVENTION,
    ),
    # the paragraph itself says whose it is
    (
        REPORT,
        [
            (
                "heading",
                "chapter",
                None,
                "XI. Matters relating to Article 6 of the Paris Agreement",
            ),
            (
                "report",
                None,
                "85",
                "85. The SBSTA welcomed work under Article 6 of the Convention.",
            ),
        ],
        CONVENTION,
    ),
    # the title of a decision says it of the article that it names …
    (
        ACT,
        [
            (
                "heading",
                "title",
                None,
                "Guidance under Article 6, paragraph 2, of the Paris Agreement",
            ),
            ("preamble", None, None, "Aware of what was done,"),
            ("operative", None, "1", "1. Adopts the guidance on Article 6, paragraph 2;"),
        ],
        AGREEMENT,
    ),
    # … not of others
    (
        ACT,
        [
            ("heading", "title", None, "Preparing for the Paris Agreement"),
            ("operative", None, "1", "1. Invites Parties to report under Article 6;"),
        ],
        CONVENTION,
    ),
    # the words that lead to a point
    (
        ACT,
        [
            ("operative", None, "2", "2. Decides, as regards Article 6 of the Paris Agreement:"),
            ("operative", None, "2.a", "(a) To close its work;"),
            ("operative", None, "2.b", "(b) To return to Article 6, paragraph 8, each year;"),
        ],
        AGREEMENT,
    ),
]


@pytest.mark.parametrize(("act", "lines", "expected"), BELOW)
def test_an_article_is_of_the_instrument_above_it(
    act: str, lines: list[Line], expected: str
) -> None:
    text, outline = "", []
    for part, role, label, words in lines:
        place = Paragraph(
            len(text), len(text) + len(words), part, len(text), label, act, None, role
        )
        outline.append(place)
        text += words + "\n"
    found = mentions_of("en", text, "article", "unfccc-sbsta", paragraphs=tuple(outline))
    assert found[-1].start >= outline[-1].start
    assert found[-1].target == expected
