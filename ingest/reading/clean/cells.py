"""Paragraphs framed as a table of one column: a page laid out as a table leaves bars around its text."""

from __future__ import annotations

import re
from collections import Counter

from ingest.reading.clean.glyphs import NOTHING, Glyphs

# "| Decision 3/2 |": one cell a row; a row of several is a table, and keeps its bars.
_CELL = re.compile(
    r"^[ \t]*\|(?=[^|\r\n]*\S[^|\r\n]*\|[ \t]*\r?$)[ \t]*|[ \t]*\|[ \t]*(?=\r?$)", re.M
)
_ROW = re.compile(r"^[ \t]*\|[^|\r\n]*\|[ \t]*$")


def unframe(text: Glyphs, counts: Counter[str]) -> Glyphs:
    """Without the bars of rows that are a single cell."""
    if "|" not in text.chars:
        return text
    pieces: list[Glyphs] = []
    for line, line_end in text.lines():
        if _ROW.match(line.chars):
            counts["table cell"] += 1
            line = line.substituted(_CELL, lambda _: NOTHING)[0]
        pieces += (line, line_end)
    return Glyphs.concatenated(pieces)
