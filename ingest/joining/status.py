"""Status: what became of a mandate, as far as the store can tell."""

from __future__ import annotations

from collections import defaultdict

from graph.model.ids import whole_of
from ingest.joining.merge import Draft


def settle_status(draft: Draft) -> None:
    """Give every mandate its status.

    answered: a document or working group came of it; on agenda: only items did; pending: nothing was
    found and the session at which it would show is not in the store; no follow-up found: it is;
    unknown: it is due at a time that cannot be resolved.
    """
    targets = defaultdict(set)
    for edge in draft.of_type("MANDATES"):
        targets[edge.source].add(draft.types[edge.target])
    due_at = draft.targets("DUE_AT")
    sessions_held = _sessions_documented(draft)
    own = draft.sessions()
    for node_id, node_type in draft.types.items():
        properties = draft.properties[node_id]
        properties.pop("status", None)
        if node_type != "provision" or not properties.get("is_mandate"):
            continue
        properties["status"] = _status(
            targets[node_id],
            properties.get("due"),
            due_at.get(node_id, frozenset()),
            own.get(whole_of(node_id)),
            sessions_held,
        )


def _sessions_documented(draft: Draft) -> set[str]:
    """Sessions with a document in the store that shows what came up there: a report or an agenda."""
    return {
        str(properties["session"])
        for node_id, properties in draft.properties.items()
        if draft.types[node_id] == "document"
        and properties.get("known")
        and properties.get("session")
    }


def _status(
    targets: set[str], due: object, due_at: frozenset[str], own: str | None, held: set[str]
) -> str:  # fmt: skip
    if targets & {"document", "working group"}:
        return "answered"
    if targets:
        return "on agenda"
    if due_at:
        return "no follow-up found" if due_at & held else "pending"
    # "next", "of 2019-06": a session that neither its place nor the calendar tells
    if isinstance(due, dict) and due.get("session"):
        return "unknown"
    return "no follow-up found" if own and _later(own, held) else "pending"


def _later(own: str, held: set[str]) -> bool:
    """Whether a later session of the same body is in the store."""
    body, _, number = own.rpartition("/")
    if not number.isdigit():
        return False
    return any(
        session.rpartition("/")[0] == body
        and session.rpartition("/")[2].isdigit()
        and int(session.rpartition("/")[2]) > int(number)
        for session in held
    )
