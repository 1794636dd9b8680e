"""The sessions of a body in order, with what the store holds of each."""

from __future__ import annotations

from collections.abc import Sequence
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
            rows.append(_not_held(list(several), names))
    head = (wording.say(f"sessions.{column}") for column in COLUMNS)
    return table(wording.say("sessions.title"), head, rows)


def number_of(session: HeldSession) -> str:
    """The number of a session as its id has it: "3", "S-23"."""
    return session.node.id.rpartition("/")[2]


def _row(session: HeldSession, names: Names) -> list[str]:
    told, place = session.node.properties, names.title(session.node, "place")
    dates = "–".join(bdi(told[name]) for name in ("start", "end") if told.get(name))
    reports = " ".join(node_link(report, names) for report in session.reports)
    return [
        node_link(session.node, names),
        dates,
        in_language(escape(place[0]), place[1]) if place else "",
        reports or f'<span class="quiet">{escape(names.wording.say("sessions.no_report"))}</span>',
        *(str(number) if number else "" for number in (session.items, session.acts)),
        str(session.documents or ""),
    ]


def _not_held(sessions: Sequence[HeldSession], names: Names) -> list[str]:
    """One row for several sessions that are not here: there may be dozens in a row."""
    said = f'<span class="quiet">{escape(names.wording.say("sessions.not_held"))}</span>'
    if len(sessions) == 1:
        return [node_link(sessions[0].node, names), "", "", said, "", "", ""]
    numbers = names.wording.say("language.separator").join(
        number_ranges(number_of(one) for one in sessions)
    )
    links = " ".join(node_link(one.node, names, number_of(one)) for one in sessions)
    fold = f"<details><summary>{bdi(numbers)}</summary>{links}</details>"
    return [fold, "", "", said, "", "", ""]
