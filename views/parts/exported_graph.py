"""A view as GraphML: its nodes and links in the form of the export of a whole store."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.attributes import Attributes, link_attributes, node_attributes, standing_attributes
from graph.export.exchange import number_of_links, write_graphml
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
            (id, _node(node, standing.get(id), words))
            for id, node in {node.id: node for node in nodes}.items()
        ),
        ((key, _edge(link, words)) for key, link in links.items()),
        number,
    )
    return file.getvalue().encode()


def _node(node: Node, stands: Cited | None, words: Words) -> Attributes:
    told = node_attributes(node, words.name(node), words.text(node))
    if not stands:
        return told
    return {**told, **standing_attributes(stands.citation, words.cite(stands.citation))}


def _edge(link: Link, words: Words) -> Attributes:
    best = words.best(link)
    told = link_attributes(link, link.relation, best, words.cite(best.citation) if best else None)
    return {**told, "label": words.relation(replace(link, reverse=False))}
