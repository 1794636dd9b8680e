"""Spaces where chunks met: one between words, none before a stop or inside a bracket."""

from __future__ import annotations

import re
from collections import Counter

from ingest.reading.clean.glyphs import Glyphs

_LETTER = "\u0621-\u0652\u0670"
_INDIC = "\u0660-\u0669"
_DIGIT = "0-9" + _INDIC
_NO_SPACE = re.compile(
    "|".join(
        (
            "^ +| +$",
            " +(?=[.،؛:)])",  # before a stop or a closing bracket
            r"(?<=\() +",
            rf"(?<=‘) +(?=[{_DIGIT}])|(?<=[{_DIGIT}]) +(?=‘)",  # `‘ ٦‘`
            rf"(?<=[{_LETTER}]) +(?=/)|(?<=[{_LETTER}]/) +",  # تشرين الأول / أكتوبر
            # `١ -`, `٨- ١٧`: only Arabic-Indic digits, from which a hyphen parts in visual order
            rf"(?<=[{_INDIC}]) +(?=-)|(?<=[{_INDIC}]-) +(?=[{_INDIC}‘])",
            rf"(?:(?<= و)|(?<=^و)) +(?=[A-Z{_DIGIT}{_LETTER}])",  # the particle and its word
        )
    )
)
_WIDE = re.compile(" {2,}")
_MISSING = re.compile(
    "|".join(
        (
            rf"(?<=[)،؛:])(?=[{_LETTER}])",
            rf"(?<=[{_DIGIT})]-)(?=[{_LETTER}])",  # a label and what it opens
            r"(?<=\))(?=‘)",
        )
    )
)
_QUOTATION = re.compile(' *" *')
_STOPS = tuple("،.؛:)")


def tidy(line: Glyphs, counts: Counter[str]) -> Glyphs:
    """The line with the spaces that print would have; what was changed is counted."""
    line, dropped = line.without(_NO_SPACE)
    line, narrowed = line.substituted(_WIDE, lambda gap: line[gap.start() : gap.start() + 1])
    line, widened = line.substituted(_MISSING, lambda _: Glyphs.inserted(" "))
    counts["space too many"] += dropped + narrowed
    counts["missing space"] += widened
    return line


class Quotations:
    """Spaces around straight quotation marks, which are opened and closed alike."""

    def __init__(self) -> None:
        self._open = False

    def tidy(self, line: Glyphs) -> Glyphs:
        """The line with a space before each opening mark and after each closing one."""

        def placed(match: re.Match[str]) -> Glyphs:
            self._open = not self._open
            found = line[match.start() : match.end()]
            at = found.chars.index('"')
            mark, spaces = found[at : at + 1], found[:at] + found[at + 1 :]
            space = spaces[:1] if len(spaces) else Glyphs.inserted(" ")
            if self._open:
                return mark if match.start() == 0 else space + mark
            ends = match.end() == len(line) or line.chars.startswith(_STOPS, match.end())
            return mark if ends else mark + space

        return line.substituted(_QUOTATION, placed)[0]
