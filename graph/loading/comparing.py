"""Whether a copy is equal: what the target holds is read back and held against what was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from graph.model.content import Content, Tally
from graph.model.cypher import OWNED, SUPPORT
from graph.model.errors import StoreError
from graph.model.records import Edge, Node
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.rows import edge_from_row, node_from_row

# Citations and links are made of the rest, and not read back.
NODES = f"MATCH (n:{OWNED}) WHERE n.id IS NOT NULL RETURN labels(n) AS labels, properties(n) AS row"
EDGES = (
    f"MATCH (a:{OWNED})-[r]->(b:{OWNED}) RETURN type(r) AS type, a.id AS source, b.id AS target, "
    "r {.*, citations: null, links: null} AS row"
)
OFTEN = 5_000  # things between two words on how far it is


@dataclass(frozen=True, slots=True)
class Held:
    """The content of a graph, and how much stands beside it, by its label in Neo4j."""

    graph: Content
    beside: Mapping[str, int]


def held(target: Connection, progress: Callable[[str, int, int | None], None]) -> Held:
    """What the target holds, read row by row; raises StoreError."""
    tally = Tally()
    total = _count(target, "MATCH ()-->() RETURN count(*) AS number")
    for _ in tally.nodes(_nodes(target)):
        pass
    for place, _ in enumerate(tally.edges(_edges(target))):
        if place % OFTEN == 0:
            progress("comparing", place, total)
    beside = {
        label: _count(target, f"MATCH (n:{label}) RETURN count(n) AS number") for label in SUPPORT
    }
    return Held(tally.content(), beside)


def refuse_difference(url: str, sent: Held, found: Held) -> None:
    """Raise StoreError, with the first difference, if a copy is not what was sent."""
    counts = [
        ("nodes", sent.graph.nodes, found.graph.nodes),
        ("relations", sent.graph.edges, found.graph.edges),
        *((f":{label}", number, found.beside[label]) for label, number in sent.beside.items()),
    ]
    for name, wanted, there in counts:
        if wanted != there:
            raise StoreError(
                f"{url}: {there} {name} are there after loading {wanted}: "
                "does another program write here?"
            )
    if sent.graph.hash != found.graph.hash:
        raise StoreError(
            f"{url}: as many nodes and relations as were loaded, but not the same: "
            "does another program write here?"
        )


def _nodes(target: Connection) -> Iterator[Node]:
    for record in target.stream(NODES):
        yield node_from_row(record["labels"], record["row"])


def _edges(target: Connection) -> Iterator[Edge]:
    for record in target.stream(EDGES):
        yield edge_from_row(record["type"], record["source"], record["target"], record["row"])


def _count(target: Connection, query: str) -> int:
    return int(target.rows(query)[0]["number"])
