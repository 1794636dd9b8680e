"""How fast a store gets into Neo4j: `mandates load`, py2neo's bulk functions, one MERGE per row.

    python benchmarks/loading.py URL [--nodes 100000] [--edges 300000] [--rows 2000] [--store FILE]

URL is that of a database that may be emptied: it is refused where it holds nodes that are not of
this program. All three begin with the same SQLite store, write the same properties, and find the
ends of a relation by the same constraint. One MERGE per row is measured on a sample (`--rows`).
What is compared at the end of a load is not in the figures of nodes and relations; the whole load
has a line of its own. Beside the speeds stands the processors' time that one of each takes here and
in the server, which is the same on a busy machine.
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


CPU_OF_SERVER = (
    "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes "
    "RETURN attributes.ProcessCpuTime.value AS nanoseconds"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """What clocks show: seconds of the day, and those that both programs were at work."""

    clock: float
    client: float
    server: float

    @classmethod
    def now(cls, address: Address) -> Moment:
        """What they show now."""
        server = Connection(address).rows(CPU_OF_SERVER)[0]["nanoseconds"] / 1e9
        return cls(time.perf_counter(), time.process_time(), server)


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast a number of things got in: a second, and in microseconds of processors for one."""

    a_second: float
    client: float
    server: float

    @classmethod
    def between(cls, start: Moment, end: Moment, number: int) -> Speed:
        """The speed of so many things."""
        return cls(
            number / (end.clock - start.clock),
            (end.client - start.client) * 1e6 / number,
            (end.server - start.server) * 1e6 / number,
        )

    def __str__(self) -> str:
        return f"{self.a_second:9,.0f} ({self.client:5,.0f} + {self.server:5,.0f} µs)"


@dataclass(frozen=True, slots=True)
class Speeds:
    """How fast nodes and relations got in."""

    nodes: Speed
    relations: Speed

    def __str__(self) -> str:
        return f"nodes/s {self.nodes}   relations/s {self.relations}"


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


def ours(source: Store, address: Address) -> tuple[Speeds, float]:
    """`mandates load`; its speeds, and the seconds of all of it."""
    begun: dict[str, Moment] = {}
    done: dict[str, int] = {}

    def progress(stage: str, number: int, total: int | None) -> None:
        if stage not in begun:
            begun[stage] = Moment.now(address)
        done[stage] = number

    start = time.perf_counter()
    load(source, Connection(address), progress)
    whole = time.perf_counter() - start
    nodes = Speed.between(begun["nodes"], begun["relations"], done["nodes"])
    return Speeds(
        nodes, Speed.between(begun["relations"], begun["words"], done["relations"])
    ), whole


def by_py2neo(source: Store, address: Address) -> Speeds:
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

    return Speeds(
        speed(address, in_batches(node_rows(source), BATCH), put_nodes),
        speed(address, in_batches(edge_rows(source), BATCH), put_edges),
    )


def one_by_one(source: Store, address: Address, rows: int) -> Speeds:
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

        nodes = speed(address, in_batches(islice(node_rows(source), rows), 1), put_node)
        session.run(
            f"UNWIND $ids AS id MERGE (:{OWNED} {{id: id}})", ids=[one.id for one in source.nodes()]
        ).consume()
        sample = in_batches(islice(edge_rows(source), rows), 1)
        return Speeds(nodes, speed(address, sample, put_edge))


def speed(
    address: Address, batches: Iterable[list[Thing]], put: Callable[[list[Thing]], None]
) -> Speed:
    """How fast `put` gets things in, together with what makes them."""
    start, number = Moment.now(address), 0
    for batch in batches:
        put(batch)
        number += len(batch)
    return Speed.between(start, Moment.now(address), number)


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
    print(f"one MERGE per row  {single}", flush=True)
    emptied(address)
    bulky = by_py2neo(source, address)
    print(f"py2neo, bulk       {bulky}", flush=True)
    emptied(address)
    own, whole = ours(source, address)
    print(f"mandates load      {own}   (all of it, compared: {whole:.0f} s)")
    for name, other in (("one MERGE per row", single), ("py2neo, bulk", bulky)):
        nodes = own.nodes.a_second / other.nodes.a_second
        relations = own.relations.a_second / other.relations.a_second
        print(f"  against {name:18} nodes {nodes:.1f} times, relations {relations:.1f} times")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory held by all three: {memory:.0f} MB")


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
