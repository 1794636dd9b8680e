"""Repair of damaged text: from the characters of a file to a text that can be read."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from functools import partial

from ingest.reading.clean import cells, folding, hyphens, pages, spacing, split_words
from ingest.reading.clean.damage import damage
from ingest.reading.clean.fluency import Fluency
from ingest.reading.clean.glyphs import Glyphs
from ingest.reading.clean.ligatures import Ligatures
from ingest.reading.clean.signs import share_in_visual_order, signs
from ingest.reading.clean.visual_order import VisualOrder
from ingest.reading.clean.vocabulary import WORD, Vocabulary, bare
from ingest.reading.clean.words_in_pieces import orders, rejoin_torn_kashida
from ingest.records import Repair, Text

_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")

# What looks damaged in clean text by chance: less than one word in a thousand.
_CHANCE = 0.001
# So many lines tell in what order a document was extracted.
_SAMPLE = 40


def clean(original: str, *, paged: bool = True) -> Text:
    """The text with its damage repaired, and the way back to every character of the file.

    In every language the layout of pages goes (but for a text of lines that do not belong together,
    where `paged` is false): heads and numbers of pages, bars around single cells, hyphens at line
    ends; footnotes move behind the paragraph that they stand in, each block between two form feeds.
    In Arabic these folds are always made:
    presentation forms become the letters they stand for (NFKC: `ﻫ` to `ه`), kashida is dropped,
    Arabic-Indic digits become ASCII digits. All else is done only where the text shows signs of
    that kind of damage, more often than clean texts show them by chance: lines in visual order,
    words split by a space or a line end, dropped ligatures.

    Line ends stay where they stand in the file; the rest of a word that was cut at one moves up to
    its beginning. `repairs` counts what was done, by kind. `trust` is 1 for a text that needed
    folds alone, else the share of its words, after repair, that are words.
    """
    counts: Counter[str] = Counter()
    text, trust = Glyphs(original, tuple(range(len(original)))), 1.0
    if paged:
        for step in (cells.unframe, pages.join, hyphens.rejoin):
            text = step(text, counts)
    if _ARABIC.search(original):
        text, trust = _arabic(text, counts)
    if not any(counts.values()):
        return Text.unchanged(original)
    repairs = tuple(Repair(step, count) for step, count in sorted(counts.items()) if count)
    return Text(original, text.chars, array("i", text.origins), repairs, trust)


def _arabic(text: Glyphs, all_counts: Counter[str]) -> tuple[Glyphs, float]:
    """The text with Arabic folds and repairs, and the share of its words that are words."""
    counts: Counter[str] = Counter()
    text = folding.letters(text, counts)
    share = share_in_visual_order(text.chars.split("\n"))
    if not share:
        text = folding.kashida(text, counts)
    vocabulary = Vocabulary(folding.KASHIDA.sub("", text.chars).split("\n"))
    ligatures = Ligatures(damage(), vocabulary)
    if share:
        counts["kashida"] += len(folding.KASHIDA.findall(text.chars))
        order = VisualOrder(vocabulary, Fluency(vocabulary, ligatures.cost, damage()))
        text = _in_reading_order(text, order, ligatures, counts)
    enough = 0 if share else vocabulary.size * _CHANCE
    for step, repair in (
        ("word split by a space", partial(split_words.join, vocabulary=vocabulary)),
        ("word cut at a line end", partial(split_words.join_across_lines, vocabulary=vocabulary)),
        # last: half a word may look like one that lost a ligature
        ("dropped ligature", ligatures.restore),
    ):
        repaired, count = repair(text)
        if count > enough:
            text = repaired
            counts[step] += count
    damaged = any(count for step, count in counts.items() if step not in folding.DECLARED)
    trust = vocabulary.share_known(text.chars) if damaged else 1.0
    text = folding.digits(text, counts)
    all_counts.update(counts)
    return text, trust


def _in_reading_order(
    text: Glyphs, order: VisualOrder, ligatures: Ligatures, counts: Counter[str]
) -> Glyphs:
    """The lines in reading order, one after the other: each may go on the one before it."""
    marked = [line for line, _ in text.lines() if signs(line.chars)]
    order.learn_order(
        folding.kashida(line, Counter()) for line in marked[:: len(marked) // _SAMPLE + 1]
    )
    lines: list[tuple[list[Glyphs], Glyphs]] = []
    for line, line_end in text.lines():
        line, torn = rejoin_torn_kashida(line)
        ways = [folding.kashida(way, Counter()) for way in orders(line, ligatures.cost)]
        counts["kashida torn off its word"] += torn
        counts["word in pieces"] += len(ways) > 1
        lines.append((ways, line_end))
    draft = _read(lines, order)
    order.learn_words([(way.chars, read.chars) for way, read, _ in draft])
    quotations = spacing.Quotations()
    pieces: list[Glyphs] = []
    for way, read, line_end in _read(lines, order):
        counts["line in visual order"] += read.chars.split() != way.chars.split()
        pieces += (quotations.tidy(spacing.tidy(read, counts)), line_end)
    return Glyphs.concatenated(pieces)


def _read(
    lines: list[tuple[list[Glyphs], Glyphs]], order: VisualOrder
) -> list[tuple[Glyphs, Glyphs, Glyphs]]:
    """Of each line the way that reads best, how it then reads, and its line end."""
    before = ""
    found: list[tuple[Glyphs, Glyphs, Glyphs]] = []
    for ways, line_end in lines:
        readings = [(order.read(way, before), way) for way in ways]
        (read, _), way = max(readings, key=lambda reading: reading[0][1])
        if read.chars.strip():
            words = WORD.findall(read.chars)
            ending = read.chars.rstrip()
            before = bare(words[-1]) if words and ending.endswith(words[-1]) else ""
        found.append((way, read, line_end))
    return found
