"""References on a line of its own: no document tells what a short name or a bare number means."""

from __future__ import annotations

import pytest

from tests.reading.references import mentions_of, targets

ARTICLES = [
    # whoever cites "the Charter" beside an article cites that of the United Nations
    ("en", "acting under Article 41 of the Charter", ["art:un-charter/41"]),
    ("ar", "بموجب المادتين 41 و42 من الميثاق", ["art:un-charter/41", "art:un-charter/42"]),
    # … where other short names may mean many instruments
    ("en", "acting under article 41 of the Convention", [None]),
    # a letter without brackets
    ("en", "transmitted under Article 73 e of the Charter", ["art:un-charter/73"]),
    ("ru", "согласно статье 73 е Устава", ["art:un-charter/73"]),
    # the Charter is named later in the sentence, of another place in it
    (
        "en",
        "guided by Article 51, and mindful of Chapter VIII of the Charter",
        ["art:un-charter/51"],
    ),
    ("en", "pursuant to article 51. Chapter VIII of the Charter says so.", [None]),
    # Roman numerals, and numbers in words
    (
        "en",
        "Articles I and II of the Treaty on the Non-Proliferation of Nuclear Weapons",
        ["art:npt/1", "art:npt/2"],
    ),
    ("ru", "в соответствии со статьей IV Договора о нераспространении", ["art:npt/4"]),
    ("ar", "وفقا للمادة الرابعة من معاهدة عدم انتشار الأسلحة النووية", ["art:npt/4"]),
    ("ar", "ميثاق الأمم المتحدة، ولا سيما المادة الثانية منه", ["art:un-charter/2"]),
    ("fr", "l'article premier de la Charte", ["art:un-charter/1"]),
    # words that look like Roman numerals, paragraphs of a preamble in words
    ("en", "the article in question, and the articles I mentioned", []),
    ("ar", "الفقرة الرابعة من ديباجة القرار 1325 (2000)", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), ARTICLES)
def test_articles_without_a_document_around_them(
    language: str, text: str, expected: list[str | None]
) -> None:
    assert targets(language, text, "article") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the Assembly had adopted some hundred resolutions for every session, the Council thirty
        ("en", "in its resolution 973 (X)", "res:ga/973"),
        ("en", "in its resolution 288 (X)", "res:ecosoc/288"),
        ("ar", "في قرارها 973 (د-10)", "res:ga/973"),
        ("ru", "в своей резолюции 1503 (XLVIII)", "res:ecosoc/1503"),
        # the part of a resolution before its session or behind
        ("en", "resolution 663 E (XXIV)", "res:ecosoc/663E"),
        ("en", "resolution 2837 (XXVI) B", "res:ga/2837B"),
        ("en", "resolution 1541 (XV). A copy", "res:ga/1541"),
    ],
)
def test_a_number_and_its_roman_session_tell_the_organ(
    language: str, text: str, expected: str
) -> None:
    assert targets(language, text, "decision") == [expected]


def test_the_arabic_preposition_swallows_a_lam_of_the_committee() -> None:
    text = "اللجنة الاقتصادية لأوروبا، والمادتان 3 و4 من النظام الداخلي للجنة"
    assert targets("ar", text, "rule") == ["rule:ece/3", "rule:ece/4"]
    (human_rights,) = mentions_of("ar", "الدورة الثالثة للجنة حقوق الإنسان", "body")
    assert human_rights.target == "body:chr"
