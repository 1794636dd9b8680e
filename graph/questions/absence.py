"""What the store does not hold, so that "nothing found" is not read as "nothing there"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.ids import body_of, order_of
from graph.model.records import Node
from graph.stores import Store


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


def session_reports(store: Store, body: str) -> tuple[Absence, ...]:
    """The sessions of a body whose report is not in the store.

    Sessions that the store names, and the numbers before the last of them: that nothing refers to
    session 2 does not mean that it was not held. Nothing is missed of a body that others only refer
    to: of it the store has neither a report nor an agenda.
    """
    prefix = f"session:{body.removeprefix('body:')}/"
    held = {
        edge.target
        for edge in store.edges("REPORTS_ON")
        if edge.target.startswith(prefix)
        and (report := store.node(edge.source))
        and report.properties.get("known", True)
    }
    agendas = (edge.target for edge in store.edges("ITEM_OF"))
    if not held and not any(session.startswith(prefix) for session in agendas):
        return ()
    titles = {
        node.id: dict(node.properties.get("title") or {})
        for node in store.nodes("session", prefix=prefix)
    }
    numbers = [int(n[1]) for id in titles if (n := re.fullmatch(rf"{re.escape(prefix)}(\d+)", id))]
    for number in range(1, max(numbers, default=0)):
        titles.setdefault(f"{prefix}{number}", {})
    return tuple(
        Absence("session report", id, titles[id])
        for id in sorted(titles, key=order_of)
        if id not in held
    )


def near(store: Store, nodes: Iterable[Node]) -> tuple[Absence, ...]:
    """What is absent around `nodes`: reports of the sessions of their bodies, and stubs."""
    around = list(nodes)
    bodies = sorted({body for node in around if (body := body_of(node.id))})
    reports = [absence for body in bodies for absence in session_reports(store, body)]
    return (*reports, *stubs(around))
