"""How pages call nodes: as the documents of the language print them."""

import pytest

from graph.model.records import Node
from views.parts.names import Names
from views.parts.wording import wording_for

DESIGNATIONS = {"dec:unfccc-cop/22/1": "1/CP.22"}


@pytest.mark.parametrize(
    ("id", "language", "label"),
    [
        ("dec:river-cop/3/2#r", "en", "(r)"),
        # abjad order: the 18th letter is sad, the 20th is ra
        ("dec:river-cop/3/2#r", "ar", "(ص)"),
        ("dec:river-cop/3/2#t", "ar", "(ر)"),
        ("dec:river-cop/3/2#g.1", "en", "(g)(1)"),
        ("dec:river-cop/3/2#aa", "ar", "(أأ)"),
        ("res:ga/79/196#57", "en", "paragraph 57"),
        ("res:ga/79/196#57.b", "en", "paragraph 57(b)"),
        ("dec:river-cop/3/2#annex.3", "en", "annex paragraph 3"),
        ("dec:river-cop/3/2#annex-2.3", "en", "annex 2 paragraph 3"),
        ("item:river-cop/4/2(c)", "ar", "2(ج)"),
        ("item:river-cop/4/2(b)(3)", "en", "2(b)(3)"),
    ],
)
def test_labels(id: str, language: str, label: str) -> None:
    assert Names(wording_for(language), {}).label(id) == label


@pytest.mark.parametrize(
    ("pinpoint", "language", "printed"),
    [
        ("paragraph 33", "ar", "الفقرة 33"),
        # the 18th letter of the abjad
        ("paragraph (r)", "ar", "الفقرة (ص)"),
        ("paragraph (g) (1)", "ar", "الفقرة (ز)(1)"),
        ("paragraph annex (3) (a)", "ar", "المرفق الفقرة 3(أ)"),
        ("item 2(c)", "ar", "البند 2(ج)"),
        ("preamble", "ar", "الديباجة"),
        # a report holds several acts: which one, goes first
        ("decision 9/1, paragraph (r)", "ar", "المقرر 9/1، الفقرة (ص)"),
        ("decision 1/CP.22, paragraph 12", "en", "Decision 1/CP.22, paragraph 12"),
        # a mark keeps the digit before its letters where all around runs from the right
        ("decision 1/CP.22, paragraph 12", "ar", "المقرر \u200e1/CP.22، الفقرة 12"),
        ("paragraph (r)", "en", "paragraph (r)"),
        # what has another form is better shown as it is than lost
        ("table 4, row B", "ar", "table 4, row B"),
    ],
)
def test_pinpoints(pinpoint: str, language: str, printed: str) -> None:
    assert Names(wording_for(language), {}).place(pinpoint) == printed


@pytest.mark.parametrize(
    ("node", "name"),
    [
        (Node("dec:unfccc-cop/22/1", "decision", {"designation": "1/CP.22"}), "Decision 1/CP.22"),
        # a provision's id has the number the other way round
        (Node("dec:unfccc-cop/22/1#12", "provision"), "Decision 1/CP.22 paragraph 12"),
        (Node("res:ga/55/25", "decision"), "Resolution 55/25"),
        (Node("doc:RIV/COP/2008/4", "document"), "RIV/COP/2008/4"),
        (Node("doc:RIV/COP/2008/4#33", "provision"), "RIV/COP/2008/4 paragraph 33"),
        (Node("session:river-cop/4", "session", {"start": "2008-10-08"}), "Session 4 (2008)"),
        (Node("art:untoc/18", "article"), "article 18"),
        (Node("actor:secretariat", "actor", {"title": {"ar": "الأمانة"}}), "الأمانة"),
        (Node("actor:states", "actor"), "states"),
        # every conference has a Bureau of its own, so that no pack names one
        (Node("actor:bureau", "actor"), "Bureau"),
    ],
)
def test_names(node: Node, name: str) -> None:
    assert Names(wording_for("en"), DESIGNATIONS).name(node) == name


def test_a_title_comes_in_the_language_of_the_page_if_there_is_one() -> None:
    node = Node("doc:X/1", "document", {"title": {"ar": "تقرير", "fr": "Rapport"}})
    assert Names(wording_for("ar"), {}).title(node) == ("تقرير", "ar")
    assert Names(wording_for("en"), {}).title(node) == ("تقرير", "ar")
    assert Names(wording_for("en"), {}).title(Node("doc:X/2", "document")) is None


@pytest.mark.parametrize(
    ("home", "id", "called"),
    [
        (None, "res:ga/55/25", "القرار 55/25"),
        # on a page about one body its own acts need no organ, all others do
        ("body:river-cop", "dec:river-cop/3/2", "المقرر 3/2"),
        ("body:river-cop", "res:ga/55/25", "القرار 55/25 (الجمعية العامة)"),
        ("body:river-cop", "res:ga/55/25#4", "القرار 55/25 (الجمعية العامة) الفقرة 4"),
        ("", "dec:river-cop/3/2", "المقرر 3/2 (river-cop)"),
    ],
)
def test_acts_of_other_organs_say_whose_they_are(home: str | None, id: str, called: str) -> None:
    assembly = Node("body:ga", "body", {"title": {"ar": "الجمعية العامة"}})
    names = Names(wording_for("ar"), {}, {"body:ga": assembly})
    if home is not None:
        names = names.at_home_in(home)
    assert names.name(Node(id, "provision" if "#" in id else "decision")) == called
