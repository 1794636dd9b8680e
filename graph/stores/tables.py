"""The graph in SQLite's tables: how rows are written, and made into records again.

Beside the graph stands what counting, naming and picking out need, so that these do not read it
whole.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.model.ids import body_of
from graph.model.plain import edge_to_plain, evidence_from_plain, node_to_plain, remark_to_plain
from graph.model.records import Edge, Graph, Node
from graph.model.schema import load_model
from graph.model.short_names import short_names
from graph.stores.contract import Counts
from graph.stores.words import index

TABLES = ("node", "lookup", "edge", "rare", "evidence", "tally", "remark", "manifest", "words")
SHORT_NAME = ""  # the property of a short name in the table of what is looked up
RARE = ("suspect", "judgement")  # properties of edges that few carry


def as_json(value: Any) -> str:
    """A value as the tables hold it."""
    return json.dumps(value, ensure_ascii=False)


def fill(database: sqlite3.Connection, graph: Graph, manifest: Mapping[str, Any]) -> None:
    """Put a graph in place of the one that is there, within the transaction of the caller."""
    for table in (*TABLES, "kept"):
        database.execute(f"DELETE FROM {table}")
    nodes: Counter[tuple[str, str, bool]] = Counter()
    edges: Counter[tuple[str, str, str, str]] = Counter()
    types: dict[str, str] = {}
    for position, node in enumerate(graph.nodes):
        _insert_node(database, position, node)
        types[node.id] = node.type
        nodes[node.type, body_of(node.id) or "", node.properties.get("known", True)] += 1
    for position, edge in enumerate(graph.edges):
        _insert_edge(database, position, edge)
        edges[edge.type, edge.basis, types[edge.source], types[edge.target]] += 1
    tallies = ([[*kind, number] for kind, number in of.items()] for of in (nodes, edges))
    database.execute("INSERT INTO tally VALUES (?, ?)", tuple(map(as_json, tallies)))
    database.executemany(
        "INSERT INTO remark (kind, record) VALUES (?, ?)",
        ((remark.kind, as_json(remark_to_plain(remark))) for remark in graph.remarks),
    )
    database.executemany(
        "INSERT INTO manifest VALUES (?, ?)",
        ((name, as_json(value)) for name, value in manifest.items()),
    )
    index(database, graph.nodes)


def _insert_node(database: sqlite3.Connection, position: int, node: Node) -> None:
    known = node.properties.get("known", True)
    properties = as_json(node_to_plain(node)["properties"])
    database.execute(
        "INSERT INTO node VALUES (?, ?, ?, ?, ?)", (position, node.id, node.type, known, properties)
    )
    database.executemany(
        "INSERT INTO lookup VALUES (?, ?, ?)",
        ((property, value, position) for property, value in _looked_up(node)),
    )


def _looked_up(node: Node) -> Iterator[tuple[str, str]]:
    for property in load_model().nodes[node.type].lookup:
        if value := node.properties.get(property):
            yield property, value
    for name in short_names(node):
        yield SHORT_NAME, name


def _insert_edge(database: sqlite3.Connection, position: int, edge: Edge) -> None:
    plain = edge_to_plain(edge)
    properties = as_json(plain["properties"])
    row = (edge.type, edge.source, edge.target, edge.basis, edge.confidence, properties)
    database.execute("INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?)", (position, *row))
    database.executemany(
        "INSERT INTO rare VALUES (?, ?)",
        ((property, position) for property in RARE if edge.properties.get(property)),
    )
    database.executemany(
        "INSERT INTO evidence VALUES (?, ?, ?)",
        ((position, place, as_json(one)) for place, one in enumerate(plain["evidence"])),
    )


def node_of(row: tuple[Any, ...]) -> Node:
    """The node of a row (id, type, properties)."""
    return Node(row[0], row[1], json.loads(row[2]))


def edge_of(row: tuple[Any, ...]) -> Edge:
    """The edge of a row (type, source, target, basis, confidence, properties, evidence)."""
    type, source, target, basis, confidence, properties, evidence = row
    shown = tuple(map(evidence_from_plain, json.loads(evidence)))
    return Edge(type, source, target, basis, confidence, json.loads(properties), shown)


def counts_of(rows: Iterable[tuple[Any, ...]]) -> Counts:
    """The counts of the one row of the tally; all nothing before the first graph."""
    for nodes, edges in rows:
        return Counts(
            {(type, body, known): n for type, body, known, n in json.loads(nodes)},
            {(type, *rest): n for type, *rest, n in json.loads(edges)},
        )
    return Counts({}, {})
