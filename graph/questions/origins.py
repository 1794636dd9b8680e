"""The way of a matter backwards, step by step to the first decision, and the same as a chain.

`why` tells the reasons of one thing as a tree, to a given depth. Behind an item stand five
provisions of one decision, behind this an item of its session, behind that five provisions more:
here every node is reached once, however many ways lead to it, so that the whole way back fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from graph.model.ids import order_of, session_of, whole_of
from graph.model.records import Node
from graph.questions.absence import Absence, near
from graph.questions.chain import Chain, Column
from graph.questions.steps import Link, Steps, Way
from graph.questions.why import BACK
from graph.stores import Store

DEPTH, LIMIT = 12, 150
# Steps that say where something stands, not why it is there.
PLACES = ("ADOPTED_AT", "CONTAINED_IN", "BEFORE", "SUBMITTED_BY")
LED = {
    type: (
        *(way for way in ways if way.relation not in PLACES),
        # a sub-item stands on the agenda for the reasons of the item above it too
        *([Way("SUBITEM_OF")] if type == "agenda item" else []),
    )
    for type, ways in BACK.items()
}
# The order in which a session comes to things: its agenda, what lies before it, what it adopts.
KINDS = {
    "agenda item": "items",
    "document": "documents",
    "decision": "act",
    "provision": "provisions",
}
ORDER = ("items", "documents", "act", "provisions", "groups")


@dataclass(frozen=True, slots=True)
class Origins:
    """The answer to: from which decision did this come, and by which steps?

    `steps` read forwards in time, from what was before (`start_of`) to what came of it (`node`);
    the nearest to the matter come first. `first` are the decisions behind which no other was found,
    the earliest first. `sessions` are those of the nodes, by id. `complete` is false where
    the way was cut off.
    """

    node: Node
    steps: tuple[Link, ...]
    first: tuple[Node, ...]
    sessions: Mapping[str, Node]
    absent: tuple[Absence, ...]
    complete: bool


def origins(store: Store, id: str, depth: int = DEPTH, limit: int = LIMIT) -> Origins:
    """Go back from a node for at most `depth` steps and to at most `limit` nodes.

    Raises QuestionError if there is no such node.
    """
    steps = Steps(store)
    found = {id: steps.node(id)}
    led: dict[tuple[str, str, str], Link] = {}
    frontier, complete = [id], True
    for _ in range(depth):
        reached: list[str] = []
        for here in frontier:
            for link in steps.follow(here, LED.get(found[here].type, ())):
                if link.node.id not in found:
                    if len(found) == limit:
                        complete = False
                        continue
                    found[link.node.id] = link.node
                    reached.append(link.node.id)
                led.setdefault(link.key, replace(link, reverse=not link.reverse))
        frontier = reached
    sessions = {
        id: session for id, node in found.items() if (session := _session(steps, node)) is not None
    }
    return Origins(
        node=found[id],
        steps=tuple(led.values()),
        first=tuple(sorted(_first(found, led.values()), key=partial(_when, sessions=sessions))),
        sessions=sessions,
        absent=near(store, found.values()),
        complete=complete and not frontier,
    )


def origins_chain(answer: Origins) -> Chain:
    """The way laid out for a picture: columns by session, the matter itself in the last."""
    nodes = {end.id: end for link in answer.steps for end in (link.source, link.target)}
    nodes.setdefault(answer.node.id, answer.node)
    columns: dict[tuple[str | None, str], list[Node]] = defaultdict(list)
    for node in nodes.values():
        if node.id != answer.node.id:
            columns[(_id(answer.sessions.get(node.id)), _kind(node))].append(node)
    sessions = {session.id: session for session in answer.sessions.values()}
    key = partial(_place, sessions=sessions)
    laid_out = [
        Column(kind, sessions.get(session or ""), tuple(_sorted(columns[(session, kind)])))
        for session, kind in sorted(columns, key=key)
    ]
    own = Column(_kind(answer.node), answer.sessions.get(answer.node.id), (answer.node,))
    return Chain((*laid_out, own), answer.steps)


def _first(found: Mapping[str, Node], led: Iterable[Link]) -> Iterator[Node]:
    """The decisions from which no way leads back to another decision."""
    before: dict[str, set[str]] = defaultdict(set)
    for link in led:
        before[link.node.id].add(link.start.id)
    for id, node in found.items():
        if node.type == "decision":
            behind: set[str] = set()
            ahead = {id}
            while ahead:
                behind |= ahead
                ahead = set().union(*(before[one] for one in ahead)) - behind
            if not any(found[one].type == "decision" for one in behind - {id}):
                yield node


def _session(steps: Steps, node: Node) -> Node | None:
    """The session at which a thing stood on the agenda, lay before the body, or was adopted."""
    store, whole = steps.store, whole_of(node.id)
    if node.type == "agenda item":
        stood = session_of(node.id)
    else:
        adopted = [target for _, _, target in store.edge_keys("ADOPTED_AT", source=whole)]
        before = [source for _, source, _ in store.edge_keys("BEFORE", target=whole)]
        under = [source for _, source, _ in store.edge_keys("DOCUMENTATION", target=whole)]
        reported = [target for _, _, target in store.edge_keys("REPORTS_ON", source=whole)]
        came = [*adopted, *sorted(before, key=order_of), *reported]
        came += [session for item in sorted(under, key=order_of) if (session := session_of(item))]
        stood = came[0] if came else session_of(whole)
    return steps.node(stood) if stood and store.node(stood) else None


def _kind(node: Node) -> str:
    return KINDS.get(node.type, "groups")


def _id(node: Node | None) -> str | None:
    return node.id if node else None


def _sorted(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: order_of(node.id))


Time = tuple[bool, str, tuple[tuple[int, int, str], ...]]


def _time(session: Node | None, sessions: Iterable[Node]) -> Time:
    """Sessions by their dates, without dates by their numbers; what has no session comes first."""
    if session is None:
        return (False, "", ())
    dated = all("start" in one.properties for one in sessions)
    return (True, session.properties["start"] if dated else "", order_of(session.id))


def _when(node: Node, sessions: Mapping[str, Node]) -> Time:
    return _time(sessions.get(node.id), sessions.values())


def _place(column: tuple[str | None, str], sessions: Mapping[str, Node]) -> tuple[Time, int]:
    session, kind = column
    return _time(sessions.get(session or ""), sessions.values()), ORDER.index(kind)
