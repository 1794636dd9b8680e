"""What passes between the stages of reading: source, text, identity, outline, mentions, reading."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.model.records import Edge, Node, Remark
from graph.model.spans import kept_characters, original_spans


@dataclass(frozen=True, slots=True)
class Source:
    """One file as found: its name, its bytes' SHA-256 and its media type."""

    name: str
    data: bytes
    checksum: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says of a document; wins over what the document says of itself.

    `ocr` allows pages without text, scans, to be read by character recognition.
    """

    symbol: str | None = None
    language: str | None = None
    body: str | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of repair and how often it was made in a document."""

    step: str
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of a reader's text stands on its page: a line, as a rule.

    `page` counts from 1. `box` is left, bottom, right, top in points from the page's lower left corner.
    """

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a format's reader sees in a file.

    `text` is what is stored and what offsets count. `places`, in the order of the text, say where it
    stands on pages, for formats that have pages. `notes` are what a user should know of the file, a
    line each; `repairs` what the reader put right; `trust` is lower where it doubts its own text.
    `language` is what the file itself says of its language.
    """

    text: str
    places: tuple[Place, ...] = ()
    notes: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    trust: float = 1.0
    language: str | None = None


@dataclass(frozen=True)
class Text:
    """The text of a document as read, with the way back to the file.

    `original` is the decoded file (byte-order mark left out). `repaired` is what every later stage
    reads. `origins[i]` is the offset in `original` of the character that `repaired[i]` stands for,
    or -1 where a repair put in a character that the file does not have. `places`, `notes`
    and `language` are those of the format's reader.
    """

    original: str
    repaired: str
    origins: array[int]
    repairs: tuple[Repair, ...] = ()
    trust: float = 1.0
    places: tuple[Place, ...] = ()
    notes: tuple[str, ...] = ()
    language: str | None = None

    @classmethod
    def unchanged(cls, original: str) -> Text:
        """A text that needed no repair."""
        return cls(original, original, array("i", range(len(original))))

    @cached_property
    def _kept(self) -> bytearray:
        return kept_characters(len(self.original), self.origins)

    def spans(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Where `repaired[start:end]` stands in the original; see `original_spans`."""
        return original_spans(self.origins, self._kept, start, end)

    def on_page(
        self, spans: tuple[tuple[int, int], ...]
    ) -> tuple[int, tuple[float, float, float, float]] | None:
        """The page on which stretches of the original begin, and the box around them there."""
        found: list[Place] = []
        for start, end in spans:
            at = bisect_right(self._places_end, start)
            while at < len(self.places) and self.places[at].start < end:
                found.append(self.places[at])
                at += 1
        if not found:
            return None
        page = found[0].page
        lefts, bottoms, rights, tops = zip(
            *(one.box for one in found if one.page == page), strict=True
        )
        return page, (min(lefts), min(bottoms), max(rights), max(tops))

    @cached_property
    def _places_end(self) -> list[int]:
        return [place.end for place in self.places]


@dataclass(frozen=True, slots=True)
class Identity:
    """Which document this is: node id, symbol, language, body and session, and how official it is.

    `kind` is one of the document kinds that language packs name (report, annotated-agenda, decisions,
    resolution, other). `session` is the session's designation as in ids ("3", "S-23"), where known.
    """

    document: str
    symbol: str | None
    language: str
    body: str | None = None
    session: str | None = None
    kind: str = "other"
    source: str = "official"
    title: str | None = None
    date: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of the outline, in offsets of the repaired text.

    `part` is one of heading, preamble, operative, report, agenda, annex, contents, other. `label` is
    language-free ("c", "g.1", "12", "2(c)"); `act` the id of the decision or document the paragraph
    belongs to; `node` the id of the node whose words these are, if it has one. `content` is where
    the words begin behind the printed label. `role` says more where the part alone does not: title,
    chapter, section and topic (the levels of a report's headings), annotation, documents (listed under
    an item), documents before (the session), organization of work, sponsor (below a title), adoption
    (meeting and date below an act), annex (a heading in one), article (of an instrument that an act
    annexes), table, footnote.
    """

    start: int
    end: int
    part: str
    content: int
    label: str | None = None
    act: str | None = None
    node: str | None = None
    role: str | None = None

    @property
    def placed(self) -> bool:
        """Whether the paragraph has a place in the structure of its document."""
        own = (self.act, self.node, self.label, self.role)
        return self.part == "contents" or any(said is not None for said in own)


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure seen in one text: its paragraphs in order and the nodes they stand for."""

    text: Text
    identity: Identity
    paragraphs: tuple[Paragraph, ...]

    @property
    def understood(self) -> float:
        """What share of the text was understood, from 0 to 1.

        Characters count, white space left out, in paragraphs that have a place in the structure: they
        belong to an act, an item or the contents, or have a label or a role.
        """
        placed = total = 0
        for paragraph in self.paragraphs:
            length = len("".join(self.text.repaired[paragraph.start : paragraph.end].split()))
            total += length
            placed += length if paragraph.placed else 0
        return placed / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference found in the text, in offsets of the repaired text.

    `kind` is the type of the node meant; `target` its id, or None where this text does not settle it
    (then `candidates`). A symbolic target ("next session of unfccc-cop") is kept in `symbolic` until
    joining knows the calendar. `properties` refine it (paragraph, letter, range end, date …).
    """

    kind: str
    start: int
    end: int
    text: str
    target: str | None = None
    candidates: tuple[str, ...] = ()
    symbolic: Mapping[str, Any] | None = None
    properties: Mapping[str, Any] = field(default_factory=dict)
    rule: str = ""


@dataclass(frozen=True)
class Reading:
    """All that one file says: a pure function of its bytes, the packs and the options."""

    name: str
    checksum: str
    media_type: str
    identity: Identity
    text: Text
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    mentions: tuple[Mention, ...]
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[Remark, ...] = ()
