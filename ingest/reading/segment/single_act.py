"""A document that is one act, and its neighbours on the page: parts A and B, the act before and behind."""

from __future__ import annotations

from ingest.reading.segment.act_region import ActRegion
from ingest.reading.segment.enacting import lines_between, title_above
from ingest.reading.segment.markers import TERMINAL, Heading, Marker, roman_numeral
from ingest.reading.segment.nesting import Nesting
from ingest.reading.segment.outlining import Outlining

SHORTEST_SENTENCE = 80  # characters
LONGEST_HEADING = 220


class SingleAct:
    """Reads a document whose symbol, or whose form, says that it is an act."""

    def __init__(self, outlining: Outlining, acts: ActRegion) -> None:
        self.outlining, self.acts = outlining, acts
        self.whole = outlining.identity.document
        self.section = 1

    @property
    def open(self) -> bool:
        """Whether the text stands in an act that `begin` opened."""
        return self.outlining.act is not None and self.outlining.act.startswith(self.whole)

    def begin(self, heading: Heading) -> None:
        """Open the act that a document is, a part of it, or another that stands on the same page."""
        now = self.outlining
        above = list(lines_between(now.text, now.current.start, heading.start))
        number, letter = title_above(now.text, above)
        act = now.identity.document
        if number:
            printed = now.text.text[
                now.text.back(number.start()) : now.text.back(number.end("number"))
            ]
            act = self.whole = now.act_of(printed) or act
        if letter:
            act = f"{self.whole.rstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}{letter[0].upper()}"
        self.acts.open_act(act)
        self.section = 1
        if title := number or letter:
            now.open(title.start(), title.end(), "heading", act=act, node=act, role="title")
        now.open(heading.start, heading.start, "preamble", act=act)
        now.taken = heading.end

    def counts_again(self, marker: Marker) -> None:
        """A section of a long resolution whose paragraphs count from 1: "II⏎Housing⏎1. Notes …".

        The labels of the second section begin with "ii", and so on.
        """
        now = self.outlining
        numbered = now.nesting.levels and now.nesting.levels[0].kind == "number"
        if not (self.open and now.region == "operative" and numbered and marker.at_line_start):
            return
        above = list(lines_between(now.text, now.current.start, marker.start))
        if marker.number != 1 or marker.opened or len(above) < 2:
            return
        start, end = above[-1]
        if end - start <= LONGEST_HEADING and now.text.folded[end - 1] not in TERMINAL:
            self.section += 1
            self.acts.counted_again = f"{roman_numeral(self.section)}."
            now.nesting = Nesting()

    def sentence(self, marker: Marker) -> bool:
        """A paragraph that a Roman numeral or a capital opens: "II. Schools should be open to all …".

        Elsewhere such labels open chapters; of a document that is one act they may be all there are.
        """
        now = self.outlining
        kinds = dict(marker.readings)
        if not self.open or not kinds.keys() <= {"chapter", "section"}:
            return False
        _, end = now.text.line_at(marker.start)
        words = now.text.folded[marker.end : end]
        if len(words) < SHORTEST_SENTENCE or not words.endswith((".", ";", "؛", "。")):
            return False
        if now.region == "preamble":
            now.region = "operative"
        label = str(kinds["chapter"]) if "chapter" in kinds else None
        node = f"{now.act}#{label}"
        if label is None or now.region != "operative" or node in self.acts.nodes:
            part = "operative" if now.region == "operative" else "annex"
            now.open(marker.start, marker.end, part, act=now.act)
        else:
            self.acts.nodes.add(node)
            now.open(marker.start, marker.end, "operative", label=label, act=now.act, node=node)
        return True
