"""When what a provision asks is due: a session of the organ, a date, a meeting of others."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.reading.relate.actions import Action
from ingest.reading.relate.addressees import parties
from ingest.reading.relate.passage import Match, Passage

BODIES = ("body:", "wg:")
NUMBERED, NEXT = "session", "next"


def find_due(
    passage: Passage, actions: Sequence[Action], body: str | None, session: str | None
) -> dict[str, Any] | None:
    """The deadline of what `actions` ask (of the whole passage, if they are none), or None.

    `body` and `session` say who speaks and when ("untoc-cop", "3"). The result holds `text` (as
    printed), `when` (at | before), `action` (the lemma it goes with, where there is one) and of

    * `session`: the organ's own session, as node id where the number is printed, "next" where not,
    * `of`: the node whose session or meeting it is, if of others,
    * `date`: ISO 8601, cut at what is printed (2007, 2007-06, 2007-06-30),

    those that the text says, else None. A session of the organ goes before everything else.
    """
    found = [
        (match, due)
        for match in passage.matches("due")
        if not actions or _governing(actions, match) is not None
        if (due := _due(passage, match, body, session)) is not None
    ]
    if not found:
        return None
    found.sort(key=lambda pair: (pair[1]["session"] is None, pair[0].start))
    match, due = found[0]
    if due["date"] is None:
        due["date"] = next((other["date"] for _, other in found if other["date"]), None)
    governing = _governing(actions, match)
    due["action"] = governing.lemma if governing else None
    return due


def _governing(actions: Sequence[Action], match: Match) -> Action | None:
    """The action in whose clause a deadline stands: "welcomes the goal of 2020, and urges …" has none."""
    return next((a for a in actions if a.start <= match.start < a.clause_end), None)


def _due(
    passage: Passage, match: Match, body: str | None, session: str | None
) -> dict[str, Any] | None:
    due: dict[str, Any] = {
        "session": None,
        "of": None,
        "date": None,
        "when": str(match.cue.data.get("when", "at")),
        "text": passage.printed(match.start, match.end),
    }
    if match.cue.value == "date":
        due["date"] = _date(match, passage.pack.months)
    elif match.cue.value in (NUMBERED, NEXT):
        target = _mentioned(passage, match) or _reckoned(passage, match, body)
        if target and target != NEXT and not target.startswith(f"session:{body}/"):
            due["of"] = target
        elif target and _is_past(target, session):
            return None
        else:
            due["session"] = target
    return due


def _mentioned(passage: Passage, match: Match) -> str | None:
    """The session that the finder of references settled inside the match."""
    for start, end, mention in passage.mentions:
        if mention.kind == "session" and mention.target and start < match.end and match.start < end:
            return mention.target
    return None


def _reckoned(passage: Passage, match: Match, body: str | None) -> str | None:
    """Which session "its fourth session" is, or "next"; of others, only whose it is.

    It is the session of the body named last before it, or just after it, else of the organ itself.
    """
    named = [
        party.node
        for party in parties(passage, 0, min(match.end + 80, len(passage.folded)), body)
        if party.node.startswith(BODIES) and party.start <= match.end + 8
    ]
    if named and named[-1] != f"body:{body}":
        return named[-1]
    if match.cue.value == NEXT:
        return NEXT
    groups = match.groups.groupdict()
    if abbreviation := groups.get("abbreviation"):  # "SBI 45", said by the SBI itself
        return (
            f"session:{body}/{groups['number']}"
            if f"-{body}".endswith(f"-{abbreviation}")
            else None
        )
    number = passage.pack.ordinals.get(re.sub(r"\s+", " ", groups["ordinal"]))
    return f"session:{body}/{number}" if body and number else None


def _is_past(target: str, session: str | None) -> bool:
    """Whether a session of the organ is not after the one that speaks ("at its third session")."""
    number = target.rpartition("/")[2]
    if session is None or not (number.isdigit() and session.isdigit()):
        return False
    return int(number) <= int(session)


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
