"""The content hash: the same for the same graph in any order, another for any other graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
import river

from graph.model.content import Tally, content_of
from graph.model.records import Edge, Graph, Node
from graph.stores import Store


def test_order_is_no_content() -> None:
    expected = content_of(river.NODES, river.EDGES)
    nodes, edges = list(river.NODES), list(river.EDGES)
    for seed in range(5):
        Random(seed).shuffle(nodes)
        Random(seed).shuffle(edges)
        assert content_of(nodes, edges) == expected
    assert (expected.nodes, expected.edges) == (len(nodes), len(edges))


def test_order_of_properties_is_no_content() -> None:
    node = Node("body:x", "body", {"code": "X", "title": {"ar": "س", "en": "X"}})
    other = Node("body:x", "body", {"title": {"en": "X", "ar": "س"}, "code": "X"})
    assert content_of([node], []) == content_of([other], [])


def test_equal_records_have_one_hash_whatever_the_type_of_their_numbers() -> None:
    whole = river.node("doc:A/1", "document", trust=1)
    fraction = river.node("doc:A/1", "document", trust=1.0)
    assert whole == fraction
    assert content_of([whole], []) == content_of([fraction], [])
    assert content_of([river.node("doc:A/1", "document", known=True)], []) != content_of(
        [river.node("doc:A/1", "document", known=1)], []
    )


def test_a_store_gives_back_what_was_written(store: Store) -> None:
    written = content_of(river.NODES, river.EDGES)
    assert content_of(store.nodes(), store.edges()) == written


def _other_evidence(edge: Edge) -> Edge:
    first, *rest = edge.evidence
    return replace(edge, evidence=(replace(first, quotation=f"{first.quotation}."), *rest))


CHANGES: dict[str, Callable[[Graph], Graph]] = {
    "a node is missing": lambda graph: replace(graph, nodes=graph.nodes[1:]),
    "a node stands there twice": lambda graph: replace(graph, nodes=(*graph.nodes, graph.nodes[0])),
    "an edge is missing": lambda graph: replace(graph, edges=graph.edges[1:]),
    "an edge stands there three times": lambda graph: replace(
        graph, edges=(*graph.edges, graph.edges[0], graph.edges[0])
    ),
    "a property is gone": lambda graph: replace(
        graph, nodes=(Node(graph.nodes[0].id, graph.nodes[0].type), *graph.nodes[1:])
    ),
    "an edge is turned round": lambda graph: replace(
        graph,
        edges=(
            replace(graph.edges[0], source=graph.edges[0].target, target=graph.edges[0].source),
            *graph.edges[1:],
        ),
    ),
    "a quotation has one character more": lambda graph: replace(
        graph, edges=(_other_evidence(graph.edges[0]), *graph.edges[1:])
    ),
    "a confidence is another": lambda graph: replace(
        graph, edges=(replace(graph.edges[0], confidence=0.5), *graph.edges[1:])
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_other_graph_has_another_hash(change: str) -> None:
    changed = CHANGES[change](river.GRAPH)
    other = content_of(changed.nodes, changed.edges)
    assert other.hash != content_of(river.NODES, river.EDGES).hash


def test_what_passes_is_counted_as_it_is_taken() -> None:
    tally = Tally()
    passing = tally.nodes(river.NODES)
    assert tally.content().nodes == 0
    assert next(passing) == river.NODES[0]
    assert tally.content() == content_of(river.NODES[:1], [])
    assert tuple(passing) == river.NODES[1:]
    assert tuple(tally.edges(river.EDGES)) == river.EDGES
    assert tally.content() == content_of(river.NODES, river.EDGES)
