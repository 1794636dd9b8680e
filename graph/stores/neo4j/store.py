"""The store in Neo4j, behind the contract of all stores."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from uuid import uuid4

from neo4j import ManagedTransaction, Record

from graph.model.content import content_of
from graph.model.cypher import OWNED, node_label
from graph.model.errors import ModelError, StoreError
from graph.model.records import Edge, Graph, Node, Remark
from graph.model.schema import load_model
from graph.stores.contract import EvidenceText, Hit, ReadingSummary, Store, StoredReading
from graph.stores.neo4j import writing
from graph.stores.neo4j.address import Address
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.kept import (
    judgement_row,
    reading_from_row,
    reading_row,
    remark_from_row,
    remark_row,
    summary_from_row,
    text_from_row,
    words_rows,
)
from graph.stores.neo4j.rows import edge_from_row, edge_row, node_from_row, node_row
from graph.stores.neo4j.search import find

MANIFEST = f"(m:{writing.MANIFEST}:{OWNED})"
LOAD = "`mandates load {url}`"


class Neo4jStore(Store):
    """The graph in a database of Neo4j; with `create`, one that is empty is made ready for it."""

    def __init__(self, address: Address, *, create: bool = True) -> None:
        self.url = address.url
        self._connection = Connection(address)
        state = self._state()
        if create:
            self._connection.refuse_foreign()
            self._connection.prepare()
        elif state is None:
            raise StoreError(
                f"{self.url}: holds no graph of mandates; {LOAD.format(url=self.url)} puts one there"
            )
        elif state == "loading":
            raise StoreError(
                f"{self.url}: a load is under way or was broken off; run "
                f"{LOAD.format(url=self.url)} again"
            )

    def _state(self) -> str | None:
        found = self._connection.rows(f"MATCH {MANIFEST} RETURN m.state AS state, m.form AS form")
        if not found:
            return None
        if (form := found[0]["form"]) != writing.FORM:
            raise StoreError(
                f"{self.url}: a graph of form {form}, this program reads {writing.FORM}; empty the "
                f"database, then run {LOAD.format(url=self.url)}"
            )
        return str(found[0]["state"])

    def close(self) -> None:
        self._connection.close()

    # Readings

    def put_reading(self, reading: StoredReading) -> None:
        rows = [reading_row(reading)]
        self._connection.write(lambda tx: writing.put_readings(tx, rows, ""))

    def remove_reading(self, checksum: str) -> bool:
        def work(tx: ManagedTransaction) -> int:
            found = tx.run(
                f"MATCH (t:SourceText:{OWNED} {{checksum: $checksum}}) DELETE t", checksum=checksum
            )
            return found.consume().counters.nodes_deleted

        return self._connection.write(work) > 0

    def reading(self, checksum: str) -> StoredReading | None:
        found = self._source_text(checksum, "properties(t)")
        return reading_from_row(found) if found else None

    def readings(self) -> tuple[ReadingSummary, ...]:
        rows = self._connection.rows(
            f"MATCH (t:SourceText:{OWNED}) WITH t ORDER BY t.document, t.language, t.checksum "
            "RETURN t {.*, original: null, repaired: null, origins: null, payload: null} AS row"
        )
        return tuple(summary_from_row(row["row"]) for row in rows)

    def evidence_text(self, checksum: str) -> EvidenceText | None:
        found = self._source_text(checksum, "t {.original, .repaired, .origins}")
        return text_from_row(found) if found else None

    def _source_text(self, checksum: str, shown: str) -> Mapping[str, Any] | None:
        query = f"MATCH (t:SourceText:{OWNED} {{checksum: $checksum}}) RETURN {shown} AS row"
        found = self._connection.rows(query, checksum=checksum)
        return found[0]["row"] if found else None

    # Judgements

    def put_judgements(self, judgements: Collection[Mapping[str, Any]]) -> None:
        rows = [judgement_row(one, place) for place, one in enumerate(judgements)]

        def work(tx: ManagedTransaction) -> None:
            tx.run(f"MATCH (j:Judgement:{OWNED}) DELETE j").consume()
            writing.put_judgements(tx, rows, "")

        self._connection.write(work)

    def judgements(self) -> tuple[Mapping[str, Any], ...]:
        rows = self._connection.rows(
            f"MATCH (j:Judgement:{OWNED}) RETURN j.line AS line ORDER BY j.position"
        )
        return tuple(json.loads(row["line"]) for row in rows)

    # The graph

    def write_graph(self, graph: Graph, manifest: Mapping[str, Any]) -> None:
        faults = list(load_model().faults(graph))
        if faults:
            more = f" (and {len(faults) - 1} more faults)" if len(faults) > 1 else ""
            raise ModelError(f"{faults[0]}{more}")
        self._connection.write(lambda tx: _write(tx, graph, manifest))

    def manifest(self) -> Mapping[str, Any]:
        for row in self._connection.rows(f"MATCH {MANIFEST} RETURN m.record AS record"):
            record: Mapping[str, Any] = json.loads(row["record"])
            return record
        return {}

    def node(self, id: str) -> Node | None:
        query = f"MATCH (n:{OWNED} {{id: $id}}) RETURN labels(n) AS labels, properties(n) AS row"
        for found in self._connection.rows(query, id=id):
            return node_from_row(found["labels"], found["row"])
        return None

    def nodes(self, type: str | None = None, prefix: str | None = None) -> Iterator[Node]:
        if type is not None and type not in load_model().nodes:
            return iter(())
        label = node_label(type) if type else OWNED
        # What is kept beside the graph has no id.
        chosen = "n.id STARTS WITH $prefix" if prefix else "n.id IS NOT NULL"
        found = self._connection.stream(
            f"MATCH (n:{label}) WHERE n:{OWNED} AND {chosen} "
            "WITH n ORDER BY n.position RETURN labels(n) AS labels, properties(n) AS row",
            prefix=prefix,
        )
        return (node_from_row(one["labels"], one["row"]) for one in found)

    def edges(
        self,
        type: str | Collection[str] | None = None,
        source: str | None = None,
        target: str | None = None,
    ) -> Iterator[Edge]:
        return map(_edge, self._relations(_matched(type, source, target), EDGE, source, target))

    def edge_keys(
        self,
        type: str | Collection[str] | None = None,
        source: str | None = None,
        target: str | None = None,
    ) -> Iterator[tuple[str, str, str]]:
        found = self._relations(_matched(type, source, target), KEY, source, target)
        return ((one["type"], one["source"], one["target"]) for one in found)

    def edges_with(self, property: str) -> Iterator[Edge]:
        if all(property not in one.properties for one in load_model().relations.values()):
            return iter(())
        pattern = f"{_matched(None, None, None)} WHERE r.`{property}` IS NOT NULL"
        found = map(_edge, self._relations(pattern, EDGE))
        return (edge for edge in found if edge.properties.get(property))

    def _relations(
        self, pattern: str | None, shown: str, source: str | None = None, target: str | None = None
    ) -> Iterable[Record]:
        if pattern is None:
            return ()
        query = f"MATCH {pattern} WITH a, r, b ORDER BY r.position RETURN {shown}"
        if source is None and target is None:
            return self._connection.stream(query)
        return self._connection.rows(query, source=source, target=target)

    def reach(self, id: str, type: str, *, reverse: bool = False) -> tuple[str, ...]:
        if type not in load_model().relations:
            return ()
        step = f"<-[r:{type}]-" if reverse else f"-[r:{type}]->"
        # Level by level: a pattern of any length would try every way round every ring.
        query = (
            f"UNWIND $ids AS id MATCH (:{OWNED} {{id: id}}){step}(b:{OWNED}) "
            "RETURN b.id AS id, min(r.position) AS position"
        )
        distances = {id: 0}
        positions: dict[str, int] = {}
        level = [id]
        while level:
            arrived = self._connection.rows(query, ids=level)
            level = []
            for one in arrived:
                positions[one["id"]] = min(
                    one["position"], positions.get(one["id"], one["position"])
                )
                if one["id"] not in distances:
                    distances[one["id"]] = len(set(distances.values()))
                    level.append(one["id"])
        del distances[id]
        return tuple(sorted(distances, key=lambda one: (distances[one], positions[one])))

    def remarks(self, kind: str | None = None) -> Iterator[Remark]:
        chosen = " WHERE r.kind = $kind" if kind else ""
        found = self._connection.stream(
            f"MATCH (r:Remark:{OWNED}){chosen} "
            "WITH r ORDER BY r.position RETURN properties(r) AS row",
            kind=kind,
        )
        return (remark_from_row(one["row"]) for one in found)

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        return find(self._connection, words, limit)


KEY = "type(r) AS type, a.id AS source, b.id AS target"
EDGE = f"{KEY}, properties(r) AS row"


def _matched(
    type: str | Collection[str] | None, source: str | None, target: str | None
) -> str | None:
    """The pattern of the relations that are meant; None if the model has none of these types."""
    types = ""
    if type is not None:
        meant = {type} if isinstance(type, str) else set(type)
        known = [name for name in load_model().relations if name in meant]
        if not known:
            return None
        types = f":{'|'.join(known)}"
    start = " {id: $source}" if source is not None else ""
    end = " {id: $target}" if target is not None else ""
    return f"(a:{OWNED}{start})-[r{types}]->(b:{OWNED}{end})"


def _edge(found: Record) -> Edge:
    return edge_from_row(found["type"], found["source"], found["target"], found["row"])


def _write(tx: ManagedTransaction, graph: Graph, manifest: Mapping[str, Any]) -> None:
    """Put the graph in place of the one that is there, in one transaction."""
    loaded = uuid4().hex
    rows = ((node.id, node.type, node_row(node, place)) for place, node in enumerate(graph.nodes))
    for labels, together in writing.by_labels(rows):
        for batch in writing.in_batches(together):
            writing.put_nodes(tx, labels, batch, loaded)
    documents = {node.id: node.properties for node in graph.nodes if node.type == "document"}
    by_type: dict[str, list[dict[str, Any]]] = {}
    for place, edge in enumerate(graph.edges):
        properties = edge_row(edge, place, documents.get)
        row = {"source": edge.source, "target": edge.target, "properties": properties}
        by_type.setdefault(edge.type, []).append(row)
    for type, together in by_type.items():
        for batch in writing.in_batches(together):
            writing.put_edges(tx, type, batch, loaded)
    words = (row for node in graph.nodes for row in words_rows(node))
    for batch in writing.in_batches(words):
        writing.put_words(tx, batch, loaded)
    remarks = (remark_row(remark, place) for place, remark in enumerate(graph.remarks))
    for batch in writing.in_batches(remarks):
        writing.put_remarks(tx, batch, loaded)
    keep = (writing.MANIFEST, "SourceText", "Judgement")
    while writing.drop_what_is_not(tx, loaded, writing.BATCH, keep):
        pass
    record = dict(manifest.items())
    content = content_of(graph.nodes, graph.edges)
    text = json.dumps(record, ensure_ascii=False)
    writing.put_manifest(tx, state="complete", content=content.hash, record=text)
