"""Every question gets the same answer from a store in SQLite and from its copy in Neo4j."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx
import pytest

from commands.build import build
from graph import OpenStore
from graph.model.errors import QuestionError
from graph.model.records import Graph
from graph.model.schema import load_model
from graph.questions import (
    about,
    agenda,
    asked,
    by_act,
    chain,
    gaps,
    overview,
    related,
    resolve_name,
    sessions_of,
    suggestions,
    surroundings,
    to_plain,
    trace,
    why,
)
from graph.questions.steps import Way
from graph.stores import Store, open_store

pytestmark = pytest.mark.neo4j
Question = Callable[[Store, str], Any]
WORDS = (
    "مصادرة",
    "trafficking in persons",
    "working group",
    "قرار",
    "CTOC/COP/2006",
    "technical assistance report",
    "3/2",
    "يطلب الى الامانه",
)
OF_A_NODE: dict[str, Question] = {
    "node": lambda store, id: store.node(id),
    "trace": lambda store, id: trace(store, id, 3),
    "chain": lambda store, id: chain(store, trace(store, id)),
    "why": lambda store, id: why(store, id),
    "surroundings": lambda store, id: surroundings(store, id, limit=40),
    "about": lambda store, id: about(store, id, 5),
    "cited by": lambda store, id: related(store, id, Way("CITES", reverse=True), 5),
    "by act": lambda store, id: by_act(store, id, "CITES", 5),
    "asked": lambda store, id: asked(store, id),
    "agenda": lambda store, id: agenda(store, id),
    "sessions": lambda store, id: sessions_of(store, id),
    "name": lambda store, id: resolve_name(store, id.partition(":")[2]),
    "short name": lambda store, id: resolve_name(store, id.partition("/")[2]),
    "suggestions": lambda store, id: suggestions(store, id.partition(":")[2][:-1]),
    "network of a chain": lambda store, id: networkx.node_link_data(OpenStore(store).chain(id)),
    "reach": lambda store, id: [store.reach(id, one, reverse=True) for one in ("AMENDS", "CITES")],
}
OF_THE_WHOLE: dict[str, Callable[[Store], Any]] = {
    "overview": overview,
    "counts": lambda store: sorted(store.counts().edges.items()),
    "gaps": gaps,
    "gaps of a body": lambda store: gaps(store, "untoc-cop"),
    "nodes": lambda store: [*store.nodes()],
    "edges": lambda store: [*store.edges()],
    "keys": lambda store: [*store.edge_keys(("CITES", "MANDATES"))],
    "suspects": lambda store: [*store.edges_with("suspect")],
    "open": lambda store: [*store.ids("provision", having={"status": ["pending"]})],
    "stubs": lambda store: [*store.ids(prefix="doc:", known=False)],
    "remarks": lambda store: [*store.remarks(), *store.remarks("suspect")],
    "readings": lambda store: [store.reading(one.checksum) for one in store.readings()],
    "table of nodes": lambda store: OpenStore(store).nodes().to_json(),
    "table of provisions": lambda store: OpenStore(store).nodes("provision", "ar").to_json(),
    "table of links": lambda store: OpenStore(store).links().to_json(),
    "table of evidence": lambda store: OpenStore(store).evidence("MANDATES").to_json(),
    "table of mandates": lambda store: OpenStore(store).mandates().to_json(),
    "network": lambda store: networkx.node_link_data(OpenStore(store).network()),
    "network onward": lambda store: networkx.node_link_data(OpenStore(store).onward()),
    "search": lambda store: [store.search(words, limit=50) for words in WORDS],
}


@pytest.fixture(params=["digests", "corpus"])
def stores(
    request: pytest.FixtureRequest, checkout: Path, tmp_path: Path, neo4j_url: str
) -> Iterator[tuple[Store, Store]]:
    """A store built from documents, and its copy in Neo4j."""
    folder = checkout / "data"
    if request.param == "corpus":
        folder = request.getfixturevalue("corpus") / "untoc"
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as built:
        build([folder], built)
        with open_store(neo4j_url) as copy:
            for summary in built.readings():
                reading = built.reading(summary.checksum)
                assert reading
                copy.put_reading(reading)
            graph = Graph(tuple(built.nodes()), tuple(built.edges()), tuple(built.remarks()))
            copy.write_graph(graph, built.manifest())
            yield built, copy


def test_every_question_has_the_same_answer(stores: tuple[Store, Store]) -> None:
    built, copy = stores
    different = [
        name
        for name, question in OF_THE_WHOLE.items()
        if to_plain(question(built)) != to_plain(question(copy))
    ]
    different += [
        f"{name} {id}"
        for id in chosen(built)
        for name, question in OF_A_NODE.items()
        if answer(question, built, id) != answer(question, copy, id)
    ]
    assert not different, f"{len(different)} answers differ, the first of them: {different[:8]}"


def chosen(store: Store) -> Iterator[str]:
    """Ids of every type, spread over the whole graph; acts and items in greater number."""
    for type in load_model().nodes:
        ids = list(store.ids(type))
        most = 8 if type in ("decision", "agenda item", "provision", "document") else 3
        yield from ids[:: max(1, len(ids) // most)][:most]


def answer(question: Question, store: Store, id: str) -> Any:
    """The answer as plain values, or why there is none, whatever the store is called."""
    try:
        return to_plain(question(store, id))
    except QuestionError as error:
        return str(error).replace(store.url, "the store"), error.candidates
