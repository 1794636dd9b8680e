"""Joining is a function of the readings: their order, number of languages and repetition change nothing."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.model.records import Edge, Graph
from graph.model.schema import load_model
from ingest.joining import join
from ingest.packs import load_packs
from ingest.records import Reading
from ingest.serial import fingerprint, reading_from_json, reading_to_json
from tests.reading.ninth_session import ACT_EN, REPORT_NAME, REPORTS
from tests.reading.texts import agenda, reading, report

BOTH = pytest.mark.parametrize("language", ["ar", "en"])
ACT = "dec:untoc-cop/9/1"
NINTH, TENTH = "session:untoc-cop/9", "session:untoc-cop/10"


def joined(*readings: Reading, judgements: tuple[Mapping[str, Any], ...] = ()) -> Graph:
    return join(readings, judgements, load_packs())


def edges(graph: Graph, *types: str) -> dict[tuple[str, str, str], Edge]:
    return {edge.key: edge for edge in graph.edges if not types or edge.type in types}


def properties(graph: Graph, node_id: str) -> Mapping[str, Any]:
    return next(node.properties for node in graph.nodes if node.id == node_id)


def status(graph: Graph, label: str) -> str | None:
    return properties(graph, f"{ACT}#{label}").get("status")


# A pure function of the readings


def test_order_does_not_matter() -> None:
    readings = [told(language) for told in (report, agenda) for language in ("ar", "en")]
    first = joined(*readings)
    for order in itertools.islice(itertools.permutations(readings), 1, None, 5):
        other = joined(*order)
        assert other.nodes == first.nodes
        assert other.edges == first.edges
        assert other.remarks == first.remarks


@BOTH
def test_the_same_bytes_again_change_nothing(language: str) -> None:
    once = joined(report(language), agenda(language))
    again = joined(report(language), agenda(language), report(language))
    assert again.nodes == once.nodes
    assert again.edges == once.edges


def test_another_language_adds_words_and_evidence_and_no_links() -> None:
    arabic, english = (joined(report(language), agenda(language)) for language in ("ar", "en"))
    both = joined(*(told(language) for told in (report, agenda) for language in ("en", "ar")))
    assert (
        {n.id for n in both.nodes} == {n.id for n in arabic.nodes} == {n.id for n in english.nodes}
    )
    assert edges(both).keys() == edges(arabic).keys() == edges(english).keys()
    for key, edge in edges(both).items():
        languages = {item.language for item in edge.evidence}
        assert languages == {"ar", "en"}, key
    assert set(properties(both, f"{ACT}#a")["text"]) == {"ar", "en"}
    assert properties(both, "doc:CTOC/COP/2030/9")["languages"] == ["ar", "en"]
    # the same facts in two languages do not disagree
    assert not [n.id for n in both.nodes if n.properties.get("disagreements")]


def test_a_graph_of_any_hash_seed_is_the_same() -> None:
    # sets have another order in every process: none of it may show
    script = (
        "import hashlib; from ingest.joining import join; from ingest.packs import load_packs;"
        "from tests.reading.texts import agenda, report; from ingest.serial import reading_to_json;"
        "readings = [told(l) for told in (report, agenda) for l in ('ar', 'en')];"
        "graph = join(readings, [], load_packs());"
        "whole = repr(graph).encode() + b''.join(map(reading_to_json, readings));"
        "print(hashlib.sha256(whole).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    seen = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1


@BOTH
def test_the_graph_is_one_that_the_model_knows(language: str) -> None:
    graph = joined(report(language), agenda(language))
    assert list(load_model().faults(graph)) == []
    named = {node.id for node in graph.nodes}
    assert {end for edge in graph.edges for end in (edge.source, edge.target)} <= named


@BOTH
def test_a_reading_comes_back_from_json_as_it_was(language: str) -> None:
    for told in (report(language), agenda(language)):
        back = reading_from_json(reading_to_json(told))
        assert back == told
        assert joined(back).edges == joined(told).edges
    assert fingerprint() == fingerprint()


# Merging


def test_what_is_only_named_is_a_stub() -> None:
    graph = joined(report("en"))
    assert properties(graph, "doc:CTOC/COP/2028/4")["known"] is False
    assert properties(graph, "dec:untoc-cop/9/1")["known"] is True
    whole = joined(agenda("en"))
    # the agenda alone names decision 9/1, whose text it does not have
    assert properties(whole, "dec:untoc-cop/9/1")["known"] is False
    assert properties(joined(agenda("en"), report("en")), "dec:untoc-cop/9/1")["known"] is True


@pytest.mark.parametrize(
    ("arabic_name", "english_name", "start"),
    [
        # official text of equal standing: the order of the packs, Arabic first
        ("CTOC_COP_2030_9.ar.txt", "CTOC_COP_2030_9.en.txt", "2030-03-04"),
        # official text goes before a digest
        ("CTOC_COP_2030_9.digest.ar.txt", "CTOC_COP_2030_9.en.txt", "2030-03-05"),
    ],
)
def test_languages_that_disagree(arabic_name: str, english_name: str, start: str) -> None:
    arabic = reading(REPORTS["ar"], arabic_name)
    english = reading(REPORTS["en"].replace("4-8 March", "5-8 March"), english_name)
    for order in ((arabic, english), (english, arabic)):
        session = properties(joined(*order), NINTH)
        assert session["start"] == start
        (kept,) = session["disagreements"]
        assert kept["property"] == "start"
        assert {kept["value"], session["start"]} == {"2030-03-04", "2030-03-05"}
        assert kept["language"] == ("en" if start == "2030-03-04" else "ar")


def test_a_misprint_in_one_language_is_no_suspicion_where_the_other_is_clear() -> None:
    english = reading(REPORTS["en"].replace("CTOP/", "CTOC/"), REPORT_NAME.format("en"))
    key = ("DOCUMENTATION", "item:untoc-cop/9/4", "doc:CTOC/COP/2030/6")
    assert edges(joined(report("ar")))[key].properties["suspect"] is True
    assert "suspect" not in edges(joined(report("ar"), english))[key].properties


# Calendar


NEXT = {
    "en": (
        "Decision 9/2\n\nThe Conference of the Parties,\n\n(a) Requests the secretariat to submit a report "
        "on locks to it at its {session};\n"
    ),
    "ar": (
        "المقرر 9/2\n\nإن مؤتمر الأطراف،\n\n(أ) يطلب إلى الأمانة أن تقدم إليه تقريرا عن الأهوسة "
        "في {session}؛\n"
    ),
}
ORGANIZATION = {"en": "II. Organization", "ar": "ثانيا- تنظيم"}


@pytest.mark.parametrize(
    ("language", "session"),
    [("en", "next session"), ("ar", "دورته المقبلة"), ("ar", "دورته القادمة")],
)
def test_the_next_session_is_the_one_after(language: str, session: str) -> None:
    more = NEXT[language].format(session=session) + "\n" + ORGANIZATION[language]
    text = REPORTS[language].replace(ORGANIZATION[language], more)
    graph = joined(reading(text, REPORT_NAME.format(language)))
    due = edges(graph, "DUE_AT")["DUE_AT", "dec:untoc-cop/9/2#a", TENTH]
    assert due.basis == "inferred"
    assert due.evidence[0].rule == "due-session-by-place"
    assert properties(graph, "dec:untoc-cop/9/2#a")["due"]["session"] == TENTH


def test_the_next_session_of_an_unknown_one_stays_open() -> None:
    # a decision alone, its session not said: due at a time that cannot be resolved
    graph = joined(
        reading(NEXT["en"].format(session="next session"), "letter.en.txt", body="untoc-cop")
    )
    assert not edges(graph, "DUE_AT")
    assert properties(graph, "dec:untoc-cop/9/2#a")["status"] == "unknown"


# Status


@BOTH
def test_what_became_of_a_mandate(language: str) -> None:
    graph = joined(report(language), agenda(language))
    # a document came of it
    assert status(graph, "a") == "answered"
    # items only
    assert status(graph, "f") == "on agenda"
    # nothing found, and a later session is there
    assert status(graph, "b") == "no follow-up found"


@BOTH
def test_what_is_not_in_the_store_cannot_be_missed(language: str) -> None:
    graph = joined(report(language))
    # due at the tenth session, of which nothing is here
    assert status(graph, "f") == "pending"
    # undated, and no later session is here
    assert status(graph, "b") == "pending"
    assert status(graph, "g") == "pending"


def test_what_is_no_mandate_has_no_status() -> None:
    text = ACT_EN.replace(
        "(g) Calls upon international organizations to mend", "(g) Welcomes"
    ).replace("(g) Welcomes old bridges", "(g) Welcomes the mending of old bridges")
    graph = joined(reading(text, REPORT_NAME.format("en")))
    assert properties(graph, f"{ACT}#g")["is_mandate"] is False
    assert status(graph, "g") is None


# Judgements

MANDATE = {"type": "MANDATES", "from": f"{ACT}#a", "to": "doc:CTOC/COP/2032/2"}
KEY = ("MANDATES", f"{ACT}#a", "doc:CTOC/COP/2032/2")


def judgement(action: str, when: str = "2033-01-02", **edge: Any) -> dict[str, Any]:
    return {
        **MANDATE,
        **edge,
        "action": action,
        "who": "A. Reader",
        "when": when,
        "why": "read both",
    }


def test_a_researcher_confirms() -> None:
    before = edges(joined(report("en"), agenda("en")))[KEY]
    graph = joined(report("en"), agenda("en"), judgements=(judgement("confirm"),))
    after = edges(graph)[KEY]
    assert (before.basis, after.basis) == ("inferred", "stated")
    assert after.properties["judgement"]["who"] == "A. Reader"
    assert after.evidence == before.evidence


def test_a_researcher_rejects() -> None:
    graph = joined(report("en"), agenda("en"), judgements=(judgement("reject"),))
    assert KEY not in edges(graph)
    # what is left of the answer: the item it came back under
    assert status(graph, "a") == "on agenda"


def test_a_researcher_adds() -> None:
    shown = joined(report("en"), agenda("en"))
    quoted = edges(shown)[
        "DOCUMENTATION", "item:untoc-cop/10/2(a)", "doc:CTOC/COP/2030/2"
    ].evidence[0]
    evidence = [
        {
            "document": quoted.document,
            "language": quoted.language,
            "checksum": quoted.checksum,
            "spans": [list(span) for span in quoted.spans],
            "quotation": quoted.quotation,
            "rule": "judgement",
            "source": quoted.source,
        }
    ]
    line = judgement("add", **{"from": f"{ACT}#b", "to": "doc:CTOC/COP/2030/2"}, evidence=evidence)
    graph = joined(report("en"), agenda("en"), judgements=(line,))
    added = edges(graph)["MANDATES", f"{ACT}#b", "doc:CTOC/COP/2030/2"]
    assert added.basis == "stated"
    assert added.evidence[0].spans == quoted.spans
    assert status(graph, "b") == "answered"


def test_the_later_judgement_holds_whatever_the_order_of_the_lines() -> None:
    earlier = judgement("confirm", "2033-01-02")
    later = judgement("reject", "2033-05-02")
    for lines in ((earlier, later), (later, earlier)):
        assert KEY not in edges(joined(report("en"), agenda("en"), judgements=lines))


def test_a_withdrawal_takes_back_what_was_decided_before_it() -> None:
    lines = [judgement("reject", "2033-01-02"), judgement("withdraw", "2033-02-02")]
    assert edges(joined(report("en"), agenda("en"), judgements=(*lines,))) == edges(
        joined(report("en"), agenda("en"))
    )
    again = judgement("reject", "2033-03-02")
    assert KEY not in edges(joined(report("en"), agenda("en"), judgements=(*lines, again)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "BECAME"},  # not between these
        {"type": "LIKES"},
        {"evidence": [{"document": "doc:CTOC/COP/2030/2"}]},
        {"evidence": "a sentence"},
        {"evidence": []},
    ],
)
def test_an_added_link_that_the_model_refuses_costs_no_build(wrong: dict[str, Any]) -> None:
    line = judgement("add", **{"from": f"{ACT}#b", **wrong})
    graph = joined(report("en"), agenda("en"), judgements=(line,))
    assert edges(graph) == edges(joined(report("en"), agenda("en")))
    assert any("judgement without effect" in remark.message for remark in graph.remarks)


def test_a_judgement_on_what_is_not_there_is_told() -> None:
    line = judgement("reject", to="doc:CTOC/COP/2040/1")
    graph = joined(report("en"), agenda("en"), judgements=(line,))
    (remark,) = [r for r in graph.remarks if "judgement" in r.message]
    assert "doc:CTOC/COP/2040/1" in remark.message
    assert edges(graph) == edges(joined(report("en"), agenda("en")))


def test_a_reading_that_goes_takes_its_edges_with_it() -> None:
    whole = joined(report("en"), agenda("en"))
    assert edges(whole, "MANDATES")
    assert not edges(joined(report("en")), "MANDATES")
    # … and one of another file leaves the rest alone
    stranger = replace(reading("The barges lie in the harbour of the old town.\n", "letter.en.txt"))
    more = edges(joined(report("en"), agenda("en"), stranger))
    assert more.items() >= edges(whole).items()
