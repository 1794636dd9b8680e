"""A document that is one act: its neighbours on the page, its headings and notes, its statements."""

from __future__ import annotations

import pytest

from ingest.packs import load_packs
from ingest.reading import outline_document, read_document
from ingest.reading.formats import READERS
from ingest.records import Given, Outline, Source


def outline(name: str, text: str) -> Outline:
    """The outline of a text as if it were a file of this name."""
    source = Source(name, text.encode(), "0" * 64, READERS[0].media_type)
    return outline_document(source, load_packs(), Given())


def rows(found: Outline) -> list[tuple[str, str | None, str | None]]:
    """Part, label and act of every paragraph."""
    return [(p.part, p.label, p.act) for p in found.paragraphs]


# One resolution as the General Assembly prints it in five of its languages (English: test_resolutions).
LANGUAGES = {
    "fr": "90/12. Ports\nL'Assemblée générale,\nRappelant sa résolution 88/4,\nConsciente du bruit,\n"
    "1. Prend note du rapport ;\n2. Prie le Secrétaire général d'étudier :\na) Les phares ;\n"
    "b) Les bouées.\n54e séance plénière\n19 décembre 2034\n",
    "es": "90/12. Puertos\nLa Asamblea General,\nRecordando su resolución 88/4,\nConsciente del ruido,\n"
    "1. Toma nota del informe;\n2. Solicita al Secretario General que estudie:\na) Los faros;\n"
    "b) Las boyas.\n54ª sesión plenaria\n19 de diciembre de 2034\n",
    "ru": "90/12. Порты\nГенеральная Ассамблея,\nссылаясь на свою резолюцию 88/4,\nсознавая шум,\n"
    "1. принимает к сведению доклад;\n2. просит Генерального секретаря изучить:\na) маяки;\n"
    "b) буи.\n54-е пленарное заседание,\n19 декабря 2034 года\n",
    "ar": "90/12 - الموانئ\nإن الجمعية العامة،\nإذ تشير إلى قرارها 88/4،\nوإذ تدرك الضجيج،\n"
    "1 - تحيط علما بالتقرير؛\n2 - تطلب إلى الأمين العام أن يدرس:\n(أ) المنارات؛\n"
    "(ب) العوامات.\nالجلسة العامة 54\n19 كانون الأول/ديسمبر 2034\n",
    "zh": "90/12. 港口\n大会,\n回顾其第88/4号决议,\n意识到噪音,\n1. 注意到报告;\n"
    "2. 请秘书长研究:\n(a) 灯塔;\n(b) 浮标。\n第54次全体会议\n2034年12月19日\n",
}


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_one_resolution_in_five_languages_has_one_structure(language: str) -> None:
    found = outline(f"A_RES_90_12.{language}.txt", LANGUAGES[language])
    assert [(p.part, p.role, p.label) for p in found.paragraphs] == [
        ("heading", "title", None),
        ("other", "enacting", None),
        ("preamble", None, None),
        ("preamble", None, None),
        ("operative", None, "1"),
        ("operative", None, "2"),
        ("operative", None, "2.a"),
        ("operative", None, "2.b"),
        ("other", "adoption", None),
    ]


BOUND = """Resolutions adopted on the reports of the Fourth Committee
7. Requests the Secretary-General to report on pilots.
900th plenary meeting,
14 December 1960.
1841 (XV). Lights of harbours
The General Assembly,
Noting the report,
1. Approves the principles annexed hereto.
___
12 Ibid., agenda item 38.
ANNEX
PRINCIPLES
1842 (XV). Buoys
The General Assembly,
Recalling its resolution 1841 (XV),
1. Requests a report on buoys.
"""


def test_a_page_of_a_bound_volume_holds_several_acts() -> None:
    found = rows(outline("A_RES_1841(XV).en.txt", BOUND))
    assert found[1] == ("operative", "7", None)  # of the act before: whose it is, nothing says
    acts = [(part, label) for part, label, act in found if act == "res:ga/1841"]
    assert acts == [
        ("heading", None), ("other", None), ("preamble", None), ("operative", "1"),
        ("other", None), ("heading", None),
    ]  # fmt: skip
    assert ("operative", "1", "res:ga/1842") in found


def test_headings_and_notes_below_a_paragraph_are_not_its_words() -> None:
    found = outline(
        "UNEP_EA.9_RES.4.en.txt",
        "9/4.\tQuiet rivers\nThe United Nations Environment Assembly,\nRecalling its resolution 8/2,\n"
        "I\nNoise of the great rivers\n1.\tRequests the Executive Director to measure noise;\n"
        "II\nLight\n2\tInvites States to dim their lights, by:\n(a)\tCounting lamps; and\n"
        "(b)\tChanging lamps.\n6th plenary meeting\n27 May 2034\n",
    )
    assert [(p.part, p.label) for p in found.paragraphs[3:]] == [
        ("heading", None),
        ("operative", "1"),
        ("heading", None),
        ("heading", None),
        ("operative", "2"),  # the point behind its number was forgotten
        ("operative", "2.a"),
        ("operative", "2.b"),
        ("other", None),
    ]


def test_the_sentences_of_a_statement_are_its_provisions() -> None:
    text = (
        "Statement by the President of the Security Council\nAt the 9999th meeting of the Security "
        "Council the President made the following statement on behalf of the Council:\n"
        "“The Security Council reaffirms its resolution 550 (1984).\n"
        "“The Security Council requests the Secretary-General to report on lights.”\n"
    )
    source = Source("S_PRST_2035_9.en.txt", text.encode(), "0" * 64, READERS[0].media_type)
    reading = read_document(source, load_packs())
    said = {node.id: node.properties for node in reading.nodes if node.type == "provision"}
    assert {id: one["action"] for id, one in said.items()} == {
        "doc:S/PRST/2035/9#1": ["reaffirm"],
        "doc:S/PRST/2035/9#2": ["request"],
    }


@pytest.mark.parametrize(
    ("paragraph", "founded"),
    [
        ("Decides to establish the Adaptation Committee;", {"body:unfccc-adaptation-committee"}),
        # what an earlier act did is told of
        ("Recalls that it decided to establish the Adaptation Committee;", set()),
        ("Decides to establish a technical dialogue with the Adaptation Committee;", set()),
    ],
)
def test_an_act_founds_bodies(paragraph: str, founded: set[str]) -> None:
    text = (
        "Report of the Conference of the Parties on its ninetieth session\nDecision 1/CP.90\n"
        f"Adaptation\nThe Conference of the Parties,\nNoting the report,\n1. {paragraph}\n"
    )
    source = Source("FCCC_CP_2084_9.en.txt", text.encode(), "0" * 64, READERS[0].media_type)
    edges = read_document(source, load_packs()).edges
    established = {(e.source, e.target) for e in edges if e.type == "ESTABLISHED_BY"}
    assert established == {(body, "dec:unfccc-cop/90/1") for body in founded}


def test_parts_of_a_resolution_share_its_number() -> None:
    text = (
        "90/210. Programme budget\nA\nRevised estimates\nThe General Assembly,\nNoting the report,\n"
        "1. Approves the estimates;\n2. Requests a report.\n"
        "B\nHarbours\nThe General Assembly,\nRecalling part A,\n1. Takes note of the harbours.\n"
    )
    found = rows(outline("A_RES_90_210.en.txt", text))
    assert [
        (part, label, act) for part, label, act in found if part in ("heading", "operative")
    ] == [
        ("heading", None, "res:ga/90/210A"),
        ("operative", "1", "res:ga/90/210A"),
        ("operative", "2", "res:ga/90/210A"),
        ("heading", None, "res:ga/90/210B"),
        ("operative", "1", "res:ga/90/210B"),
    ]


def test_sections_that_count_from_one_again_are_told_apart() -> None:
    text = (
        "90/247. Special subjects\nThe General Assembly,\nNoting the reports,\nI\nHarbours\n"
        "1. Takes note of the harbours;\n2. Requests a report:\n(a) On lights;\n(b) On buoys;\n"
        "II\nRivers\n1. Takes note of the rivers;\n2. Decides to keep them quiet.\n"
    )
    found = outline("A_RES_90_247.en.txt", text)
    assert [p.label for p in found.paragraphs if p.part == "operative"] == [
        "1", "2", "2.a", "2.b", "ii.1", "ii.2",
    ]  # fmt: skip
