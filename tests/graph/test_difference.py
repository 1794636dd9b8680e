"""What is other in one store than in another: came, went, changed, and nothing where nothing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import river
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.records import Edge, Evidence, Graph, Node
from graph.questions import Difference, difference
from graph.stores import Store, open_store

LINK = ("MANDATES", f"{river.ACT}#a", "doc:RIV/COP/2008/4")
TWICE = river.evidence(river.AGENDA, "said again", language="fr")


def stored(folder: Path, graph: Graph, name: str = "other") -> Store:
    store = open_store(str(folder / f"{name}.sqlite"))
    store.write_graph(graph, {"version": "0.1"})
    return store


def told(found: Difference) -> dict[str, list[str]]:
    """A difference in short, without what is empty."""
    changed = {
        one.node.id: [f"{c.name}: {c.old!r} -> {c.new!r}" for c in one.changes]
        for one in found.nodes_changed
    }
    links = {
        " ".join(one.link.key): [
            *(f"{c.name}: {c.old!r} -> {c.new!r}" for c in one.changes),
            *(f"+ {cited.evidence.quotation}" for cited in one.gained),
            *(f"- {cited.evidence.quotation}" for cited in one.lost),
        ]
        for one in found.links_changed
    }
    short = {
        "came": [*(n.id for n in found.nodes_came), *(" ".join(e.key) for e in found.links_came)],
        "gone": [*(n.id for n in found.nodes_gone), *(" ".join(e.key) for e in found.links_gone)],
        "moved": [str(found.moved)] if found.moved else [],
    }
    return {name: some for name, some in (short | changed | links).items() if some}


def with_link(change: Callable[[Edge], Edge]) -> Graph:
    edges = (change(edge) if edge.key == LINK else edge for edge in river.EDGES)
    return replace(river.GRAPH, edges=tuple(edges))


def with_node(id: str, **properties: object) -> Graph:
    nodes = (
        Node(node.id, node.type, {**node.properties, **properties}) if node.id == id else node
        for node in river.NODES
    )
    return replace(river.GRAPH, nodes=tuple(nodes))


def with_evidence(change: Callable[[Evidence], tuple[Evidence, ...]]) -> Graph:
    return with_link(lambda edge: replace(edge, evidence=change(edge.evidence[0])))


NEW = Node("topic:fish", "topic", {})
ABOUT = river.edge("ABOUT", river.REPORT, "topic:fish")


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        pytest.param(river.GRAPH, {}, id="nothing"),
        pytest.param(
            replace(river.GRAPH, nodes=river.NODES[::-1], edges=river.EDGES[::-1]),
            {},
            id="another order",
        ),
        pytest.param(
            replace(river.GRAPH, nodes=(NEW, *river.NODES), edges=(*river.EDGES, ABOUT)),
            {"came": ["topic:fish", f"ABOUT {river.REPORT} topic:fish"]},
            id="a node and its link came",
        ),
        pytest.param(
            replace(river.GRAPH, edges=tuple(one for one in river.EDGES if one.key != LINK)),
            {"gone": [" ".join(LINK)]},
            id="a link went",
        ),
        pytest.param(
            # of a text in several languages only the one that was edited is named
            with_node(f"{river.ACT}#a", text=river.TEXT_A | {"en": "Requests a report"}),
            {f"{river.ACT}#a": [f"text.en: {river.TEXT_A['en']!r} -> 'Requests a report'"]},
            id="a text was edited",
        ),
        pytest.param(
            with_node("doc:RIV/COP/2008/4", known=True, date="2008-06-01"),
            {"doc:RIV/COP/2008/4": ["date: None -> '2008-06-01'", "known: False -> True"]},
            id="a document is held now",
        ),
        pytest.param(
            with_link(lambda edge: replace(edge, basis="stated", confidence=0.9)),
            {" ".join(LINK): ["basis: 'inferred' -> 'stated'", "confidence: 0.8 -> 0.9"]},
            id="a link is stated now",
        ),
        pytest.param(
            with_link(lambda edge: replace(edge, properties={"judgement": {"who": "A. Reader"}})),
            {" ".join(LINK): ["judgement.who: None -> 'A. Reader'"]},
            id="a link was judged",
        ),
        pytest.param(
            with_evidence(lambda said: (TWICE, said)),
            {" ".join(LINK): ["+ said again"]},
            id="a link is said once more",
        ),
        pytest.param(
            with_evidence(lambda said: (replace(said, quotation="reworded"),)),
            {" ".join(LINK): ["+ reworded", "- MANDATES as printed"]},
            id="a sentence was reworded",
        ),
        pytest.param(
            with_evidence(lambda said: (said, said)),
            {" ".join(LINK): ["+ MANDATES as printed"]},
            id="the same is said twice",
        ),
        pytest.param(
            with_evidence(
                lambda said: (replace(said, spans=((7, 9),), page=2, checksum="c" * 64),)
            ),
            {"moved": ["1"]},
            id="a sentence stands elsewhere in its file",
        ),
    ],
)
def test_what_is_other_is_told_and_nothing_else(
    store: Store, tmp_path: Path, graph: Graph, expected: dict[str, list[str]]
) -> None:
    with stored(tmp_path, graph) as other:
        found = difference(store, other)
    assert told(found) == expected
    assert bool(found) is bool(set(expected) - {"moved"})


def test_evidence_in_another_order_is_no_difference(tmp_path: Path) -> None:
    with (
        stored(tmp_path, with_evidence(lambda said: (TWICE, said)), "one") as one,
        stored(tmp_path, with_evidence(lambda said: (said, TWICE)), "two") as two,
    ):
        assert told(difference(one, two)) == {}


def test_a_difference_is_counted_by_type_and_relation(store: Store, tmp_path: Path) -> None:
    graph = replace(
        with_node(f"{river.ACT}#a", order=7), edges=tuple(e for e in river.EDGES if e.key != LINK)
    )
    graph = replace(graph, nodes=(*graph.nodes, NEW))
    with stored(tmp_path, graph) as other:
        found = difference(store, other)
    assert [(c.name, c.came, c.gone, c.changed) for c in (*found.nodes, *found.links)] == [
        ("provision", 0, 0, 1),
        ("topic", 1, 0, 0),
        ("MANDATES", 0, 1, 0),
    ]
    (gone,) = found.links_gone
    # the sentence, and where it stands, come from the store that has it
    assert gone.evidence[0].citation.text.startswith("Annotated agenda (RIV/COP/2008/1)")


@pytest.mark.parametrize(
    ("types", "relations", "expected"),
    [
        (None, None, ["came", f"{river.ACT}#a"]),
        (("provision",), (), [f"{river.ACT}#a"]),
        ((), ("ABOUT",), ["came"]),
        (("decision",), ("MANDATES",), []),
    ],
)
def test_it_is_narrowed_to_types_and_relations(
    store: Store,
    tmp_path: Path,
    types: tuple[str, ...] | None,
    relations: tuple[str, ...] | None,
    expected: list[str],
) -> None:
    graph = with_node(f"{river.ACT}#a", order=7)
    graph = replace(graph, nodes=(*graph.nodes, NEW), edges=(*river.EDGES, ABOUT))
    with stored(tmp_path, graph) as other:
        assert list(told(difference(store, other, types, relations))) == expected


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seed=st.integers(0, 2**32),
    dropped=st.sets(st.integers(0, len(river.EDGES) - 1), max_size=6),
    edited=st.sets(st.integers(0, len(river.NODES) - 1), max_size=6),
    moved=st.sets(st.integers(0, len(river.EDGES) - 1), max_size=6),
)
def test_the_other_way_round_it_is_mirrored(
    store: Store, tmp_path: Path, seed: int, dropped: set[int], edited: set[int], moved: set[int]
) -> None:
    """What came, went; what was new, is old; and nothing else is told that was not done."""
    random = Random(seed)
    nodes = [
        Node(one.id, one.type, {**one.properties, "title": {"en": f"edited {n}"}})
        if n in edited
        else one
        for n, one in enumerate(river.NODES)
    ]
    edges = [
        replace(one, evidence=(replace(one.evidence[0], spans=((900, 901),)),))
        if n in moved
        else one
        for n, one in enumerate(river.EDGES)
        if n not in dropped
    ]
    random.shuffle(nodes)
    random.shuffle(edges)
    with stored(tmp_path, Graph(tuple(nodes), tuple(edges))) as other:
        there, back = difference(store, other), difference(other, store)
    assert {link.key for link in there.links_gone} == {river.EDGES[n].key for n in dropped}
    assert {one.node.id for one in there.nodes_changed} == {river.NODES[n].id for n in edited}
    assert there.moved == back.moved == len(moved - dropped)
    assert [link.key for link in there.links_gone] == [link.key for link in back.links_came]
    assert (there.links_came, there.nodes_came, there.nodes_gone) == ((), (), ())
    assert [(c.name, c.gone, c.came, c.changed) for c in there.links] == [
        (c.name, c.came, c.gone, c.changed) for c in back.links
    ]
    for one, other_way in zip(there.nodes_changed, back.nodes_changed, strict=True):
        assert one.node.id == other_way.node.id
        assert [(c.name, c.old, c.new) for c in one.changes] == [
            (c.name, c.new, c.old) for c in other_way.changes
        ]
