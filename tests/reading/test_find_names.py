"""Names, sessions, meetings, dates, groups and agenda items in short sentences: one line a phenomenon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.find import find
from ingest.records import Paragraph
from tests.reading.references import PACKS, mentions_of, targets

NAMES = [
    # full title, with what it supplements: the convention's name is part of the title
    (
        "ar",
        "بروتوكول مكافحة تهريب المهاجرين عن طريق البر والبحر والجو، المكمّل للاتفاقية",
        ["inst:untoc-som"],
    ),
    ("ar", "وبروتوكول المهاجرين والأسلحة", ["inst:untoc-som"]),
    # joined prepositions: للاتفاقية, بالاتفاقية
    ("ar", "الامتثال للاتفاقية والتوعية بالاتفاقية", ["inst:untoc", "inst:untoc"]),
    # the convention and all that belongs to it
    (
        "ar",
        "الاتفاقية والبروتوكولات الملحقة بها",
        ["inst:untoc", "inst:untoc-tip", "inst:untoc-som", "inst:untoc-firearms"],
    ),
    (
        "en",
        "the Convention and the Protocols thereto",
        ["inst:untoc", "inst:untoc-tip", "inst:untoc-som", "inst:untoc-firearms"],
    ),
    ("en", "the Charter of the United Nations", ["inst:un-charter"]),
    # the name of the Conference holds that of the Convention
    (
        "en",
        "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
        [],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), NAMES)
def test_instruments_by_full_and_short_name(language: str, text: str, expected: list[str]) -> None:
    assert targets(language, text, "instrument", "untoc-cop") == expected


def test_a_short_name_is_left_open_where_no_document_explains_it() -> None:
    (mention,) = mentions_of("en", "parties to the Convention", "instrument")
    assert mention.target is None
    assert {"inst:untoc", "inst:uncac"} <= set(mention.candidates)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "جمهورية إيران الإسلامية", ["actor:state/IRN"]),
        ("ar", "إيران (جمهورية-الإسلامية)", ["actor:state/IRN"]),
        ("ar", "المملكة المتحدة لبريطانيا العظمى وإيرلندا الشمالية", ["actor:state/GBR"]),
        (
            "en",
            "the Bolivarian Republic of Venezuela and Chad",
            ["actor:state/VEN", "actor:state/TCD"],
        ),
        # a name that is an adjective as well: "financial", "Mali"
        ("ar", "ممثل مالي", ["actor:state/MLI"]),
        ("ar", "تقديم دعم مالي", []),
        # a name that is a verb or a common noun in lower case
        ("en", "the chad and the turkey", []),
        # two Koreas, two Congos, two Guineas
        (
            "en",
            "Democratic Republic of the Congo, Republic of Korea",
            ["actor:state/COD", "actor:state/KOR"],
        ),
        ("ar", "غينيا الاستوائية وغينيا", ["actor:state/GNQ", "actor:state/GIN"]),
        # the spellings of the United Nations
        ("ar", "تايلند ومالطة وزمبابوي", ["actor:state/THA", "actor:state/MLT", "actor:state/ZWE"]),
        # groups
        ("ar", "الدول الأعضاء والأمانة", ["actor:member-states", "actor:secretariat"]),
    ],
)
def test_states_and_organizations(language: str, text: str, expected: list[str]) -> None:
    assert targets(language, text, "actor") == expected


SESSIONS = [
    ("ar", "في دورته الثالثة", ["session:untoc-cop/3"]),
    ("ar", "الدورة الرابعة لمؤتمر الأطراف", ["session:untoc-cop/4"]),
    # the organ between the noun and its ordinal
    ("ar", "قبل دورة المؤتمر الرابعة", ["session:untoc-cop/4"]),
    (
        "ar",
        "بين دورتي مؤتمر الأطراف الثالثة والرابعة",
        ["session:untoc-cop/3", "session:untoc-cop/4"],
    ),
    # another organ's session
    ("ar", "الدورة السادسة والخمسين للجنة المخدرات", ["session:cnd/56"]),
    ("ar", "قررت الجمعية العامة في دورتها الاستثنائية الثالثة والعشرين", ["session:ga/S-23"]),
    ("en", "at its thirty-second session", ["session:untoc-cop/32"]),
    ("en", "the General Assembly, at its tenth emergency special session", ["session:ga/ES-10"]),
    ("en", "the 58th session of the Commission on Narcotic Drugs", ["session:cnd/58"]),
    ("en", "the ninth session of the World Urban Forum", [None]),
    # reporting cycles are no sessions, nor is the next chapter's number an ordinal
    ("ar", "دورتي الإبلاغ الأولى والثانية", []),
    ("ar", "تنظيم الدورة ثالثا- افتتاح", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), SESSIONS)
def test_sessions(language: str, text: str, expected: list[str]) -> None:
    assert targets(language, text, "session", "untoc-cop", "3") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [("ar", "في دورته المقبلة"), ("ar", "في دورته القادمة"), ("en", "at its next session")],
)
def test_the_next_session_stays_symbolic(language: str, text: str) -> None:
    (mention,) = mentions_of(language, text, "session", "untoc-cop", "3")
    assert mention.target is None
    assert mention.symbolic == {"session": "next", "body": "untoc-cop"}


@pytest.mark.parametrize(
    ("language", "text", "meetings"),
    [
        ("ar", "في جلسته السادسة عشرة", [16]),
        ("ar", "جلستيه الأولى والثانية", [1, 2]),
        # from … to counts what lies between
        ("ar", "جلساته الرابعة إلى السابعة", [4, 5, 6, 7]),
        ("ar", "في جلستي مؤتمر الأطراف السابعة والثامنة", [7, 8]),
        ("en", "at its 1st and 2nd meetings", [1, 2]),
    ],
)
def test_meetings(language: str, text: str, meetings: list[int]) -> None:
    (mention,) = mentions_of(language, text, "meeting", "untoc-cop", "3")
    assert mention.symbolic == {"body": "untoc-cop", "session": "3", "meetings": meetings}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "9-18 تشرين الأول/أكتوبر 2006", {"iso": "2006-10-09", "to": "2006-10-18"}),
        ("ar", "من 9 إلى 18 تشرين الأول/ أكتوبر 2006", {"iso": "2006-10-09", "to": "2006-10-18"}),
        ("ar", "نهاية حزيران/يونيه 2007", {"iso": "2007-06"}),
        ("ar", "في ٣ تموز/يوليه ٢٠٠٥", {"iso": "2005-07-03"}),
        ("en", "28 February 2008", {"iso": "2008-02-28"}),
        ("en", "on September 5, 2014", {"iso": "2014-09-05"}),
        # the year is not printed
        ("en", "on 9 October", {"iso": "--10-09"}),
    ],
)
def test_dates(language: str, text: str, expected: dict[str, str]) -> None:
    (mention,) = mentions_of(language, text, "date")
    assert mention.symbolic == expected


def test_the_first_of_two_dates_has_the_year_of_the_second() -> None:
    first, second = mentions_of("en", "from 28 April to 9 May 2008", "date")
    assert (first.symbolic, second.symbolic) == ({"iso": "2008-04-28"}, {"iso": "2008-05-09"})


def test_may_the_verb_is_no_month() -> None:
    assert mentions_of("en", "each of the 2 may 2008 times", "date") == []


GROUPS = [
    (
        "ar",
        "فريق الخبراء الحكوميين العامل المؤقت المفتوح العضوية المعني بالمساعدة التقنية",
        ["wg:untoc-cop/technical-assistance"],
    ),
    # the group changed its name
    (
        "ar",
        "الفريق العامل المفتوح العضوية المعني بتسليم المجرمين والمساعدة القانونية المتبادلة",
        ["wg:untoc-cop/international-cooperation"],
    ),
    (
        "en",
        "the Open-ended Interim Working Group on Technical Assistance met. The Working Group asked",
        ["wg:untoc-cop/technical-assistance", "wg:untoc-cop/technical-assistance"],
    ),
    # a group being set up: what it is for stands further on
    (
        "ar",
        "أن ينشئ فريقا عاملا مفتوح العضوية لكي يعقد مناقشات بشأن التعاون الدولي. واجتمع الفريق العامل",
        ["wg:untoc-cop/international-cooperation", "wg:untoc-cop/international-cooperation"],
    ),
    # a matter that no pack knows
    ("en", "the working group on fisheries", [None]),
]


@pytest.mark.parametrize(("language", "text", "expected"), GROUPS)
def test_working_groups_under_their_names(language: str, text: str, expected: list[str]) -> None:
    assert targets(language, text, "working group", "untoc-cop") == expected


def test_a_decision_speaks_of_its_own_group_even_after_naming_another() -> None:
    text = "الفريق العامل المعني بالمساعدة التقنية. الفريق العامل المعني بالتعاون الدولي. شدد الفريق العامل"
    act = (Paragraph(0, len(text), "annex", 0, "1", "dec:untoc-cop/9/4"),)
    found = targets("ar", text, "working group", "untoc-cop", paragraphs=act)
    assert found[-1] == "wg:untoc-cop/technical-assistance"


ITEMS = [
    ("ar", "في البند 2 (أ) من جدول الأعمال", ["2(a)"]),
    ("ar", "البنود 2 (ب)، و3 (أ) و(ب)، و4 (أ)", ["2(b)", "3(a)", "3(b)", "4(a)"]),
    # points below a letter, in several kinds of quotes, also as a range
    (
        "ar",
        "البنود 2 (ب) `3` إلى `6` من جدول الأعمال",
        ["2(b)(3)", "2(b)(4)", "2(b)(5)", "2(b)(6)"],
    ),
    ("ar", "البنود 2 (ب) ‘3‘-‘4‘", ["2(b)(3)", "2(b)(4)"]),
    ("en", "items 2 (b) (iii) to (v) of the agenda", ["2(b)(3)", "2(b)(4)", "2(b)(5)"]),
    ("en", "agenda items 2 (b) and 3 (a) and (b)", ["2(b)", "3(a)", "3(b)"]),
    # an item of something else
    ("en", "item 5 of the budget", []),
]


@pytest.mark.parametrize(("language", "text", "labels"), ITEMS)
def test_agenda_items_are_of_the_session_of_the_document(
    language: str, text: str, labels: list[str]
) -> None:
    found = targets(language, text, "agenda item", "untoc-cop", "3")
    assert found == [f"item:untoc-cop/3/{label}" for label in labels]


def test_an_item_that_the_session_lacks_is_of_the_draft_agenda_annexed() -> None:
    draft = Paragraph(
        0, 0, "agenda", 0, "2(b)(3)", None, "item:untoc-cop/4/2(b)(3)@CTOC/COP/2020/99"
    )
    (mention,) = mentions_of(
        "ar", "إدراج البند 2 (ب) `3` بالتشاور", "agenda item", "untoc-cop", "3", (draft,)
    )
    assert mention.target == draft.node
    assert mention.properties["draft"] is True


def test_offsets_count_in_the_text_as_given() -> None:
    # the shadda and kashida that folding drops are counted
    text = "عملا بمقـــرّره 2/6"
    (mention,) = mentions_of("ar", text, "decision", "untoc-cop")
    assert text[mention.start : mention.end] == mention.text == "بمقـــرّره 2/6"


PIECES = [
    "المقرر",
    "بقراراتها",
    " 3/2",
    " 55/25 ",
    "و4/1",
    "، و",
    " إلى ",
    "(أ)",
    "`3`",
    "المادة 12",
    "الفقرة 3 ",
    "من الاتفاقية",
    "البند 2 ",
    "دورته الثالثة",
    "A/RES/",
    "CTOC/COP/2006/4",
    " and Corr.1",
    "Add.1-3",
    "(",
    ")",
    "\n",
    "ـ",
    "ﻫ",
    "resolution",
    " articles 3 to 7 ",
    "paragraph 3 (a) ",
    "9-18 October",
    "2006",
    "/",
    "-",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["ar", "en"]))
def test_scrambled_references_never_break_the_finder(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    for mention in find(text, PACKS.languages[language], PACKS, None):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.target is None or ":" in mention.target
