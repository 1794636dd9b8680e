"""What there is to load, stage by stage, in batches that are made as they are taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from neo4j import ManagedTransaction

from graph.loading.sending import Put
from graph.model.content import Tally
from graph.model.errors import StoreError
from graph.model.records import Edge, Node
from graph.stores import Store
from graph.stores.neo4j import writing
from graph.stores.neo4j.kept import judgement_row, reading_row, remark_row, words_rows
from graph.stores.neo4j.rows import Documents, Row, edge_row, node_row

PutRows = Callable[[ManagedTransaction, Sequence[Row], str], None]
NODES = 5_000  # of a batch
EDGES = 5_000
ROWS = 5_000
TEXTS = 8  # of whole documents
DOCUMENTS = 5_000  # remembered, for citations name them


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written in one transaction, and of how many things."""

    size: int
    put: Put[Any]


@dataclass(frozen=True, slots=True)
class Stage:
    """A kind of thing to load; `label` is its label in Neo4j where it stands beside the graph."""

    name: str
    total: int | None
    batches: Iterator[Batch]
    label: str | None = None


def stages_of(source: Store, tally: Tally) -> Iterator[Stage]:
    """All that the source has, nodes before relations; `tally` counts the graph as it is taken."""
    counts: Mapping[str, int] = source.manifest().get("counts") or {}
    texts = source.readings()
    judgements = source.judgements()
    yield Stage("nodes", counts.get("nodes"), _nodes(tally.nodes(source.nodes())))
    yield Stage("relations", counts.get("edges"), _edges(tally.edges(source.edges()), source))
    words = (row for node in source.nodes() for row in words_rows(node))
    yield Stage("words", None, _rows(words, writing.put_words), "Words")
    rows = _reading_rows(source, (one.checksum for one in texts))
    yield Stage("texts", len(texts), _rows(rows, writing.put_readings, TEXTS), "SourceText")
    rows = (remark_row(one, place) for place, one in enumerate(source.remarks()))
    yield Stage("remarks", None, _rows(rows, writing.put_remarks), "Remark")
    rows = (judgement_row(one, place) for place, one in enumerate(judgements))
    yield Stage("judgements", len(judgements), _rows(rows, writing.put_judgements), "Judgement")


def _nodes(nodes: Iterable[Node]) -> Iterator[Batch]:
    for some in writing.in_batches(enumerate(nodes), NODES):
        rows = ((node.id, node.type, node_row(node, place)) for place, node in some)
        yield Batch(len(some), _put_nodes(tuple(writing.by_labels(rows))))


def _put_nodes(groups: Sequence[tuple[tuple[str, ...], list[Row]]]) -> Put[None]:
    def put(tx: ManagedTransaction, loaded: str) -> None:
        for labels, rows in groups:
            writing.put_nodes(tx, labels, rows, loaded)

    return put


def _edges(edges: Iterable[Edge], source: Store) -> Iterator[Batch]:
    documents = _documents(source)
    for some in writing.in_batches(enumerate(edges), EDGES):
        rows: dict[str, list[Row]] = {}
        for place, edge in some:
            row = {"source": edge.source, "target": edge.target}
            properties = edge_row(edge, place, documents)
            rows.setdefault(edge.type, []).append(row | {"properties": properties})
        yield Batch(len(some), _put_edges(rows))


def _put_edges(rows: Mapping[str, list[Row]]) -> Put[None]:
    def put(tx: ManagedTransaction, loaded: str) -> None:
        for type, some in rows.items():
            lacking = len(some) - writing.put_edges(tx, type, some, loaded)
            if lacking:
                raise StoreError(
                    f"{type}: {lacking} relations whose ends are not there: was the source built "
                    "anew, or the copy changed, at the same time?"
                )

    return put


def _rows(
    rows: Iterable[Row],
    put: PutRows,
    size: int = ROWS,
) -> Iterator[Batch]:
    for some in writing.in_batches(rows, size):
        yield Batch(len(some), partial(_put_rows, put, some))


def _put_rows(put: PutRows, rows: Sequence[Row], tx: ManagedTransaction, loaded: str) -> None:
    put(tx, rows, loaded)


def _reading_rows(source: Store, checksums: Iterable[str]) -> Iterator[Row]:
    for checksum in checksums:
        if reading := source.reading(checksum):
            # The payload is for joining readings, which is done where they are made.
            yield reading_row(replace(reading, payload=b""))


def _documents(source: Store) -> Documents:
    @lru_cache(maxsize=DOCUMENTS)
    def properties(id: str) -> Mapping[str, Any] | None:
        found = source.node(id)
        return found.properties if found else None

    return properties
