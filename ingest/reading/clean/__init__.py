"""Repair of damaged Arabic text: from the characters of a file to a text that can be read."""

from __future__ import annotations

import re
from array import array
from collections import Counter

from ingest.reading.clean import folding, spacing
from ingest.reading.clean.damage import damage
from ingest.reading.clean.glyphs import Glyphs
from ingest.reading.clean.ligatures import Ligatures
from ingest.reading.clean.signs import share_in_visual_order
from ingest.reading.clean.visual_order import VisualOrder
from ingest.reading.clean.vocabulary import WORD, Vocabulary, bare
from ingest.reading.clean.words_in_pieces import orders, rejoin_torn_kashida
from ingest.records import Repair, Text

_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")


def clean(original: str) -> Text:
    """The text with its damage repaired, and the way back to every character of the file.

    A text without Arabic letters comes back as it is. In Arabic these folds are always made:
    presentation forms become the letters they stand for (NFKC: `ﻫ` to `ه`), kashida is dropped,
    Arabic-Indic digits become ASCII digits. All else is done only where the text shows signs of
    having been extracted from a page in visual order.
    """
    if not _ARABIC.search(original):
        return Text.unchanged(original)
    counts: Counter[str] = Counter()
    text = Glyphs(original, tuple(range(len(original))))
    text = folding.letters(text, counts)
    trust = 1.0
    lines = text.chars.split("\n")
    if share := share_in_visual_order(lines):
        text, trust = _repaired(text, share, counts)
    text = folding.kashida(text, counts)
    text = folding.digits(text, counts)
    if not counts:
        return Text.unchanged(original)
    repairs = tuple(Repair(step, count) for step, count in sorted(counts.items()) if count)
    return Text(original, text.chars, array("i", text.origins), repairs, trust)


def _repaired(text: Glyphs, share: float, counts: Counter[str]) -> tuple[Glyphs, float]:
    """The text in reading order, its words whole; and the share of its words that are words."""
    plain = folding.kashida(text, Counter())
    vocabulary = Vocabulary(plain.chars.split("\n"))
    ligatures = Ligatures(damage(), vocabulary)
    order = VisualOrder(vocabulary, ligatures.cost, damage(), share)
    quotations = spacing.Quotations()
    before = ""
    pieces: list[Glyphs] = []
    for line, line_end in text.lines():
        line, torn = rejoin_torn_kashida(line)
        ways = orders(line, ligatures.whole)
        readings = [order.read(folding.kashida(way, Counter()), before) for way in ways]
        line_read, _, chunks = max(readings, key=lambda reading: reading[1])
        line_read = quotations.tidy(spacing.tidy(line_read, counts))
        line_read = _restored(line_read, ligatures, counts)
        counts["kashida torn off its word"] += torn
        counts["word in pieces"] += ways[0] is not line
        counts["line in visual order"] += chunks > 1
        if line_read.chars.strip():
            words = WORD.findall(line_read.chars)
            before = bare(words[-1]) if words and line_read.chars.endswith(words[-1]) else ""
        pieces += (line_read, line_end)
    result = Glyphs.concatenated(pieces)
    words = [bare(word) for word in WORD.findall(result.chars)]
    known = sum(1 for word in words if vocabulary.knows(word))
    return result, round(known / len(words), 3) if words else 1.0


def _restored(line: Glyphs, ligatures: Ligatures, counts: Counter[str]) -> Glyphs:
    def restore(match: re.Match[str]) -> Glyphs | None:
        found = ligatures.restored(match[0])
        if found is None:
            return None
        place, letters = found
        word = line[match.start() : match.end()]
        return word[:place] + Glyphs.inserted(letters) + word[place:]

    line, count = line.substituted(WORD, restore)
    counts["dropped ligature"] += count
    return line
