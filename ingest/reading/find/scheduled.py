"""Sessions called by when they will be held: "at its session to be held in June 2020"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ingest.packs import LanguagePack
from ingest.reading.find.context import Home, Named
from ingest.reading.find.owners import Owners, Whose, whose
from ingest.reading.find.view import View
from ingest.records import Mention, Paragraph

# "… to be held in conjunction with the | twenty-fourth session of the Conference".
NEXT_TO = 8


class ScheduledSessions:
    """Finds sessions without a number, by the month, the year or another session held then."""

    def __init__(self, pack: LanguagePack, owners: Owners) -> None:
        self.pack = pack
        self.owners = owners
        self.month = pack.word("month")

    def find(
        self,
        view: View,
        bodies: Named,
        home: Home,
        outline: Sequence[Paragraph],
        numbered: Sequence[Mention],
    ) -> Iterator[Mention]:
        """A mention for every such session; `numbered` are the sessions of the text that have a number.

        Which one it is, the calendar tells: `symbolic` holds `in` (a year or a month) or `with` (the
        id of a session that is held at the same time).
        """
        for cue, match in view.matches(self.pack.cues("reference_session_held")):
            said = {"in": self._time(match)}
            if cue.value == "with":
                target = _first(numbered, match.start() + 1, match.end() + NEXT_TO)
                if target is None:
                    continue
                said = {"with": target}
            span = match.start(), match.end()
            for body in self._whose(view, bodies, home, outline, match).bodies or (None,):
                symbolic = {"session": "of" if "in" in said else "with", "body": body, **said}
                yield Mention("session", *span, "", symbolic=symbolic, rule="session by its time")

    def _whose(
        self,
        view: View,
        bodies: Named,
        home: Home,
        outline: Sequence[Paragraph],
        match: re.Match[str],
    ) -> Whose:
        groups = match.groupdict()
        if groups.get("whose"):
            start, end = match.span("whose")
            inside = [one for one in bodies.since(start) if one.start < end]
            each = bool(groups.get("several"))
            return whose(self.owners.coordinated(view, inside, each=each))
        return self.owners.implied(view, bodies, home, match.start(), outline, groups)

    def _time(self, match: re.Match[str]) -> str:
        groups = match.groupdict()
        month = self.month.match(groups["month"]) if groups.get("month") else None
        if not month:
            return str(groups.get("year") or "")
        number = self.pack.months[re.sub(r"\s+", " ", month[0])]
        return f"{groups['year']}-{number:02}"


def _first(mentions: Sequence[Mention], start: int, end: int) -> str | None:
    """The target of the first of some mentions that begins between two places."""
    ordered = sorted(mentions, key=lambda mention: mention.start)
    place = bisect_left([mention.start for mention in ordered], start)
    return ordered[place].target if place < len(ordered) and ordered[place].start <= end else None
