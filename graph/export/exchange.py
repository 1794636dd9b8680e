"""A graph as GraphML, for Gephi, yEd, Cytoscape, networkx and whatever else reads graphs.

What the form leaves open is done as Gephi's ImporterGraphML (0.10) reads it: looks are taken from
keys called `label`, `size`, `r`, `g` and `b`; the type of an edge from an attribute `label` of the
edge itself, without which edges between the same two nodes become one; and of two edges with one
`id` the second is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log2
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from graph.attributes import Attributes, Value
from graph.export.tables.table import printable
from graph.model.schema import load_model

Key = tuple[str, str, str]  # of an edge: relation, source, target
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


def write_graphml(
    file: IO[str],
    nodes: Iterable[tuple[str, Attributes]],
    edges: Iterable[tuple[Key, Attributes]],
    number: Mapping[str, int],
) -> None:
    """Write a directed graph, nodes before edges, each as it is taken; the file is UTF-8.

    Nodes and edges come with their attributes, of which those are written that NODE and EDGE name;
    `number` says of how many edges a node is an end. A node is coloured by its type as in the app,
    strongly if its text is held and lightly if it is only referred to, and the larger the more links
    it has. The id of an edge is its relation and its two ends, as addresses of the app name it.
    """
    file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n')
    for scope, keys in (("node", NODE), ("edge", EDGE)):
        for name, type in keys.items():
            # A key of nodes and one of edges may have one name, but no two may have one id.
            file.write(
                f'<key id="{scope}_{name}" for="{scope}" attr.name="{name}" attr.type="{type}"/>\n'
            )
    file.write('<graph edgedefault="directed">\n')
    for id, told in nodes:
        data = _data("node", NODE, {**told, **_looks(told, number.get(id, 0))})
        file.write(f"<node id={_quoted(id)}>{data}</node>\n")
    for key, told in edges:
        relation, source, target = key
        file.write(
            f"<edge id={_quoted(' '.join(key))} source={_quoted(source)} "
            f"target={_quoted(target)} label={_quoted(relation)}>"
            f"{_data('edge', EDGE, told)}</edge>\n"
        )
    file.write("</graph>\n</graphml>\n")


def number_of_links(ends: Iterable[tuple[str, str]]) -> Counter[str]:
    """By id, in how many edges a node is an end."""
    return Counter(id for pair in ends for id in pair)


def _looks(told: Attributes, links: int) -> Attributes:
    colour = load_model().nodes[str(told["type"])].colour
    red, green, blue = bytes.fromhex((colour.line if told["known"] else colour.fill)[1:])
    size = round(SMALLEST + GROWTH * log2(1 + links), 1)
    return {"links": links, "size": size, "r": red, "g": green, "b": blue}


def _data(scope: str, keys: Iterable[str], told: Attributes) -> str:
    values = ((name, told.get(name)) for name in keys)
    return "".join(_element(scope, name, value) for name, value in values if value is not None)


def _element(scope: str, name: str, value: Value) -> str:
    said = str(value).lower() if isinstance(value, bool) else printable(str(value))
    return f'<data key="{scope}_{name}">{escape(said, NAMED)}</data>'


def _quoted(id: str) -> str:
    return quoteattr(printable(id))
