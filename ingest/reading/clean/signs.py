"""Signs of damage: whether a text was extracted from a page in visual order, and where."""

from __future__ import annotations

import re

_LETTER = "\u0621-\u064a"
_DIGIT = "0-9\u0660-\u0669"
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\) ?[{_LETTER}]{{1,2}}\u0640? ?\(",  # a label in turned brackets: )أ(
        rf"(?<![A-Za-z{_DIGIT}./-])[{_DIGIT}][{_DIGIT}/]*[{_LETTER}]{{2}}",  # number before word: ٣/٢المقرر
        rf"^\s*[.،؛:]\s*[{_LETTER}]",  # a line that begins with the stop of its end
        rf"(?<=[{_LETTER}])\s+[.،؛:][{_LETTER}]",  # a stop joined to the wrong word
        rf"(?<![{_LETTER}\u0640])\u0640+[{_LETTER}]",  # a suffix torn from its word
        rf"[{_LETTER}]\s*-[{_DIGIT}]+\s*$",  # the label of the line at its end
        r"^[^()]*\)[^()]*\([^()]*$",  # brackets turned outwards
    )
)
# A printed line; a longer one is a paragraph, in which a sign weighs less.
_LINE = 120
# Clean files hold such an oddity now and then: in less than one of twenty lines.
_SHARE = 0.05


def signs(line: str) -> int:
    """How many signs of visual order the line shows."""
    return sum(1 for sign in _SIGNS for _ in sign.finditer(line))


def share_in_visual_order(lines: list[str]) -> float:
    """Which share of the printed lines shows signs of visual order; 0 if hardly any."""
    written = marked = 0.0
    for line in lines:
        if line.strip():
            length = max(1.0, len(line) / _LINE)
            written += length
            marked += min(length, signs(line))
    share = marked / written if written else 0.0
    return share if share >= _SHARE else 0.0
