"""The way back of a matter, in the river graph and in chains over many sessions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import river

from graph.model.errors import QuestionError
from graph.model.records import Edge, Graph, Node
from graph.questions import Link, Origins, origins, origins_chain
from graph.stores import Store, open_store


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Store]:
    """A store for a graph of the test's own."""
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as opened:
        yield opened


def told(link: Link) -> tuple[str, str, str]:
    """A step as it reads in time: from, relation, to."""
    return link.start.id, link.relation, link.node.id


def chained(sessions: int) -> Graph:
    """In each session an item led to a decision, of which (a) put an item on the next agenda."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for number in range(1, sessions + 1):
        session, act = f"session:river-cop/{number}", f"dec:river-cop/{number}/1"
        item = f"item:river-cop/{number}/5"
        nodes += [Node(session, "session", {"number": str(number)}), Node(item, "agenda item")]
        nodes += [Node(act, "decision"), Node(f"{act}#a", "provision", {"known": False})]
        edges.append(river.edge("ITEM_OF", item, session, "structural"))
        edges.append(river.edge("ADOPTED_AT", act, session))
        edges.append(river.edge("HAS_PROVISION", act, f"{act}#a", "structural"))
        edges.append(river.edge("UNDER", act, item))
        if number < sessions:
            edges.append(river.edge("MANDATES", f"{act}#a", f"item:river-cop/{number + 1}/5"))
    return Graph(tuple(nodes), tuple(edges))


def test_an_item_goes_back_to_the_decision_that_asked_for_it(store: Store) -> None:
    found = origins(store, "item:river-cop/4/2(b)")
    assert [told(link) for link in found.steps] == [
        (f"{river.ACT}#a", "MANDATES", "item:river-cop/4/2(b)"),
        (f"{river.ACT}#a", "PURSUANT_TO", "item:river-cop/4/2(b)"),
        ("item:river-cop/4/2", "SUBITEM_OF", "item:river-cop/4/2(b)"),
        (river.ACT, "HAS_PROVISION", f"{river.ACT}#a"),
    ]
    assert [node.id for node in found.first] == [river.ACT]
    assert found.complete
    # the report of session 4 is not here: more may have led to it
    assert "session:river-cop/4" in {one.id for one in found.absent}


def test_columns_stand_in_order_of_time_and_the_matter_last(store: Store) -> None:
    laid_out = origins_chain(origins(store, "item:river-cop/4/2(b)"))
    assert [
        (column.kind, column.session and column.session.id, [node.id for node in column.nodes])
        for column in laid_out.columns
    ] == [
        ("act", "session:river-cop/3", [river.ACT]),
        ("provisions", "session:river-cop/3", [f"{river.ACT}#a"]),
        ("items", "session:river-cop/4", ["item:river-cop/4/2"]),
        ("items", "session:river-cop/4", ["item:river-cop/4/2(b)"]),
    ]


def first(found: Origins) -> list[str]:
    return [node.id for node in found.first]


def test_the_way_goes_back_over_many_sessions_to_the_first_decision(another: Store) -> None:
    another.write_graph(chained(4), {"version": "0.1"})
    found = origins(another, "item:river-cop/4/5")
    assert first(found) == ["dec:river-cop/1/1"]
    columns = [
        (column.kind, column.session and column.session.id[-1])
        for column in origins_chain(found).columns
    ]
    each = [("items", "1"), ("act", "1"), ("provisions", "1"), ("items", "2"), ("act", "2")]
    assert columns[:5] == each
    assert columns[-1] == ("items", "4")


def test_a_way_that_is_cut_off_says_so(another: Store) -> None:
    another.write_graph(chained(4), {"version": "0.1"})
    assert not origins(another, "item:river-cop/4/5", depth=3).complete
    assert not origins(another, "item:river-cop/4/5", limit=5).complete
    assert len(origins(another, "item:river-cop/4/5", depth=1).steps) == 1


def test_a_ring_is_walked_once(another: Store) -> None:
    graph = chained(2)
    ring = river.edge("MANDATES", "dec:river-cop/2/1#a", "item:river-cop/1/5")
    another.write_graph(Graph(graph.nodes, (*graph.edges, ring)), {"version": "0.1"})
    found = origins(another, "item:river-cop/2/5")
    assert len(found.steps) == len({link.key for link in found.steps}) == 6
    assert found.complete


def test_what_came_from_nowhere_stands_alone(store: Store) -> None:
    found = origins(store, "item:river-cop/4/1")
    assert (found.steps, found.first) == ((), ())
    (column,) = origins_chain(found).columns
    assert [node.id for node in column.nodes] == ["item:river-cop/4/1"]


def test_a_document_goes_back_by_its_item_too(store: Store) -> None:
    found = origins(store, "doc:RIV/COP/2008/4")
    assert ("item:river-cop/4/2(b)", "DOCUMENTATION", "doc:RIV/COP/2008/4") in map(
        told, found.steps
    )
    assert first(found) == [river.ACT]


def test_of_nothing_there_is_no_way(store: Store) -> None:
    with pytest.raises(QuestionError, match="item:river-cop/9/9"):
        origins(store, "item:river-cop/9/9")
