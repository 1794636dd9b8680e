"""Relations as questions look for them in Neo4j, in the order of writing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass

from neo4j import Record

from graph.model.cypher import OWNED
from graph.model.records import Edge
from graph.model.schema import load_model
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.rows import edge_from_row
from graph.stores.neo4j.surroundings import Explored

Types = str | Collection[str] | None
KEY = "type(r) AS type, a.id AS source, b.id AS target"
EDGE = f"{KEY}, properties(r) AS row"


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends of relations: which nodes, or what their ids begin with."""

    source: str | None
    target: str | None
    source_prefix: str = ""
    target_prefix: str = ""


def edges(
    connection: Connection,
    explored: Explored,
    type: Types,
    source: str | None,
    target: str | None,
) -> Iterator[Edge]:
    """Relations of a type (or several), from a node, to a node, with their evidence."""
    near = source if source is not None else target
    around = explored.around(near).edges if near is not None else None
    if around is None:
        return map(_edge, _found(connection, EDGE, type, Ends(source, target)))
    meant = None if type is None else {type} if isinstance(type, str) else set(type)
    return (
        edge
        for edge in around
        if (meant is None or edge.type in meant)
        and source in (None, edge.source)
        and target in (None, edge.target)
    )


def edge_keys(connection: Connection, type: Types, ends: Ends) -> Iterator[tuple[str, str, str]]:
    """Type, source and target of these."""
    found = _found(connection, KEY, type, ends)
    return ((one["type"], one["source"], one["target"]) for one in found)


def edges_with(connection: Connection, property: str) -> Iterator[Edge]:
    """Relations that carry a property of their own."""
    if all(property not in one.properties for one in load_model().relations.values()):
        return iter(())
    found = connection.stream(
        f"MATCH (a:{OWNED})-[r]->(b:{OWNED}) WHERE r.`{property}` IS NOT NULL "
        f"WITH a, r, b ORDER BY r.position RETURN {EDGE}"
    )
    return (edge for edge in map(_edge, found) if edge.properties.get(property))


def reach(connection: Connection, id: str, type: str, *, reverse: bool) -> tuple[str, ...]:
    """Ids of the nodes that a chain of relations of one type leads to, nearest first."""
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
    level, distance = [id], 0
    while level:
        arrived = {row["id"]: row["position"] for row in connection.rows(query, ids=level)}
        level, distance = [one for one in arrived if one not in distances], distance + 1
        distances |= dict.fromkeys(level, distance)
        for one, position in arrived.items():
            positions[one] = min(position, positions.get(one, position))
    del distances[id]
    return tuple(sorted(distances, key=lambda one: (distances[one], positions[one])))


def _found(connection: Connection, shown: str, type: Types, ends: Ends) -> Iterable[Record]:
    types = ""
    if type is not None:
        meant = {type} if isinstance(type, str) else set(type)
        # Types stand in the statement, so they are the model's words and nobody else's.
        known = [name for name in load_model().relations if name in meant]
        if not known:
            return ()
        types = f":{'|'.join(known)}"
    start = "" if ends.source is None else " {id: $source}"
    end = "" if ends.target is None else " {id: $target}"
    query = (
        f"MATCH (a:{OWNED}{start})-[r{types}]->(b:{OWNED}{end}) "
        # of every id an empty prefix is the beginning
        "WHERE a.id STARTS WITH $source_prefix AND b.id STARTS WITH $target_prefix "
        f"WITH a, r, b ORDER BY r.position RETURN {shown}"
    )
    if ends.source is None and ends.target is None:
        return connection.stream(query, **asdict(ends))
    return connection.rows(query, **asdict(ends))


def _edge(found: Record) -> Edge:
    return edge_from_row(found["type"], found["source"], found["target"], found["row"])
