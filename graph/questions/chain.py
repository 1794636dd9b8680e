"""A trace as a picture sees it: columns from left to right in time, and the steps between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model.records import Node
from graph.questions.steps import Link, Steps, Way
from graph.questions.trace import Trace
from graph.stores import Store


@dataclass(frozen=True, slots=True)
class Column:
    """Nodes that stand one below the other.

    `kind` is "act", "provisions", "items", "documents", "groups" (what is on no agenda) or "later"
    (acts that cite it); `session` is the session they belong to, where one is known.
    """

    kind: str
    session: Node | None
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Columns in order of time, every node in one of them, and the links whose ends both stand."""

    columns: tuple[Column, ...]
    links: tuple[Link, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes, the act first, column by column."""
        return tuple(node for column in self.columns for node in column.nodes)


def chain(store: Store, answer: Trace) -> Chain:
    """Lay a trace out. Of its provisions those that led somewhere, or should have, are shown."""
    placed: set[str] = set()
    columns: list[Column] = []

    def stand(kind: str, session: Node | None, nodes: Iterable[Node]) -> None:
        fresh = {node.id: node for node in nodes if node.id not in placed}
        placed.update(fresh)
        if fresh:
            columns.append(Column(kind, session, tuple(fresh.values())))

    adopted = [link.node for link in answer.origin if link.relation == "ADOPTED_AT"]
    stand("act", adopted[0] if adopted else None, [answer.act])
    stand("provisions", columns[0].session, _provisions(answer))
    sessions = {one.session.id: one.session for one in answer.returns if one.session}
    for id, session in sessions.items():
        here = [one for one in answer.returns if one.session and one.session.id == id]
        links = [step for one in here for link in one.links for step in (link, *link.then)]
        stand("items", session, (one.item for one in here if one.item))
        stand("documents", session, (link.node for link in links if link.node.type == "document"))
    unplaced = (link.node for one in answer.returns if not one.session for link in one.links)
    stand("groups", None, unplaced)
    stand("later", None, (link.node for link in answer.later))
    return Chain(tuple(columns), tuple(_links(Steps(store), answer, placed)))


def _provisions(answer: Trace) -> Iterator[Node]:
    """Provisions with follow-up, mandates without, and what stands above them."""
    traced = list(answer.everything())
    shown = {
        one.node.id for one in traced if one.follow_up or one.node.properties.get("is_mandate")
    }
    yield from reversed(answer.above)
    for one in traced:
        if not shown.isdisjoint(below.node.id for below in one.everything()):
            yield one.node


def _links(steps: Steps, answer: Trace, placed: set[str]) -> Iterator[Link]:
    found = [link for id in sorted(placed) for link in steps.follow(id, (Way("HAS_PROVISION"),))]
    for one in answer.everything():
        found += [*one.follow_up, *one.inherited]
    found += [*answer.as_a_whole, *answer.later]
    found += [then for link in found for then in link.then]
    seen: set[tuple[str, str, str]] = set()
    for link in found:
        if link.key not in seen and {link.source.id, link.target.id} <= placed:
            seen.add(link.key)
            yield link
