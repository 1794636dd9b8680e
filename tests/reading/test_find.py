"""References in short sentences: one line a phenomenon, resolved to the ids of what is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.records import Identity, Mention, Paragraph

PACKS = load_packs()


def mentions_of(
    language: str,
    text: str,
    kinds: str | tuple[str, ...],
    body: str | None = None,
    session: str | None = None,
    paragraphs: tuple[Paragraph, ...] = (),
) -> list[Mention]:
    """The mentions of some kinds in a text; with a body, as in a document of that body."""
    identity = None
    if body:
        identity = Identity("doc:CTOC/COP/2020/99", "CTOC/COP/2020/99", language, body, session)
    wanted = (kinds,) if isinstance(kinds, str) else kinds
    found = find(text, PACKS.languages[language], PACKS, identity, paragraphs)
    return [mention for mention in found if mention.kind in wanted]


def targets(*arguments: object, **keywords: object) -> list[str | None]:
    """The targets of `mentions_of`, in order."""
    return [mention.target for mention in mentions_of(*arguments, **keywords)]  # type: ignore[arg-type]


SYMBOLS = [
    # a corrigendum without its stem belongs to the symbol before it
    ("ar", "(CTOC/COP/2006/4 وCorr.1)", ["doc:CTOC/COP/2006/4", "doc:CTOC/COP/2006/4/Corr.1"]),
    # addenda from … to, joined to the Arabic waw
    (
        "ar",
        "(CTOC/COP/2010/L.1 وAdd.1 إلى Add.3)",
        ["doc:CTOC/COP/2010/L.1", *(f"doc:CTOC/COP/2010/L.1/Add.{n}" for n in (1, 2, 3))],
    ),
    # addenda as a range with a hyphen, in the symbol itself and behind it
    ("en", "A/61/99 and Add.1-2", ["doc:A/61/99", "doc:A/61/99/Add.1", "doc:A/61/99/Add.2"]),
    ("en", "E/2011/7/Add.1-2.", ["doc:E/2011/7/Add.1", "doc:E/2011/7/Add.2"]),
    # a bare number continues an addendum
    (
        "en",
        "(FCCC/SBI/2030/8 and Add.1 and 2)",
        ["doc:FCCC/SBI/2030/8", "doc:FCCC/SBI/2030/8/Add.1", "doc:FCCC/SBI/2030/8/Add.2"],
    ),
    # … but not where it counts something else
    ("en", "A/61/99/Add.1 and 2 annexes", ["doc:A/61/99/Add.1"]),
    # limited documents and their revisions
    ("ar", "(CTOC/COP/2006/L.6/Rev.1)", ["doc:CTOC/COP/2006/L.6/Rev.1"]),
    # doubled and displaced brackets
    ("ar", "تلك المادة ((CTOC/COP/2010/L.7. وقرّر", ["doc:CTOC/COP/2010/L.7"]),
    # a symbol glued to the word before it
    ("ar", "الوثيقةCTOC/COP/2010/13", ["doc:CTOC/COP/2010/13"]),
    # committees, working papers, dots inside a series
    (
        "en",
        "A/C.3/61/L.2, ECE/CP.TEIA/2022/INF.2",
        ["doc:A/C.3/61/L.2", "doc:ECE/CP.TEIA/2022/INF.2"],
    ),
    # one document under two symbols
    ("en", "A/55/305-S/2000/809", ["doc:A/55/305", "doc:S/2000/809"]),
    # a section of the budget
    ("en", "A/80/6 (Sect. 13)", ["doc:A/80/6 (Sect.13)"]),
    # no symbols: organizations, diseases, and/or, web addresses, clock times
    ("en", "LEFÖ/TAMPEP, UNODC/OSCE, HIV/AIDS and/or www.un.org/A/61/99 at 10/13", []),
    ("ar", "الساعة 00/10 و/أو غيرها", []),
    # subject terms before a document
    ("en", "ORGANIZED CRIME|WITNESSES|DOCUMENTS|", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), SYMBOLS)
def test_symbols_name_documents(language: str, text: str, expected: list[str]) -> None:
    assert targets(language, text, ("document", "decision")) == expected


def test_a_symbol_one_letter_away_from_a_known_series_is_suspect() -> None:
    (mention,) = mentions_of("ar", "الوثيقة (CTOP/COP/2010/3)", "document")
    assert mention.target == "doc:CTOC/COP/2010/3"
    assert mention.properties["suspect"] is True
    assert mention.properties["printed"] == "CTOP/COP/2010/3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/RES/55/25", "res:ga/55/25"),
        ("A/RES/56/210 B", "res:ga/56/210B"),
        ("A/RES/S-21/2", "res:ga/S-21/2"),
        ("A/RES/1541(XV)", "res:ga/1541"),
        ("S/RES/1325 (2000)", "res:sc/1325"),
        ("E/RES/2006/27", "res:ecosoc/2006/27"),
        ("A/HRC/RES/54/10", "res:hrc/54/10"),
        ("UNEP/EA.2/RES.5", "res:unea/2/5"),
        ("HSP/HA.1/Res.5", "res:habitat-assembly/1/5"),
    ],
)
def test_the_symbol_of_an_act_names_the_act(text: str, expected: str) -> None:
    assert targets("en", f"as set out in {text}, annex", ("decision", "document")) == [expected]


ACTS = [
    # a list joined by waw, in a document of the body whose decisions they are
    (
        "ar",
        "عملا بمقرّراته 1/2 و1/3 و2/5",
        "untoc-cop",
        ["dec:untoc-cop/1/2", "dec:untoc-cop/1/3", "dec:untoc-cop/2/5"],
    ),
    # the organ between the word and its numbers
    ("ar", "مقرري المؤتمر 2/6 و3/4", "untoc-cop", ["dec:untoc-cop/2/6", "dec:untoc-cop/3/4"]),
    # double spaces
    ("ar", "في المقرر  3/1  المذكور", "untoc-cop", ["dec:untoc-cop/3/1"]),
    # the Arabic says "resolution" of a body that had decisions only
    ("ar", "طلب أيضا، في قراره 3/2، إلى أمانته", "untoc-cop", ["dec:untoc-cop/3/2"]),
    # the same body has both from its fifth session on
    (
        "en",
        "resolution 9/1 and decision 9/1",
        "untoc-cop",
        ["res:untoc-cop/9/1", "dec:untoc-cop/9/1"],
    ),
    # the organ named before «its»
    ("ar", "اعتمدت الجمعية العامة، في قرارها 55/255، بروتوكولا", "untoc-cop", ["res:ga/55/255"]),
    ("ar", "بقرار المجلس الاقتصادي والاجتماعي 2006/27", "untoc-cop", ["res:ecosoc/2006/27"]),
    # the organ behind the number
    (
        "ar",
        "المقرر 3/2 الصادر عن مؤتمر الدول الأطراف في اتفاقية الأمم المتحدة لمكافحة الفساد",
        None,
        ["dec:uncac-cosp/3/2"],
    ),
    (
        "en",
        "resolution 16/2 of the Commission on Crime Prevention and Criminal Justice",
        None,
        ["res:ccpcj/16/2"],
    ),
    ("en", "resolution 5/1 of 22 October 2010 of the Human Rights Council", None, ["res:hrc/5/1"]),
    # dates stand between the numbers
    (
        "en",
        "General Assembly resolutions 55/25 of 15 November 2000 and 55/255",
        None,
        ["res:ga/55/25", "res:ga/55/255"],
    ),
    # a matter stands between the numbers
    (
        "en",
        "Environment Assembly resolutions 4/19 on minerals and 5/12 on mines",
        None,
        ["res:unea/4/19", "res:unea/5/12"],
    ),
    # the Council of 2006/27 is not that of 1325 (2000)
    (
        "en",
        "Council resolutions 2006/27 and 2007/3",
        None,
        ["res:ecosoc/2006/27", "res:ecosoc/2007/3"],
    ),
    ("en", "Council resolution 1325 (2000)", None, ["res:sc/1325"]),
    ("ar", "قراري مجلس الأمن 1325 (2000) و1820 (2008)", None, ["res:sc/1325", "res:sc/1820"]),
    # numbered through, with the session in Roman numerals; in Arabic with a dal
    ("en", "General Assembly resolution 2297 (XXII)", None, ["res:ga/2297"]),
    ("en", "Economic and Social Council resolution 663 E (XXIV)", None, ["res:ecosoc/663E"]),
    ("ar", "قرار الجمعية العامة 3235 (د-29)", None, ["res:ga/3235"]),
    # special and emergency sessions, parts of a resolution
    ("en", "Assembly resolutions ES-10/18 and S-23/3", None, ["res:ga/ES-10/18", "res:ga/S-23/3"]),
    ("en", "resolutions 56/210 A and B", None, ["res:ga/56/210A", "res:ga/56/210B"]),
    ("en", "General Assembly resolution 55/25 a copy of which", None, ["res:ga/55/25"]),
    # the number before the session; ranges count up
    (
        "en",
        "decisions 2/CMP.7 to 4/CMP.7 and 1/CP.22",
        None,
        ["dec:unfccc-cmp/7/2", "dec:unfccc-cmp/7/3", "dec:unfccc-cmp/7/4", "dec:unfccc-cop/22/1"],
    ),
    # the Arabic of 1/CP.22
    ("ar", "المقرر 1/م أ-22", None, ["dec:unfccc-cop/22/1"]),
    # a table of contents prints the number alone
    ("en", "1/CP.19\tFurther advancing", None, ["dec:unfccc-cop/19/1"]),
    # sessions in Roman numerals
    ("en", "decision XII/5", None, ["dec:cbd-cop/12/5"]),
    ("en", "decision SS.XII/1", None, ["dec:unep-gc/SS.12/1"]),
    # no acts: drafts, articles, dates
    ("en", "draft resolution 55/25", None, []),
    ("ar", "مشروع المقرر 3/2", "untoc-cop", []),
    ("ar", "المادة 3/2 في 3/2", "untoc-cop", []),
]


@pytest.mark.parametrize(("language", "text", "body", "expected"), ACTS)
def test_numbers_name_acts(language: str, text: str, body: str | None, expected: list[str]) -> None:
    assert targets(language, text, "decision", body) == expected


def test_a_number_that_several_bodies_use_is_left_open_on_a_line_of_its_own() -> None:
    (mention,) = mentions_of("en", "Recalling decision 3/2,", "decision")
    assert mention.target is None
    assert {"dec:untoc-cop/3/2", "dec:uncac-cosp/3/2"} <= set(mention.candidates)
    assert "dec:ga/3/2" not in mention.candidates


def test_every_number_of_a_list_has_its_own_span() -> None:
    text = "في مقرراته 1/2 و1/5"
    spans = [(m.start, m.end, m.text) for m in mentions_of("ar", text, "decision", "untoc-cop")]
    assert spans == [(3, 14, "مقرراته 1/2"), (16, 19, "1/5")]


ARTICLES = [
    ("ar", "عملا بالمادة 32 من الاتفاقية", ["art:untoc/32"]),
    # dual and plural heads, lists
    ("ar", "بالمادتين 16 و17 من الاتفاقية", ["art:untoc/16", "art:untoc/17"]),
    ("ar", "للمواد 29 إلى 31 من الاتفاقية", ["art:untoc/29", "art:untoc/30", "art:untoc/31"]),
    # titles in brackets behind the numbers
    (
        "ar",
        "المواد 12 (المصادرة والضبط) و13 (التعاون) و18 (المساعدة) من الاتفاقية",
        ["art:untoc/12", "art:untoc/13", "art:untoc/18"],
    ),
    # of another instrument than the document's
    ("ar", "المادة 8 من بروتوكول مكافحة تهريب المهاجرين", ["art:untoc-som/8"]),
    ("ar", "المادة 5 من اتفاقية الأمم المتحدة لمكافحة الفساد", ["art:uncac/5"]),
    ("en", "Article 2, paragraph 1, of the Paris Agreement", ["art:paris-agreement/2"]),
    # the instrument stands before the bracket
    ("ar", "شرط الوقاية في بروتوكول الاتجار (المادة 14)", ["art:untoc-tip/14"]),
    # both protocols named before
    (
        "ar",
        "بروتوكول الاتجار بالأشخاص وبروتوكول المهاجرين، المشار إليها في المادة 12 من كل من هذين البروتوكولين",
        ["art:untoc-tip/12", "art:untoc-som/12"],
    ),
    (
        "en",
        "the Trafficking Protocol and the Firearms Protocol; article 12 of each of these two Protocols",
        ["art:untoc-tip/12", "art:untoc-firearms/12"],
    ),
    # the protocol named last
    ("ar", "بروتوكول المهاجرين، والمادة 6 من ذلك البروتوكول", ["art:untoc-som/6"]),
    # without an instrument: what the paragraph spoke of last, else the document's own
    ("ar", "تنفيذ بروتوكول الأسلحة النارية ولا سيما المادة 7", ["art:untoc-firearms/7"]),
    ("ar", "المعينة بمقتضى المادة 18 وكذلك غيرها", ["art:untoc/18"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), ARTICLES)
def test_articles_belong_to_their_instrument(language: str, text: str, expected: list[str]) -> None:
    assert targets(language, text, "article", "untoc-cop") == expected


@pytest.mark.parametrize(
    ("language", "text", "paragraphs"),
    [
        # two paragraphs of one article, each with its own head
        ("ar", "عملا بالفقرة 3 (د) والفقرة 4 من المادة 32 من الاتفاقية", ["3(d)", "4"]),
        ("ar", "وفقا للفقرات 3-5 من المادة 32 من الاتفاقية", ["3", "4", "5"]),
        ("ar", "للفقرتين 1 و2 من المادة 32", ["1", "2"]),
        ("en", "paragraphs 3 (d) and 4 of article 32 of the Convention", ["3(d)", "4"]),
        ("en", "article 32, paragraph 3 (d), of the Convention", ["3(d)"]),
    ],
)
def test_paragraphs_of_an_article_refine_it(
    language: str, text: str, paragraphs: list[str]
) -> None:
    (mention,) = mentions_of(language, text, "article", "untoc-cop")
    assert mention.target == "art:untoc/32"
    assert mention.properties["paragraphs"] == paragraphs


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "المادة 22 من النظام الداخلي للمؤتمر", ["rule:untoc-cop/22"]),
        # the rule's title stands between; the second time it stands alone
        (
            "ar",
            "بالمادة 18 (تقديم وثائق التفويض) من النظام الداخلي. وفقا للمادة 18.",
            ["rule:untoc-cop/18", "rule:untoc-cop/18"],
        ),
        (
            "en",
            "rules 14 to 16 of the rules of procedure",
            [f"rule:untoc-cop/{n}" for n in (14, 15, 16)],
        ),
        (
            "en",
            "rule 15 of the provisional rules of procedure of the Security Council",
            ["rule:sc/15"],
        ),
    ],
)
def test_articles_of_the_rules_of_procedure_are_rules(
    language: str, text: str, expected: list[str]
) -> None:
    assert targets(language, text, ("rule", "article"), "untoc-cop") == expected


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


PROVISIONS = [
    ("en", "paragraph 12 of decision 1/CP.16", ["dec:unfccc-cop/16/1#12"]),
    (
        "en",
        "paragraphs 3 (a) and (b) of General Assembly resolution 55/25",
        ["res:ga/55/25#3.a", "res:ga/55/25#3.b"],
    ),
    (
        "en",
        "decision 1/CP.21, paragraphs 5 and 7,",
        ["dec:unfccc-cop/21/1#5", "dec:unfccc-cop/21/1#7"],
    ),
    # annexes, numbered or not
    ("en", "decision 2/CP.17, annex VII, paragraph 20", ["dec:unfccc-cop/17/2#annex-7.20"]),
    ("en", "paragraph 3 of the annex to decision 2/CP.17", ["dec:unfccc-cop/17/2#annex.3"]),
    ("ar", "الفقرة 3 من المرفق الثاني للمقرر 3/4", ["dec:untoc-cop/3/4#annex-2.3"]),
    # paragraphs of something else
    ("en", "in accordance with paragraph 25 of these guidelines", []),
    # the document first, its paragraph behind
    ("ar", "(CTOC/COP/2010/14، الفقرة 33)", ["doc:CTOC/COP/2010/14#33"]),
    # Arabic letters count by abjad: (ص) is the 18th, (ر) the 20th
    ("ar", "الفقرتين (ص) و(ر) من المقرر 3/2", ["dec:untoc-cop/3/2#r", "dec:untoc-cop/3/2#t"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), PROVISIONS)
def test_provisions_of_acts_and_documents(language: str, text: str, expected: list[str]) -> None:
    assert targets(language, text, "provision", "untoc-cop") == expected


def test_above_means_the_same_decision() -> None:
    text = "في الفقرتين (ﻫ) و(ح) أعلاه"
    act = "dec:untoc-cop/9/1"
    outline = tuple(
        Paragraph(0, len(text), "operative", 0, label, act, f"{act}#{label}") for label in "ehl"
    )
    assert targets("ar", text, "provision", "untoc-cop", paragraphs=outline) == [
        f"{act}#e",
        f"{act}#h",
    ]


def test_an_article_in_an_agenda_is_of_the_protocol_that_the_item_above_names() -> None:
    above = "استعراض تنفيذ بروتوكول الاتجار بالأشخاص:\n"
    text = above + "(أ) النظر في حماية الضحايا (المادة 6)"
    outline = (
        Paragraph(0, len(above), "agenda", 0, "3", None, "item:untoc-cop/9/3"),
        Paragraph(
            len(above), len(text), "agenda", len(above), "3(a)", None, "item:untoc-cop/9/3(a)"
        ),
    )
    assert targets("ar", text, "article", "untoc-cop", paragraphs=outline) == ["art:untoc-tip/6"]


def test_offsets_count_in_the_text_as_given() -> None:
    # the shadda and kashida that folding drops are counted
    text = "عملا بمقـــرّره 2/6"
    (mention,) = mentions_of("ar", text, "decision", "untoc-cop")
    assert text[mention.start : mention.end] == mention.text == "بمقـــرّره 2/6"


PIECES = [
    "المقرر", "بقراراتها", " 3/2", " 55/25 ", "و4/1", "، و", " إلى ", "(أ)", "`3`", "المادة 12", "الفقرة 3 ",
    "من الاتفاقية", "البند 2 ", "دورته الثالثة", "A/RES/", "CTOC/COP/2006/4", " and Corr.1", "Add.1-3", "(",
    ")", "\n", "ـ", "ﻫ", "resolution", " articles 3 to 7 ", "paragraph 3 (a) ", "9-18 October", "2006", "/", "-",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["ar", "en"]))
def test_scrambled_references_never_break_the_finder(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    for mention in find(text, PACKS.languages[language], PACKS, None):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.target is None or ":" in mention.target
