"""What "its next session" and "its session to be held in June 2020" mean becomes a session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from graph.model.ids import whole_of
from graph.model.records import Edge, Evidence, Node
from ingest.joining.calendar import Calendar, Period
from ingest.joining.merge import Draft

NEXT = "next"
BY_PLACE, BY_CALENDAR = "due-session-by-place", "due-session-by-calendar"


def resolve_sessions(draft: Draft, calendar: Calendar) -> None:
    """Give provisions that are due at a session not called by its number that session.

    Sessions of bodies that number them follow each other by one; a provision's own session is that
    of its act, or the session that its document reports on. What the calendar does not determine
    stays as it is said. A session of others that was over before is no deadline.
    """
    held = draft.sessions()
    places = {edge.target: edge for edge in draft.of_type("HAS_PROVISION")}
    for node_id, node_type in list(draft.types.items()):
        due = draft.properties[node_id].get("due") if node_type == "provision" else None
        own = held.get(whole_of(node_id))
        if not due or own is None:
            continue
        kept = []
        for said in _each(due):
            if said.get("of") and calendar.is_past(str(said["of"]), own):
                draft.edges.pop(("DUE_AT", node_id, str(said["of"])), None)
                continue
            session, rule = _reckoned(said, own, calendar)
            if session:
                mine = session.rpartition("/")[0] == own.rpartition("/")[0]
                said = {
                    **said,
                    "session": session if mine else None,
                    "of": None if mine else session,
                }
                evidence = tuple(replace(item, rule=rule) for item in places[node_id].evidence)
                if rule == BY_CALENDAR:
                    evidence += calendar.evidence(session)
                _add(draft, node_id, session, said.get("when"), evidence)
            kept.append(said)
        if not kept:
            del draft.properties[node_id]["due"]
            continue
        first, *further = kept
        draft.properties[node_id]["due"] = {**first, "further": further} if further else first


def _each(due: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield {key: value for key, value in due.items() if key != "further"}
    yield from due.get("further", ())


def _reckoned(said: Mapping[str, Any], own: str, calendar: Calendar) -> tuple[str | None, str]:
    """Which session a deadline means that is not called by its number, or None; and what tells it."""
    how = str(said.get("session") or "")
    body, _, number = own.removeprefix("session:").rpartition("/")
    other = str(said.get("of") or "").removeprefix("body:")
    if how == NEXT and not other:
        return (f"session:{body}/{int(number) + 1}" if number.isdigit() else None), BY_PLACE
    kind, _, value = how.partition(" ")
    time = None
    if kind == "of":
        time = Period(value, value)
    elif kind == "with":
        time = calendar.first(value)
    elif value == "years" and (now := calendar.first(own)) and kind.removeprefix("+").isdigit():
        year = str(int(now.start[:4]) + int(kind))
        time = Period(year, year)
    if how == NEXT:
        return calendar.next_of(other, own), BY_CALENDAR
    return (calendar.within(other or body, time) if time else None), BY_CALENDAR


def _add(
    draft: Draft, node_id: str, session: str, when: object, evidence: tuple[Evidence, ...]
) -> None:
    """Add the deadline with the words that say so and, of the calendar, those that date the session."""
    details = {"when": when} if when else {}
    draft.add_node(Node(session, "session")).setdefault("number", session.rpartition("/")[2])
    draft.add_edge(Edge("DUE_AT", node_id, session, "inferred", None, details, evidence))
