"""Acts in a text: the heading and preamble of a decision, its provisions, chapters and annexes."""

from __future__ import annotations

import re

from ingest.reading.segment.markers import Heading, Marker
from ingest.reading.segment.nesting import Level, Nesting, provision_label
from ingest.reading.segment.outlining import Outlining

TITLE_REACH = 1_500
NUMBERED_TITLE = re.compile(r"[\w.-]*/\d+ ?[a-z]?\.? +(?=\w)")  # "79/196. International …"


class ActRegion:
    """Reads the acts of a text, one after the other."""

    def __init__(self, outlining: Outlining) -> None:
        self.outlining = outlining
        self.annexes = self.chapter_last = 0

    def begin(self, heading: Heading) -> None:
        """Open the act that a heading names, if its enacting formula follows."""
        now = self.outlining
        act = now.act_of(now.text.text[now.text.back(heading.start) : now.text.back(heading.end)])
        if act is None:
            return
        enacting = self._enacting_after(heading.end)
        if enacting is None:
            return
        now.act, now.region, now.nesting = act, "preamble", Nesting()
        self.annexes = self.chapter_last = 0
        now.taken = enacting
        title = heading.end
        while now.text.folded[title] == " ":
            title += 1  # most print it in a paragraph of its own, below the number
        now.open(heading.start, title, "heading", act=act, node=act, role="title")
        now.open(enacting, enacting, "preamble", act=act)

    def begin_whole(self, heading: Heading) -> None:
        """Open the one act that a document is."""
        now = self.outlining
        act = now.identity.document
        now.act, now.region, now.nesting = act, "preamble", Nesting()
        start, end = now.text.line_at(max(0, heading.start - 2))
        number = NUMBERED_TITLE.match(now.text.folded, start, end)
        if number:
            now.open(start, number.end(), "heading", act=act, node=act, role="title")
        now.open(heading.start, heading.start, "preamble", act=act)
        now.taken = heading.end

    def _enacting_after(self, position: int) -> int | None:
        """Where the enacting formula stands that follows a heading of an act, if one does."""
        now = self.outlining
        starts = [
            match.start()
            for cue in now.pack.cues("structure_enacting")
            if (match := cue.pattern.search(now.text.folded, position, position + TITLE_REACH))
        ]
        if not starts:
            return None
        for cue in now.pack.cues("structure_heading"):
            if cue.value == "act" and cue.pattern.search(now.text.folded, position, min(starts)):
                return None
        return min(starts)

    def begin_annex(self, heading: Heading) -> None:
        """Open an annex: of the act that is open, else of the document."""
        now = self.outlining
        if now.act:
            now.region, now.nesting = "act annex", Nesting()
            self.annexes += 1
            now.open(heading.start, heading.start, "heading", act=now.act)
        elif now.region not in ("contents", "front"):
            now.region, now.nesting = "annex", Nesting()
            now.open(heading.start, heading.start, "heading")

    def chapter(self, marker: Marker) -> bool:
        """A chapter ("II.") of a long decision; says whether the label was one."""
        now = self.outlining
        if now.act is None or ("chapter", self.chapter_last + 1) not in marker.readings:
            return False
        self.chapter_last += 1
        if now.region == "operative" and now.nesting.levels[0].kind == "letter":
            # behind lettered provisions they are chapters of what the decision annexes
            now.region, now.nesting = "act annex", Nesting()
        now.open(marker.start, marker.end, "heading", act=now.act)
        return True

    def provision(self, marker: Marker) -> bool:
        """A provision or a point of one; says whether the label has a place in the open act."""
        now = self.outlining
        path = now.nesting.place(marker)
        if path is None:
            return False
        starts_annex = (
            now.region == "operative"
            and not marker.opened
            and path[-1] == ("number", 1)
            and len(path) > 1
        )
        if starts_annex:
            # Lettered provisions have ended with a full stop; what is numbered from 1 is annexed to them.
            now.region, now.nesting = "act annex", Nesting([Level("number", 1)])
            path = now.nesting.path
        elif now.region == "preamble":
            now.region = "operative"
        label = provision_label(path)
        part = "operative"
        if now.region == "act annex":
            part = "annex"
            label = f"annex.{label}" if self.annexes < 2 else f"annex-{self.annexes}.{label}"
        now.open(
            marker.start, marker.end, part, label=label, act=now.act, node=f"{now.act}#{label}"
        )
        return True
