"""Batches of rows into Neo4j: each function takes a transaction and writes one list of rows in it.

`MERGE` finds what is there by what it is known by, `SET` puts the new properties in place of all
the old, so a batch may be written twice. Every row gets the name of its load (`loaded`): what
another load has written, and this one has not, is what `drop_what_is_not` takes away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from graph.model.cypher import OWNED, SUPPORT, node_label
from graph.model.schema import load_model
from graph.stores.neo4j.kept import MANIFEST, manifest_row
from graph.stores.neo4j.rows import Row, labels_of

Thing = TypeVar("Thing")
BATCH = 5_000  # rows sent at once


def put_nodes(
    tx: ManagedTransaction, labels: Sequence[str], rows: Sequence[Row], loaded: str
) -> None:
    """Write nodes that have the same `labels` (see `labels_of`); `rows` as `node_row` makes them."""
    tx.run(
        f"UNWIND $rows AS row MERGE (n:{OWNED} {{id: row.id}}) "
        f"SET n = row, n.loaded = $loaded, n:{_declared_labels(labels)}",
        rows=rows,
        loaded=loaded,
    ).consume()


def put_edges(tx: ManagedTransaction, type: str, rows: Sequence[Row], loaded: str) -> int:
    """Write relations of one type between nodes that are there; gives how many were written.

    A row is `{"source": id, "target": id, "properties": …}`, the last as `edge_row` makes it. A row
    whose ends are not there is left out, and not counted.
    """
    if type not in load_model().relations:
        raise ValueError(f"{type!r} is no relation of the model")
    written = tx.run(
        f"UNWIND $rows AS row MATCH (a:{OWNED} {{id: row.source}}) "
        f"MATCH (b:{OWNED} {{id: row.target}}) MERGE (a)-[r:{type}]->(b) "
        "SET r = row.properties RETURN count(r) AS written",
        # A second SET would have the server write every relation once more: a fifth of its time.
        rows=[row | {"properties": row["properties"] | {"loaded": loaded}} for row in rows],
    ).single(strict=True)
    return int(written["written"])


def put_readings(tx: ManagedTransaction, rows: Sequence[Row], loaded: str) -> None:
    """Write files as read; `rows` as `reading_row` makes them."""
    _put(tx, "SourceText", rows, loaded)


def put_remarks(tx: ManagedTransaction, rows: Sequence[Row], loaded: str) -> None:
    """Write remarks; `rows` as `remark_row` makes them."""
    _put(tx, "Remark", rows, loaded)


def put_judgements(tx: ManagedTransaction, rows: Sequence[Row], loaded: str) -> None:
    """Write judgements; `rows` as `judgement_row` makes them."""
    _put(tx, "Judgement", rows, loaded)


def put_answers(tx: ManagedTransaction, rows: Sequence[Row], loaded: str) -> None:
    """Write kept answers; `rows` as `answer_row` makes them."""
    _put(tx, "Answer", rows, loaded)


def put_words(tx: ManagedTransaction, rows: Sequence[Row], loaded: str) -> None:
    """Write folded texts for search; `rows` as `words_rows` makes them."""
    _put(tx, "Words", rows, loaded)


def put_manifest(
    tx: ManagedTransaction, *, state: str, content: str = "", record: str = "{}", loaded: str = ""
) -> None:
    """Say what this graph is, as `manifest_row` does."""
    row = manifest_row(state=state, content=content, record=record, loaded=loaded)
    tx.run(f"MERGE (m:{MANIFEST}:{OWNED}) SET m = $row", row=row).consume()


def drop_what_is_not(
    tx: ManagedTransaction, loaded: str, limit: int, keep: Collection[str] = (MANIFEST,)
) -> int:
    """Delete relations, then nodes, of ours that another load wrote; gives how many, `limit` at most.

    Nodes with one of the labels in `keep` stay. Called until it gives 0, the graph is this load's.
    """
    relations = _count(
        tx,
        f"MATCH (:{OWNED})-[r]->(:{OWNED}) WHERE r.loaded IS NULL OR r.loaded <> $loaded "
        "WITH r LIMIT $limit DELETE r RETURN count(r) AS dropped",
        loaded=loaded,
        limit=limit,
    )
    if relations == limit:
        return relations
    kept = "".join(f" AND NOT n:{label}" for label in keep if label in SUPPORT)
    # Not DETACH: a relation that is still there is not ours, and its end stays with it.
    nodes = _count(
        tx,
        f"MATCH (n:{OWNED}) WHERE (n.loaded IS NULL OR n.loaded <> $loaded){kept} "
        "AND NOT (n)--() WITH n LIMIT $limit DELETE n RETURN count(n) AS dropped",
        loaded=loaded,
        limit=limit - relations,
    )
    return relations + nodes


def by_labels(rows: Iterable[tuple[str, str, Row]]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """Rows of nodes, each after its id and its type, put together by the labels they get."""
    together: dict[tuple[str, ...], list[Row]] = {}
    for id, type, row in rows:
        together.setdefault(labels_of(id, type), []).append(row)
    yield from together.items()


def in_batches(things: Iterable[Thing], size: int = BATCH) -> Iterator[list[Thing]]:
    """The same things, `size` at a time."""
    remaining = iter(things)
    while batch := list(islice(remaining, size)):
        yield batch


def _put(tx: ManagedTransaction, label: str, rows: Sequence[Row], loaded: str) -> None:
    known = ", ".join(f"{name}: row.{name}" for name in SUPPORT[label].known_by)
    tx.run(
        f"UNWIND $rows AS row MERGE (n:{label}:{OWNED} {{{known}}}) "
        "SET n = row, n.loaded = $loaded",
        rows=rows,
        loaded=loaded,
    ).consume()


def _count(tx: ManagedTransaction, statement: str, **parameters: Any) -> int:
    return int(tx.run(statement, parameters).single(strict=True)["dropped"])


def _declared_labels(labels: Sequence[str]) -> str:
    """The labels as a statement has them; none that the model does not declare gets into one."""
    if unknown := set(labels) - _all_labels():
        raise ValueError(f"{', '.join(sorted(unknown))}: no label of the model")
    return ":".join(labels)


@cache
def _all_labels() -> frozenset[str]:
    nodes = load_model().nodes
    further = {label for node in nodes.values() for label in node.labels}
    return frozenset({OWNED, *map(node_label, nodes), *further})
