"""A view as GraphML: its nodes and links in the form of the export of a whole store."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.export.exchange import ShownEdge, ShownNode, number_of_links, write_graphml
from graph.export.tables import Words
from graph.model.records import Node
from graph.questions import Cited, Link


def exported_graph(
    links: Iterable[Link], nodes: Iterable[Node], standing: Mapping[str, Cited], words: Words
) -> bytes:
    """The file. Each node and link stands there once, in the direction in which the graph has it."""
    links = {link.key: link for link in links}
    number = number_of_links((source, target) for _, source, target in links)
    file = io.StringIO()
    write_graphml(
        file,
        (
            _node(node, standing.get(id), number[id], words)
            for id, node in {node.id: node for node in nodes}.items()
        ),
        (_edge(link, words) for link in links.values()),
    )
    return file.getvalue().encode()


def _node(node: Node, stands: Cited | None, links: int, words: Words) -> ShownNode:
    return ShownNode(
        node=node,
        name=words.name(node),
        text=words.text(node),
        links=links,
        stands=stands.citation if stands else None,
        citation=words.cite(stands.citation) if stands else None,
    )


def _edge(link: Link, words: Words) -> ShownEdge:
    best = words.best(link)
    return ShownEdge(
        key=link.key,
        reads=words.relation(replace(link, reverse=False)),
        basis=link.basis,
        confidence=link.confidence,
        cases=link.properties.get("cases"),
        said=best,
        citation=words.cite(best.citation) if best else None,
        pieces=len(link.evidence),
    )
