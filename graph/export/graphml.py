"""GraphML of a whole store: `graph.graphml`, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.attributes import Attributes, link_attributes, node_attributes, standing_attributes
from graph.export.exchange import Key, number_of_links, write_graphml
from graph.export.formats import Format, Written
from graph.model.citation import Citation
from graph.model.naming import in_language, name_of, text_of
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
            (node.id, _node(node, standing.get(node.id), places, language))
            for node in store.nodes()
        )
        write_graphml(file, nodes, _edges(store, language), number)
    return Written((path,))


def _node(node: Node, stands: Citation | None, places: Places, language: str) -> Attributes:
    told = node_attributes(node, name_of(node, language), text_of(node, language), places)
    return {**told, **(standing_attributes(stands, stands.text) if stands else {})}


def _edges(store: Store, language: str) -> Iterator[tuple[Key, Attributes]]:
    steps = Steps(store)
    relations = load_model().relations
    for edge in store.edges():
        best = best_piece(map(steps.cited, edge.evidence), language)
        told = link_attributes(edge, edge.type, best, best.citation.text if best else None)
        reads = in_language(relations[edge.type].label, language)
        yield edge.key, {**told, "label": reads}


FORMAT = Format("graphml", "GraphML, which opens in Gephi, yEd, Cytoscape and networkx", write)
