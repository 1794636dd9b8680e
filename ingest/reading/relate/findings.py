"""What relating collects: nodes and edges of one document, each edge with its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.model.folding import fold_with_offsets
from graph.model.records import Edge, Evidence, Node, Remark
from ingest.cues import NEVER
from ingest.packs import LanguagePack, Packs
from ingest.reading.relate.designations import designation
from ingest.records import Mention, Outline, Paragraph

SENTENCE_END = re.compile(r"(?:[.؟?!](?=[\s\"”»)\]]|$)|[。！？])[\"”»)\]]*")
SPACES = re.compile(r"\s+")


@dataclass
class Findings:
    """Collects what one document says; knows its text, paragraphs and mentions by place."""

    outline: Outline
    mentions: Sequence[Mention]
    pack: LanguagePack
    packs: Packs
    checksum: str
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    year: str = ""  # of the session, for dates that are printed without one

    def __post_init__(self) -> None:
        self._starts = [mention.start for mention in self.mentions]
        self.folded, self.offsets = fold_with_offsets(self.text)
        short = "|".join(map(re.escape, self.pack.names.get("abbreviations", ())))
        self.abbreviated = re.compile(rf"(?<!\w)(?:{short})\Z" if short else NEVER)

    @property
    def text(self) -> str:
        """The repaired text of the document."""
        return self.outline.text.repaired

    @property
    def document(self) -> str:
        """The document's node id."""
        return self.outline.identity.document

    # Places

    def within(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """The mentions of some kinds that begin in a range of the text."""
        first = bisect_right(self._starts, start - 1)
        found = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if not kinds or mention.kind in kinds:
                found.append(mention)
        return found

    def folded_range(self, start: int, end: int) -> tuple[int, int]:
        """A range of the text in offsets of `folded`."""
        return bisect_right(self.offsets, start - 1), bisect_right(self.offsets, end - 1)

    def sentences(self, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
        """The sentences of a paragraph as ranges of the text; a symbol's dots end none."""
        start = paragraph.content
        for match in SENTENCE_END.finditer(self.text, paragraph.content, paragraph.end):
            if self.abbreviated.search(self.text, start, match.start()):
                continue
            if self.text[start : match.end()].strip():
                yield start, match.end()
            start = match.end()
        if self.text[start : paragraph.end].strip():
            yield start, paragraph.end

    def sentence_of(self, mention: Mention, paragraph: Paragraph) -> tuple[int, int]:
        """The sentence of a paragraph in which a mention begins."""
        for start, end in self.sentences(paragraph):
            if start <= mention.start < end:
                return start, end
        return paragraph.start, paragraph.end

    def cues(
        self, section: str, start: int, end: int, only: str | None = None
    ) -> list[tuple[str, int, int]]:
        """The cues of a section (of one value `only`) in a range: (value, start, end), in order.

        A pattern may look at more than it means; its group `label` is then what it finds.
        """
        first, last = self.folded_range(start, end)
        found = []
        for cue in self.pack.cues(section):
            if only and cue.value != only:
                continue
            meant = "label" if "label" in cue.pattern.groupindex else 0
            for match in cue.pattern.finditer(self.folded, first, last):
                start, end = match.span(meant)
                found.append((cue.value, self.offsets[start], self.offsets[end]))
        return sorted(found, key=lambda cue: cue[1:])

    def told(self, event: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where a range tells of an event of the proceedings: "adopted", "deferred", "established" …"""
        return [(a, b) for _, a, b in self.cues("proceeding", start, end, event)]

    def words(self, start: int, end: int) -> str:
        """A stretch of the text with single spaces."""
        return SPACES.sub(" ", self.text[start:end]).strip()

    def date(self, start: int, end: int) -> str | None:
        """The last full date in a range (ISO 8601); one without a year is of the session's year."""
        dates = [str((m.symbolic or {}).get("iso", "")) for m in self.within(start, end, "date")]
        full = [f"{self.year}{date[1:]}" if date.startswith("--") else date for date in dates]
        return next((date for date in reversed(full) if len(date) == len("2006-10-18")), None)

    # Findings

    def node(self, node_id: str, node_type: str, **properties: Any) -> str:
        """Add a node (or more about one) and return its id."""
        self.nodes.append(Node(node_id, node_type, properties))
        return node_id

    def evidence(self, start: int, end: int, rule: str, pinpoint: str | None = None) -> Evidence:
        """The evidence that a stretch of the text is."""
        identity = self.outline.identity
        spans = self.outline.text.spans(start, end)
        page, box = self.outline.text.on_page(spans) or (None, None)
        return Evidence(
            document=identity.document,
            language=identity.language,
            checksum=self.checksum,
            spans=spans,
            quotation=self.words(start, end),
            rule=rule,
            source=identity.source,
            pinpoint=pinpoint,
            page=page,
            box=box,
        )

    def edge(
        self,
        edge_type: str,
        source: str,
        target: str,
        place: tuple[int, int],
        rule: str,
        *,
        basis: str = "stated",
        paragraph: Paragraph | None = None,
        **properties: Any,
    ) -> None:
        """Add an edge with the stretch of text that says it."""
        if source == target:
            return
        evidence = self.evidence(*place, rule, self.pinpoint(paragraph))
        kept = {key: value for key, value in properties.items() if value not in (None, [], ())}
        if evidence.spans:
            self.edges.append(Edge(edge_type, source, target, basis, None, kept, (evidence,)))

    def pinpoint(self, paragraph: Paragraph | None) -> str | None:
        """Where in the document a paragraph stands; of several acts in one document, in which."""
        place = pinpoint(paragraph)
        act = paragraph.act if paragraph else None
        if not place or not act or act == self.document or not act.startswith(("dec:", "res:")):
            return place
        called = designation(act, self.packs)
        return f"{called['kind']} {called['designation']}, {place}"

    def pack_edge(self, edge_type: str, source: str, target: str, family: str) -> None:
        """Add a structural edge that a body pack says."""
        evidence = Evidence(
            self.document, self.outline.identity.language, self.checksum, ((0, 1),), family,
            f"pack:{family}", self.outline.identity.source,
        )  # fmt: skip
        self.edges.append(Edge(edge_type, source, target, "structural", None, {}, (evidence,)))


def pinpoint(paragraph: Paragraph | None) -> str | None:
    """Where in a document a paragraph stands, for a citation: "3/2 (g) (1)", "paragraph 35"."""
    if paragraph is None:
        return None
    if paragraph.part == "agenda" or (paragraph.node or "").startswith("item:"):
        label = str(paragraph.node).rsplit("/", 1)[-1].split("@")[0] if paragraph.node else None
        return f"item {label}" if label else None
    if paragraph.label is None:
        return paragraph.part if paragraph.part in ("preamble", "annex") else None
    return f"paragraph {spaced_label(paragraph.label)}"


def spaced_label(label: str) -> str:
    """A label as citations print it: "g.1" as "(g) (1)", "28.a" as "28 (a)"."""
    first, *rest = label.split(".")
    head = f"({first})" if first.isalpha() and first != "annex" else first
    return " ".join([head, *(f"({piece})" for piece in rest)])
