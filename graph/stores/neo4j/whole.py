"""A whole graph into Neo4j, in one transaction: all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from neo4j import ManagedTransaction

from graph.model.content import content_of
from graph.model.records import Graph
from graph.stores.neo4j import writing
from graph.stores.neo4j.kept import MANIFEST, remark_row, words_rows
from graph.stores.neo4j.rows import Row, edge_row, node_row, to_json

# What a graph brings with it; readings and judgements come and go by themselves.
KEEP = (MANIFEST, "SourceText", "Judgement")


def put_graph(tx: ManagedTransaction, graph: Graph, manifest: Mapping[str, Any]) -> None:
    """Put a graph and its manifest in place of what is there."""
    loaded = uuid4().hex
    rows = ((node.id, node.type, node_row(node, place)) for place, node in enumerate(graph.nodes))
    for labels, together in writing.by_labels(rows):
        for batch in writing.in_batches(together):
            writing.put_nodes(tx, labels, batch, loaded)
    for type, together in _edge_rows(graph).items():
        for batch in writing.in_batches(together):
            writing.put_edges(tx, type, batch, loaded)
    for batch in writing.in_batches(row for node in graph.nodes for row in words_rows(node)):
        writing.put_words(tx, batch, loaded)
    remarks = (remark_row(remark, place) for place, remark in enumerate(graph.remarks))
    for batch in writing.in_batches(remarks):
        writing.put_remarks(tx, batch, loaded)
    while writing.drop_what_is_not(tx, loaded, writing.BATCH, KEEP):
        pass
    content = content_of(graph.nodes, graph.edges)
    record = to_json(dict(manifest.items()))
    writing.put_manifest(tx, state="complete", content=content.hash, record=record)


def _edge_rows(graph: Graph) -> dict[str, list[Row]]:
    """Rows of the relations by their types, of which a statement writes one."""
    documents = {node.id: node.properties for node in graph.nodes if node.type == "document"}
    rows: dict[str, list[Row]] = {}
    for place, edge in enumerate(graph.edges):
        properties = edge_row(edge, place, documents.get)
        row = {"source": edge.source, "target": edge.target, "properties": properties}
        rows.setdefault(edge.type, []).append(row)
    return rows
