"""The calendar of sessions, learnt from what the documents say of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.records import Edge, Evidence, Remark
from ingest.joining.merge import Draft

FACT = re.compile(
    r"(?P<start>\d{4}(?:-\d\d){0,2})(?:/(?P<end>\d{4}(?:-\d\d){0,2}))?(?P<part> part .+)?"
)
FULL = len("2018-12-02")


@dataclass(frozen=True, slots=True)
class Period:
    """When a session or a part of it is held: the first and the last month, as ISO 8601 ("2018-04")."""

    start: str
    end: str

    def meets(self, other: Period) -> bool:
        """Whether two periods have a month in common; years are as long as they are."""
        return _floor(self.start) <= _ceiling(other.end) and _floor(other.start) <= _ceiling(
            self.end
        )

    def is_before(self, other: Period) -> bool:
        """Whether a period is over when the other begins."""
        return _ceiling(self.end) < _floor(other.start)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The periods of sessions by id, and the edge with the evidence for each."""

    periods: Mapping[str, tuple[Period, ...]] = field(default_factory=dict)
    stated: Mapping[str, Edge] = field(default_factory=dict)

    def first(self, session: str) -> Period | None:
        """The earliest of the periods of a session."""
        return min(self.periods.get(session, ()), key=lambda one: one.start, default=None)

    def evidence(self, session: str) -> tuple[Evidence, ...]:
        """The words that date a session, of one document."""
        edge = self.stated.get(session)
        return edge.evidence[:1] if edge else ()

    def is_past(self, session: str, own: str) -> bool:
        """Whether a session was over when another began, as far as the calendar knows both."""
        now, periods = self.first(own), self.periods.get(session, ())
        return now is not None and bool(periods) and all(one.is_before(now) for one in periods)

    def of_body(self, body: str) -> dict[int, str]:
        """The sessions of a body that the calendar knows, by number."""
        numbered = (
            (session.rpartition("/"), session)
            for session in self.periods
            if session.startswith(f"session:{body}/")
        )
        return {int(parts[2]): session for parts, session in numbered if parts[2].isdigit()}

    def next_of(self, body: str, own: str) -> str | None:
        """The first session of a body after another body's: known where the one before it is known too."""
        now = self.first(own)
        sessions = self.of_body(body)
        if now is None:
            return None
        for number in sorted(sessions):
            begins = self.first(sessions[number])
            if begins and now.is_before(begins):
                return sessions[number] if number - 1 in sessions else None
        return None

    def within(self, body: str, time: Period) -> str | None:
        """The one session of a body in a month or year.

        A year determines it where the sessions before and after it are known to lie in others.
        """
        sessions = self.of_body(body)
        found = {
            number
            for number, session in sessions.items()
            if any(period.meets(time) for period in self.periods[session])
        }
        if len(found) != 1:
            return None
        (number,) = found
        year = len(time.start) == len("2018")
        if year and not {number - 1, number + 1} <= sessions.keys():
            return None
        return sessions[number]


def learn_calendar(draft: Draft) -> Calendar:
    """Read the calendar from the dates that documents give for sessions.

    Where they give none that meet ("November 2018", "December 2018"), that is reported, and both
    count. A session without a stated beginning and end gets them.
    """
    periods: dict[str, tuple[Period, ...]] = {}
    for session, node_type in list(draft.types.items()):
        if node_type != "session":
            continue
        properties = draft.properties[session]
        facts = [str(fact) for fact in properties.get("dates", ())]
        whole = [_period(fact) for fact in facts if " part " not in fact]
        parts = [_period(fact) for fact in facts if " part " in fact]
        if properties.get("start"):
            start = str(properties["start"])
            whole.insert(0, Period(start, str(properties.get("end") or start)))
        if not whole and not parts:
            continue
        apart = sorted({f"{one.start}/{one.end}" for one in whole if not one.meets(whole[0])})
        if apart and not parts:
            said = f"{whole[0].start}/{whole[0].end}"
            message = f"{session}: documents say {', '.join([said, *apart])}"
            draft.remarks.append(Remark("disagreement", message))
        if whole and not properties.get("start"):
            best = max(whole, key=lambda one: (len(one.start), one.start))
            properties["start"], properties["end"] = best.start, best.end
        periods[session] = (*whole, *parts)
    stated = {edge.source: edge for edge in draft.of_type("SESSION_OF")}
    return Calendar(periods, stated)


def _period(fact: str) -> Period:
    match = FACT.fullmatch(fact)
    if match is None:
        raise ValueError(f"no dates of a session: {fact}")
    return Period(match["start"], match["end"] or match["start"])


def _floor(date: str) -> str:
    return f"{date}-01"[: len("2018-12")] if len(date) == len("2018") else date[: len("2018-12")]


def _ceiling(date: str) -> str:
    return f"{date}-12" if len(date) == len("2018") else date[: len("2018-12")]
