"""Structure: provisions in their places, headings that open regions, annotations under their items."""

from __future__ import annotations

import re

import pytest

from ingest.records import Outline
from tests.reading.ninth_session import ACTS, REPORT_NAME, REPORTS
from tests.reading.tenth_session import AGENDA_NAME, AGENDAS
from tests.reading.texts import ABJAD, PADDING, outline, words

ACT = "dec:untoc-cop/9/1"
OPENINGS = {
    "en": "Decision 9/1\n\nThe Conference of the Parties,\n\n",
    "ar": "المقرر 9/1\n\nإن مؤتمر الأطراف،\n\n",
}


def act(language: str, *provisions: str, between: str = "\n\n") -> Outline:
    """The outline of a decision with these provisions."""
    text = OPENINGS[language] + between.join(provisions) + "\n"
    return outline(text, REPORT_NAME.format(language))


def labels(found: Outline, *parts: str) -> list[str]:
    """The labels of the paragraphs of some parts, in order."""
    return [p.label for p in found.paragraphs if p.label and (not parts or p.part in parts)]


def nodes(found: Outline) -> list[str]:
    """The nodes whose words stand in the outline, each once, in order."""
    return list(dict.fromkeys(p.node for p in found.paragraphs if p.node))


FLOWING_CONTENTS = {"en": "Contents Chapter Page", "ar": "المحتويات الصفحة الفقرات الفصل"}
CONTENTS = {
    "en": (
        "Contents\n\nI. Decisions adopted 3\n\nDecision 9/1 3\n\nII. Organization of the session 9\n\n"
        "III. Customs and waterways 12\n\n"
    ),
    "ar": (
        "المحتويات\n\nأولا- المقررات المتخذة 3\n\nالمقرر 9/1- الجمارك 3\n\nثانيا- تنظيم الدورة 9\n\n"
        "ثالثا- الجمارك والمجاري المائية 12\n\n"
    ),
}


# Decisions


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_decision_with_letters_and_points(language: str) -> None:
    found = outline(ACTS[language], REPORT_NAME.format(language))
    assert labels(found, "operative") == ["a", "b", "c", "c.1", "c.2", "c.3", "d", "e", "f", "g"]
    heading, formula, preamble = found.paragraphs[:3]
    assert (heading.part, heading.role, heading.node) == ("heading", "title", ACT)
    assert (formula.part, formula.role, formula.act) == ("other", "enacting", ACT)
    assert (preamble.part, preamble.act) == ("preamble", ACT)
    assert nodes(found)[1] == f"{ACT}#a"


@pytest.mark.parametrize(
    ("language", "letters", "verb"),
    [
        (
            "ar",
            ABJAD,
            "يطلب إلى الأمانة أن تعد",
        ),
        (
            "en",
            list("abcdefghijklmnopqrstuvwx"),
            "Requests the secretariat to",
        ),
    ],
)
def test_twenty_four_lettered_provisions(language: str, letters: list[str], verb: str) -> None:
    # "(i)" and "(v)", "(x)" are letters here; the alphabet of Arabic labels is that of abjad
    lines = [f"({letter}) {verb} {place};" for place, letter in enumerate(letters, start=1)]
    found = act(language, *lines)
    assert labels(found, "operative") == list("abcdefghijklmnopqrstuvwx")


@pytest.mark.parametrize(
    ("language", "lines", "expected"),
    [
        # the ninth letter with points of its own: "(i)" twice in a row
        (
            "en",
            [
                *(f"({letter}) Notes it;" for letter in "abcdefgh"),
                "(i) Requests the Secretariat:",
                "(i) To mend;",
                "(ii) To paint;",
                "(j) Thanks it.",
            ],
            ["a", "b", "c", "d", "e", "f", "g", "h", "i", "i.1", "i.2", "j"],
        ),
        # numbered operative paragraphs, with letters and points below
        (
            "en",
            [
                "1. Notes it;",
                "2. Requests the Secretariat:",
                "(a) To mend:",
                "(i) Bridges;",
                "(ii) Locks;",
                "(b) To paint;",
                "3. Thanks it.",
            ],
            ["1", "2", "2.a", "2.a.1", "2.a.2", "2.b", "3"],
        ),
        (
            "ar",
            [
                "1- يلاحظ ذلك؛",
                "2- يطلب إلى الأمانة ما يلي:",
                "(أ) الترميم؛",
                "(ب) الطلاء؛",
                "3- يشكرها.",
            ],
            ["1", "2", "2.a", "2.b", "3"],
        ),
        # recommendations numbered behind lettered provisions are annexed to the decision
        (
            "en",
            [
                "(a) Endorses the recommendations below;",
                "(b) Requests the Secretariat to act on them.",
                "Recommendations",
                "1. The group noted three needs:",
                "(a) Boats;",
                "(b) Oars.",
                "2. The group thanked all.",
            ],
            ["a", "b", "annex.1", "annex.1.a", "annex.1.b", "annex.2"],
        ),
        (
            "ar",
            [
                "(أ) يقر التوصيات الواردة أدناه؛",
                "(ب) يطلب إلى الأمانة أن تعمل بها.",
                "التوصيات",
                "1- لاحظ الفريق حاجتين:",
                "(أ) القوارب؛",
                "(ب) المجاديف.",
                "2- شكر الفريق الجميع.",
            ],
            ["a", "b", "annex.1", "annex.1.a", "annex.1.b", "annex.2"],
        ),
        # … also in chapters of their own, which are not the report's
        (
            "en",
            [
                "(a) Endorses the recommendations below.",
                "I. Needs",
                "1. The group noted needs.",
                "II. Means",
                "2. The group noted means.",
            ],
            ["a", "annex.1", "annex.2"],
        ),
        # annexes that print a number, and an appendix beside them that prints none
        (
            "en",
            [
                "(a) Adopts the annexes.",
                "Annex I",
                "1. One.",
                "2. Two.",
                "Annex II*",
                "1. Three.",
                "Appendix",
                "1. Four.",
            ],
            ["a", "annex-1.1", "annex-1.2", "annex-2.1", "annex-3.1"],
        ),
    ],
)
def test_provisions_in_their_places(language: str, lines: list[str], expected: list[str]) -> None:
    assert labels(act(language, *lines)) == expected


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_text_as_one_line_has_the_labels_it_has_with_lines(language: str) -> None:
    flowing = " ".join(ACTS[language].split()) + " " + PADDING[language] * 150
    found = outline(flowing, REPORT_NAME.format(language))
    assert labels(found, "operative") == ["a", "b", "c", "c.1", "c.2", "c.3", "d", "e", "f", "g"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_report_as_one_line_has_the_nodes_it_has_with_lines(language: str) -> None:
    report = REPORTS[language]
    before, chapter = re.split(r"(?=^(?:I\. |أولا- ))", report, maxsplit=1, flags=re.MULTILINE)
    # the last line of the contents looks like the agenda that the report annexes
    contents = " ".join([FLOWING_CONTENTS[language], *CONTENTS[language].split()[1:]])
    last = {
        "en": "XIV. Provisional agenda for the tenth session",
        "ar": "رابع عشر- جدول الأعمال المؤقت للدورة العاشرة",
    }
    flowing = " ".join(
        [*before.split(), contents, last[language], *chapter.split(), PADDING[language] * 100]
    )
    found, plain = (outline(text, REPORT_NAME.format(language)) for text in (flowing, report))
    assert labels(found) == labels(plain)
    assert nodes(found) == nodes(plain)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Decision 9/2 also speaks of bridges. The Conference of the Parties was pleased."),
        (
            "en",
            "Decision 9/2, read aloud, pleased all. The Conference of the Parties, too, was pleased.",
        ),
        ("ar", "المقرر 9/2 يتحدث أيضا عن الجسور. وقيل إن مؤتمر الأطراف مسرور."),
    ],
)
def test_a_sentence_that_begins_with_a_decision_is_no_heading(language: str, sentence: str) -> None:
    provision = {
        "en": "(a) Requests the Secretariat to mend bridges.",
        "ar": "(أ) يطلب إلى الأمانة أن ترمم الجسور.",
    }
    found = act(language, provision[language], sentence)
    assert "dec:untoc-cop/9/2" not in nodes(found)


def test_the_title_stands_beside_or_below_the_number() -> None:
    enacting = "The Conference of the Parties,\n\n(a) Requests the Secretariat to mend bridges.\n"
    for printed in ("Decision 9/1. Old bridges\n\n", "Decision 9/1\n\nOld bridges\n\n"):
        found = outline(printed + enacting)
        heading = found.paragraphs[0]
        title = found.text.repaired[heading.content : heading.end].strip(" .")
        assert (heading.node, title) == (ACT, "Old bridges")


# Reports


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_report_from_its_masthead_to_its_annexes(language: str) -> None:
    found = outline(REPORTS[language], REPORT_NAME.format(language))
    assert labels(found, "report") == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "9.a", "9.b"]
    assert [n for n in nodes(found) if n.startswith("item:untoc-cop/9/")] == [
        f"item:untoc-cop/9/{label}" for label in ("1", "2", "2(a)", "2(b)", "3", "4")
    ]
    # the draft of the next session's agenda is the report's own; its labels may differ from the real one's
    assert [n for n in nodes(found) if n.startswith("item:untoc-cop/10/")] == [
        f"item:untoc-cop/10/{label}@CTOC/COP/2030/9"
        for label in ("1", "2", "2(a)", "2(b)", "2(b)(1)", "2(b)(2)", "3")
    ]
    (before,) = [p for p in found.paragraphs if p.role == "documents before"]
    assert words(found, before).count("CTOC/COP/2030/") == 3
    assert "2032" not in words(found, before)


CHAPTERS = {
    "en": (
        "I. Ports\n\nA. Sea\n\n1. One.\n\nB. Land\n\n2. Two.\n\n"
        "II. Locks\n\nA. High\n\n3. Three.\n\nB. Low\n\n4. Four.\n"
    ),
    "ar": (
        "أولا- الموانئ\n\nألف- البحر\n\n1- أول.\n\nباء- البر\n\n2- ثان.\n\n"
        "ثانيا- الأهوسة\n\nألف- العالية\n\n3- ثالث.\n\nباء- الواطئة\n\n4- رابع.\n"
    ),
}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_sections_begin_again_in_every_chapter_and_paragraphs_go_on(language: str) -> None:
    found = outline(CHAPTERS[language], REPORT_NAME.format(language))
    assert labels(found, "report") == ["1", "2", "3", "4"]
    assert [p.part for p in found.paragraphs].count("heading") == 6


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_table_of_contents_counts_for_nothing(language: str) -> None:
    report = REPORTS[language]
    before, chapter = re.split(r"(?=^(?:I\. |أولا- ))", report, maxsplit=1, flags=re.MULTILINE)
    found = outline(before + CONTENTS[language] + chapter, REPORT_NAME.format(language))
    plain = outline(report, REPORT_NAME.format(language))
    assert labels(found) == labels(plain)
    assert nodes(found) == nodes(plain)
    assert [p.node for p in found.paragraphs].count(ACT) == 1


@pytest.mark.parametrize(
    ("language", "heading", "rest"),
    [
        (
            "en",
            "Draft provisional agenda for the tenth session of the Conference",
            "(a) Opening of the session.\n\n2. Ports:\n\n(a) River ports;\n\n(b) Sea ports.\n",
        ),
        (
            "ar",
            "مشروع جدول الأعمال المؤقت للدورة العاشرة للمؤتمر",
            "(أ) افتتاح الدورة.\n\n2- الموانئ:\n\n(أ) الموانئ النهرية؛\n\n(ب) الموانئ البحرية.\n",
        ),
    ],
)
def test_the_first_number_of_a_draft_agenda_may_be_lost(
    language: str, heading: str, rest: str
) -> None:
    # in a table whose columns were read apart, "(a)" stands before "2." without its "1."
    report = REPORTS[language]
    cut = report.index(heading) + len(heading)
    found = outline(report[:cut] + "\n\n" + rest, REPORT_NAME.format(language))
    drafts = [n.partition("@")[0].rpartition("/")[2] for n in nodes(found) if "@" in n]
    assert drafts == ["1(a)", "2", "2(a)", "2(b)"]


# Annotated agendas


@pytest.mark.parametrize("language", ["ar", "en"])
def test_annotations_belong_to_their_items(language: str) -> None:
    found = outline(AGENDAS[language], AGENDA_NAME.format(language))
    items = [
        f"item:untoc-cop/10/{label}" for label in ("1", "2", "2(a)", "2(b)", "2(c)", "2(d)", "3")
    ]
    assert nodes(found) == items
    annotated = {p.node for p in found.paragraphs if p.role == "annotation"}
    assert annotated == {item for item in items if not item.endswith("/2")}
    # documents stand under the item whose annotation they follow
    listed = {p.node: words(found, p) for p in found.paragraphs if p.role == "documents"}
    assert {node: text.count("CTOC/COP/") for node, text in listed.items()} == {
        "item:untoc-cop/10/2(a)": 3,
        "item:untoc-cop/10/2(c)": 1,
    }
    # the time table at the end repeats items, and is none of theirs
    table = [p for p in found.paragraphs if p.role == "organization of work"]
    assert table
    assert all(p.node is None for p in table)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_lettered_list_in_an_annotation_is_no_list_of_items(language: str) -> None:
    # "(b) Read them." has the label of the next sub-item, but not its title
    found = outline(AGENDAS[language], AGENDA_NAME.format(language))
    told = " ".join(
        words(found, p)
        for p in found.paragraphs
        if p.role == "annotation" and str(p.node).endswith("2(a)")
    )
    assert {"en": "Read them", "ar": "قرأتها"}[language] in told


# Blank lines


@pytest.mark.parametrize(
    ("language", "first", "rest"),
    [
        (
            "en",
            "(a) Requests the Secretariat to ask each of the ports that it knows on both banks\n\n"
            "of the river for the height of its quays, and to write the answers down;",
            "(b) Thanks the ports.",
        ),
        (
            "ar",
            "(أ) يطلب إلى الأمانة أن تسأل كل ميناء من الموانئ التي تعرفها على ضفتي\n\n"
            "النهر عن ارتفاع أرصفته، وأن تدون الأجوبة التي ترد إليها؛",
            "(ب) يشكر الموانئ.",
        ),
    ],
)
def test_a_page_break_in_a_sentence_does_not_end_a_provision(
    language: str, first: str, rest: str
) -> None:
    found = act(language, first, rest)
    provision = next(p for p in found.paragraphs if p.label == "a")
    assert words(found, provision).split() == first.split()
    assert labels(found, "operative") == ["a", "b"]


def test_a_label_set_apart_opens_a_point_though_the_line_above_is_full() -> None:
    # an extraction drew "(b)" before the last word of the point above; in a wrapped line it is none
    full = (
        "(a) Requests the harbour masters of all ports to keep a register of the ships that lie at"
    )
    apart = act("en", f"{full}\n\n(b)\n\nThanks the pilots;\n\nanchor;", "(c) Thanks the crews.")
    assert labels(apart, "operative") == ["a", "b", "c"]
    wrapped = act("en", f"{full}\n(b) anchor and at (c) quays;", "(b) Thanks the crews of them.")
    assert labels(wrapped, "operative") == ["a", "b"]
