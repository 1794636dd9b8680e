"""What the store does not hold, so that "nothing found" is not read as "nothing there"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from graph.model.ids import body_of, order_of
from graph.model.records import Node
from graph.stores import Store

FIRST_YEAR = (
    1946  # of sessions; organs that number theirs by year are younger than the United Nations
)


@dataclass(frozen=True, slots=True)
class Absence:
    """Something that the answer would need and the store lacks.

    `kind` is "session report" (`id` is the session), "document" or "act" (referred to, text not
    here). `title` by language, as far as others give it.
    """

    kind: str
    id: str
    title: dict[str, str]


def stubs(nodes: Iterable[Node]) -> tuple[Absence, ...]:
    """The documents and acts among `nodes` whose text is not in the store, each once."""
    kinds = {"document": "document", "decision": "act"}
    absent = {
        node.id: Absence(kinds[node.type], node.id, dict(node.properties.get("title") or {}))
        for node in nodes
        if node.type in kinds and not node.properties.get("known", True)
    }
    return tuple(sorted(absent.values(), key=lambda one: order_of(one.id)))


def session_reports(store: Store, *bodies: str) -> tuple[Absence, ...]:
    """The sessions of bodies whose report is not in the store, body by body.

    Sessions that the store names, and the numbers before the last of them: that nothing refers to
    session 2 does not mean that it was not held. Of sessions that are numbered by year, those since
    the first that is named. Nothing is missed of a body that others only refer
    to: of it the store has neither a report nor an agenda.
    """
    prefixes = tuple(f"session:{body.removeprefix('body:')}/" for body in bodies)
    held = {
        session
        for _, source, session in store.edge_keys("REPORTS_ON")
        if session.startswith(prefixes)
        and (report := store.node(source))
        and report.properties.get("known", True)
    }
    agendas = {session for _, _, session in store.edge_keys("ITEM_OF")}
    met = {body_of(session) for session in held | agendas if session.startswith(prefixes)}
    titles: dict[str, dict[str, dict[str, str]]] = {}
    for node in store.nodes("session"):
        if (body := body_of(node.id)) in met and body:
            titles.setdefault(body, {})[node.id] = dict(node.properties.get("title") or {})
    absent: list[Absence] = []
    for body in sorted(titles):
        prefix = f"session:{body.removeprefix('body:')}/"
        named = titles[body]
        numbers = [int(n) for id in named if (n := id.removeprefix(prefix)).isdecimal()]
        for number in _between(numbers):
            named.setdefault(f"{prefix}{number}", {})
        absent += [
            Absence("session report", id, named[id])
            for id in sorted(named, key=order_of)
            if id not in held
        ]
    return tuple(absent)


def _between(numbers: Collection[int]) -> Iterator[int]:
    """The numbers before the last, years from the first on: a council has no session 1 of 2024."""
    years = [number for number in numbers if number >= FIRST_YEAR]
    yield from range(1, max((number for number in numbers if number < FIRST_YEAR), default=0))
    yield from range(min(years, default=0), max(years, default=0))


def near(store: Store, nodes: Iterable[Node]) -> tuple[Absence, ...]:
    """What is absent around `nodes`: reports of the sessions of their bodies, and stubs."""
    around = list(nodes)
    bodies = sorted({body for node in around if (body := body_of(node.id))})
    return (*session_reports(store, *bodies), *stubs(around))
