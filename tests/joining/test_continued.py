"""Chains over sessions and bodies: what decisions and conclusions brought before later sessions."""

from __future__ import annotations

import pytest

from graph.model.records import Edge, Graph
from ingest.joining import join
from ingest.packs import load_packs
from tests.reading.texts import reading

DECISIONS = """\
| | United Nations | FCCC/CP/2030/7/Add.1 |

Conference of the Parties
Report of the Conference of the Parties on its thirty-sixth session, held in Bonn from 2 to 13 \
December 2029
Addendum
Decisions adopted by the Conference of the Parties

Decision 4/CP.36
Upkeep of coastal lighthouses

The Conference of the Parties,
1. Requests the Subsidiary Body for Implementation to review the upkeep of coastal lighthouses, with \
a view to recommending a draft decision at its thirty-eighth session;
2. Requests the secretariat to prepare a technical paper on lamps and lenses of coastal lighthouses, \
for consideration by the Subsidiary Body for Implementation at its sixty-second session (June 2031);
3. Welcomes the lighthouses already built.

Decision 5/CP.36
Pilots

The Conference of the Parties,
1. Requests the Subsidiary Body for Implementation to consider, at its sixty-second session, the \
wages of pilots in the harbours;
2. Requests the Subsidiary Body for Implementation to develop rules for the lighting of narrow tidal \
channels at night and the marking of sunken wrecks;
3. Requests the secretariat to organize the work of a session on pilots in conjunction with the \
sixty-second session of the Subsidiary Body for Implementation.
"""
HEAD = """\
| | United Nations | FCCC/SBI/{year}/8 |

Subsidiary Body for Implementation
Report of the Subsidiary Body for Implementation on its {ordinal} session, held in Bonn from 3 to 9 \
June {year}

\tI.\tOpening of the session
\t\t(Agenda item 1)
\t\t1.\tThe {ordinal} session of the Subsidiary Body for Implementation (SBI) was held in Bonn.
\tII.\tOrganizational matters
\t\t(Agenda item 2)
\t\t\t2.\tThe SBI adopted the agenda as follows:
\t\t\t1.\tOpening of the session.
\t\t\t2.\tOrganizational matters.
\t\t\t3.\tUpkeep of coastal lighthouses.
\t\t\t4.\tDredging of harbours.
\t\t\t5.\tClosure of the session.
"""
EARLIER = (
    HEAD.format(year="2030", ordinal="sixty-first")
    + """\
\tIII.\tUpkeep of coastal lighthouses
\t\t(Agenda item 3)
\t\t1.\tProceedings
\t\t\t3.\tThe SBI considered this agenda item and had before it document FCCC/SBI/2030/2.
\t\t2.\tConclusions
\t\t\t4.\tThe SBI welcomed the views of Parties.
\tIV.\tDredging of harbours
\t\t(Agenda item 4)
\t\t1.\tProceedings
\t\t\t5.\tThe SBI considered this agenda item and had before it document FCCC/SBI/2030/3.
\t\t2.\tConclusions
\t\t\t6.\tThe SBI agreed to continue its consideration of this matter at SBI 62.
\t\t\t7.\tThe SBI requested the secretariat to prepare a report on silt for consideration at SBI 62.
\tV.\tClosure of the session
\t\t(Agenda item 5)
\t\t8.\tThe Chair thanked the delegates.
"""
)
LATER = (
    HEAD.format(year="2031", ordinal="sixty-second")
    + """\
\tIII.\tUpkeep of coastal lighthouses
\t\t(Agenda item 3)
\t\t1.\tProceedings
\t\t\t3.\tThe SBI considered this agenda item and had before it documents FCCC/TP/2031/1, \
FCCC/SBI/2031/INF.4 and FCCC/SBI/2031/MISC.2.
\t\t2.\tConclusions
\t\t\t4.\tThe SBI, pursuant to decision 4/CP.36, paragraph 1, continued its review.
\t\t\t5.\tThe SBI took note of the submissions made in response to decision 9/CP.36, paragraph 2.
\tIV.\tDredging of harbours
\t\t(Agenda item 4)
\t\t1.\tProceedings
\t\t\t6.\tThe SBI considered this agenda item and had before it documents FCCC/SBI/2030/3 and \
FCCC/SBI/2031/5.
\t\t2.\tConclusions
\t\t\t7.\tThe SBI agreed to conclude its consideration of this matter.
\tV.\tClosure of the session
\t\t(Agenda item 5)
\t\t8.\tThe Chair thanked the delegates.
"""
)
DECISION = "dec:unfccc-cop/36/4"
CONCLUSIONS = "doc:FCCC/SBI/2030/8"


def joined(later: str = LATER) -> Graph:
    """The decisions, the report of the session before and that of the session that takes them up."""
    readings = [
        reading(DECISIONS, "FCCC_CP_2030_7_Add.1.en.txt"),
        reading(EARLIER, "FCCC_SBI_2030_8.en.txt"),
        reading(later, "FCCC_SBI_2031_8.en.txt"),
    ]
    return join(readings, [], load_packs())


def item(label: str) -> str:
    return f"item:unfccc-sbi/62/{label}"


def mandates(graph: Graph) -> dict[tuple[str, str], Edge]:
    return {(edge.source, edge.target): edge for edge in graph.edges if edge.type == "MANDATES"}


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], Edge]:
    return mandates(joined())


def test_what_came_of_the_decision_and_of_the_session_before(
    found: dict[tuple[str, str], Edge],
) -> None:
    assert found.keys() == {
        # the conclusions name the paragraph that sent the matter to the body
        (f"{DECISION}#1", item("3")),
        # due at the session, and in the words of the item's title
        (f"{DECISION}#2", item("3")),
        # "this matter": that of the item under which it was put off
        (f"{CONCLUSIONS}#6", item("4")),
        (f"{CONCLUSIONS}#7", item("4")),
        # a technical paper is in the series of its kind, not an information note
        (f"{DECISION}#2", "doc:FCCC/TP/2031/1"),
        # the other document lay before the session before: it is not what was asked for there
        (f"{CONCLUSIONS}#7", "doc:FCCC/SBI/2031/5"),
    }


def test_named_is_stated_and_matched_is_inferred(found: dict[tuple[str, str], Edge]) -> None:
    named = found[f"{DECISION}#1", item("3")]
    assert named.basis == "stated"
    assert named.evidence[0].document == "doc:FCCC/SBI/2031/8"
    assert "4/CP.36, paragraph 1" in named.evidence[0].quotation
    due = found[f"{DECISION}#2", item("3")]
    assert (due.basis, due.properties["action"]) == ("inferred", ["request"])
    paper = found[f"{DECISION}#2", "doc:FCCC/TP/2031/1"]
    assert paper.basis == "inferred"
    assert {one.rule for one in paper.evidence} == {"only-new-document-of-its-kind"}


def test_the_ground_that_conclusions_name_is_that_of_their_item() -> None:
    grounds = {(edge.source, edge.target) for edge in joined().edges if edge.type == "PURSUANT_TO"}
    assert (item("3"), DECISION) in grounds
    # what others submitted in response to something is no ground of the item
    assert not [pair for pair in grounds if "36/9" in pair[1]]


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        # of two new papers none can be told to be the one
        ("FCCC/SBI/2030/3 and FCCC/SBI/2031/5", "FCCC/SBI/2031/4 and FCCC/SBI/2031/5"),
        # only what lay there before
        ("FCCC/SBI/2030/3 and FCCC/SBI/2031/5", "FCCC/SBI/2030/3 and FCCC/SBI/2030/2"),
    ],
)
def test_a_paper_that_cannot_be_told_is_left_out(printed: str, instead: str) -> None:
    later = LATER.replace(printed, instead)
    assert later != LATER
    found = mandates(joined(later))
    assert not [pair for pair in found if pair[0] == f"{CONCLUSIONS}#7" and "doc:" in pair[1]]


def test_of_two_papers_the_one_that_the_conclusions_describe() -> None:
    both = LATER.replace("FCCC/SBI/2030/3 and", "FCCC/SBI/2031/4 and").replace(
        "The SBI agreed to conclude its consideration of this matter.",
        "The SBI welcomed the report on silt prepared by the secretariat (FCCC/SBI/2031/4).",
    )
    edge = mandates(joined(both))[f"{CONCLUSIONS}#7", "doc:FCCC/SBI/2031/4"]
    assert {one.rule for one in edge.evidence} == {"described-in-conclusions"}


def test_a_matter_of_which_the_agenda_has_nothing_is_left_open(
    found: dict[tuple[str, str], Edge],
) -> None:
    # due at the session, but no item is about the wages of pilots
    assert not [pair for pair in found if pair[0] == "dec:unfccc-cop/36/5#1"]
    status = {n.id: n.properties.get("status") for n in joined().nodes}
    assert status["dec:unfccc-cop/36/5#1"] == "no follow-up found"
    assert status[f"{DECISION}#2"] == "answered"
    assert status[f"{CONCLUSIONS}#6"] == "on agenda"


LONG = "Rules for the lighting of narrow tidal channels at night and the marking of sunken wrecks"


def test_a_body_that_was_asked_without_a_date_has_it_in_a_long_title() -> None:
    later = LATER.replace("Dredging of harbours", LONG)
    edge = mandates(joined(later))["dec:unfccc-cop/36/5#2", item("4")]
    assert edge.basis == "inferred"
    assert edge.evidence[0].rule == "asked-of-body"
    # a short title may be anybody's
    short = LATER.replace("Dredging of harbours", "Tidal channels at night")
    assert not [pair for pair in mandates(joined(short)) if pair[0] == "dec:unfccc-cop/36/5#2"]


def test_what_was_adopted_while_the_body_met_came_too_late_for_it() -> None:
    early = DECISIONS.replace("December 2029", "June 2031")
    readings = [
        reading(early, "FCCC_CP_2030_7_Add.1.en.txt"),
        reading(LATER.replace("Dredging of harbours", LONG), "FCCC_SBI_2031_8.en.txt"),
    ]
    assert not [
        pair
        for pair in mandates(join(readings, [], load_packs()))
        if pair[0] == "dec:unfccc-cop/36/5#2"
    ]


def test_nothing_is_about_the_procedure_of_a_session() -> None:
    # "organize … work … session", but the item is about the session itself
    later = LATER.replace("Organizational matters.", "Organization of the work of the session.")
    assert not [pair for pair in mandates(joined(later)) if pair[0] == "dec:unfccc-cop/36/5#3"]
