"""Spaces where chunks met: one between words, none before a stop or inside a bracket."""

from __future__ import annotations

import re
from collections import Counter

from ingest.reading.clean.glyphs import NOTHING, Glyphs

_TOO_MANY = re.compile(
    " +(?=[.،؛:)])|(?<=\\() +|(?<=‘) +(?=[0-9\u0660-\u0669])|(?<=[0-9\u0660-\u0669]) +(?=‘)"
    "|(?<=[\u0621-\u0652]) */ *(?=[\u0621-\u0652])|^ +| +$| {2,}"
    "|(?<=[\u0660-\u0669]) +(?=-)|(?<=[\u0660-\u0669]-) +(?=[\u0660-\u0669‘])"
    "|(?:(?<= و)|(?<=^و)) +(?=[0-9A-Z\u0660-\u0669\u0621-\u064a])"
)
_MISSING = re.compile(
    "(?<=[)،؛:])(?=[\u0621-\u064a])|(?<=[0-9\u0660-\u0669]-)(?=[\u0621-\u064a])|(?<=\\))(?=‘)|(?<=\\)-)(?=[\u0621-\u064a])"
)
_QUOTE = re.compile(' *(?P<mark>") *')


def tidy(line: Glyphs, counts: Counter[str]) -> Glyphs:
    """The line with the spaces that print would have."""

    def narrow(match: re.Match[str]) -> Glyphs:
        found = line[match.start() : match.end()]
        if "/" in found.chars:
            at = found.chars.index("/")
            return found[at : at + 1]
        if len(found) > 1 and match.start() > 0 and match.end() < len(line):
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


class Quotations:
    """Spaces around straight quotation marks, which are opened and closed alike."""

    def __init__(self) -> None:
        self._open = False

    def tidy(self, line: Glyphs) -> Glyphs:
        """The line with a space before each opening mark and after each closing one."""
        pieces: list[Glyphs] = []
        start = 0
        for match in _QUOTE.finditer(line.chars):
            mark = line[match.start("mark") : match.end("mark")]
            pieces.append(line[start : match.start()])
            before, after = (
                line[match.start() : match.start("mark")],
                line[match.end("mark") : match.end()],
            )
            self._open = not self._open
            outer = before if self._open else after
            space = outer[:1] or after[:1] or before[:1] or Glyphs.inserted(" ")
            at_edge = match.start() == 0 if self._open else match.end() == len(line)
            stop = line.chars[match.end() : match.end() + 1] in tuple("،.؛:)")
            if self._open:
                pieces += [mark] if at_edge else [space, mark]
            else:
                pieces += [mark] if at_edge or stop else [mark, space]
            start = match.end()
        return Glyphs.concatenated((*pieces, line[start:])) if pieces else line
