"""GraphML of a whole store: `graph.graphml`, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.export.exchange import ShownEdge, ShownNode, number_of_links, write_graphml
from graph.export.formats import Format, Written
from graph.model.citation import Citation
from graph.model.naming import in_language, name_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions.places import Places
from graph.questions.standing import all_standing
from graph.questions.steps import Steps, best_piece
from graph.stores import Store

FILE = "graph.graphml"


def write(store: Store, folder: Path, language: str) -> Written:
    """Write nodes and edges in the order of the store, with names and evidence in a language."""
    number = number_of_links((source, target) for _, source, target in store.edge_keys())
    standing, places = all_standing(store, language), Places.of(store)
    path = folder / FILE
    with path.open("w", encoding="utf-8", newline="\n") as file:
        nodes = (
            _node(node, standing.get(node.id), places, number[node.id], language)
            for node in store.nodes()
        )
        write_graphml(file, nodes, _edges(store, language))
    return Written((path,))


def _node(
    node: Node, stands: Citation | None, places: Places, links: int, language: str
) -> ShownNode:
    field = "text" if node.type == "provision" else "title"
    return ShownNode(
        node=node,
        name=name_of(node, language),
        text=in_language(node.properties.get(field), language),
        links=links,
        stands=stands,
        citation=stands.text if stands else None,
        body=min(places.bodies(node.id), default=None),
        session=next(iter(places.decided_at(node.id)), None),
    )


def _edges(store: Store, language: str) -> Iterator[ShownEdge]:
    steps = Steps(store)
    relations = load_model().relations
    for edge in store.edges():
        best = best_piece(map(steps.cited, edge.evidence), language)
        yield ShownEdge(
            key=edge.key,
            reads=in_language(relations[edge.type].label, language),
            basis=edge.basis,
            confidence=edge.confidence,
            cases=edge.properties.get("cases"),
            said=best,
            citation=best.citation.text if best else None,
            pieces=len(edge.evidence),
        )


FORMAT = Format("graphml", "GraphML, which opens in Gephi, yEd, Cytoscape and networkx", write)
