"""The calendar of sessions learnt from documents, and the deadlines that only it can tell."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.records import Edge, Graph
from ingest.joining import join
from ingest.packs import load_packs
from ingest.records import Reading
from tests.reading.texts import reading

COP, SBI, SBSTA = "session:unfccc-cop/", "session:unfccc-sbi/", "session:unfccc-sbsta/"
ACT = "dec:unfccc-cop/42/7"
HEAD = """\
Report of the Conference of the Parties on its forty-second session, held in Hafen from 6 to 17 \
November 2036

Decision 7/CP.42

Locks and weirs

The Conference of the Parties,

"""
# What other documents say of sessions in passing.
DATED = {
    "en": (
        "The SBI met at its eighty-fifth session (November 2036). The SBI will meet at its eighty-sixth"
        " session (May 2037) and the SBSTA at its eighty-sixth session (May 2037).\n\n"
        "The SBI will meet at its eighty-seventh session (November 2037). The forty-third session of the"
        " Conference of the Parties (November 2037) is to be followed by the forty-fourth session of the"
        " Conference of the Parties (November 2038) and the forty-fifth session of the Conference of the"
        " Parties (November 2039).\n"
    ),
}


def decision(*paragraphs: str) -> Reading:
    """A decision of November 2036 with numbered paragraphs."""
    text = HEAD + "\n\n".join(f"{number}. {said};" for number, said in enumerate(paragraphs, 1))
    return reading(text, "FCCC_CP_2036_10.en.txt")


def note(text: str, name: str = "note.en.txt") -> Reading:
    return reading(text, name, body="unfccc-sbi")


def joined(*readings: Reading) -> Graph:
    return join(readings, (), load_packs())


def due_at(graph: Graph, label: str) -> dict[str, Edge]:
    return {
        edge.target: edge
        for edge in graph.edges
        if edge.type == "DUE_AT" and edge.source == f"{ACT}#{label}"
    }


def node(graph: Graph, node_id: str) -> dict[str, Any]:
    return dict(next(one.properties for one in graph.nodes if one.id == node_id))


@pytest.mark.parametrize(
    ("asked", "sessions"),
    [
        # the first session of another organ after the one that speaks, not the one of the same month
        ("Requests the SBI to consider locks at its next session", [f"{SBI}86"]),
        ("Requests the SBI to consider locks at its session to be held in May 2037", [f"{SBI}86"]),
        # of two organs
        (
            "Requests the SBI and the SBSTA to consider locks at their sessions to be held in May 2037",
            [f"{SBI}86", f"{SBSTA}86"],
        ),
        # held at the same time as another
        (
            "Requests the secretariat to report on locks at the session of the SBI to be held in"
            " conjunction with COP 43",
            [f"{SBI}87"],
        ),
        # the year tells the session of a body that has one a year
        ("Decides to review this decision two years hence", [f"{COP}44"]),
        ("Decides to consider locks at its session to be held in 2038", [f"{COP}44"]),
        # the organ's own next session needs no calendar
        ("Decides to consider locks at its next session", [f"{COP}43"]),
    ],
)
def test_the_calendar_tells_the_session(asked: str, sessions: list[str]) -> None:
    graph = joined(decision(asked), note(DATED["en"]))
    found = due_at(graph, "1")
    assert sorted(found) == sessions
    assert {edge.basis for edge in found.values()} == {"inferred"}
    assert node(graph, f"{ACT}#1")["status"] == "pending"


def test_what_the_calendar_told_stands_in_the_evidence() -> None:
    asked = "Requests the SBI to consider locks at its session to be held in May 2037"
    edge = due_at(joined(decision(asked), note(DATED["en"])), "1")[f"{SBI}86"]
    asking, dating = edge.evidence
    assert {item.rule for item in edge.evidence} == {"due-session-by-calendar", "session-with-date"}
    quotations = {item.rule: item.quotation for item in (asking, dating)}
    assert "locks" in quotations["due-session-by-calendar"]
    assert "eighty-sixth session (May 2037" in quotations["session-with-date"]


@pytest.mark.parametrize(
    "asked",
    [
        # nothing is known of that month
        "Requests the SBI to consider locks at its session to be held in June 2040",
        # two sessions a year
        "Requests the SBI to consider locks at its session to be held in 2037",
        # nobody says what follows the last session that is known
        "Decides to review this decision ten years hence",
    ],
)
def test_what_the_calendar_does_not_determine_stays_as_said(asked: str) -> None:
    graph = joined(decision(asked), note(DATED["en"]))
    assert due_at(graph, "1") == {}
    said = node(graph, f"{ACT}#1")
    assert said["status"] == "unknown"
    assert said["due"]["text"]


def test_without_the_calendar_the_next_session_of_others_stays_open() -> None:
    graph = joined(decision("Requests the SBI to consider locks at its next session"))
    assert due_at(graph, "1") == {}
    assert node(graph, f"{ACT}#1")["due"]["of"] == "body:unfccc-sbi"


def test_a_session_of_others_that_was_over_is_no_deadline() -> None:
    asked = "Requests the secretariat to print what Parties said at SBI 84"
    asking = decision(asked)
    assert list(due_at(joined(asking), "1")) == [f"{SBI}84"]
    graph = joined(asking, note("The SBI met at its eighty-fourth session (May 2036)."))
    assert due_at(graph, "1") == {}
    assert "due" not in node(graph, f"{ACT}#1")


def test_sessions_get_their_dates_and_disagreements_are_reported() -> None:
    said = "The SBI will meet at its ninetieth session ({})."
    june, november = (
        note(said.format(when), f"{when[:3]}.en.txt") for when in ("June 2039", "November 2039")
    )
    parts = note(
        "The SBI met at the first part of its eightieth session (April–May 2034) and at the second part"
        " of its eightieth session (September 2034).", "parts.en.txt",
    )  # fmt: skip
    graph = joined(june, november, parts)
    session = node(graph, f"{SBI}90")
    assert sorted(session["dates"]) == ["2039-06", "2039-11"]
    reported = [remark.message for remark in graph.remarks if remark.kind == "disagreement"]
    assert len(reported) == 1
    assert f"{SBI}90" in reported[0]
    # parts of one session are no disagreement
    assert sorted(node(graph, f"{SBI}80")["dates"]) == [
        "2034-04/2034-05 part 1",
        "2034-09 part 2",
    ]


@pytest.mark.parametrize(
    ("language", "text", "session", "dates"),
    [
        (
            "en", "at its forty-second session, held in Hafen from 30 November to 12 December 2036",
            f"{COP}42", "2036-11-30/2036-12-12",
        ),
        (
            "fr", "à sa quarante-deuxième session, tenue à Hafen du 6 au 17 novembre 2036",
            f"{COP}42", "2036-11-06/2036-11-17",
        ),
        (
            "es", "en su 42º período de sesiones, celebrado en Hafen del 6 al 17 de noviembre de 2036",
            f"{COP}42", "2036-11-06/2036-11-17",
        ),
        (
            "ru", "на своей сорок второй сессии, состоявшейся в Хафене 6-17 ноября 2036 года",
            f"{COP}42", "2036-11-06/2036-11-17",
        ),
        ("zh", "第四十二届会议(2036年11月6日至17日)", f"{COP}42", "2036-11-06/2036-11-17"),
        (
            "ar", "في دورته الثانية والأربعين، المعقودة في هافن من 6 إلى 17 تشرين الثاني/نوفمبر 2036",
            f"{COP}42", "2036-11-06/2036-11-17",
        ),
    ],
)  # fmt: skip
def test_dates_of_sessions_in_six_languages(
    language: str, text: str, session: str, dates: str
) -> None:
    found = reading(text, f"note.{language}.txt", body="unfccc-cop")
    said = [one.properties["dates"] for one in found.nodes if one.properties.get("dates")]
    assert said == [[dates]]
    assert [
        edge.source for edge in found.edges if edge.evidence[0].rule == "session-with-date"
    ] == [session]


def test_a_period_that_is_reported_on_dates_no_session() -> None:
    found = note("The SBI at its ninetieth session, held to review what was done from October 2035 to"
                 " September 2036")  # fmt: skip
    assert [one for one in found.nodes if one.properties.get("dates")] == []


def test_the_words_of_two_deadlines_are_each_languages_own() -> None:
    french = (
        "Rapport de la Conférence des Parties sur sa quarante-deuxième session, tenue à Hafen du 6 au 17"
        " novembre 2036\n\nDécision 7/CP.42\n\nÉcluses\n\nLa Conférence des Parties,\n\n"
        "1. Décide d'examiner les écluses à ses quarante-troisième et quarante-quatrième sessions;\n"
    )
    graph = joined(
        decision("Decides to consider locks at its forty-third and forty-fourth sessions"),
        reading(french, "FCCC_CP_2036_10.fr.txt"),
    )
    assert sorted(due_at(graph, "1")) == [f"{COP}43", f"{COP}44"]
    disagreements = node(graph, f"{ACT}#1").get("disagreements", [])
    assert [one for one in disagreements if one["property"] == "due"] == []
