"""When and where the acts and documents of an answer stand: the session of each."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model.ids import session_of, whole_of
from graph.model.records import Node
from graph.questions.steps import Link, Steps


def sessions_of_steps(steps: Steps, links: Iterable[Link]) -> dict[str, Node]:
    """The session of every act, report and agenda item at which steps arrive, by the id of the whole.

    An act without a session in its number has the one that it was adopted at; a document the one that
    it reports on or is the agenda of; what lay before several sessions has none.
    """
    found: dict[str, Node] = {}
    for link in links:
        whole = whole_of(link.node.id)
        if whole not in found and (session := _session(steps, whole)):
            found[whole] = session
        found |= sessions_of_steps(steps, link.then)
    return found


def _session(steps: Steps, id: str) -> Node | None:
    node = steps.store.node(id)
    named = session_of(id) or (node.properties.get("session") if node else None)
    if not named:
        adopted = [edge.target for edge in steps.store.edges("ADOPTED_AT", source=id)]
        named = adopted[0] if len(adopted) == 1 else None
    return steps.node(named) if named and steps.store.node(named) else None


def in_time(node: Node | None) -> tuple[bool, str, str]:
    """A sort key of sessions of several bodies: by date where one is known, those without last."""
    start = str(node.properties.get("start", "")) if node else ""
    return (not start, start, node.id if node else "")
