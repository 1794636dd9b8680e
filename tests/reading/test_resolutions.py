"""A document that is one act: its symbol is the act's, and no document stands beside it."""

from __future__ import annotations

import pytest

from ingest.packs import load_packs
from ingest.reading import read_document
from ingest.reading.formats import READERS
from ingest.records import Reading, Source

ENGLISH = """Resolution adopted by the General Assembly on 3 December 2035
[on the report of the Second Committee (A/90/12/Add.1)]
90/12.\tHarbours of small islands
The General Assembly,
Recalling its resolution 88/4 of 1 December 2033,
1.\tTakes note of the report of the Secretary-General;
2.\tRequests the Secretary-General to submit at its ninety-first session a report:
(a)\tOn dredging;
(b)\tOn lights and buoys.
"""


def read(name: str, text: str) -> Reading:
    """Read a text as if it were a file of this name."""
    return read_document(Source(name, text.encode(), "0" * 64, READERS[0].media_type), load_packs())


@pytest.fixture(scope="module")
def resolution() -> Reading:
    return read("A_RES_90_12.en.txt", ENGLISH)


def test_the_symbol_of_an_act_is_the_act(resolution: Reading) -> None:
    assert resolution.identity.document == "res:ga/90/12"
    ids = {node.id for node in resolution.nodes}
    assert "doc:A/RES/90/12" not in ids
    titles = [
        node.properties.get("title") for node in resolution.nodes if node.id == "res:ga/90/12"
    ]
    assert {"en": "Harbours of small islands"} in titles


def test_its_paragraphs_are_provisions(resolution: Reading) -> None:
    provisions = {e.target for e in resolution.edges if e.type == "HAS_PROVISION"}
    assert provisions == {f"res:ga/90/12#{label}" for label in ("1", "2", "2.a", "2.b")}


def test_its_session_is_in_its_number(resolution: Reading) -> None:
    adopted = {(e.source, e.target) for e in resolution.edges if e.type == "ADOPTED_AT"}
    assert adopted == {("res:ga/90/12", "session:ga/90")}
    due = {(e.source, e.target) for e in resolution.edges if e.type == "DUE_AT"}
    assert due == {("res:ga/90/12#2", "session:ga/91")}


def test_when_it_was_adopted_is_not_when_its_session_was_held(resolution: Reading) -> None:
    """Neither the day in its masthead nor those of the resolutions that it recalls."""
    told = [node.properties for node in resolution.nodes if node.id == "session:ga/90"]
    assert told
    assert not any({"start", "end"} & set(properties) for properties in told)


def test_a_masthead_may_tell_when_the_session_was_held() -> None:
    masthead = "Human Rights Council\nNinetieth session\n9 September–11 October 2035\n"
    found = read("A_HRC_RES_90_3.en.txt", masthead + ENGLISH.replace("90/12.", "90/3."))
    told = [node.properties for node in found.nodes if node.id == "session:hrc/90"]
    assert {"number": "90", "start": "2035-09-09", "end": "2035-10-11"} in told


def test_a_group_that_another_body_founded_is_no_group_of_a_third() -> None:
    """ "… an intergovernmental working group … implementation" fits the name of many a group."""
    recalling = ENGLISH.replace(
        "Takes note of the report of the Secretary-General;",
        "Recalls resolution 5/5 of the Conference of the Parties to the Organized Crime Convention, "
        "in which the Conference decided to establish a working group to consider how the review of "
        "implementation may be helped;",
    )
    found = read("A_RES_90_12.en.txt", recalling)
    assert "ESTABLISHED_BY" not in {edge.type for edge in found.edges}
    assert not [node.id for node in found.nodes if node.id.startswith("wg:")]


def test_its_preamble_cites_for_the_act(resolution: Reading) -> None:
    cited = {
        (e.source, e.target, e.properties.get("part"))
        for e in resolution.edges
        if e.type == "CITES"
    }
    assert ("res:ga/90/12", "res:ga/88/4", "preamble") in cited


def test_an_act_numbered_through_has_no_session_in_its_number() -> None:
    reading = read(
        "S_RES_3210(2035).en.txt",
        "Resolution 3210 (2035)\nThe Security Council,\n1. Demands that all parties comply;\n",
    )
    assert reading.identity.document == "res:sc/3210"
    assert not [edge for edge in reading.edges if edge.type == "ADOPTED_AT"]
    assert [e.target for e in reading.edges if e.type == "HAS_PROVISION"] == ["res:sc/3210#1"]


def test_operative_paragraphs_without_numbers_are_counted() -> None:
    # A list whose letters were lost goes with the paragraph that leads it.
    reading = read(
        "UNEP_EA.9_RES.4.en.txt",
        "9/4.\tQuiet rivers\nThe United Nations Environment Assembly,\n"
        "Recalling its resolution 8/2,\nConcerned about noise,\n"
        "Encourages Member States:\nTo plant trees along rivers;\n"
        "Also strongly urges Member States to measure noise;\n"
        "Requests the Executive Director to report to it at its tenth session.\n",
    )
    provisions = {node.id: node.properties for node in reading.nodes if node.type == "provision"}
    actions = {key.partition("#")[2]: value["action"] for key, value in provisions.items()}
    assert actions == {"1": ["encourage"], "2": ["urge"], "3": ["request"]}
    assert provisions["res:unea/9/4#1"]["text"]["en"].endswith("To plant trees along rivers;")
