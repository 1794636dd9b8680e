"""Reports in a text: chapters, sections and the paragraphs numbered through them."""

from __future__ import annotations

from ingest.reading.segment.markers import Marker
from ingest.reading.segment.nesting import Nesting, provision_label
from ingest.reading.segment.outlining import Outlining

LARGEST_JUMP = 60  # report paragraphs that a digest may leave out


class ReportRegion:
    """Reads the chapters and paragraphs of a report."""

    def __init__(self, outlining: Outlining) -> None:
        self.outlining = outlining
        self.paragraph_last = self.chapter_last = self.section_last = 0

    def heading(self, marker: Marker) -> bool:
        """A chapter ("IV.", «رابعا-») or section ("B.", «باء-»); says whether the label was one."""
        now = self.outlining
        values = dict(reversed(marker.readings))
        section, chapter = values.get("section"), values.get("chapter")
        if section is not None and not now.act and section in (1, self.section_last + 1):
            self.section_last = section
        elif chapter is not None and chapter > self.chapter_last:
            self.chapter_last, self.section_last, now.act = chapter, 0, None
        else:
            return False
        now.region, now.nesting = "report", Nesting()
        now.open(marker.start, marker.end, "heading")
        return True

    def paragraph(self, marker: Marker) -> None:
        """Let a label open the paragraph, or the point of one, that is next in the report."""
        now = self.outlining
        number = next((value for kind, value in marker.readings if kind == "number"), None)
        follows = number == self.paragraph_last + 1
        jumps = (
            not now.text.flowing and number is not None
            and self.paragraph_last < number <= self.paragraph_last + LARGEST_JUMP
        )  # fmt: skip
        before = now.text.folded[: marker.start].rstrip()[-1:]
        if not (follows and (self.paragraph_last == 0 or before not in ";؛")):
            path = now.nesting.place(marker) if self.paragraph_last else None
            if path is not None and now.current.part == "report":
                self._open(marker, f"{self.paragraph_last}.{provision_label(path)}")
                return
        if follows or jumps:
            assert number is not None
            self.paragraph_last = number
            now.region, now.nesting, now.act = "report", Nesting(), None
            self._open(marker, str(number))

    def _open(self, marker: Marker, label: str) -> None:
        now = self.outlining
        now.open(marker.start, marker.end, "report", label=label, act=now.identity.document)
