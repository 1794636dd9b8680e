"""The store in Neo4j, behind the contract of all stores."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from neo4j import ManagedTransaction

from graph.model.cypher import OWNED
from graph.model.errors import ModelError, StoreError
from graph.model.records import Edge, Graph, Node, Remark
from graph.model.schema import load_model
from graph.stores.contract import (
    Counts,
    EvidenceText,
    Hit,
    ReadingSummary,
    Store,
    StoredReading,
)
from graph.stores.neo4j import nodes, relations, writing
from graph.stores.neo4j.address import Address
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.kept import (
    FORM,
    MANIFEST,
    judgement_row,
    reading_from_row,
    reading_row,
    remark_from_row,
    summary_from_row,
    text_from_row,
)
from graph.stores.neo4j.search import find
from graph.stores.neo4j.surroundings import Explored
from graph.stores.neo4j.whole import put_graph

THE_MANIFEST = f"(m:{MANIFEST}:{OWNED})"
LOAD = "`mandates load {url}`"


class Neo4jStore(Store):
    """The graph in a database of Neo4j; with `create`, one that is empty is made ready for it.

    What was read around a node is remembered while the store is open: one is opened for a question,
    not for a day.
    """

    def __init__(self, address: Address, *, create: bool = True) -> None:
        self.url = address.url
        self._connection = Connection(address)
        self._explored = Explored(self._connection)
        state = self._state()
        if create:
            self._connection.refuse_foreign()
            self._connection.prepare()
        elif state is None:
            raise StoreError(
                f"{self.url}: holds no graph of mandates; {LOAD.format(url=self.url)} puts one there",
                "empty",
            )
        elif state == "loading":
            raise StoreError(
                f"{self.url}: a load is under way or was broken off; run "
                f"{LOAD.format(url=self.url)} again",
                "building",
            )

    def _state(self) -> str | None:
        found = self._connection.rows(
            f"MATCH {THE_MANIFEST} RETURN m.state AS state, m.form AS form"
        )
        if not found:
            return None
        if (form := found[0]["form"]) != FORM:
            raise StoreError(
                f"{self.url}: a graph of form {form}, this program reads {FORM}; empty the "
                f"database, then run {LOAD.format(url=self.url)}",
                "version",
            )
        return str(found[0]["state"])

    def close(self) -> None:
        self._explored.forget()
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
        self._connection.write(lambda tx: put_graph(tx, graph, manifest))
        self._explored.forget()

    def kept(self, name: str) -> Any | None:
        # Readers cannot write: what a copy knows by heart came with it.
        query = f"MATCH (a:Answer:{OWNED} {{name: $name}}) RETURN a.answer AS answer"
        for row in self._connection.rows(query, name=name):
            return json.loads(row["answer"])
        return None

    def answers(self) -> Iterator[tuple[str, Any]]:
        query = (
            f"MATCH (a:Answer:{OWNED}) RETURN a.name AS name, a.answer AS answer ORDER BY a.name"
        )
        for row in self._connection.rows(query):
            yield row["name"], json.loads(row["answer"])

    def manifest(self) -> Mapping[str, Any]:
        for row in self._connection.rows(f"MATCH {THE_MANIFEST} RETURN m.record AS record"):
            record: Mapping[str, Any] = json.loads(row["record"])
            return record
        return {}

    def node(self, id: str) -> Node | None:
        return self._explored.node(id, lambda: nodes.node(self._connection, id))

    def expect(self, ids: Iterable[str]) -> None:
        self._explored.expect(ids)

    def nodes(self, type: str | None = None, prefix: str | None = None) -> Iterator[Node]:
        return nodes.nodes(self._connection, type, prefix)

    def ids(
        self,
        type: str | None = None,
        prefix: str | None = None,
        having: Mapping[str, Collection[str]] | None = None,
        known: bool | None = None,
    ) -> Iterator[str]:
        return nodes.ids(self._connection, type, prefix, having or {}, known)

    def named(self, name: str) -> tuple[str, ...]:
        return nodes.named(self._connection, name)

    def counts(self) -> Counts:
        return nodes.counts(self._connection)

    def edges(
        self,
        type: str | Collection[str] | None = None,
        source: str | None = None,
        target: str | None = None,
    ) -> Iterator[Edge]:
        return relations.edges(self._connection, self._explored, type, source, target)

    def edge_keys(
        self,
        type: str | Collection[str] | None = None,
        source: str | None = None,
        target: str | None = None,
        *,
        source_prefix: str = "",
        target_prefix: str = "",
    ) -> Iterator[tuple[str, str, str]]:
        ends = relations.Ends(source, target, source_prefix, target_prefix)
        return relations.edge_keys(self._connection, type, ends)

    def edges_with(self, property: str) -> Iterator[Edge]:
        return relations.edges_with(self._connection, property)

    def reach(self, id: str, type: str, *, reverse: bool = False) -> tuple[str, ...]:
        return relations.reach(self._connection, id, type, reverse=reverse)

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
