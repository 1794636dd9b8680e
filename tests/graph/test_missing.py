"""What is missing: stubs by how many need them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.model.records import Edge, Graph, Node
from graph.questions import missing
from graph.questions.absence import session_reports
from graph.stores import Store, open_store
from tests.river import REPORT, evidence

ITEM, OTHER = "item:river-cop/4/2", "item:lake-cop/1/1"
STUB = {"known": False}


def link(type: str, source: str, target: str, basis: str = "stated") -> Edge:
    return Edge(type, source, target, basis, evidence=(evidence(REPORT, "says so"),))


def document(symbol: str, **properties: object) -> Node:
    return Node(f"doc:{symbol}", "document", {"symbol": symbol, **properties})


@pytest.fixture
def store() -> Iterator[Store]:
    nodes = (
        document("RIV/1", **STUB),
        document("RIV/2", **STUB),
        document("RIV/2/Add.1", **STUB),
        document("RIV/3"),  # its text is here
        Node("res:ga/55/25", "decision", {"symbol": "A/RES/55/25", **STUB}),
        Node("dec:river-cop/2/1", "decision", {"designation": "2/1", **STUB}),
        Node(ITEM, "agenda item", {}),
        Node(OTHER, "agenda item", {}),
    )
    edges = (
        link("DOCUMENTATION", ITEM, "doc:RIV/1"),
        link("DOCUMENTATION", ITEM, "doc:RIV/2"),
        link("CITES", ITEM, "doc:RIV/2"),  # the same item again: no second want
        link("DOCUMENTATION", OTHER, "doc:RIV/2"),
        link("ADDENDUM_TO", "doc:RIV/2/Add.1", "doc:RIV/2", "structural"),
        link("CITES", "doc:RIV/3", "res:ga/55/25"),
        link("CITES", ITEM, "dec:river-cop/2/1"),
    )
    with open_store("sqlite:///:memory:") as store:
        store.write_graph(Graph(nodes, edges), {})
        yield store


def test_most_wanted_first_and_only_what_something_refers_to(store: Store) -> None:
    found = [(one.symbol or one.node.id, one.wanted) for one in missing(store)]
    assert found[0] == ("RIV/2", 2)
    assert sorted(found[1:]) == [("A/RES/55/25", 1), ("RIV/1", 1), ("dec:river-cop/2/1", 1)]


def test_of_one_body(store: Store) -> None:
    assert [(one.symbol, one.wanted) for one in missing(store, "lake-cop")] == [("RIV/2", 1)]


@pytest.mark.parametrize(
    ("held", "named", "absent"),
    [
        # that nothing refers to session 2 does not mean that it was not held
        ("3", "4", ["1", "2", "4"]),
        # a council that numbers its sessions by year met before, under other numbers
        ("2019", "2021", ["2020", "2021"]),
    ],
    ids=["counted", "by year"],
)
def test_sessions_without_report_are_told(held: str, named: str, absent: list[str]) -> None:
    report = Node(REPORT, "document", {"known": True})
    sessions = [Node(f"session:river-cop/{n}", "session", {}) for n in (held, named)]
    with open_store("sqlite:///:memory:") as store:
        store.write_graph(
            Graph((report, *sessions), (link("REPORTS_ON", REPORT, sessions[0].id),)), {}
        )
        found = [one.id for one in session_reports(store, "river-cop")]
    assert found == [f"session:river-cop/{n}" for n in absent]
