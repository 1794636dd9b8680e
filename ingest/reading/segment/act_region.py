"""Acts in a text: the heading and preamble of a decision, its provisions, chapters and annexes."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.segment.annexes import Annexes
from ingest.reading.segment.markers import TERMINAL, Heading, Marker
from ingest.reading.segment.nesting import LISTED, Level, Nesting, provision_label
from ingest.reading.segment.outlining import Outlining

TITLE_REACH = 1_500
LONGEST_TITLE = 220
FORMULA_END = re.compile(r"[^.;:؛。；：]{0,200}?[,،，]")
DATED = re.compile(r"[\s|,.،،]*[^\n]{0,30}\d{4}")
BEFORE_TITLE = " *"  # an asterisk behind the number points to a footnote


class ActRegion:
    """Reads the acts of a text, one after the other."""

    def __init__(self, outlining: Outlining) -> None:
        self.outlining = outlining
        self.annexes = Annexes()
        self.chapter_last = self.section_last = 0
        self.nodes: set[str] = set()
        self.counted_again = ""  # what labels begin with where a section counts from 1 again

    def begin(self, heading: Heading) -> None:
        """Open the act that a heading names, if its enacting formula follows."""
        now = self.outlining
        act = now.act_of(now.text.text[now.text.back(heading.start) : now.text.back(heading.end)])
        if act is None:
            return
        enacting = self._enacting_after(heading.end)
        if enacting is None:
            return
        self.open_act(act)
        now.taken = enacting
        title = self._title_after(heading.end)
        now.open(heading.start, title, "heading", act=act, node=act, role="title")
        if sponsor := self._sponsor(title, enacting):
            now.open(sponsor, sponsor, "heading", act=act, role="sponsor")
        now.open(enacting, enacting, "preamble", act=act)

    def _sponsor(self, start: int, end: int) -> int | None:
        """Where a line below the title says who submitted the act, if one does."""
        now = self.outlining
        found = [
            match.start()
            for cue in now.pack.cues("structure_sponsor")
            for match in cue.pattern.finditer(now.text.folded, start, end)
            if match.start() in now.text.label_starts
        ]
        return min(found, default=None)

    def open_act(self, act: str) -> None:
        """Forget the act before: its lists, chapters and annexes."""
        self.outlining.act, self.outlining.region = act, "preamble"
        self.outlining.nesting, self.annexes, self.nodes = Nesting(), Annexes(), set()
        self.chapter_last = self.section_last = 0
        self.counted_again = ""

    def _enacting_after(self, position: int) -> int | None:
        """Where the enacting formula stands that follows a heading of an act, if one does.

        The title between them may name the organ too, or another act: "Report of the Fund to the
        Conference of the Parties", "Safeguards referred to in decision 1/CP.16". Where lines are kept
        a formula opens one with a capital and ends with a comma, and a heading of an act opens one.
        """
        now = self.outlining
        folded, end = now.text.folded, self._next_act(position)
        formulas = [
            match
            for cue in now.pack.cues("structure_enacting")
            for match in cue.pattern.finditer(folded, position, end)
        ]
        opening = [match for match in formulas if now.text.opens_line(match.start())]
        ended = [match for match in opening if FORMULA_END.match(folded, match.end())]
        first = min((match.start() for match in ended or opening or formulas), default=None)
        if first is None or opening or now.text.wrapped or now.text.flowing:
            return first
        # others may speak: "The Ministers attending the session of the Conference of the Parties,"
        line, _ = now.text.line_at(first)
        _, title_end = now.text.line_at(self._title_after(position))
        return line if line > title_end else first

    def _title_after(self, position: int) -> int:
        """Where the title begins behind the number of an act: beside it, or in a paragraph below."""
        while self.outlining.text.folded[position] in BEFORE_TITLE:
            position += 1
        return position

    def _next_act(self, position: int) -> int:
        """Where the next heading of an act stands, if it is near: a formula behind it is that act's."""
        now = self.outlining
        reach = min(position + TITLE_REACH, len(now.text.folded))
        headings = [
            match.start()
            for cue in now.pack.cues("structure_heading")
            if cue.value == "act"
            for match in cue.pattern.finditer(now.text.folded, position, reach)
            if now.text.flowing or now.text.opens_line(match.start())
        ]
        return min(headings, default=reach)

    def begin_annex(self, heading: Heading) -> None:
        """Open an annex of the act that is open."""
        now = self.outlining
        self._annex(self.annexes.named(heading.number, now.pack))
        now.open(heading.start, heading.start, "heading", act=now.act, role="annex")

    def _annex(self, name: str) -> None:
        now = self.outlining
        self.annexes = self.annexes.begun(name)
        now.region, now.nesting = "act annex", Nesting()
        self.chapter_last = self.section_last = 0

    def begin_article(self, heading: Heading) -> None:
        """Open an article of an instrument that the act annexes; none of its paragraphs is a provision."""
        now = self.outlining
        if now.act and now.region in ("act annex", "instrument"):
            now.region = "instrument"
            now.open(heading.start, heading.start, "heading", act=now.act, role="article")
            now.open(heading.end, heading.end, "annex", act=now.act, role="article")

    def close(self, heading: Heading) -> None:
        """The meeting and date that stand below an act and its annexes: its provisions have ended."""
        now = self.outlining
        dated = DATED.match(now.text.text, now.text.back(heading.end))
        if now.act and (dated or now.region in ("preamble", "operative")):
            now.open(heading.start, heading.start, "other", act=now.act, role="adoption")

    def chapter(self, marker: Marker) -> bool:
        """A chapter ("II.") or section ("B.") of a long act; says whether the label was one."""
        now = self.outlining
        if now.act is None:
            return False
        kinds = {kind for kind, _ in marker.readings}
        if ("chapter", self.chapter_last + 1) in marker.readings:
            self.chapter_last, self.section_last = self.chapter_last + 1, 0
        elif ("section", self.section_last + 1) in marker.readings and now.collected:
            self.section_last += 1
        elif not (now.collected and not now.text.wrapped and kinds & {"chapter", "section"}):
            return False
        if now.region == "operative" and now.nesting.levels[0].kind == "letter":
            # behind lettered provisions they are chapters of what the decision annexes
            now.region, now.nesting = "act annex", Nesting()
        self._heading(marker)
        return True

    def _heading(self, marker: Marker) -> None:
        now = self.outlining
        role = "annex" if now.region in ("act annex", "instrument") else None
        now.open(marker.start, marker.end, "heading", act=now.act, role=role)

    def listed(self, marker: Marker) -> Marker:
        """A label as lists have it: "a." and "i." in small letters are points, no chapters."""
        now = self.outlining
        in_list = now.act or now.region == "annex"
        if not in_list or not now.text.text[now.text.back(marker.start)].islower():
            return marker
        as_points = {"section": "letter", "chapter": "point"}
        return replace(
            marker,
            readings=tuple((as_points.get(kind, kind), value) for kind, value in marker.readings),
        )

    def provision(self, marker: Marker) -> bool:
        """A provision or a point of one; says whether the label has a place in the open act."""
        now = self.outlining
        if now.region == "instrument":
            now.open(marker.start, marker.end, "annex", act=now.act, role="article")
            return True
        if now.current.role == "adoption":
            return True  # a word processor went on numbering: "28. 13 December 2014"
        if now.collected and self._is_title(marker):
            self._heading(marker)
            return True
        path = now.nesting.place(marker)
        if path is None and now.collected and marker.at_line_start:
            path = now.nesting.place_printed(marker, any_order=now.region == "act annex")
        if path is None and now.act == now.identity.document and now.region != "act annex":
            path = now.nesting.place_next(marker)
        if path is None:
            return now.collected and self._unplaced(marker)
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
        label = self.counted_again + provision_label(path)
        part = "operative"
        if now.region == "act annex":
            part, label = "annex", f"{self.annexes.last}.{provision_label(path)}"
        node = f"{now.act}#{label}"
        if part == "annex" and node in self.nodes:
            # an annex may quote paragraphs of another text, or count again in its next section
            now.open(marker.start, marker.end, part, act=now.act)
            return True
        self.nodes.add(node)
        now.open(marker.start, marker.end, part, label=label, act=now.act, node=node)
        return True

    def _unplaced(self, marker: Marker) -> bool:
        """A label in an annex that goes on no list, such as "(a)" again below another heading."""
        now = self.outlining
        listed = {kind for kind, _ in marker.readings} & set(LISTED)
        if now.region != "act annex" or not marker.at_line_start or not listed:
            return False
        now.open(marker.start, marker.end, "annex", act=now.act)
        return True

    def _is_title(self, marker: Marker) -> bool:
        """Whether a number stands before a title ("2. Key categories") that paragraphs run on below.

        Also a number before the date or nothing at all, which a word processor put there.
        """
        now = self.outlining
        number = marker.number
        if number is None or marker.opened or not marker.at_line_start or now.text.wrapped:
            return False
        _, end = now.text.line_at(marker.start)
        title = now.text.folded[marker.end : end].strip()
        if len(title) > LONGEST_TITLE or title.endswith(tuple(TERMINAL + ",")):
            return False
        label = now.text.folded[marker.start : marker.end]
        return number != now.nesting.top + 1 or now.text.folded[end:].lstrip().startswith(label)
