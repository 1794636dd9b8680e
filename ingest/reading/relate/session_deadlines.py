"""Sessions at or before which something is due: those to which the words before them lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.packs import LanguagePack
from ingest.reading.relate.passage import Match, Passage
from ingest.records import Mention

SESSION = "session"
# What leads to a session stands no further before it («在大会今年晚些时候举行的第七十届会议上»).
REACH = 48
# Sessions of the past, whatever their number.
BYGONE = frozenset({"current", "previous"})


def deadline(passage: Passage, when: str, start: int, end: int) -> dict[str, Any]:
    """A deadline of which only the words are known yet; see `deadlines.find_due`."""
    text = passage.printed(start, end)
    return {"session": None, "of": None, "date": None, "when": when, "text": text}


def at_sessions(
    passage: Passage, cues: Sequence[Match], body: str | None, session: str | None
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The sessions before which the words stand that make them a deadline: "at its fourth session"."""
    sessions = [(start, end) for start, end, mention in passage.mentions if mention.kind == SESSION]
    # «sessions to be held in conjunction with COP 24»: the one that only tells when is not due itself
    leads = [
        match
        for match in cues
        if match.cue.value == SESSION
        and not any(start < match.start < end for start, end in sessions)
    ]
    others = [match for match in cues if match.cue.value != SESSION]
    # the deadline before: where it begins and ends, and whether it is at or before
    last: tuple[int, int, str] | None = None
    ends = [end for _, end in sessions]
    for start, end, mention in passage.mentions:
        # a meeting that is to be held before the fourth session is no session
        if mention.kind != SESSION or any(o.start < start < o.end for o in others):
            continue
        lead = _lead(passage, leads, start, end)
        if lead is None and last and _goes_on(passage, last[1], start):
            lead = last[0], last[2]
        if lead is None:
            continue
        begins, when = lead
        before = max((place for place in ends if place <= begins), default=None)
        if _only_spoken_of(passage, begins, end, before):
            continue
        last = begins, max(end, last[1] if last else 0), when
        due = deadline(passage, when, begins, end)
        if _say_whose(due, mention, body, session):
            yield begins, due


def _lead(passage: Passage, leads: Sequence[Match], start: int, end: int) -> tuple[int, str] | None:
    """Where the words begin that lead to a session, and whether it is due at it or before it."""
    gap = gap_of(passage.pack)
    near = [
        lead
        for lead in leads
        if start - REACH <= lead.end <= start and gap.fullmatch(passage.folded, lead.end, start)
    ]
    if not near:
        return None
    when = str(near[-1].cue.data.get("when", "at"))
    for cue in passage.pack.cues("due_behind"):  # «第四届会议之前»
        if cue.pattern.match(passage.folded, end):
            when = str(cue.data["when"])
    return near[-1].start, when


def _only_spoken_of(passage: Passage, start: int, end: int, before: int | None) -> bool:
    """Whether what was done at a session is spoken of, or a session is told by another held then.

    "In the light of the conclusions of the Committee at its third session", "the third part of its
    first session, to be held in conjunction with the twenty-fourth session of the Conference".
    `start` is where the words begin that lead to the session, `before` where the one before it ends.
    """
    told = told_of(passage.pack)
    organ = next(
        (b for b, e, m in passage.mentions if m.kind == "body" and 0 <= start - e <= 1), None
    )
    return bool(
        told.done_behind.match(passage.folded, end)
        or told.done.search(passage.folded, max(0, start - REACH), start)
        or (organ and told.done_by.search(passage.folded, max(0, organ - REACH), organ))
        or (before and told.scheduled.fullmatch(passage.folded, before, start))
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What a language's pack says of sessions that are only spoken of, compiled."""

    done: re.Pattern[str]
    done_by: re.Pattern[str]
    done_behind: re.Pattern[str]
    scheduled: re.Pattern[str]


@lru_cache(maxsize=16)
def told_of(pack: LanguagePack) -> Told:
    """Compile the pack's words on sessions spoken of: done, done_by, done_behind, scheduled."""
    return Told(
        done=pack.anywhere(r"(?<!\w)(?:{done})\s*\Z"),
        done_by=pack.anywhere(r"(?<!\w)(?:{done_by})\s*\Z"),
        done_behind=pack.anywhere(r"(?:{done_behind})"),
        scheduled=pack.anywhere(r"[^,.;()]{0,140}(?:\([^()]*\))?,?\s*(?:{scheduled})\s*"),
    )


@lru_cache(maxsize=16)
def gap_of(pack: LanguagePack) -> re.Pattern[str]:
    """What may stand between such words and the session: "at *the opening of* its fourth session"."""
    return pack.anywhere(r"\s*(?:{due_gap})?\s*")


@lru_cache(maxsize=16)
def _joint_of(pack: LanguagePack) -> re.Pattern[str]:
    """What joins one session to the next, the month of the first between brackets included."""
    return pack.anywhere(r"(?:\s*\([^()]{4,40}\))?(?:{joint}|{through})\s*")


def _goes_on(passage: Passage, end: int, start: int) -> bool:
    """Whether a session only goes on with a list: "at its second and *third* sessions"."""
    return start < end or _joint_of(passage.pack).fullmatch(passage.folded, end, start) is not None


def _say_whose(
    due: dict[str, Any], mention: Mention, body: str | None, session: str | None
) -> bool:
    """Fill in which session a mention is; False for one that is past."""
    said = mention.symbolic or {}
    whose = said.get("body") or (mention.target or "").partition(":")[2].rpartition("/")[0]
    if said.get("session") in BYGONE:
        return False
    if mention.target and body and mention.target.startswith(f"session:{body}/"):
        due["session"] = mention.target
        return not _is_past(mention, session)
    if mention.target:
        due["of"] = mention.target
        return True
    if not said.get("body") and "in" not in said and said.get("session") != "next":
        return True  # of an organ that no pack knows: kept as it is said
    due["of"] = f"body:{whose}" if whose and whose != body else None
    reckoned = {"of": f"of {said.get('in')}", "with": f"with {said.get('with')}"}
    due["session"] = reckoned.get(str(said.get("session")), said.get("session"))
    return True


def _is_past(mention: Mention, session: str | None) -> bool:
    """Whether a session of the organ is not after the one that speaks ("at its third session").

    The later parts of a session are to come while its first part speaks.
    """
    number = str(mention.target).rpartition("/")[2]
    if session is None or not (number.isdigit() and session.isdigit()):
        return False
    return int(number) < int(session) or (number == session and "part" not in mention.properties)
