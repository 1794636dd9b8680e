"""Words with a space inside, and words cut at the end of a line: both halves put together."""

from __future__ import annotations

import re

from ingest.reading.clean.glyphs import Glyphs
from ingest.reading.clean.vocabulary import WORD, Vocabulary, bare

_LAST_WORD = re.compile("[\u0621-\u0652\u0670]+$")
_LONGEST = 40  # letters and signs that a word may have
_STOPS = re.compile("[.،؛:)]*")
_LINE_END = re.compile(r" *(?:\r?\n|\r) *")


def join(text: Glyphs, vocabulary: Vocabulary) -> tuple[Glyphs, int]:
    """`بروتو كول` to بروتوكول; and how often."""
    words = list(WORD.finditer(text.chars))
    pieces: list[Glyphs] = []
    start = count = 0
    previous: re.Match[str] | None = None
    for word in words:
        if (
            previous is not None
            and text.chars[previous.end() : word.start()] == " "
            and vocabulary.halves(bare(previous[0]), bare(word[0]))
        ):
            pieces.append(text[start : previous.end()])
            start = word.start()
            count += 1
            previous = None
            continue
        previous = word
    return (Glyphs.concatenated((*pieces, text[start:])), count) if count else (text, 0)


def join_across_lines(text: Glyphs, vocabulary: Vocabulary) -> tuple[Glyphs, int]:
    """A word cut at a line end, whole on the line where it begins; and how often."""
    pieces: list[Glyphs] = []
    start = count = 0
    for line_end in _LINE_END.finditer(text.chars):
        head = _LAST_WORD.search(
            text.chars[max(start, line_end.start() - _LONGEST) : line_end.start()]
        )
        tail = WORD.match(text.chars, line_end.end())
        if not head or not tail or not vocabulary.halves(bare(head[0]), bare(tail[0])):
            continue
        stops = _STOPS.match(text.chars, tail.end())
        end = stops.end() if stops else tail.end()
        pieces += (text[start : line_end.start()], text[line_end.end() : end])
        pieces.append(text[line_end.start() : line_end.end()])
        start = end + (text.chars[end : end + 1] == " ")
        count += 1
    return (Glyphs.concatenated((*pieces, text[start:])), count) if count else (text, 0)
