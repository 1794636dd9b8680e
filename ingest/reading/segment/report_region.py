"""Reports in a text: chapters, sections and the paragraphs numbered through them."""

from __future__ import annotations

import re

from ingest.reading.segment.markers import TERMINAL, Marker
from ingest.reading.segment.nesting import Nesting, provision_label
from ingest.reading.segment.outlining import Outlining

LARGEST_JUMP = 60  # report paragraphs that a digest may leave out
LONGEST_TITLE = 220
FIRST_CHAPTER = 400  # characters from the heading of the first chapter to its first paragraph
NEXT_SENTENCE = re.compile(r"[.。؟?!] +\w")


class ReportRegion:
    """Reads the chapters and paragraphs of a report."""

    def __init__(self, outlining: Outlining) -> None:
        self.outlining = outlining
        self.paragraph_last = self.chapter_last = self.section_last = self.topic_last = 0
        self.chapter_one: Marker | None = None

    def heading(self, marker: Marker) -> bool:
        """A chapter ("IV.", «رابعا-») or section ("B.", «باء-»); says whether the label was one."""
        now = self.outlining
        values = dict(reversed(marker.readings))
        section, chapter = values.get("section"), values.get("chapter")
        if section is not None and not now.act and section in (1, self.section_last + 1):
            self.section_last, level = section, "section"
        elif chapter is not None and chapter > self.chapter_last and self._may_end_act():
            self.chapter_last, self.section_last, now.act = chapter, 0, None
            level = "chapter"
        elif self._is_topic(marker):
            self.topic_last += 1
            now.nesting = Nesting()
            now.open(marker.start, marker.end, "heading", role="topic")
            return True
        else:
            return False
        now.region, now.nesting, self.topic_last = "report", Nesting(), 0
        now.open(marker.start, marker.end, "heading", role=level)
        return True

    def _is_topic(self, marker: Marker) -> bool:
        """Whether a number opens a heading below the sections ("2. Conclusions"), not a paragraph.

        Their numbers begin anew under every section, while those of paragraphs run on; where both
        would be next, the paragraph with that number follows right below its heading.
        """
        now = self.outlining
        number = marker.number
        if (
            now.text.flowing or now.region != "report" or not self.paragraph_last or marker.opened
            or number != self.topic_last + 1
        ):  # fmt: skip
            return False
        _, end = now.text.line_at(marker.start)
        title = now.text.folded[marker.end : end]
        if len(title) > LONGEST_TITLE or not title or title[-1] in TERMINAL:
            return False
        below = now.text.folded[end:].lstrip()
        return number != self.paragraph_last + 1 or below.startswith(
            now.text.folded[marker.start : marker.end]
        )

    def resumes(self, marker: Marker) -> bool:
        """Whether a number is that of the next paragraph, though an agenda may wait for it too.

        A paragraph says more than one sentence, the title of an item never does.
        """
        now = self.outlining
        if now.text.flowing or marker.number != self.paragraph_last + 1:
            return False
        _, end = now.text.line_at(marker.start)
        return NEXT_SENTENCE.search(now.text.folded, marker.end, end) is not None

    def _may_end_act(self) -> bool:
        """Whether a chapter may be the report's: the chapters of acts that are collected are their own."""
        now = self.outlining
        return now.act is None or not now.collected or self.chapter_last > 0

    def after_contents(self, marker: Marker) -> None:
        """Open the first paragraph behind a table of contents, and the chapter right above it.

        The table itself has a chapter I too, and perhaps annexes that begin with I.
        """
        now = self.outlining
        if ("chapter", 1) in marker.readings:
            self.chapter_one = marker
        if ("number", 1) not in marker.readings:
            return
        above = self.chapter_one
        if above and not now.text.flowing and marker.start - above.start < FIRST_CHAPTER:
            self.heading(above)
        self.paragraph(marker)

    def paragraph(self, marker: Marker) -> None:
        """Let a label open the paragraph, or the point of one, that is next in the report."""
        now = self.outlining
        number = marker.number
        follows = number == self.paragraph_last + 1
        jumps = (
            not now.text.flowing and number is not None
            and self.paragraph_last < number <= self.paragraph_last + LARGEST_JUMP
        )  # fmt: skip
        before = now.text.folded[: marker.start].rstrip()[-1:]
        if not (follows and (self.paragraph_last == 0 or before not in ";؛")):
            path = now.nesting.place(marker) if self.paragraph_last else None
            if path is not None and now.current.part in ("report", "operative"):
                self._open(marker, f"{self.paragraph_last}.{provision_label(path)}")
                return
        if follows or jumps:
            assert number is not None
            self.paragraph_last, now.report_begun = number, True
            now.region, now.nesting, now.act = "report", Nesting(), None
            self._open(marker, str(number))

    def _open(self, marker: Marker, label: str) -> None:
        now = self.outlining
        if now.identity.kind == "act":
            # the end of the act before, on the first page of this one: whose it is, nothing says
            now.open(marker.start, marker.end, "operative", label=label)
            return
        now.open(marker.start, marker.end, "report", label=label, act=now.identity.document)
