"""When what a provision asks is due: sessions of the organ or of others, dates, meetings of others."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ingest.reading.relate.actions import Action
from ingest.reading.relate.passage import Match, Passage
from ingest.reading.relate.session_deadlines import SESSION, at_sessions, deadline

DATE, YEARS = "date", "years"


def find_due(
    passage: Passage, actions: Sequence[Action], body: str | None, session: str | None
) -> dict[str, Any] | None:
    """The deadline of what `actions` ask (of the whole passage, if they are none), or None.

    `body` and `session` say who speaks and when ("untoc-cop", "3"). The result holds `text` (as
    printed), `when` (at | before), `action` (the lemma it goes with, where there is one) and of

    * `session`: the organ's own session, as node id where the number is printed; else how it is said:
      "next", "of 2019-11" (to be held then), "with session:…" (in conjunction), "+2 years",
    * `of`: the node whose session or meeting it is, if of others,
    * `date`: ISO 8601, cut at what is printed (2007, 2007-06, 2007-06-30),

    those that the text says, else None. A session of the organ goes before everything else. `further`
    lists what is due at more sessions than one ("at its second and third sessions").
    """
    cues = passage.matches("due")
    found = [
        (start, due)
        for start, due in [*at_sessions(passage, cues, body, session), *_at_others(passage, cues)]
        if not actions or _governing(actions, start) is not None
    ]
    if not found:
        return None
    found.sort(key=lambda pair: (pair[1]["session"] is None or pair[1]["of"] is not None, pair[0]))
    for start, due in found:
        governing = _governing(actions, start)
        due["action"] = governing.lemma if governing else None
    (_, first), *others = found
    if first["date"] is None:
        first["date"] = next((other["date"] for _, other in others if other["date"]), None)
    further = [due for _, due in others if due["session"] or due["of"]]
    return {**first, "further": further} if further else first


def sessions_due(due: Mapping[str, Any] | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The ids of the sessions at which something is due, each with the deadline that says so."""
    for one in (due, *due.get("further", ())) if due else ():
        for named in (one.get("session"), one.get("of")):
            if str(named).startswith("session:"):
                yield str(named), one


def _governing(actions: Sequence[Action], start: int) -> Action | None:
    """The action in whose clause a deadline stands: "welcomes the goal of 2020, and urges …" has none."""
    return next((a for a in actions if a.start <= start < a.clause_end), None)


def _at_others(passage: Passage, cues: Sequence[Match]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Dates, spans of years, and meetings of others."""
    for match in cues:
        if match.cue.value == SESSION:
            continue
        due = deadline(passage, str(match.cue.data.get("when", "at")), match.start, match.end)
        if match.cue.value == DATE:
            due["date"] = _date(match, passage.pack.months)
        elif match.cue.value == YEARS:
            count = match.groups["count"]
            due["session"] = f"+{passage.pack.counts.get(count, count)} years"
        yield match.start, due


def _date(match: Match, months: Mapping[str, int]) -> str | None:
    groups = match.groups.groupdict()
    if not groups.get("year"):
        return None
    year = int(groups["year"])
    name = groups.get("month")
    month = months.get(re.sub(r"\s+", " ", name)) if name else None
    if month is None:
        return f"{year:04}"
    day = int(groups["day"]) if groups.get("day") else 0
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"
