"""Working groups under their changing names, told by the matter that they are about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graph.model.folding import fold
from ingest.packs import LanguagePack, Packs
from ingest.reading.find.context import Home
from ingest.reading.find.view import View
from ingest.records import Mention, Paragraph

# How far behind "a working group" the matter stands for which it is set up.
FOUNDING_SENTENCE = 260
LONGEST_MATTER = 60
UNKNOWN_NAME = re.compile(r"[^.,;:()،؛]{0,60}(?<!\w)")


class WorkingGroups:
    """Finds working groups; a short "the Working Group" is the one of the act, or named last."""

    def __init__(self, pack: LanguagePack, packs: Packs) -> None:
        self.cues = pack.cues("reference_working_group")
        rows = [
            (fold(matter), f"wg:{row['body']}/{row['slug']}")
            for row in packs.rows("working_group")
            for matter in row["about"].get(pack.code, ())
        ]
        self.ids: dict[str, list[str]] = {}
        for matter, id in rows:
            self.ids.setdefault(matter, []).append(id)
        joined = "|".join(re.escape(fold(start)) for start in pack.names.get("joined", {}))
        matters = "|".join(
            re.escape(matter).replace(r"\ ", r"\s+")
            for matter in sorted(self.ids, key=len, reverse=True)
        )
        matter = pack.whole(f"(?:{joined})?(?P<matter>{matters or '(?!)'})")
        self.matter = re.compile(matter)
        # «贩运人口问题工作组»: in Chinese the matter stands before the group, with nothing between.
        self.matter_before = None if pack.whole_words else re.compile(f"{matter}$")

    def find(self, view: View, home: Home, outline: Sequence[Paragraph]) -> Iterator[Mention]:
        """Every working group; one whose matter no pack knows is left open, its words tell which."""
        starts = [paragraph.start for paragraph in outline]
        of_act: dict[str, str] = {}
        last: str | None = None
        matches = sorted(
            view.matches(self.cues), key=lambda found: (found[1].start(), -found[1].end())
        )
        end = -1
        for cue, match in matches:
            if match.start() < end:
                continue
            end = match.end()
            place = bisect_right(starts, match.start()) - 1
            act = (outline[place].act if place >= 0 else None) or ""
            if cue.value == "founded":
                matter = self.matter.search(
                    view.folded, match.end(), match.end() + FOUNDING_SENTENCE
                )
            elif self.matter_before:
                matter = self.matter_before.search(
                    view.folded, max(0, match.start() - LONGEST_MATTER), match.start()
                )
            else:
                matter = self.matter.match(view.folded, match.end() + 1)
            ids = self._ids(matter, home, cue.value == "founded") if matter else []
            if matter and ids:
                last = ids[0] if len(ids) == 1 else None
                if last and act.startswith(("dec:", "res:")):
                    of_act.setdefault(act, last)
                end = match.end() if cue.value == "founded" else max(matter.end(), match.end())
                start = (
                    match.start() if cue.value == "founded" else min(matter.start(), match.start())
                )
                candidates = () if last else tuple(ids)
                yield Mention(
                    "working group", start, end, "", last, candidates, rule="working group"
                )
            elif match.groupdict().get("on"):
                last = None
                named = UNKNOWN_NAME.match(view.folded, match.end())
                end = named.end() if named else match.end()
                while view.folded[end - 1] == " ":
                    end -= 1
                yield Mention(
                    "working group", match.start(), end, "", rule="working group not known"
                )
            elif cue.value != "founded":
                # A decision on the report of one group speaks of that one, even where it names others.
                meant = of_act.get(act, last)
                yield Mention(
                    "working group", match.start(), end, "", meant, rule="short name of a group"
                )

    def _ids(self, matter: re.Match[str], home: Home, founded: bool) -> list[str]:
        ids = list(dict.fromkeys(self.ids[re.sub(r"\s+", " ", matter["matter"])]))
        own = [id for id in ids if id.startswith(f"wg:{home.body}/")]
        if founded and home.body:
            # "recalls that the Conference decided to establish a working group … implementation": the
            # words of a long sentence about another body's group are the matter of many a group.
            return own
        return own or ids
