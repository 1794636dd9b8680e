"""Annexes of a report: their paragraphs have labels of their own and record nothing that was decided."""

from __future__ import annotations

import pytest

from tests.reading.ninth_session import REPORT_NAME
from tests.reading.test_segment import CHAPTERS, labels
from tests.reading.texts import outline

ANNEXES = {
    "en": ["Annex I", "Summaries", "A. Finland", "1. It has ports:", "(a) Turku;", "(b) Oulu.",
           "B. Norway", "1. It has ports too.", "2. They are deep.", "Annex II", "1. Thanks."],
    "ar": ["المرفق الأول", "الملخصات", "ألف- فنلندا", "1- لديها موانئ:", "(أ) توركو؛", "(ب) أولو.",
           "باء- النرويج", "1- لديها موانئ أيضا.", "2- وهي عميقة.", "المرفق الثاني", "1- شكر."],
}  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
def test_paragraphs_of_the_annexes_of_a_report_are_none_of_its_own(language: str) -> None:
    # each summary counts from 1; only one of them can have the label
    text = CHAPTERS[language] + "\n" + "\n\n".join(ANNEXES[language]) + "\n"
    found = outline(text, REPORT_NAME.format(language))
    assert labels(found, "report") == ["1", "2", "3", "4"]
    assert labels(found, "annex") == [
        "annex-1.1", "annex-1.1.a", "annex-1.1.b", "annex-1.2", "annex-2.1",
    ]  # fmt: skip
    annexed = [p for p in found.paragraphs if p.part == "annex"]
    assert len(annexed) == 6
    assert all(p.node is None for p in annexed)
