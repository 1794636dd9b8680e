"""Earlier acts taken up in six languages: recalled, renewed, extended, amended, superseded."""

from __future__ import annotations

import pytest

from ingest.records import Reading
from tests.reading.sixtieth_session import REPORT, REPORT_NAME, TEXT
from tests.reading.texts import reading

ACT = "dec:untoc-cop/9/1"
HEADS = {
    "ar": "المقرر 9/1\n\nإن مؤتمر الأطراف،\n\n",
    "en": "Decision 9/1\n\nThe Conference of the Parties,\n\n",
    "es": "Decisión 9/1\n\nLa Conferencia de las Partes,\n\n",
    "fr": "Décision 9/1\n\nLa Conférence des Parties,\n\n",
    "ru": "Решение 9/1\n\nКонференция Участников,\n\n",
    "zh": "第9/1号决定\n\n缔约方会议，\n\n",
}


def decision(language: str, *paragraphs: str) -> Reading:
    """A decision with these numbered paragraphs."""
    numbered = [f"{count}. {text}\n\n" for count, text in enumerate(paragraphs, start=1)]
    text = HEADS[language] + "".join(numbered)
    return reading(text, f"CTOC_COP_2030_8.{language}.txt")


def changes(found: Reading) -> set[tuple[str, str, str]]:
    return {
        (edge.type, edge.source.removeprefix(ACT), edge.target)
        for edge in found.edges
        if edge.type in ("AMENDS", "SUPERSEDES")
    }


AMENDED = {("AMENDS", "#1", "dec:untoc-cop/2/6#3"), ("AMENDS", "#1", "dec:untoc-cop/2/6")}
REPLACED = {("SUPERSEDES", "#1", "dec:untoc-cop/2/6#4"), ("AMENDS", "#1", "dec:untoc-cop/2/6")}
IN_PART = {("AMENDS", "#1", "dec:untoc-cop/2/6")}
SUPERSEDED = {("SUPERSEDES", "#1", "dec:untoc-cop/2/6")}
BY_ANOTHER = {("AMENDS", "dec:untoc-cop/3/1", "dec:untoc-cop/2/6")}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Decides to amend paragraph 3 of decision 2/6 to read as follows.", AMENDED),
        ("fr", "Décide de modifier le paragraphe 3 de la décision 2/6 comme suit.", AMENDED),
        ("es", "Decide enmendar el párrafo 3 de la decisión 2/6 como sigue.", AMENDED),
        ("ru", "постановляет внести изменения в пункт 3 решения 2/6.", AMENDED),
        ("zh", "决定修正第2/6号决定第3段，案文如下。", AMENDED),
        ("ar", "يقرر تعديل الفقرة 3 من المقرر 2/6 على النحو التالي.", AMENDED),
        # the paragraph goes, its decision is amended
        ("en", "Also decides that paragraph 4 of decision 2/6 shall be replaced by the following text.",
         REPLACED),
        ("fr", "Décide que le paragraphe 4 de la décision 2/6 est remplacé par le texte suivant.",
         REPLACED),
        ("es", "Decide que el párrafo 4 de la decisión 2/6 será sustituido por el siguiente.", REPLACED),
        ("ru", "постановляет, что пункт 4 решения 2/6 заменяется следующим пунктом.", REPLACED),
        ("zh", "决定第2/6号决定第4段应由下文取代。", REPLACED),
        ("ar", "يقرر الاستعاضة عن الفقرة 4 من المقرر 2/6 بما يلي.", REPLACED),
        # what is replaced is no act, but something in it
        ("en", "Decides to replace the annex to decision 2/6 with the annex below.", IN_PART),
        ("fr", "Décide de remplacer l'annexe de la décision 2/6 par l'annexe ci-après.", IN_PART),
        ("es", "Decide reemplazar el anexo de la decisión 2/6 por el siguiente.", IN_PART),
        ("ru", "постановляет заменить приложение к решению 2/6 следующим приложением.", IN_PART),
        ("zh", "决定以下文取代第2/6号决定附件。", IN_PART),
        ("ar", "يقرر الاستعاضة عن مرفق المقرر 2/6 بالمرفق الوارد أدناه.", IN_PART),
        ("en", "Decides that this decision supersedes decision 2/6.", SUPERSEDED),
        ("fr", "Décide d'abroger sa décision 2/6.", SUPERSEDED),
        ("es", "Decide dejar sin efecto su decisión 2/6.", SUPERSEDED),
        ("ru", "постановляет отменить свое решение 2/6.", SUPERSEDED),
        ("zh", "决定废止其第2/6号决定。", SUPERSEDED),
        ("ar", "يقرر إلغاء مقرره 2/6.", SUPERSEDED),
        # of two other acts one amended the other
        ("en", "Requests the Secretariat to apply decision 2/6, as amended by decision 3/1.", BY_ANOTHER),
        ("fr", "Prie le Secrétariat d'appliquer la décision 2/6, modifiée par la décision 3/1.",
         BY_ANOTHER),
        ("es", "Pide a la Secretaría que aplique la decisión 2/6, modificada por la decisión 3/1.",
         BY_ANOTHER),
        ("ru", "просит Секретариат применять решение 2/6 с поправками, внесенными решением 3/1.",
         BY_ANOTHER),
        ("zh", "请秘书处适用经第3/1号决定修正的第2/6号决定。", BY_ANOTHER),
        ("ar", "يطلب إلى الأمانة أن تطبق المقرر 2/6 بصيغته المعدلة بالمقرر 3/1.", BY_ANOTHER),
        # nothing is changed yet
        ("en", "Requests the Secretariat to apply the terms in decision 2/6, or as they may be amended.",
         set()),
        ("en", "Invites States to consider whether to amend decision 2/6.", set()),
        # the ground of a change is not what is changed
        ("en", "Decides to amend the schedule of meetings in accordance with decision 2/6.", set()),
        # of its own paragraphs an act makes no amendment
        ("en", "Decides that paragraph 1 above shall be replaced at its next session.", set()),
    ],
)  # fmt: skip
def test_what_a_paragraph_changes(
    language: str, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert changes(decision(language, text)) == expected


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        # every act of the list is recalled, not the ground of the last
        ("Recalls decisions 2/6 and 3/1 and the report submitted pursuant to decision 4/2.",
         {"2/6": "recall", "3/1": "recall", "4/2": None}),
        ("Reaffirms resolution 5/1, and recalls decision 2/6.", {"5/1": "reaffirm", "2/6": "recall"}),
        # a request that is renewed, by its paragraph
        ("Reiterates its request in decision 2/6, paragraph 7.", {"2/6": "reiterate", "2/6#7": "reiterate"}),
        ("Decides to extend by one year the mandate established by decision 2/6.", {"2/6": "extend"}),
        ("Requests the Secretariat to implement decision 2/6.", {"2/6": None}),
    ],
)  # fmt: skip
def test_how_a_paragraph_takes_up_what_it_cites(text: str, verbs: dict[str, str | None]) -> None:
    found = decision("en", text)
    assert {
        edge.target.partition("untoc-cop/")[2]: next(iter(edge.properties.get("action", [])), None)
        for edge in found.edges
        if edge.type == "CITES"
    } == verbs


def test_a_preamble_recalls_what_another_act_changed() -> None:
    preamble = (
        "Recalling decision 3/1, by which it was decided that decision 2/6 shall be replaced,\n\n"
    )
    text = HEADS["en"] + preamble + "1. Requests the Secretariat to report on the matter.\n\n"
    found = reading(text, "CTOC_COP_2030_8.en.txt")
    assert {e.target for e in found.edges if e.type == "CITES"} >= {"dec:untoc-cop/2/6"}
    assert changes(found) == set()


def test_the_sentence_is_the_evidence() -> None:
    found = decision("en", "Welcomes the work done. Decides to amend paragraph 3 of decision 2/6.")
    [edge] = [e for e in found.edges if e.type == "AMENDS" and "#3" in e.target]
    assert edge.basis == "stated"
    assert edge.evidence[0].quotation == "Decides to amend paragraph 3 of decision 2/6."


@pytest.mark.parametrize(
    ("printed", "citer"),
    [
        # a point of a conclusion cites for itself
        ("On wicks;", "#8.a"),
        # what has no label of its own is the words of the paragraph
        ("consideration at SBI 62:", "#8"),
        # narrative is the report's
        ("statements were made by representatives of two", ""),
    ],
)
def test_the_smallest_provision_of_a_report_cites(printed: str, citer: str) -> None:
    text = TEXT.replace(printed, f"{printed[:-1]} under decision 2/CP.30{printed[-1]}")
    assert text != TEXT
    found = reading(text, REPORT_NAME)
    assert {
        e.source for e in found.edges if (e.type, e.target) == ("CITES", "dec:unfccc-cop/30/2")
    } == {f"{REPORT}{citer}"}
