"""What there is to load, stage by stage, in batches that are made as they are taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from graph.loading.sending import Put
from graph.model.citation import Citation
from graph.model.content import Tally
from graph.model.errors import StoreError
from graph.model.records import Edge, Node
from graph.questions.standing import all_standing
from graph.stores import Store
from graph.stores.neo4j import writing
from graph.stores.neo4j.copied import documents_of, rows_beside
from graph.stores.neo4j.rows import Row, edge_row, node_row

PutRows = Callable[[ManagedTransaction, Sequence[Row], str], None]
NODES = 5_000  # of a batch
EDGES = 5_000
# By the label of what stands beside the graph: the name of its stage, what writes it, and how many
# at once; few texts, for they are those of whole documents.
BESIDE: Mapping[str, tuple[str, PutRows, int]] = {
    "Words": ("words", writing.put_words, 5_000),
    "SourceText": ("texts", writing.put_readings, 8),
    "Remark": ("remarks", writing.put_remarks, 5_000),
    "Judgement": ("judgements", writing.put_judgements, 5_000),
    "Answer": ("answers", writing.put_answers, 1),
}


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
    stands = all_standing(source, "en")
    yield Stage("nodes", counts.get("nodes"), _nodes(tally.nodes(source.nodes()), stands))
    yield Stage("relations", counts.get("edges"), _edges(tally.edges(source.edges()), source))
    for label, rows in rows_beside(source).items():
        name, put, size = BESIDE[label]
        yield Stage(name, None, _rows(rows, put, size), label)


def _nodes(nodes: Iterable[Node], stands: Mapping[str, Citation]) -> Iterator[Batch]:
    for some in writing.in_batches(enumerate(nodes), NODES):
        rows = (
            (node.id, node.type, node_row(node, place, stands.get(node.id))) for place, node in some
        )
        yield Batch(len(some), _put_nodes(tuple(writing.by_labels(rows))))


def _put_nodes(groups: Sequence[tuple[tuple[str, ...], list[Row]]]) -> Put[None]:
    def put(tx: ManagedTransaction, loaded: str) -> None:
        for labels, rows in groups:
            writing.put_nodes(tx, labels, rows, loaded)

    return put


def _edges(edges: Iterable[Edge], source: Store) -> Iterator[Batch]:
    documents = documents_of(source)
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
    size: int,
) -> Iterator[Batch]:
    for some in writing.in_batches(rows, size):
        yield Batch(len(some), partial(_put_rows, put, some))


def _put_rows(put: PutRows, rows: Sequence[Row], tx: ManagedTransaction, loaded: str) -> None:
    put(tx, rows, loaded)
