"""The body of a Word document as lines: a paragraph a line, a row of a table a line.

Tracked changes count as accepted: what was inserted is there, what was deleted or moved away is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from ingest.reading.formats.word.lists import Labels, W
from ingest.reading.formats.written import NOTES, note_block, table_row

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
GONE = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")}
# What wraps runs, paragraphs or rows without changing what they say.
WRAPPERS = {
    *(f"{W}{name}" for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml")),
    *(f"{W}{name}" for name in ("hyperlink", "fldSimple", "dir", "bdo")),
}
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}sym": ""}


@dataclass
class Body:
    """Reads blocks in order. `notes` gives the text of a footnote or endnote by kind and id."""

    labels: Labels
    notes: Callable[[str, str], str]
    called: list[str] = field(default_factory=list)  # notes of the paragraph being read
    open: str = ""  # a paragraph whose end was deleted: the next one goes on with it

    def lines(self, parent: Element) -> Iterator[str]:
        """The lines of everything in a part of a document, in reading order."""
        for block in parent:
            match block.tag:
                case tag if tag in GONE:
                    continue
                case tag if tag in WRAPPERS:
                    yield from self.lines(block)
                case tag if tag == f"{W}p":
                    yield from self._paragraph(block)
                case tag if tag == f"{W}tbl":
                    yield from self._table(block)
                case tag if tag == f"{MC}AlternateContent":
                    yield from self.lines(_chosen(block))
        if self.open:
            yield self.open
            self.open = ""

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        boxes: list[Element] = []
        words = "".join(self._words(paragraph, boxes))
        # A paragraph without words takes no number in what a reader sees as the list.
        label = self.labels.label(paragraph) if words.strip() and not self.open else ""
        text = self.open + label + words
        self.open = ""
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self.open = text
        elif text.strip():
            yield text
        for box in boxes:
            yield from self.lines(box)
        if self.called and not self.open:
            yield note_block(self.called)
            self.called.clear()

    def _words(self, parent: Element, boxes: list[Element]) -> Iterator[str]:
        """The words of a paragraph or a run; text boxes in it are put aside into `boxes`."""
        for piece in parent:
            match piece.tag:
                case tag if tag in GONE:
                    continue
                case tag if tag == f"{W}t":
                    yield piece.text or ""
                case tag if tag in SIGNS:
                    yield SIGNS[tag]
                case tag if tag == f"{W}txbxContent":
                    boxes.append(piece)
                case tag if tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                    kind = tag.removeprefix(W).removesuffix("Reference")
                    if note := self.notes(kind, piece.get(f"{W}id", "")):
                        self.called.append(note)
                case tag if tag == f"{MC}AlternateContent":
                    yield from self._words(_chosen(piece), boxes)
                case tag if isinstance(tag, str):
                    yield from self._words(piece, boxes)

    def _table(self, table: Element) -> Iterator[str]:
        """The rows of a table, each a line of cells between bars; what a cell spans stands once."""
        for row in _inside(table, f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            cells, notes = [], []
            for cell in _inside(row, f"{W}tc"):
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                if merged is not None and merged.get(f"{W}val") != "restart":
                    cells.append("")
                    continue
                lines = [*self.lines(cell)]
                notes += [line for line in lines if line.startswith(NOTES)]
                said = (line.replace("\n", " ").strip() for line in lines if line not in notes)
                cells.append(" ".join(filter(None, said)))
            if any(cells):
                yield table_row(cells)
            yield from notes


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, those in wrappers too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, tag)


def _chosen(alternatives: Element) -> Element:
    """One of several ways to show the same: the first choice, or what older programs show."""
    choice = alternatives.find(f"{MC}Choice")
    return choice if choice is not None else alternatives.find(f"{MC}Fallback")
