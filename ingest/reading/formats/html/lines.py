"""A piece of a page as lines: a block a line, lists with the labels that a browser shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from ingest.reading.formats.labels import BULLET, LATIN, letters, roman
from ingest.reading.formats.written import note_block, table_row

SPACE = re.compile(r"[ \t\r\n\f]+")
HEADINGS = {f"h{level}" for level in range(1, 7)}
BLOCKS = {
    *HEADINGS,
    *("p", "div", "section", "article", "main", "header", "blockquote", "pre", "address", "figure"),
    *(
        "figcaption",
        "dl",
        "dt",
        "dd",
        "ul",
        "ol",
        "li",
        "table",
        "hr",
        "details",
        "summary",
        "body",
    ),
}
# The `type` of an ordered list (HTML Living Standard, 4.4.5), and how documents of the United Nations
# print it: "1.", "(a)", "(i)"; a browser puts a full stop behind all of them.
TYPES: Mapping[str, Callable[[int], str]] = {
    "1": lambda number: f"{number}.",
    "a": lambda number: f"({letters(LATIN)(number)})",
    "A": lambda number: f"{letters(LATIN.upper())(number)}.",
    "i": lambda number: f"({roman(number)})",
    "I": lambda number: f"{roman(number).upper()}.",
}
NOTE = re.compile(r"(?:foot|end)?note|^_?(?:ft|ed)n|^fn|^ref", re.IGNORECASE)


@dataclass
class Lines:
    """Collects the lines of a piece; `words` are those of the line being written."""

    found: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    label: str = ""

    def of(self, piece: Element) -> list[str]:
        """All lines of a piece, in the order of the page."""
        self._take(piece)
        self._end()
        return self.found

    def _take(self, element: Element) -> None:
        tag = element.tag
        if not isinstance(tag, str):  # a comment
            return
        if tag == "br":
            self._end()
        elif tag == "table":
            self._end()
            self.found += _rows(element)
        elif tag in ("ol", "ul"):
            self._end()
            self._list(element)
        elif _is_notes(element):
            self._end()
            if notes := Lines().of_children(element):
                self.found.append(note_block(notes))
        elif _calls_note(element):
            pass  # the number behind a word that leads to a footnote is no part of the word
        elif tag in BLOCKS:
            self._end()
            self._inside(element)
            self._end()
        else:
            self._inside(element)

    def of_children(self, element: Element) -> list[str]:
        """All lines of what is inside an element."""
        self._inside(element)
        self._end()
        return self.found

    def _inside(self, element: Element) -> None:
        self.words.append(element.text or "")
        for child in element:
            self._take(child)
            self.words.append(child.tail or "")

    def _list(self, items: Element) -> None:
        number, step = _start(items), -1 if items.get("reversed") is not None else 1
        label = TYPES.get(items.get("type", "1"), TYPES["1"])
        for item in items:
            if item.tag != "li":
                self._take(item)
                continue
            if (value := item.get("value", "")).lstrip("-").isdecimal():
                number = int(value)
            self._end()
            counted = items.tag == "ol" and number > 0
            self.label = f"{label(number) if counted else BULLET}\t"
            number += step
            self._inside(item)
            self._end()
            self.label = ""

    def _end(self) -> None:
        text = SPACE.sub(" ", "".join(self.words)).strip()
        self.words.clear()
        if text:
            # A page may print the labels itself and only set them as a list.
            printed = self.label and re.match(r"\(?\w{1,4}[.)]\s", text)
            self.found.append(text if printed else self.label + text)
            self.label = ""


def _start(items: Element) -> int:
    start = items.get("start", "1")
    return int(start) if start.lstrip("-").isdecimal() else 1


def _rows(table: Element) -> Iterator[str]:
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue  # of a table inside a cell, which the cell tells
        cells = [" ".join(Lines().of_children(cell)) for cell in row if cell.tag in ("td", "th")]
        if any(cells):
            yield table_row(cells) if len(cells) > 1 else cells[0]


def _is_notes(element: Element) -> bool:
    """A block of footnotes, by its role or as the makers of pages call it."""
    if element.get("role") in ("doc-endnotes", "doc-footnote"):
        return True
    return element.tag in ("div", "section", "aside", "p") and any(
        re.fullmatch(r"(?:foot|end)notes?", word, re.I)
        for word in (element.get("class", "") + " " + element.get("id", "")).split()
    )


def _calls_note(element: Element) -> bool:
    """A mark that leads to a footnote: "[1]" or a raised number."""
    if element.get("role") == "doc-noteref":
        return True
    link = element if element.tag == "a" else element.find("a")
    if link is None or element.tag not in ("a", "sup"):
        return False
    to = link.get("href", "")
    text = "".join(element.itertext()).strip()
    marks = re.fullmatch(r"\[?\(?(?:\d{1,3}|[*†‡]+)\)?\]?", text)
    return to.startswith("#") and marks is not None and NOTE.search(to[1:]) is not None
