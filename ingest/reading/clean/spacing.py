"""Spaces where chunks met: one between words, none before a stop or inside a bracket."""

from __future__ import annotations

import re
from collections import Counter

from ingest.reading.clean.glyphs import NOTHING, Glyphs

_TOO_MANY = re.compile(
    " +(?=[.،؛:)])|(?<=\\() +|(?<=‘) +(?=[0-9\u0660-\u0669])|(?<=[0-9\u0660-\u0669]) +(?=‘)"
    "|(?<=[\u0621-\u0652]) */ *(?=[\u0621-\u0652])|^ +| +$| {2,}"
    "|(?<=[\u0660-\u0669]) +(?=-)|(?<=[\u0660-\u0669]-) +(?=[\u0660-\u0669‘])"
    "|(?<= و) +(?=[0-9\u0660-\u0669])"
)
_MISSING = re.compile("(?<=[)،؛:])(?=[\u0621-\u064a])|(?<=[0-9\u0660-\u0669]-)(?=[\u0621-\u064a])")


def tidy(line: Glyphs, counts: Counter[str]) -> Glyphs:
    """The line with the spaces that print would have."""

    def narrow(match: re.Match[str]) -> Glyphs:
        found = line[match.start() : match.end()]
        if "/" in found.chars:
            at = found.chars.index("/")
            return found[at : at + 1]
        if len(found) > 1 and 0 < match.start() and match.end() < len(line):
            after = line.chars[match.end()]
            before = line.chars[match.start() - 1]
            if after not in ".،؛:)" and before not in "(":
                return found[:1]
        return NOTHING

    line, narrowed = line.substituted(_TOO_MANY, narrow)
    counts["spaces"] += narrowed
    line, widened = line.substituted(_MISSING, lambda _: Glyphs.inserted(" "))
    counts["missing space"] += widened
    return line
