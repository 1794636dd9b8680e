"""Text behind a table of contents whose paragraphs have no number that ends the table.

Sections of a programme budget number their paragraphs by section (13.1, 13.2), and some reports number
none: the table ends where running text begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.segment.enacting import lines_between
from ingest.reading.segment.markers import FoldedText
from ingest.records import Paragraph

PROSE = 220  # characters: longer than the entry of a table of contents
NUMBER = re.compile(r"(?P<label>\d{1,3}\.\d{1,3})\.?\s+(?=\D)")  # "13.24 The list below …"
ENTRY = re.compile(r"[\d|]\s*$")  # a page, or the bar of a cell, ends an entry
POINT = re.compile(r"\((?P<letter>[a-z])\)\s")  # of the numbered paragraph above
FULL_STOP = re.compile(r"(?<=\w\w)[.。؟?](?:\s|$)")  # not that of "A." or "I."
GOES_ON = (";", "؛", "；", ":", "：", ",", "،")
ROW = "|"


def part_contents(paragraph: Paragraph, text: FoldedText, document: str) -> Iterator[Paragraph]:
    """A table of contents, and the paragraphs behind it that the builder took for its end.

    A paragraph with a number by section keeps it as its label; rows that follow each other stay
    together. Where lines are broken at a width, nothing is parted.
    """
    lines = list(lines_between(text, paragraph.start, paragraph.end))
    prose = next((place for place, line in enumerate(lines) if _is_prose(*line, text)), None)
    if prose is None or text.wrapped:
        yield paragraph
        return
    while prose > 1 and not ENTRY.search(text.folded, *lines[prose - 1]):
        prose -= 1  # headings above the first paragraph
    yield replace(paragraph, end=lines[prose - 1][1])
    rows: Paragraph | None = None
    last = ""
    for start, end in lines[prose:]:
        if text.folded.startswith(ROW, start):
            rows = replace(rows, end=end) if rows else _piece(paragraph, start, end, "other")
            continue
        if rows:
            yield rows
            rows = None
        if number := NUMBER.match(text.folded, start, end):
            last = number["label"]
            yield _labelled(paragraph, start, end, number.end(), last, document)
        elif last and (point := POINT.match(text.folded, start, end)):
            label = f"{last}.{point['letter']}"
            yield _labelled(paragraph, start, end, point.end(), label, document)
        else:
            yield _piece(paragraph, start, end, _part(text.folded[start:end]))
    if rows:
        yield rows


def _part(line: str) -> str:
    prosaic = len(line) > PROSE or FULL_STOP.search(line) or line.endswith(GOES_ON)
    return "other" if prosaic else "heading"


def _labelled(
    contents: Paragraph, start: int, end: int, content: int, label: str, document: str
) -> Paragraph:
    piece = _piece(contents, start, end, "report")
    return replace(piece, content=content, label=label, act=document)


def _piece(contents: Paragraph, start: int, end: int, part: str) -> Paragraph:
    return replace(contents, start=start, content=start, end=end, part=part, role=None)


def _is_prose(start: int, end: int, text: FoldedText) -> bool:
    return (
        end - start > PROSE
        and not text.folded.startswith(ROW, start)
        and FULL_STOP.search(text.folded, start, end) is not None
    )
