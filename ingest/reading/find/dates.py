"""Dates: days, ranges of days and months with their double Arabic names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.cues import compile_pattern
from ingest.packs import LanguagePack
from ingest.reading.find.view import View
from ingest.records import Mention


class Dates:
    """Finds dates; `symbolic` holds `iso` and, of a range, `to` (ISO 8601, as precise as printed)."""

    def __init__(self, pack: LanguagePack) -> None:
        self.cues = pack.cues("reference_date")
        self.pack = pack
        self.month = compile_pattern("{month}", pack.words, whole_words=False)
        # Capitals tell May from may.
        self.capitals = pack.code not in ("ar", "zh")

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
            groups = match.groupdict()
            printed = groups["month"] or groups.get("month_only")
            day = groups["day"] or groups.get("day_only")
            name = self.month.match(printed or "")
            if not printed or name is None or not (day or groups["year"]):
                continue
            where = match.start("month" if groups["month"] else "month_only")
            if self.capitals and view.cased[where].islower():
                continue
            month = self.pack.months[re.sub(r"\s+", " ", name[0])]
            base = f"{groups['year'] or '-'}-{month:02}"
            iso = {"iso": f"{base}-{int(day):02}" if day else base}
            if last := groups["last"] or groups.get("last_only"):
                iso["to"] = f"{base}-{int(last):02}"
            yield Mention("date", match.start(), match.end(), "", symbolic=iso, rule="date")
