"""Numbers before their word and brackets turned outwards, where all else stands in its place."""

from __future__ import annotations

import re

from ingest.reading.clean.glyphs import Glyphs

_NUMBER_BEFORE_WORD = re.compile(
    r"(?<![0-9\u0660-\u0669A-Za-z.-])(?<![0-9\u0660-\u0669A-Za-z]/)([0-9\u0660-\u0669]+(?:/[0-9\u0660-\u0669]+)?)"
    r"([\u0621-\u0652\u0670]{2,}|\u0648(?= ))"
)
_AND = "و"  # written together with what follows
_TURNED = re.compile(r"\)([^()]{1,60})\(")
_MIRROR = {ord("("): ")", ord(")"): "("}


def put_back(line: Glyphs) -> Glyphs:
    """`٣/٢المقرر` as `المقرر ٣/٢`, `)أ(` as `(أ)`, in their places."""

    def behind(match: re.Match[str]) -> Glyphs:
        word, number = line[match.start(2) : match.end(2)], line[match.start(1) : match.end(1)]
        space = Glyphs.inserted("" if match[2] == _AND else " ")
        return word + space + number

    line, _ = line.substituted(_NUMBER_BEFORE_WORD, behind)
    turned = turned_brackets(line.chars)
    mended, _ = line.substituted(_TURNED, lambda match: _mirrored(line, match))
    if turned_brackets(mended.chars) < turned:
        return mended
    for match in _TURNED.finditer(line.chars):
        mended = line[: match.start()] + _mirrored(line, match) + line[match.end() :]
        if turned_brackets(mended.chars) < turned:
            return mended
    return line


def _mirrored(line: Glyphs, match: re.Match[str]) -> Glyphs:
    return line[match.start() : match.end()].mapped(_MIRROR)


def turned_brackets(line: str) -> int:
    """How many brackets close what is not open, or are never closed."""
    turned = depth = 0
    for char in line:
        if char == "(":
            depth += 1
        elif char == ")":
            turned += depth == 0
            depth = max(0, depth - 1)
    return turned + depth
