"""Sessions along time as a table: what each decided, and what became of the mandates it set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from graph.questions import HeldSession, MandateCounts, TimedSession
from views.parts.absences import number_ranges
from views.parts.address import page_address
from views.parts.markup import bdi, table
from views.parts.names import Names
from views.parts.node_link import node_link

COLUMNS = ("session", "dates", "acts", "set", "taken_up", "pending", "open", "share")


def session_times(sessions: Sequence[TimedSession], names: Names, *, several: bool) -> str:
    """A row for each session that is held; `several` says that they are of more bodies than one."""
    wording = names.wording
    rows: list[list[str]] = []
    for run in runs(sessions):
        if run[0].session.held:
            rows += [_row(one, names, several) for one in run]
        else:
            said = f'<span class="quiet">{escape(wording.say("sessions.not_held"))}</span>'
            rows.append([many(run, names, several), said, *[""] * (len(COLUMNS) - 2)])
    head = [wording.say(f"timeline.{column}") for column in COLUMNS]
    return table(wording.say("timeline.sessions"), head, rows)


def runs(sessions: Sequence[TimedSession]) -> Iterator[list[TimedSession]]:
    """Sessions in order; those that follow on each other, of one body and not held, together."""
    for _, run in groupby(sessions, lambda one: (one.body, one.session.held)):
        yield list(run)


def many(run: Sequence[TimedSession], names: Names, several: bool) -> str:
    """One session by its name, several by the range of their numbers, each a way to its page."""
    body = f" · {bdi(names.body(run[0].body))}" if several else ""
    nodes = [one.session.node for one in run]
    if len(run) == 1:
        return node_link(nodes[0], names) + body
    numbers = names.wording.say("language.separator").join(number_ranges(map(number, run)))
    called = escape(names.wording.say("timeline.numbers", numbers=numbers))
    links = " ".join(
        node_link(node, names, number(one)) for node, one in zip(nodes, run, strict=True)
    )
    return f"<details><summary>{called}{body}</summary>{links}</details>"


def number(timed: TimedSession) -> str:
    """The number of a session, as its id has it."""
    return timed.session.node.id.rpartition("/")[2]


def _row(timed: TimedSession, names: Names, several: bool) -> list[str]:
    session, counts = timed.session, timed.mandates
    body = f" · {bdi(names.body(timed.body))}" if several else ""
    return [
        node_link(session.node, names) + body,
        _dates(session),
        str(session.acts or ""),
        *(str(one) for one in (counts.set, counts.taken_up, counts.pending)),
        _open(timed, names),
        _bar(counts),
    ]


def _dates(session: HeldSession) -> str:
    told = session.node.properties
    return "–".join(bdi(told[name]) for name in ("start", "end") if told.get(name))


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
