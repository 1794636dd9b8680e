"""Calendar: what "its next session" means becomes a session."""

from __future__ import annotations

from dataclasses import replace

from graph.model.ids import whole_of
from graph.model.records import Edge, Node
from ingest.joining.merge import Draft

STEPS = {"next": 1, "following": 2, "current": 0, "previous": -1}


def resolve_sessions(draft: Draft) -> None:
    """Give provisions that are due at a session named by its place in time that session.

    Sessions of bodies that number them follow each other by one; a provision's own session is that
    of its act, or the session that its document reports on.
    """
    held = draft.sessions()
    places = {edge.target: edge for edge in draft.of_type("HAS_PROVISION")}
    for node_id, node_type in list(draft.types.items()):
        due = draft.properties[node_id].get("due") if node_type == "provision" else None
        step = STEPS.get(str(due.get("session"))) if due else None
        own = held.get(whole_of(node_id))
        if not due or step is None or own is None:
            continue
        body, _, number = own.rpartition("/")
        if not number.isdigit() or due.get("body", body.removeprefix("session:")) not in (
            body.removeprefix("session:"),
            body.replace("session:", "body:"),
        ):
            continue
        session = f"{body}/{int(number) + step}"
        draft.properties[node_id]["due"] = {**due, "session": session}
        draft.add_node(Node(session, "session")).setdefault("number", str(int(number) + step))
        place = places[node_id]
        evidence = tuple(replace(item, rule="due-session-by-place") for item in place.evidence)
        details = {"when": due["when"]} if due.get("when") else {}
        draft.add_edge(Edge("DUE_AT", node_id, session, "inferred", None, details, evidence))
