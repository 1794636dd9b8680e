"""Acts, documents, articles, rules and provisions in short sentences: one line a phenomenon."""

from __future__ import annotations

import pytest

from ingest.records import Paragraph
from tests.reading.references import mentions_of, targets

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
    ("en", "CTOC/COP/2030/L.2-L.4", [f"doc:CTOC/COP/2030/L.{n}" for n in (2, 3, 4)]),
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
    # a full stop for a stroke
    ("en", "(see ECE/MP.WAT/99.Add.2)", ["doc:ECE/MP.WAT/99/Add.2"]),
    # white space beside the stroke, for it, or behind the full stop; a line that breaks there
    ("en", "(see ECE/MP.WAT/99/ Add.1)", ["doc:ECE/MP.WAT/99/Add.1"]),
    ("en", "(ECE/MP.WAT/99 Corr.1)", ["doc:ECE/MP.WAT/99/Corr.1"]),
    ("en", "ECE/MP.WAT/99. Add. 2;", ["doc:ECE/MP.WAT/99/Add.2"]),
    ("en", "(ECE/MP.WAT/99/\nRev.1)", ["doc:ECE/MP.WAT/99/Rev.1"]),
    # … but a sentence may end with a symbol
    ("en", "See ECE/MP.WAT/99. Added were two annexes.", ["doc:ECE/MP.WAT/99"]),
    # a series in small letters, with a space or without
    (
        "en",
        "ECE/HBP/2031/Inf. 1; ECE/HBP/2031/Inf.2",
        ["doc:ECE/HBP/2031/Inf.1", "doc:ECE/HBP/2031/Inf.2"],
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
    # from … to
    ("ar", "المقررات من 1/2 إلى 1/4", "untoc-cop", [f"dec:untoc-cop/1/{n}" for n in (2, 3, 4)]),
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
    # a title that breaks into lines
    ("en", "Article 2,\r\n\t\tparagraph 1, of the Paris Agreement", ["art:paris-agreement/2"]),
    # articles that share the instrument named behind the last of them, each with its paragraphs
    (
        "en",
        "article 8, paragraph 2, and article 9, paragraphs 1 and 3, of the Trafficking Protocol",
        ["art:untoc-tip/8", "art:untoc-tip/9"],
    ),
    (
        "fr",
        "l’article 8, paragraphe 2, et l’article 9, paragraphe 3, de l’Accord de Paris",
        ["art:paris-agreement/8", "art:paris-agreement/9"],
    ),
    (
        "es",
        "el artículo 8, párrafo 2, y el artículo 9, párrafo 3, del Acuerdo de París",
        ["art:paris-agreement/8", "art:paris-agreement/9"],
    ),
    (
        "ru",
        "пункт 2 статьи 8 и пункт 3 статьи 9 Парижского соглашения",
        ["art:paris-agreement/8", "art:paris-agreement/9"],
    ),
    (
        "ar",
        "الفقرة 2 من المادة 8 والفقرة 3 من المادة 9 من اتفاق باريس",
        ["art:paris-agreement/8", "art:paris-agreement/9"],
    ),
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
        ("en", "subparagraph (d) of paragraph 3 of article 32 of the Convention", ["3(d)"]),
        ("ar", "الفقرة الفرعية (د) من الفقرة 3 من المادة 32 من الاتفاقية", ["3(d)"]),
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
    # the paragraphs of two acts in one breath
    (
        "en",
        "decision 2/6, paragraph (b), and paragraph 3 of General Assembly resolution 55/25",
        ["dec:untoc-cop/2/6#b", "res:ga/55/25#3"],
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
