"""A node with all its relations, read at once and remembered.

A walk asks of every node it comes to for a dozen relations, most of which it does not have, and for
the nodes at their other ends. Each question is a message to the server and back: a trace would take
hundreds, where one for each node it visits is enough.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from graph.model.cypher import OWNED
from graph.model.records import Edge, Node
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.rows import edge_from_row, node_from_row

Thing = TypeVar("Thing")
# Relations of a node that are read at once. Actors and sessions have thousands, of which a question
# wants one type.
MOST = 100
REMEMBERED = 2_000  # nodes
AHEAD = 100  # nodes that are read at once, of those that will be asked for
QUERY = (
    f"UNWIND $ids AS id MATCH (n:{OWNED} {{id: id}}) WITH n, COUNT {{ (n)--() }} <= $most AS few "
    f"OPTIONAL MATCH (n)-[r]-(m:{OWNED}) WHERE few WITH n, few, r, m ORDER BY r.position "
    "RETURN labels(n) AS labels, properties(n) AS row, few, collect(CASE WHEN r IS NULL THEN null "
    "ELSE [type(r), startNode(r).id, endNode(r).id, properties(r)] END) AS edges, "
    "collect(DISTINCT CASE WHEN m IS NULL THEN null ELSE [labels(m), properties(m)] END) AS ends"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A node, and its relations in the order of writing; `edges` is None if they are too many."""

    node: Node | None
    edges: tuple[Edge, ...] | None


class Explored:
    """What was read around nodes, the latest of it; it lives as long as the store is open."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._around: OrderedDict[str, Surroundings] = OrderedDict()
        self._nodes: OrderedDict[str, Node] = OrderedDict()
        self._expected: deque[str] = deque()

    def expect(self, ids: Iterable[str]) -> None:
        """Nodes that will be asked for next, in this order: one of them brings those after it."""
        self._expected = deque(ids)

    def forget(self) -> None:
        """Start anew, because another graph has been written."""
        self._around.clear()
        self._nodes.clear()
        self._expected.clear()

    def node(self, id: str, read: Callable[[], Node | None]) -> Node | None:
        """The node if it was at an end of a relation that was read, or else what `read` gives."""
        if id in self._around or id in self._next():
            return self.around(id).node
        if id not in self._nodes and (node := read()):
            _remember(self._nodes, id, node)
        return self._nodes.get(id)

    def around(self, id: str) -> Surroundings:
        """The node and its relations, read once."""
        if id not in self._around:
            self._read(id)
        return self._around[id]

    def _next(self) -> tuple[str, ...]:
        while self._expected and self._expected[0] in self._around:
            self._expected.popleft()
        return tuple(islice(self._expected, AHEAD))

    def _read(self, id: str) -> None:
        ahead = self._next()
        # What comes before it in the row was passed over, and will not be asked for.
        ids = ahead[ahead.index(id) :] if id in ahead else (id,)
        found = {one: Surroundings(None, ()) for one in ids}
        # Each once, though it may be expected more often: its relations would come as often.
        for row in self._connection.rows(QUERY, ids=list(found), most=MOST):
            for labels, properties in row["ends"]:
                end = node_from_row(labels, properties)
                _remember(self._nodes, end.id, end)
            edges = tuple(edge_from_row(*edge) for edge in row["edges"]) if row["few"] else None
            node = node_from_row(row["labels"], row["row"])
            found[node.id] = Surroundings(node, edges)
        for one, surroundings in found.items():
            _remember(self._around, one, surroundings)


def _remember(remembered: OrderedDict[str, Thing], id: str, thing: Thing) -> None:
    remembered[id] = thing
    if len(remembered) > REMEMBERED:
        remembered.popitem(last=False)
