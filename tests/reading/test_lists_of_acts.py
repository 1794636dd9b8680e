"""Whose acts the members of a long list are, in a resolution of an organ that recalls others' and its own."""

from __future__ import annotations

import pytest

from tests.reading.references import targets

OTHERS_THEN_ITS = [
    # the organ of the first list only says whose acts those are; "its" is the organ that speaks
    (
        "en",
        "Recalling Human Rights Council resolutions 11/2 of 3 May 2013, 12/4 of 5 May 2014, and 13/6 "
        "of 7 May 2015, and its resolutions 51/8 and 52/9,",
    ),
    (
        "fr",
        "Rappelant les résolutions 11/2 du 3 mai 2013, 12/4 du 5 mai 2014 et 13/6 du 7 mai 2015 du "
        "Conseil des droits de l’homme, et ses résolutions 51/8 et 52/9,",
    ),
    (
        "es",
        "Recordando las resoluciones del Consejo de Derechos Humanos 11/2, de 3 de mayo de 2013, "
        "12/4, de 5 de mayo de 2014, y 13/6, de 7 de mayo de 2015, y sus resoluciones 51/8 y 52/9,",
    ),
    (
        "ru",
        "ссылаясь на резолюции Совета по правам человека 11/2 от 3 мая 2013 года, 12/4 от 5 мая 2014 "
        "года и 13/6 от 7 мая 2015 года, а также на свои резолюции 51/8 и 52/9,",
    ),
    (
        "ar",
        "وإذ تشير إلى قرارات مجلس حقوق الإنسان 11/2 المؤرخ 3 أيار/مايو 2013 و 12/4 المؤرخ 5 أيار/مايو "
        "2014 و 13/6 المؤرخ 7 أيار/مايو 2015، وإلى قراريها 51/8 و 52/9،",
    ),
    # in Chinese every number has its own 第, as the head of a list has
    (
        "zh",
        "回顾人权理事会2013年5月3日第11/2号、2014年5月5日第12/4号和2015年5月7日第13/6号决议，"
        "以及其第51/8号和第52/9号决议，",
    ),
]


@pytest.mark.parametrize(("language", "text"), OTHERS_THEN_ITS)
def test_members_keep_the_organ_of_their_list_and_its_are_those_of_the_organ_that_speaks(
    language: str, text: str
) -> None:
    council = [f"res:hrc/{number}" for number in ("11/2", "12/4", "13/6")]
    own = ["res:ga/51/8", "res:ga/52/9"]
    assert targets(language, text, "decision", "ga") == council + own


@pytest.mark.parametrize(
    "text",
    [
        # the Council that does something is what "its" means, also in a document of the Assembly
        "Noting that the Human Rights Council decided, in its resolutions 11/2 and 12/4, to go on",
        # the matter of an act stands behind its date
        "Recalling Human Rights Council resolutions 11/2 of 3 May 2013 on mines, 12/4 of 5 May 2014",
    ],
)
def test_acts_of_another_organ_stay_its_own(text: str) -> None:
    assert targets("en", text, "decision", "ga") == ["res:hrc/11/2", "res:hrc/12/4"]


def test_without_a_body_that_speaks_its_is_the_organ_named_last() -> None:
    text = "General Assembly resolution 51/8 and its resolution 52/9"
    assert targets("en", text, "decision") == ["res:ga/51/8", "res:ga/52/9"]
