"""Agendas in a text: the list of items, the annotations to them, the documents listed under each."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.segment.agenda import Agenda, annotated_item, words
from ingest.reading.segment.markers import Heading, Marker
from ingest.reading.segment.nesting import Nesting
from ingest.reading.segment.outlining import Outlining


class AgendaRegion:
    """Reads the agendas of a text and their annotations."""

    def __init__(self, outlining: Outlining) -> None:
        self.outlining = outlining
        self.agenda: Agenda | None = None
        self.top_item: str | None = None

    def begin(self, heading: Heading) -> None:
        """Open the agenda of the session that stands in its heading or right below."""
        now, identity = self.outlining, self.outlining.identity
        if now.region == "contents" and now.text.flowing:
            return  # the last chapter of the table, right before paragraph 1
        reach = now.text.text[now.text.back(heading.start) : now.text.back(heading.end + 400)]
        session = now.session_of(reach)
        own = identity.session and f"session:{identity.body}/{identity.session}"
        session = (own if identity.kind == "annotated-agenda" else session) or own
        if session is None:
            return
        draft = identity.kind == "report" and session != own
        self.agenda = Agenda(session, f"@{identity.symbol}" if draft else "")
        now.region, now.act = "agenda", None
        if now.current.part not in ("report",):
            now.open(heading.start, heading.start, "heading")
        now.taken = heading.end

    def begin_adopted(self, marker: Marker) -> bool:
        """Open the agenda that a report paragraph says was adopted, at its item 1; says whether it did.

        Some announce it without a colon ("adopted the agenda presented below.").
        """
        now, identity = self.outlining, self.outlining.identity
        if now.text.flowing or now.current.part != "report" or not identity.session:
            return False
        said = now.text.folded[now.current.start : marker.start]
        if ("number", 1) not in marker.readings or not any(
            cue.pattern.search(said) for cue in now.pack.cues("structure_agenda")
        ):
            return False
        self.agenda = Agenda(f"session:{identity.body}/{identity.session}", "")
        now.region = "agenda"
        return self.item(marker)

    def begin_annotations(self, heading: Heading) -> None:
        """Open the annotations to the agenda."""
        now = self.outlining
        now.region, self.top_item, now.nesting = "annotations", None, Nesting()
        now.open(heading.start, heading.start, "heading")
        now.taken = heading.end
        if self.agenda:
            self.agenda.titles = self._titles(self.agenda)

    def _titles(self, agenda: Agenda) -> dict[str, str]:
        """The words of the items listed, by label."""
        now = self.outlining
        titles = {}
        for listed in now.paragraphs:
            label = str(listed.label)
            if listed.role == "title" and listed.node == agenda.item(label):
                end = now.text.blank_line(listed.content, listed.end)
                titles[label] = " ".join(words(now.text.folded[listed.content : end]))
        return titles

    def begin_documents(self, heading: Heading) -> None:
        """Open the documents listed under the item whose annotation is open."""
        now = self.outlining
        if now.region == "annotations" and now.current.node:
            node = now.current.node
            now.open(heading.start, heading.start, "heading", node=None)
            now.open(heading.end, heading.end, "agenda", node=node, role="documents")
            now.nesting = Nesting()

    def item(self, marker: Marker) -> bool:
        """An item of the open agenda; says whether the label has a place in it."""
        assert self.agenda is not None
        if skipped := self._skipped(marker):
            self.item(skipped)
        label = self.agenda.place(marker)
        if label is None:
            return False
        self.outlining.open(
            marker.start, marker.end, "agenda",
            label=label, node=self.agenda.item(label), role="title",
        )  # fmt: skip
        return True

    def _skipped(self, marker: Marker) -> Marker | None:
        """The item between the last one and this, whose number lost its full stop ("17 Other matters")."""
        now, levels = self.outlining, self.agenda.nesting.levels if self.agenda else []
        if now.text.flowing or not levels or ("number", levels[0].last + 2) not in marker.readings:
            return None
        missing = levels[0].last + 1
        printed = re.compile(rf"{missing}\s+(?=\w)")
        for start in sorted(now.text.label_starts):
            found = printed.match(now.text.folded, start) if start > now.current.content else None
            if found and start < marker.start:
                return replace(
                    marker, start=start, end=found.end(), readings=(("number", missing),)
                )
        return None

    def annotation(self, marker: Marker) -> None:
        """Open the annotation of an item, where a label stands before the item's title."""
        now = self.outlining
        if self.agenda is None:
            self.agenda = Agenda(f"session:{now.identity.body}/{now.identity.session}", "")
        found = annotated_item(now.text, marker, self.agenda, self.top_item)
        if found is None:
            return
        label, title_end = found
        self.top_item = label.split("(")[0]
        node = self.agenda.item(label)
        now.open(marker.start, marker.end, "heading", label=label, node=node, role="title")
        now.open(title_end, title_end, "agenda", label=None, node=node, role="annotation")
        now.taken = title_end
