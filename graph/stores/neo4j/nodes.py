"""Nodes as questions look for them in Neo4j."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from graph.model.cypher import OWNED, node_label
from graph.model.ids import body_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.model.short_names import short_name
from graph.stores.contract import Counts
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.rows import node_from_row, type_of

ROW = "labels(n) AS labels, properties(n) AS row"


def node(connection: Connection, id: str) -> Node | None:
    """The node with this id."""
    query = f"MATCH (n:{OWNED} {{id: $id}}) RETURN {ROW}"
    for found in connection.rows(query, id=id):
        return node_from_row(found["labels"], found["row"])
    return None


def nodes(connection: Connection, type: str | None, prefix: str | None) -> Iterator[Node]:
    """Nodes of a type, or whose ids begin with a prefix, or both, or all."""
    if type is not None and type not in load_model().nodes:
        return iter(())
    query = f"{_matched(type, prefix)} WITH n ORDER BY n.position RETURN {ROW}"
    found = connection.stream(query, prefix=prefix)
    return (node_from_row(one["labels"], one["row"]) for one in found)


def ids(
    connection: Connection,
    type: str | None,
    prefix: str | None,
    having: Mapping[str, Collection[str]],
    known: bool | None,
) -> Iterator[str]:
    """Ids of the nodes of a type or with a prefix that have one of the values of each property."""
    model = load_model()
    if type is not None and type not in model.nodes:
        return iter(())
    looked_up = {name for one in model.nodes.values() for name in one.lookup}
    if unknown := set(having) - looked_up:
        raise ValueError(f"{', '.join(sorted(unknown))}: not declared for lookup")
    chosen = "".join(f" AND n.{name} IN $having.{name}" for name in having)
    if known is not None:
        chosen += " AND coalesce(n.known, true) = $known"
    found = connection.stream(
        f"{_matched(type, prefix)}{chosen} RETURN n.id AS id ORDER BY n.position",
        prefix=prefix,
        known=known,
        having={name: list(values) for name, values in having.items()},
    )
    return (one["id"] for one in found)


def named(connection: Connection, name: str) -> tuple[str, ...]:
    """Ids of the nodes that have this short name."""
    if not (wanted := short_name(name)):
        return ()
    query = f"MATCH (n:{OWNED}) WHERE n.called CONTAINS $name RETURN n.id AS id ORDER BY n.position"
    return tuple(row["id"] for row in connection.rows(query, name=f" {wanted} "))


def counts(connection: Connection) -> Counts:
    """How many nodes and relations there are of each kind."""
    number_of_nodes: Counter[tuple[str, str, bool]] = Counter()
    # What stands before the first slash of an id says of which body it is, if of any.
    for row in connection.rows(
        f"MATCH (n:{OWNED}) WHERE n.id IS NOT NULL "
        "WITH labels(n) AS labels, split(n.id, '/')[0] AS start, "
        "coalesce(n.known, true) AS known, n.id AS id "
        "RETURN labels, start, known, min(id) AS example, count(*) AS number"
    ):
        kind = (type_of(row["labels"]), body_of(row["example"]) or "", row["known"])
        number_of_nodes[kind] += row["number"]
    edges: Counter[tuple[str, str, str, str]] = Counter()
    for row in connection.rows(
        f"MATCH (a:{OWNED})-[r]->(b:{OWNED}) RETURN type(r) AS type, r.basis AS basis, "
        "labels(a) AS source, labels(b) AS target, count(*) AS number"
    ):
        ends = (type_of(row["source"]), type_of(row["target"]))
        edges[row["type"], row["basis"], *ends] += row["number"]
    return Counts(number_of_nodes, edges)


def _matched(type: str | None, prefix: str | None) -> str:
    label = node_label(type) if type else OWNED
    # What is kept beside the graph has no id.
    chosen = "n.id STARTS WITH $prefix" if prefix else "n.id IS NOT NULL"
    return f"MATCH (n:{label}) WHERE n:{OWNED} AND {chosen}"
