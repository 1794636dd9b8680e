"""What is opened around a node, step by step; and that little is read of nodes with many edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import river

from graph.model.errors import QuestionError
from graph.model.records import Edge
from graph.questions.linked import linked
from graph.questions.standing import standing
from graph.questions.surroundings import surroundings
from graph.stores import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The river, whose secretariat is asked in four hundred more paragraphs."""
    asked = [
        river.provision(f"z{number}", river.REQUEST, "pending", order=number)
        for number in range(400)
    ]
    edges = [river.edge("ADDRESSED_TO", node.id, "actor:secretariat") for node in asked]
    graph = replace(
        river.GRAPH, nodes=(*river.GRAPH.nodes, *asked), edges=(*river.GRAPH.edges, *edges)
    )
    with open_store(f"sqlite:///{tmp_path / 'river.sqlite'}") as opened:
        opened.put_reading(river.reading())
        opened.write_graph(graph, {"version": "0.1"})
        yield opened


def ids(found: tuple[object, ...]) -> list[str]:
    return [node.id for node in found]  # type: ignore[attr-defined]


def test_a_step_adds_to_what_is_there(store: Store) -> None:
    first = surroundings(store, f"{river.ACT}#a")
    then = surroundings(store, f"{river.ACT}#a", ["item:river-cop/4/2(b)"])
    assert ids(then.nodes)[: len(first.nodes)] == ids(first.nodes)
    assert then.found_from["item:river-cop/4/2"] == "item:river-cop/4/2(b)"
    assert then.found_from["item:river-cop/4/2(b)"] == f"{river.ACT}#a"
    keys = {link.key for link in then.links}
    assert ("SUBITEM_OF", "item:river-cop/4/2(b)", "item:river-cop/4/2") in keys
    # of nodes that were not opened only links to opened ones are there
    assert not any(link.relation == "ITEM_OF" for link in then.links)


def test_a_node_with_many_links_gives_a_portion_and_the_rest_as_keys(store: Store) -> None:
    found = surroundings(store, "actor:secretariat", portion=24)
    assert len(found.nodes) == 25
    assert len(found.links) == 24
    assert found.relations == {"ADDRESSED_TO": 402}
    assert len(found.rest) == 402 - 24
    again = surroundings(store, "actor:secretariat", ["actor:secretariat"] * 9)
    assert len(again.nodes) == 70
    assert len(again.links) + len(again.rest) == 402


def test_many_links_of_one_relation_do_not_hide_the_others(store: Store) -> None:
    found = surroundings(store, river.ACT, portion=4)
    assert {link.relation for link in found.links} >= {
        "ADOPTED_AT",
        "CONTAINED_IN",
        "HAS_PROVISION",
    }


def test_relations_can_be_left_out_and_are_counted_all_the_same(store: Store) -> None:
    found = surroundings(store, river.ACT, relations=("ADOPTED_AT",))
    assert ids(found.nodes) == [river.ACT, "session:river-cop/3"]
    assert found.relations["HAS_PROVISION"] == 6
    assert found.rest == ()


def test_what_is_not_there_to_be_opened_is_said(store: Store) -> None:
    found = surroundings(store, river.ACT, ["actor:states", "no such node"])
    assert found.missed == ("actor:states", "no such node")
    with pytest.raises(QuestionError):
        surroundings(store, "no such node")


def test_evidence_of_what_is_not_shown_is_not_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Edge] = []
    edges = store.edges

    def counted(*given: object, **named: object) -> Iterator[Edge]:
        for edge in edges(*given, **named):  # type: ignore[arg-type]
            read.append(edge)
            yield edge

    monkeypatch.setattr(store, "edges", counted)
    found = surroundings(store, "actor:secretariat")
    assert len(read) == len(found.links) == 24


def test_one_link_by_its_name(store: Store) -> None:
    link = linked(store, "MANDATES", f"{river.ACT}#a", "item:river-cop/4/2(b)")
    assert link.evidence[0].evidence.quotation == "MANDATES as printed"
    with pytest.raises(QuestionError, match="rebuilt"):
        linked(store, "MANDATES", f"{river.ACT}#a", "item:river-cop/4/9")


def test_where_nodes_themselves_stand(store: Store) -> None:
    wanted = [f"{river.ACT}#a", river.ACT, "item:river-cop/4/2(b)", "actor:secretariat"]
    nodes = [node for id in wanted if (node := store.node(id))]
    found = standing(store, nodes, "en")
    assert set(found) == set(wanted[:3])
    assert found[river.ACT].citation.link == "https://docs.un.org/en/RIV/COP/2006/9"
    assert found[f"{river.ACT}#a"].evidence.quotation == "HAS_PROVISION as printed"
