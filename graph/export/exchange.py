"""A graph as GraphML, for Gephi, yEd, Cytoscape, networkx and whatever else reads graphs.

What the form leaves open is done as Gephi's ImporterGraphML (0.10) reads it: looks are taken from
keys called `label`, `size`, `r`, `g` and `b`; the type of an edge from an attribute `label` of the
edge itself, without which edges between the same two nodes become one; and of two edges with one
`id` the second is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log2
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from graph.export.tables.table import printable
from graph.model.citation import Citation
from graph.model.ids import body_of, session_of, whole_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions.steps import Cited

Value = str | int | float | bool | None
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE: Mapping[str, str] = {  # the keys of nodes and of edges, with their types
    "label": "string",
    "type": "string",
    "known": "boolean",
    "body": "string",
    "session": "string",
    "date": "string",
    "is_mandate": "boolean",
    "action": "string",
    "deliverable": "string",
    "status": "string",
    "text": "string",
    "source": "string",
    "citation": "string",
    "link": "string",
    "links": "int",
    "size": "float",
    "r": "int",
    "g": "int",
    "b": "int",
}
EDGE: Mapping[str, str] = {
    "label": "string",
    "relation": "string",
    "basis": "string",
    "confidence": "double",
    "cases": "int",
    "evidence_source": "string",
    "document": "string",
    "quotation": "string",
    "citation": "string",
    "link": "string",
    "pieces": "int",
}
NAMED = {"\r": "&#13;"}  # what a reader of XML would else take for the end of a line
SMALLEST, GROWTH = 8, 4  # of a node without links, and what each doubling of their number adds


@dataclass(frozen=True, slots=True)
class ShownNode:
    """A node to be written: the words for it, how many links it has, and where it belongs.

    `stands` is the place where its own text stands, `citation` the words for that; `body` and
    `session` are those that the id of the node does not tell.
    """

    node: Node
    name: str
    text: str
    links: int
    stands: Citation | None = None
    citation: str | None = None
    body: str | None = None
    session: str | None = None


@dataclass(frozen=True, slots=True)
class ShownEdge:
    """An edge to be written; `said` is its best piece of evidence, `citation` the words for that."""

    key: tuple[str, str, str]
    reads: str
    basis: str
    confidence: float | None
    cases: int | None
    said: Cited | None
    citation: str | None
    pieces: int


def write_graphml(file: IO[str], nodes: Iterable[ShownNode], edges: Iterable[ShownEdge]) -> None:
    """Write a directed graph, nodes before edges, each as it is taken; the file is UTF-8.

    A node is coloured by its type as in the app, strongly if its text is held and lightly if it is
    only referred to, and the larger the more links it has. The id of an edge is its relation and
    its two ends, as addresses of the app name it.
    """
    file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n')
    for scope, keys in (("node", NODE), ("edge", EDGE)):
        for name, type in keys.items():
            # A key of nodes and one of edges may have one name, but no two may have one id.
            file.write(
                f'<key id="{scope}_{name}" for="{scope}" attr.name="{name}" attr.type="{type}"/>\n'
            )
    file.write('<graph edgedefault="directed">\n')
    for node in nodes:
        file.write(f"<node id={_quoted(node.node.id)}>{_data('node', _node(node))}</node>\n")
    for edge in edges:
        relation, source, target = edge.key
        file.write(
            f"<edge id={_quoted(' '.join(edge.key))} source={_quoted(source)} "
            f"target={_quoted(target)} label={_quoted(relation)}>"
            f"{_data('edge', _edge(edge))}</edge>\n"
        )
    file.write("</graph>\n</graphml>\n")


def number_of_links(ends: Iterable[tuple[str, str]]) -> Counter[str]:
    """By id, in how many edges a node is an end."""
    return Counter(id for pair in ends for id in pair)


def _node(shown: ShownNode) -> dict[str, Value]:
    node, told = shown.node, shown.node.properties
    known = bool(told.get("known", True))
    colour = load_model().nodes[node.type].colour
    red, green, blue = bytes.fromhex((colour.line if known else colour.fill)[1:])
    whole = whole_of(node.id)
    own = told.get("body")
    return {
        "label": shown.name,
        "type": node.type,
        "known": known,
        "body": shown.body
        or body_of(whole)
        or (f"body:{own.removeprefix('body:')}" if own else None),
        "session": shown.session or told.get("session") or session_of(whole),
        "date": told.get("date") or told.get("start"),
        "is_mandate": told.get("is_mandate"),
        "action": ", ".join(told.get("action") or ()) or None,
        "deliverable": told.get("deliverable"),
        "status": told.get("status"),
        "text": shown.text or None,
        "source": shown.stands.source if shown.stands else told.get("source"),
        "citation": shown.citation,
        "link": (shown.stands and shown.stands.link) or told.get("link"),
        "links": shown.links,
        "size": round(SMALLEST + GROWTH * log2(1 + shown.links), 1),
        "r": red,
        "g": green,
        "b": blue,
    }


def _edge(shown: ShownEdge) -> dict[str, Value]:
    evidence = shown.said.evidence if shown.said else None
    return {
        "label": shown.reads,
        "relation": shown.key[0],
        "basis": shown.basis,
        "confidence": shown.confidence,
        "cases": shown.cases,
        "evidence_source": evidence.source if evidence else None,
        "document": evidence.document if evidence else None,
        "quotation": evidence.quotation if evidence else None,
        "citation": shown.citation,
        "link": shown.said.citation.link if shown.said else None,
        "pieces": shown.pieces,
    }


def _data(scope: str, values: Mapping[str, Value]) -> str:
    return "".join(_elements(scope, values))


def _elements(scope: str, values: Mapping[str, Value]) -> Iterator[str]:
    for name, value in values.items():
        if value is not None:
            said = str(value).lower() if isinstance(value, bool) else printable(str(value))
            yield f'<data key="{scope}_{name}">{escape(said, NAMED)}</data>'


def _quoted(id: str) -> str:
    return quoteattr(printable(id))
