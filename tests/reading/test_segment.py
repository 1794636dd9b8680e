"""Structure: labels nest and go on, headings open regions, nothing is lost or counted twice."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.folding import fold
from ingest.packs import load_packs
from ingest.reading import outline_document
from ingest.reading.formats import open_source
from ingest.reading.segment.markers import Marker, letter_value, roman_numeral, roman_value
from ingest.reading.segment.nesting import Nesting, item_label, letter_name, provision_label
from ingest.records import Outline
from tests.reading.texts import ACTS, AGENDA_NAME, AGENDAS, REPORT_NAME, REPORTS, outline, words

ACT = "dec:untoc-cop/9/1"
OPENINGS = {
    "en": "Decision 9/1\n\nThe Conference of the Parties,\n\n",
    "ar": "المقرر 9/1\n\nإن مؤتمر الأطراف،\n\n",
}
# enough words after a short text that it is long enough to count as one line without lines
PADDING = {"en": "Nothing else was said that day. ", "ar": "ولم يقل شيء آخر في ذلك اليوم. "}


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


ABJAD = list("أبجدهوزحطيكلمنسعفصقرشتثخ")
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


# Labels


@pytest.mark.parametrize(
    ("language", "printed", "expected"),
    [
        # abjad order: (ص) is the 18th, (ر) the 20th, (خ) the 24th
        ("ar", ABJAD, list(range(1, 25))),
        ("en", ["a", "c", "i", "x", "z"], [1, 3, 9, 24, 26]),
        # after (z) letters are doubled
        ("en", ["aa", "bb"], [27, 28]),
        ("ar", ["اا"], [29]),
        # no label
        ("en", ["ab"], [None]),
    ],
)
def test_a_letter_counts_by_its_place(
    language: str, printed: list[str], expected: list[int | None]
) -> None:
    pack = load_packs().languages[language]
    assert [letter_value(fold(letter), pack) for letter in printed] == expected


@pytest.mark.parametrize(("value", "name"), [(1, "a"), (18, "r"), (20, "t"), (26, "z"), (27, "aa")])
def test_ids_name_letters_in_latin(value: int, name: str) -> None:
    assert letter_name(value) == name


@given(st.integers(1, 399))
def test_roman_numerals_there_and_back(value: int) -> None:
    assert roman_value(roman_numeral(value)) == value


@pytest.mark.parametrize("letters", ["iiii", "vx", "iix", "abc", ""])
def test_what_only_looks_roman(letters: str) -> None:
    assert roman_value(letters) is None


def test_labels_of_provisions_and_items() -> None:
    path = (("number", 2), ("letter", 2), ("point", 3))
    assert provision_label(path) == "2.b.3"
    assert item_label(path) == "2(b)(3)"


# "(i)" is the ninth letter, or the first point
LETTER_I = (("letter", 9), ("point", 1))


def marker(*readings: tuple[str, int], opened: bool = False, bounded: bool = True) -> Marker:
    return Marker(0, 4, readings, opened, bounded, at_line_start=True)


def letters(last: int) -> list[Marker]:
    return [marker(("letter", value)) for value in range(1, last + 1)]


@pytest.mark.parametrize(
    ("before", "then", "label"),
    [
        # after (h) the ninth letter
        (letters(8), marker(*LETTER_I), "i"),
        # after a colon the first point, below (h) as below (b)
        (letters(8), marker(*LETTER_I, opened=True), "h.1"),
        (letters(2), marker(*LETTER_I, opened=True), "b.1"),
        # after "(b) … (i) …" the next letter closes the points
        ([*letters(2), marker(*LETTER_I, opened=True)], marker(("letter", 3), ("point", 100)), "c"),
        # in the middle of a sentence ("as set out in (a) and (b)") no label opens a provision
        (letters(1), marker(("letter", 2), bounded=False), None),
        # a label out of order is a reference or a misprint, not the next provision
        (letters(2), marker(("letter", 5)), None),
    ],
)
def test_the_sequence_decides(before: list[Marker], then: Marker, label: str | None) -> None:
    nesting = Nesting()
    for each in before:
        nesting.place(each)
    path = nesting.place(then)
    assert (provision_label(path) if path else None) == label


# Decisions


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_decision_with_letters_and_points(language: str) -> None:
    found = outline(ACTS[language], REPORT_NAME.format(language))
    assert labels(found, "operative") == ["a", "b", "c", "c.1", "c.2", "c.3", "d", "e", "f", "g"]
    heading, preamble = found.paragraphs[:2]
    assert (heading.part, heading.role, heading.node) == ("heading", "title", ACT)
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
        # two annexes: their numbers begin again
        (
            "en",
            ["(a) Adopts the annexes.", "Annex I", "1. One.", "2. Two.", "Annex II", "1. Three."],
            ["a", "annex.1", "annex.2", "annex-2.1"],
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


# Every character once


def assert_every_character_once(found: Outline) -> None:
    text = found.text.repaired
    covered = sorted((p.start, p.end) for p in found.paragraphs)
    for (_, end), (start, _) in pairwise(covered):
        assert end <= start, f"two paragraphs hold {text[start:end][:60]!r}"
    place = 0
    for start, end in [*covered, (len(text), len(text))]:
        assert not text[place:start].strip(), (
            f"no paragraph holds {text[place:start].strip()[:60]!r}"
        )
        place = end


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("texts", [REPORTS, AGENDAS, ACTS])
def test_every_character_of_a_document_lies_in_one_paragraph(
    texts: dict[str, str], language: str
) -> None:
    name = (AGENDA_NAME if texts is AGENDAS else REPORT_NAME).format(language)
    assert_every_character_once(outline(texts[language], name))


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["CTOC_COP_2006_14.ar.txt", "CTOC_COP_2008_1.ar.txt"])
def test_every_character_of_a_real_document_lies_in_one_paragraph(corpus: Path, name: str) -> None:
    assert_every_character_once(
        outline_document(open_source(corpus / "untoc" / name), load_packs())
    )


PIECES = {
    "en": """
Contents|Annex I|Annex|Annotations|Documentation|I. Ports|II. Locks|A. High|B. Low|Decision 9/1
Decision 9/2. Bridges|The Conference of the Parties,|1. One;|2. Two:|3. Three.|(a) Sea;|(b) Land:|(i) Up;
(ii) Down.|(aa) Both|List of documents before the Conference|It adopted the following agenda:|%%% digest|–
Draft provisional agenda for the tenth session|Proposed organization of work|See CTOC/COP/2030/2 (above)
""",
    "ar": """
المحتويات|المرفق الأول|المرفق|الشروح|الوثائق|أولا- الموانئ|ثانيا- الأهوسة|ألف- العالية|باء- الواطئة
المقرر 9/1|إن مؤتمر الأطراف،|1- أول؛|2- ثان:|3- ثالث.|(أ) البحر؛|(ب) البر:|‘1’ فوق؛|`2` تحت.|ـ
قائمة الوثائق المعروضة على المؤتمر|أقر جدول الأعمال التالي:|تنظيم الأعمال المقترح|CTOC/COP/2030/2
مشروع جدول الأعمال المؤقت للدورة العاشرة
""",
}
NAMES = (REPORT_NAME, AGENDA_NAME)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_character_of_any_text_lies_in_one_paragraph(data: st.DataObject) -> None:
    # labels and headings in any order, in lines, after blank lines, or in one long line
    language = data.draw(st.sampled_from(["ar", "en"]))
    pieces = data.draw(
        st.lists(
            st.sampled_from(re.split(r"[|\n]", PIECES[language].strip())), min_size=1, max_size=25
        )
    )
    joints = data.draw(
        st.lists(
            st.sampled_from([" ", "\n", "\n\n", " \n \n", "\r\n"]),
            min_size=len(pieces),
            max_size=len(pieces),
        )
    )
    head = data.draw(st.sampled_from([REPORTS, AGENDAS]))[language][:160]
    tail = PADDING[language] * 150 if data.draw(st.booleans()) else ""
    text = head + "".join(joint + piece for joint, piece in zip(joints, pieces, strict=True)) + tail
    name = data.draw(st.sampled_from(NAMES)).format(language)
    assert_every_character_once(outline(text, name))
