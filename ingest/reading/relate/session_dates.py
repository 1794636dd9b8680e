"""Calendar facts: when sessions are held, as the text says beside their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.packs import LanguagePack
from ingest.reading.relate.findings import Findings
from ingest.records import Mention

# A date stands no further behind its session ("…, held in Lima from 1 to 14 December 2014").
REACH = 220
# Its organ begins right behind it ("session of the Board").
NEAR = 10
# No session lasts more months; "from October 2015 to September 2016" is a reporting period.
LONGEST = 3


def relate_session_dates(findings: Findings) -> None:
    """Find the sessions that the text dates, each once with the words that say so.

    Months between brackets ("its twenty-fourth session (December 2018)") and the days on which a
    session was held. The parts of a session have dates of their own: "2018-09 part 2".
    """
    said: set[tuple[str, str]] = set()
    sessions = [m for m in findings.mentions if m.kind == "session" and m.target]
    for place, session in enumerate(sessions):
        later = (other for other in sessions[place + 1 :] if other.start > session.start)
        following = next(later, None)
        limit = min(session.end + REACH, following.start if following else len(findings.text))
        dates = [
            date
            for date in findings.within(session.end, limit, "date")
            if not str((date.symbolic or {}).get("iso", "-")).startswith("-")
        ]
        if not dates or not _belongs(findings, session, dates[0]):
            continue
        held, last = period_of(findings, dates)
        if _months(held) > LONGEST:
            continue
        part = session.properties.get("part")
        fact = f"{held} part {part}" if part else held
        target = str(session.target)
        if (target, fact) in said:
            continue
        said.add((target, fact))
        findings.node(target, "session", number=target.rpartition("/")[2], dates=[fact])
        body = f"body:{target.partition(':')[2].rpartition('/')[0]}"
        findings.node(body, "body")
        findings.edge(
            "SESSION_OF", target, body, (session.start, last.end), "session-with-date",
            basis="structural",
        )  # fmt: skip


def _belongs(findings: Findings, session: Mention, date: Mention) -> bool:
    """Whether a date behind a session tells when it is held: at once, or behind its organ."""
    organs = findings.within(session.end, session.end + NEAR, "body")
    end = max([session.end, *(organ.end for organ in organs if organ.end <= date.start)])
    between = between_of(findings.pack)
    place = findings.folded_range(end, date.start)
    return between.fullmatch(findings.folded, *place) is not None


@lru_cache(maxsize=16)
def between_of(pack: LanguagePack) -> re.Pattern[str]:
    """What stands between a session, or its organ, and its date: a bracket, or that it was held."""
    return pack.anywhere(r"\s*\(|[,،]?\s*(?:{held})(?!\w)[^().;]{0,60}")


def _months(period: str) -> int:
    """How many months a period touches."""
    start, _, end = period.partition("/")
    first, last = ((int(date[:4]) * 12 + int(date[5:7] or 1)) for date in (start, end or start))
    return last - first + 1


def period_of(findings: Findings, dates: Sequence[Mention]) -> tuple[str, Mention]:
    """The period that begins with the first of some dates, and the date that it ends with."""
    first = dates[0].symbolic or {}
    start, end = str(first["iso"]), str(first.get("to") or first["iso"])
    last = dates[0]
    if len(dates) > 1 and "to" not in first:
        between = findings.pack.anywhere(r"(?:{through})")
        place = findings.folded_range(last.end, dates[1].start)
        if between.fullmatch(findings.folded, *place):  # "from 30 November to 12 December 2015"
            last = dates[1]
            end = str((last.symbolic or {})["iso"])
    return (start if start == end else f"{start}/{end}"), last
