"""Builds the outline of one text: takes its labels and headings in order, each to its region."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.reading.segment.act_region import ActRegion
from ingest.reading.segment.agenda_region import AgendaRegion
from ingest.reading.segment.annex_region import AnnexRegion
from ingest.reading.segment.markers import Heading, Marker
from ingest.reading.segment.outlining import Outlining
from ingest.reading.segment.report_region import ReportRegion
from ingest.reading.segment.single_act import SingleAct
from ingest.records import Paragraph


class OutlineBuilder:
    """Takes the markers and headings of a text in order and lists its paragraphs."""

    def __init__(self, outlining: Outlining) -> None:
        self.outlining = outlining
        self.acts = ActRegion(self.outlining)
        self.single = SingleAct(self.outlining, self.acts)
        self.report = ReportRegion(self.outlining)
        self.annexes = AnnexRegion(self.outlining, self.report)
        self.agendas = AgendaRegion(self.outlining)
        self.beginnings: dict[str, Callable[[Heading], None]] = {
            "contents": self._begin_contents,
            "footnotes": self._set_apart,
            "act": self.acts.begin,
            "whole act": self.single.begin,
            "annex": self._begin_annex,
            "article": self.acts.begin_article,
            "adoption": self.acts.close,
            "agenda": self.agendas.begin,
            "annotations": self.agendas.begin_annotations,
            "documents": self.agendas.begin_documents,
            "documents before": self._begin_documents_before,
            "organization of work": self._begin_organization_of_work,
        }

    def paragraphs(self) -> list[Paragraph]:
        """All paragraphs, the last one closed at the end of the text."""
        self.outlining.close(len(self.outlining.text.folded))
        return self.outlining.paragraphs

    def take_heading(self, heading: Heading) -> None:
        """Open the region that a heading announces."""
        if heading.start >= self.outlining.taken:
            self.beginnings[heading.region](heading)

    def _begin_contents(self, heading: Heading) -> None:
        now = self.outlining
        if not now.act:
            now.region = "contents"
            now.open(heading.start, heading.start, "contents")

    def _set_apart(self, footnotes: Heading) -> None:
        """Footnotes stand between two paragraphs; what was open goes on behind them."""
        now = self.outlining
        open_part, act = now.current.part, now.current.act
        now.open(footnotes.start, footnotes.start, "other", act=act, role="footnote")
        part = open_part if open_part in ("contents", "preamble", "report") else "other"
        now.open(footnotes.end, footnotes.end, part, act=act)
        now.taken = footnotes.end

    def _begin_annex(self, heading: Heading) -> None:
        region = self.acts.begin_annex if self.outlining.act else self.annexes.begin
        region(heading)

    def _begin_documents_before(self, heading: Heading) -> None:
        now = self.outlining
        now.region, now.act = "documents before", None
        now.open(heading.start, heading.start, "heading")
        now.open(heading.end, heading.end, "annex", role="documents before")

    def _begin_organization_of_work(self, heading: Heading) -> None:
        now = self.outlining
        if now.region in ("annotations", "agenda", "annex"):
            now.region = "organization of work"
            now.open(heading.start, heading.start, "other", role="organization of work")

    def take_marker(self, marker: Marker) -> None:
        """Let a label open a paragraph, if it has a place where the text stands."""
        now = self.outlining
        if marker.start < now.taken or now.region in ("organization of work", "documents before"):
            return
        if now.current.part == "heading" and not marker.bounded:
            marker = replace(marker, bounded=True)
        if now.region == "agenda":
            if not self.report.resumes(marker) and self.agendas.item(marker):
                return
        elif self.agendas.begin_adopted(marker):
            return
        if now.region == "annotations":
            self.agendas.annotation(marker)
            return
        if now.region == "contents":
            self.report.after_contents(marker)
            return
        marker = self.acts.listed(marker)
        if self.annexes.take(marker):
            return
        if self.single.sentence(marker) or self.acts.chapter(marker) or self.report.heading(marker):
            return
        self.single.counts_again(marker)
        if now.act and self.acts.provision(marker):
            return
        if now.region != "annex" and not (now.act and now.collected):
            self.report.paragraph(marker)
