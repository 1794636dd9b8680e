"""The sessions of a body in order, with what the store holds of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from graph.questions import HeldSession
from views.parts.absences import number_ranges
from views.parts.markup import bdi, in_language, table
from views.parts.names import Names
from views.parts.node_link import node_link

COLUMNS = ("session", "dates", "place", "reports", "items", "acts", "documents")


def session_table(sessions: Sequence[HeldSession], names: Names) -> str:
    """A row for each session that is held; those that are only referred to, drawn together."""
    wording = names.wording
    rows: list[list[str]] = []
    for held, several in groupby(sessions, lambda one: one.held):
        if held:
            rows += [_row(one, names) for one in several]
        else:
            folded = sessions_folded(list(several), names)
            rows.append([folded, "", "", not_held(names), "", "", ""])
    head = (wording.say(f"sessions.{column}") for column in COLUMNS)
    return table(wording.say("sessions.title"), head, rows)


def number_of(session: HeldSession) -> str:
    """The number of a session as its id has it: "3", "S-23"."""
    return session.node.id.rpartition("/")[2]


def numbers_of(sessions: Iterable[HeldSession], names: Names) -> str:
    """The numbers of sessions, those that follow on each other drawn together."""
    ranges = number_ranges(map(number_of, sessions))
    return names.wording.say("language.separator").join(ranges)


def dates_of(session: HeldSession) -> str:
    """From when to when a session was held, as markup; empty where the store does not know."""
    told = session.node.properties
    return "–".join(bdi(told[name]) for name in ("start", "end") if told.get(name))


def sessions_folded(sessions: Sequence[HeldSession], names: Names, behind: str = "") -> str:
    """One session by its name, several by their numbers over a fold: there may be dozens in a row.

    `behind` is markup that stands after the name.
    """
    if len(sessions) == 1:
        return f"{node_link(sessions[0].node, names)}{behind}"
    called = names.wording.say("sessions.numbers", numbers=numbers_of(sessions, names))
    links = " ".join(node_link(one.node, names, number_of(one)) for one in sessions)
    return f"<details><summary>{escape(called)}{behind}</summary>{links}</details>"


def not_held(names: Names) -> str:
    """What stands beside sessions of which the store has nothing."""
    return f'<span class="quiet">{escape(names.wording.say("sessions.not_held"))}</span>'


def _row(session: HeldSession, names: Names) -> list[str]:
    place = names.title(session.node, "place")
    reports = " ".join(node_link(report, names) for report in session.reports)
    return [
        node_link(session.node, names),
        dates_of(session),
        in_language(escape(place[0]), place[1]) if place else "",
        reports or f'<span class="quiet">{escape(names.wording.say("sessions.no_report"))}</span>',
        *(str(number or "") for number in (session.items, session.acts, session.documents)),
    ]
