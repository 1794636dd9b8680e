"""Builds the outline of one text: reads labels and headings in order, keeps what is open."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.packs import LanguagePack
from ingest.reading.segment.agenda import Agenda, annotated_item, words
from ingest.reading.segment.markers import FoldedText, Heading, Marker
from ingest.reading.segment.nesting import Level, Nesting, provision_label
from ingest.records import Identity, Paragraph

TITLE_REACH = 1_500
NUMBERED_TITLE = re.compile(r"[\w.-]*/\d+ ?[a-z]?\.? +(?=\w)")  # "79/196. International …"
LARGEST_JUMP = 60  # report paragraphs that a digest may leave out


class OutlineBuilder:
    """Takes the markers and headings of a text in order and lists its paragraphs.

    `act_of` gives the id of the decision that a heading names, `session_of` the id of the first
    session named in a stretch of text (both None where there is none).
    """

    def __init__(
        self,
        text: FoldedText,
        pack: LanguagePack,
        identity: Identity,
        act_of: Callable[[str], str | None],
        session_of: Callable[[str], str | None],
    ) -> None:
        self.text, self.pack, self.identity = text, pack, identity
        self.act_of, self.session_of = act_of, session_of
        self.paragraphs: list[Paragraph] = []
        self.current = Paragraph(0, 0, "other", 0)
        self.region = "front"
        self.taken = 0
        self.nesting = Nesting()
        self.report_last = self.chapter_last = self.section_last = self.inner_chapter_last = 0
        self.act: str | None = None
        self.annexes = 0
        self.agenda: Agenda | None = None
        self.top_item: str | None = None

    # Paragraphs

    def open(self, start: int, content: int, part: str, **details: str | None) -> None:
        """Close what is open and begin a paragraph (offsets of the folded text)."""
        self.close(start)
        self.current = Paragraph(start, start, part, content, **details)

    def close(self, end: int) -> None:
        """End the open paragraph; one without words is not kept."""
        start = self.current.start
        content = min(max(self.current.content, start), end)
        while end > start and self.text.folded[end - 1] == " ":
            end -= 1
        if end > start and self.text.folded[start:end].strip():
            self.paragraphs.append(replace(self.current, end=end, content=min(content, end)))
            if self.current.part == "agenda" and self.current.role == "title" and self.agenda:
                title = self.text.folded[content : self.text.blank_line(content, end)]
                self.agenda.titles[str(self.current.label)] = " ".join(words(title))

    # Headings

    def take_heading(self, heading: Heading) -> None:
        """Open the region that a heading announces."""
        if heading.start < self.taken:
            return
        handler = getattr(self, f"_begin_{heading.region.replace(' ', '_')}")
        handler(heading)

    def _begin_contents(self, heading: Heading) -> None:
        if not self.act:
            self.region = "contents"
            self.open(heading.start, heading.start, "contents")

    def _begin_act(self, heading: Heading) -> None:
        act = self.act_of(
            self.text.text[self.text.back(heading.start) : self.text.back(heading.end)]
        )
        if act is None:
            return
        enacting = self._enacting_after(heading.end)
        if enacting is None:
            return
        self.act, self.region, self.nesting = act, "preamble", Nesting()
        self.annexes = self.inner_chapter_last = 0
        self.taken = enacting
        title = heading.end
        while self.text.folded[title] == " ":
            title += 1  # most print it in a paragraph of its own, below the number
        self.open(heading.start, title, "heading", act=act, node=act, role="title")
        self.open(enacting, enacting, "preamble", act=act)

    def _begin_whole_act(self, heading: Heading) -> None:
        act = self.identity.document
        self.act, self.region, self.nesting = act, "preamble", Nesting()
        start, end = self.text.line_at(max(0, heading.start - 2))
        number = NUMBERED_TITLE.match(self.text.folded, start, end)
        if number:
            self.open(start, number.end(), "heading", act=act, node=act, role="title")
        self.open(heading.start, heading.start, "preamble", act=act)
        self.taken = heading.end

    def _enacting_after(self, position: int) -> int | None:
        """Where the enacting formula stands that follows a heading of an act, if one does."""
        starts = [
            match.start()
            for cue in self.pack.cues("structure_enacting")
            if (match := cue.pattern.search(self.text.folded, position, position + TITLE_REACH))
        ]
        if not starts:
            return None
        for cue in self.pack.cues("structure_heading"):
            if cue.value == "act" and cue.pattern.search(self.text.folded, position, min(starts)):
                return None
        return min(starts)

    def _begin_agenda(self, heading: Heading) -> None:
        if self.region == "contents" and self.text.flowing:
            return  # the last chapter of the table, right before paragraph 1
        reach = self.text.text[self.text.back(heading.start) : self.text.back(heading.end + 400)]
        session = self.session_of(reach)
        own = self.identity.session and f"session:{self.identity.body}/{self.identity.session}"
        session = (own if self.identity.kind == "annotated-agenda" else session) or own
        if session is None:
            return
        draft = self.identity.kind == "report" and session != own
        self.agenda = Agenda(session, f"@{self.identity.symbol}" if draft else "")
        self.region, self.act = "agenda", None
        if self.current.part not in ("report",):
            self.open(heading.start, heading.start, "heading")
        self.taken = heading.end

    def _begin_annotations(self, heading: Heading) -> None:
        self.region, self.top_item, self.nesting = "annotations", None, Nesting()
        self.open(heading.start, heading.start, "heading")
        self.taken = heading.end

    def _begin_documents(self, heading: Heading) -> None:
        if self.region == "annotations" and self.current.node:
            node = self.current.node
            self.open(heading.start, heading.start, "heading", node=None)
            self.open(heading.end, heading.end, "agenda", node=node, role="documents")
            self.nesting = Nesting()

    def _begin_documents_before(self, heading: Heading) -> None:
        self.region, self.act = "documents before", None
        self.open(heading.start, heading.start, "heading")
        self.open(heading.end, heading.end, "annex", role="documents before")

    def _begin_organization_of_work(self, heading: Heading) -> None:
        if self.region in ("annotations", "agenda", "annex"):
            self.region = "organization of work"
            self.open(heading.start, heading.start, "other", role="organization of work")

    def _begin_annex(self, heading: Heading) -> None:
        if self.act:
            self.region, self.nesting = "act annex", Nesting()
            self.annexes += 1
            self.open(heading.start, heading.start, "heading", act=self.act)
        elif self.region not in ("contents", "front"):
            self.region, self.nesting = "annex", Nesting()
            self.open(heading.start, heading.start, "heading")

    # Markers

    def take_marker(self, marker: Marker) -> None:
        """Let a label open a paragraph, if it has a place where the text stands."""
        if marker.start < self.taken:
            return
        if self.current.part == "heading" and not marker.bounded:
            marker = replace(marker, bounded=True)
        if self.region == "organization of work" or self.region == "documents before":
            return
        if self.region == "agenda" and self._agenda_item(marker):
            return
        if self.region == "annotations":
            self._annotation(marker)
            return
        if self._section(marker):
            return
        if self.region == "contents" and ("number", 1) not in marker.readings:
            return
        if self.act and self._provision(marker):
            return
        self._report_paragraph(marker)

    def _section(self, marker: Marker) -> bool:
        """A chapter ("IV.", «رابعا-») or section ("B.", «باء-») heading; says whether it was one."""
        values = dict(reversed(marker.readings))
        section, chapter = values.get("section"), values.get("chapter")
        if self.region == "contents" or (section is None and chapter is None):
            return False
        if section is not None and not self.act and section in (1, self.section_last + 1):
            self.section_last = section
        elif chapter is not None and self.act and chapter == self.inner_chapter_last + 1:
            # A long decision has parts of its own; behind lettered provisions they are what it annexes.
            self.inner_chapter_last = chapter
            if self.region == "operative" and self.nesting.levels[0].kind == "letter":
                self.region, self.nesting = "act annex", Nesting()
            self.open(marker.start, marker.end, "heading", act=self.act)
            return True
        elif chapter is not None and chapter > self.chapter_last:
            self.chapter_last, self.section_last, self.act = chapter, 0, None
        else:
            return False
        self.region, self.nesting, self.agenda = "report", Nesting(), None
        self.open(marker.start, marker.end, "heading")
        return True

    def _provision(self, marker: Marker) -> bool:
        path = self.nesting.place(marker)
        if path is None:
            return False
        starts_annex = (
            self.region == "operative"
            and not marker.opened
            and path[-1] == ("number", 1)
            and len(path) > 1
        )
        if starts_annex:
            # Lettered provisions have ended with a full stop; what is numbered from 1 is annexed to them.
            self.region, self.nesting = "act annex", Nesting([Level("number", 1)])
            path = self.nesting.path
        elif self.region == "preamble":
            self.region = "operative"
        label = provision_label(path)
        part = "operative"
        if self.region == "act annex":
            part = "annex"
            label = f"annex.{label}" if self.annexes < 2 else f"annex-{self.annexes}.{label}"
        self.open(
            marker.start, marker.end, part, label=label, act=self.act, node=f"{self.act}#{label}"
        )
        return True

    def _report_paragraph(self, marker: Marker) -> None:
        if self.region == "annex":
            return
        number = next((value for kind, value in marker.readings if kind == "number"), None)
        follows = number == self.report_last + 1
        jumps = (
            not self.text.flowing and number is not None
            and self.report_last < number <= self.report_last + LARGEST_JUMP
        )  # fmt: skip
        before = self.text.folded[: marker.start].rstrip()[-1:]
        if not (follows and (self.report_last == 0 or before not in ";؛")):
            path = self.nesting.place(marker) if self.report_last else None
            if path is not None and self.current.part == "report":
                label = f"{self.report_last}.{provision_label(path)}"
                self.open(
                    marker.start, marker.end, "report", label=label, act=self.identity.document
                )
                return
        if follows or jumps:
            assert number is not None
            self.report_last, self.region, self.nesting, self.agenda = (
                number,
                "report",
                Nesting(),
                None,
            )
            self.act = None
            self.open(
                marker.start, marker.end, "report", label=str(number), act=self.identity.document
            )

    def _agenda_item(self, marker: Marker) -> bool:
        assert self.agenda is not None
        label = self.agenda.place(marker)
        if label is None:
            return False
        self.open(
            marker.start, marker.end, "agenda",
            label=label, node=self.agenda.item(label), role="title",
        )  # fmt: skip
        return True

    def _annotation(self, marker: Marker) -> None:
        if self.agenda is None:
            self.agenda = Agenda(f"session:{self.identity.body}/{self.identity.session}", "")
        found = annotated_item(self.text, marker, self.agenda, self.top_item)
        if found is None:
            return
        label, title_end = found
        self.top_item = label.split("(")[0]
        node = self.agenda.item(label)
        self.open(marker.start, marker.end, "heading", label=label, node=node, role="title")
        self.open(title_end, title_end, "agenda", label=None, node=node, role="annotation")
        self.taken = title_end
