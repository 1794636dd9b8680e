"""Dates: days, ranges of days and months with their double Arabic names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.packs import LanguagePack
from ingest.reading.find.view import View
from ingest.records import Mention

# The groups of a date in the order in which the patterns of a language may print them.
MONTH = ("month", "month_first", "month_only", "month_range")
DAY = ("day", "day_behind", "day_only")
LAST = ("last", "last_behind", "last_only")
YEAR = ("year", "year_behind", "year_range")


class Dates:
    """Finds dates; `symbolic` holds `iso` and, of a range, `to` (ISO 8601, as precise as printed)."""

    def __init__(self, pack: LanguagePack) -> None:
        self.cues = pack.cues("reference_date")
        self.pack = pack
        self.month = pack.word("month")

    def find(self, view: View) -> Iterator[Mention]:
        """Every date; one without a year takes that of the date that follows in the same breath."""
        following: Mention | None = None
        for mention in sorted(self._found(view), key=lambda mention: -mention.start):
            iso = dict(mention.symbolic or {})
            if iso["iso"].startswith("--") and following and following.start - mention.end < 12:
                year = (following.symbolic or {})["iso"][:4]
                if year.isdecimal():
                    iso = {key: value.replace("--", f"{year}-", 1) for key, value in iso.items()}
                    mention = replace(mention, symbolic=iso)
            following = mention
            yield mention

    def _found(self, view: View) -> Iterator[Mention]:
        for _, match in view.matches(self.cues):
            month_at = next(name for name in MONTH if match.groupdict().get(name))
            day, last, year = (_first(match, names) for names in (DAY, LAST, YEAR))
            name = self.month.match(match[month_at])
            if name is None or not (day or year):
                continue
            if self.pack.capital_months and view.cased[match.start(month_at)].islower():
                continue
            month = self._number(name[0])
            base = f"{year or '-'}-{month:02}"
            iso = {"iso": f"{base}-{int(day):02}" if day else base}
            if first := match.groupdict().get("from_month"):  # "November–December 2016"
                iso = {"iso": f"{year}-{self._number(first):02}", "to": base}
            elif last:
                iso["to"] = f"{base}-{int(last):02}"
            yield Mention("date", match.start(), match.end(), "", symbolic=iso, rule="date")

    def _number(self, printed: str) -> int:
        """The number of a month, which Arabic may print with both its names."""
        name = self.month.match(printed)
        return self.pack.months[re.sub(r"\s+", " ", name[0] if name else printed)]


def _first(match: re.Match[str], names: tuple[str, ...]) -> str | None:
    """What the first of several groups holds that took part in the match."""
    groups = match.groupdict()
    return next((groups[name] for name in names if groups.get(name)), None)
