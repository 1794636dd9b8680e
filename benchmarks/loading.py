"""How fast a store gets into Neo4j: `mandates load`, py2neo's bulk functions, one MERGE per row.

    python benchmarks/loading.py URL [--nodes 100000] [--edges 300000] [--rows 2000] [--store FILE]

URL is that of a database that may be emptied: it is refused where it holds nodes that are not of
this program. All three begin with the same SQLite store, write the same properties, and find the
ends of a relation by the same constraint. One MERGE per row is measured on a sample (`--rows`).
What is compared at the end of a load is not in the figures of nodes and relations; the whole load
has a line of its own.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import py2neo
from neo4j import GraphDatabase
from py2neo import bulk

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from synthetic import write_synthetic  # noqa: E402

from graph.loading import load  # noqa: E402
from graph.model.cypher import OWNED  # noqa: E402
from graph.stores import Store, open_store  # noqa: E402
from graph.stores.neo4j.address import Address, address_of  # noqa: E402
from graph.stores.neo4j.connection import Connection  # noqa: E402
from graph.stores.neo4j.copied import documents_of  # noqa: E402
from graph.stores.neo4j.rows import Row, edge_row, labels_of, node_row  # noqa: E402
from graph.stores.neo4j.writing import in_batches  # noqa: E402

Thing = TypeVar("Thing")
BATCH = 5_000
BY_ID = (OWNED, "id")
EMPTYING = (
    "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
    "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS",
)


@dataclass(frozen=True, slots=True)
class Speed:
    """Things a second."""

    nodes: float
    relations: float


def node_rows(source: Store) -> Iterator[tuple[tuple[str, ...], Row]]:
    """The labels and properties of each node."""
    for place, node in enumerate(source.nodes()):
        yield labels_of(node.id, node.type), node_row(node, place) | {"loaded": "benchmark"}


def edge_rows(source: Store) -> Iterator[tuple[str, str, str, Row]]:
    """The type, the ends and the properties of each relation."""
    documents = documents_of(source)
    for place, edge in enumerate(source.edges()):
        row = edge_row(edge, place, documents) | {"loaded": "benchmark"}
        yield edge.type, edge.source, edge.target, row


def ours(source: Store, address: Address) -> tuple[Speed, float]:
    """`mandates load`; its speed, and the seconds of all of it."""
    begun: dict[str, float] = {}
    done: dict[str, int] = {}

    def progress(stage: str, number: int, total: int | None) -> None:
        begun.setdefault(stage, time.perf_counter())
        done[stage] = number

    start = time.perf_counter()
    load(source, Connection(address), progress)
    whole = time.perf_counter() - start
    stages = list(begun)
    seconds = {one: begun[then] - begun[one] for one, then in zip(stages, stages[1:], strict=False)}
    speed = {stage: done[stage] / seconds[stage] for stage in ("nodes", "relations")}
    return Speed(**speed), whole


def by_py2neo(source: Store, address: Address) -> Speed:
    """The functions that py2neo has for many nodes and relations, in batches of the same size."""
    auth = (address.user, address.password) if address.user else None
    graph = py2neo.Graph(address.server, name=address.database, auth=auth)

    def put_nodes(batch: list[tuple[tuple[str, ...], Row]]) -> None:
        groups: dict[tuple[str, ...], list[Row]] = {}
        for labels, row in batch:
            groups.setdefault(labels, []).append(row)
        for labels, rows in groups.items():
            bulk.merge_nodes(graph.auto(), rows, BY_ID, labels=set(labels))

    def put_edges(batch: list[tuple[str, str, str, Row]]) -> None:
        groups: dict[str, list[tuple[str, Row, str]]] = {}
        for type, start, end, row in batch:
            groups.setdefault(type, []).append((start, row, end))
        for type, rows in groups.items():
            bulk.merge_relationships(
                graph.auto(), rows, type, start_node_key=BY_ID, end_node_key=BY_ID
            )

    return Speed(
        speed(in_batches(node_rows(source), BATCH), put_nodes),
        speed(in_batches(edge_rows(source), BATCH), put_edges),
    )


def one_by_one(source: Store, address: Address, rows: int) -> Speed:
    """One MERGE for each node, and for each relation, of a sample; its nodes are there before."""
    auth = (address.user, address.password) if address.user else None
    with (
        GraphDatabase.driver(address.server, auth=auth) as driver,
        driver.session(database=address.database) as session,
    ):

        def put_node(batch: list[tuple[tuple[str, ...], Row]]) -> None:
            ((labels, row),) = batch
            session.run(
                f"MERGE (n:{OWNED} {{id: $row.id}}) SET n = $row, n:{':'.join(labels)}", row=row
            ).consume()

        def put_edge(batch: list[tuple[str, str, str, Row]]) -> None:
            ((type, start, end, row),) = batch
            session.run(
                f"MATCH (a:{OWNED} {{id: $start}}) MATCH (b:{OWNED} {{id: $end}}) "
                f"MERGE (a)-[r:{type}]->(b) SET r = $row",
                start=start,
                end=end,
                row=row,
            ).consume()

        nodes = speed(in_batches(islice(node_rows(source), rows), 1), put_node)
        session.run(
            f"UNWIND $ids AS id MERGE (:{OWNED} {{id: id}})", ids=[one.id for one in source.nodes()]
        ).consume()
        return Speed(nodes, speed(in_batches(islice(edge_rows(source), rows), 1), put_edge))


def speed(batches: Iterable[list[Thing]], put: Callable[[list[Thing]], None]) -> float:
    """Things a second that `put` gets through, and what makes them."""
    start, number = time.perf_counter(), 0
    for batch in batches:
        put(batch)
        number += len(batch)
    return number / (time.perf_counter() - start)


def emptied(address: Address) -> None:
    """Take everything of ours out of the database; StoreError if there is more than ours."""
    connection = Connection(address)
    connection.refuse_foreign()
    connection.prepare()
    auth = (address.user, address.password) if address.user else None
    with (
        GraphDatabase.driver(address.server, auth=auth) as driver,
        driver.session(database=address.database) as session,
    ):
        for statement in EMPTYING:
            session.run(statement).consume()


def compare(source: Store, address: Address, rows: int) -> None:
    """Measure all three, and print what came out."""
    emptied(address)
    single = one_by_one(source, address, rows)
    print(f"one MERGE per row  {told(single)}", flush=True)
    emptied(address)
    bulky = by_py2neo(source, address)
    print(f"py2neo, bulk       {told(bulky)}", flush=True)
    emptied(address)
    own, whole = ours(source, address)
    print(f"mandates load      {told(own)}   (all of it, compared: {whole:.0f} s)")
    for name, other in (("one MERGE per row", single), ("py2neo, bulk", bulky)):
        nodes, relations = own.nodes / other.nodes, own.relations / other.relations
        print(f"  against {name:18} {nodes:9.1f} times   {relations:9.1f} times")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory held by all three: {memory:.0f} MB")


def told(speed: Speed) -> str:
    """Both speeds in a line."""
    return f"{speed.nodes:9,.0f} nodes/s   {speed.relations:9,.0f} relations/s"


def main() -> None:
    """Measure what the arguments say."""
    arguments = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    arguments.add_argument("url")
    arguments.add_argument("--nodes", type=int, default=100_000)
    arguments.add_argument("--edges", type=int, default=300_000)
    arguments.add_argument("--rows", type=int, default=2_000, help="one by one")
    arguments.add_argument("--store", type=Path, help="made by synthetic.py before")
    given = arguments.parse_args()
    address = address_of(given.url)
    with TemporaryDirectory() as folder:
        path = given.store or Path(folder, "synthetic.sqlite")
        if not given.store:
            write_synthetic(path, given.nodes, given.edges)
        warm = Path(folder, "warm.sqlite")
        write_synthetic(warm, 5_000, 15_000)
        with open_store(f"sqlite:///{warm}") as source:  # a server that just started is slow
            emptied(address)
            ours(source, address)
            by_py2neo(source, address)
        with open_store(f"sqlite:///{path}", create=False) as source:
            compare(source, address, given.rows)


if __name__ == "__main__":
    main()
