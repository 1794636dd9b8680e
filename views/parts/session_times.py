"""Sessions along time as a table: what each decided, and what became of the mandates it set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from graph.questions import MandateCounts, TimedSession
from views.parts.address import page_address
from views.parts.markup import bdi, table
from views.parts.names import Names
from views.parts.node_link import node_link
from views.parts.session_table import dates_of, not_held, sessions_folded

COLUMNS = ("session", "dates", "acts", "set", "taken_up", "pending", "open", "share")


def session_times(sessions: Sequence[TimedSession], names: Names, *, several: bool) -> str:
    """A row for each session that is held; `several` says that they are of more bodies than one."""
    wording = names.wording
    rows: list[list[str]] = []
    for run in runs(sessions):
        if run[0].session.held:
            rows += [_row(one, names, several) for one in run]
        else:
            behind = _body(run[0], names) if several else ""
            folded = sessions_folded([one.session for one in run], names, behind)
            rows.append([folded, not_held(names), *[""] * (len(COLUMNS) - 2)])
    head = [wording.say(f"timeline.{column}") for column in COLUMNS]
    return table(wording.say("timeline.sessions"), head, rows)


def runs(sessions: Sequence[TimedSession]) -> Iterator[list[TimedSession]]:
    """Sessions in order; those that follow on each other, of one body and not held, together."""
    for _, run in groupby(sessions, lambda one: (one.body, one.session.held)):
        yield list(run)


def _row(timed: TimedSession, names: Names, several: bool) -> list[str]:
    session, counts = timed.session, timed.mandates
    return [
        node_link(session.node, names) + (_body(timed, names) if several else ""),
        dates_of(session),
        str(session.acts or ""),
        *(str(one) for one in (counts.set, counts.taken_up, counts.pending)),
        _open(timed, names),
        _bar(counts),
    ]


def _body(timed: TimedSession, names: Names) -> str:
    return f" · {bdi(names.body(timed.body))}"


def _open(timed: TimedSession, names: Names) -> str:
    """How many are open, as the way to the gaps of the session."""
    if not timed.mandates.open:
        return "0"
    id = timed.session.node.id
    address = page_address("gaps", names.wording.language, kind="mandate", session=id)
    label = names.wording.say("timeline.open_of", session=names.name(timed.session.node))
    return (
        f'<a href="{escape(address)}" target="_self" '
        f'aria-label="{escape(f"{timed.mandates.open}: {label}")}">{timed.mandates.open}</a>'
    )


def _bar(counts: MandateCounts) -> str:
    """The three numbers beside it as lengths; for the eye alone."""
    if not counts.set:
        return ""
    parts = (("done", counts.taken_up), ("waiting", counts.pending), ("open", counts.open))
    spans = "".join(
        f'<span class="{tone}" style="flex-grow: {n}"></span>' for tone, n in parts if n
    )
    return f'<div class="bar" aria-hidden="true">{spans}</div>'
