"""Annexes of a document, such as those of a report: their headings and numbered paragraphs."""

from __future__ import annotations

from ingest.reading.segment.annexes import Annexes
from ingest.reading.segment.markers import Heading, Marker
from ingest.reading.segment.nesting import Nesting, provision_label
from ingest.reading.segment.outlining import Outlining
from ingest.reading.segment.report_region import ReportRegion


class AnnexRegion:
    """Reads the annexes that belong to no act, where a text keeps its lines.

    Their paragraphs are labelled as those of an act's annexes are; they record nothing that a body
    decided, and are no provisions.
    """

    def __init__(self, outlining: Outlining, report: ReportRegion) -> None:
        self.outlining, self.report = outlining, report
        self.annexes = Annexes()
        self.labels: set[str] = set()

    def begin(self, heading: Heading) -> None:
        """Open an annex of the document."""
        now = self.outlining
        if now.region in ("contents", "front"):
            return
        self.annexes = self.annexes.begun(self.annexes.named(heading.number, now.pack))
        now.region, now.nesting = "annex", Nesting()
        now.open(heading.start, heading.start, "heading", role="annex")

    def take(self, marker: Marker) -> bool:
        """A label in an annex; says whether it is one, and does not lead back into the report."""
        now = self.outlining
        if now.region != "annex" or now.text.flowing or not marker.at_line_start:
            return False
        kinds = {kind for kind, _ in marker.readings}
        if ("chapter", self.report.chapter_last + 1) in marker.readings:
            return False  # the contents may have named this annex, before the first chapter
        if kinds & {"chapter", "section"}:
            now.open(marker.start, marker.end, "heading", role="annex")
            return True
        path = now.nesting.place(marker) or now.nesting.place_printed(marker, any_order=True)
        if path is None:
            return True
        label = f"{self.annexes.last}.{provision_label(path)}"
        # several summaries in one annex count from 1 each: only the first has the label
        own = None if label in self.labels else label
        self.labels.add(label)
        now.open(marker.start, marker.end, "annex", label=own, act=now.identity.document)
        return True
