"""What stands below the last sentence of a paragraph: headings of what follows, notes of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.packs import LanguagePack
from ingest.reading.segment.enacting import lines_between
from ingest.reading.segment.markers import TERMINAL, FoldedText
from ingest.records import Paragraph

PARTS = ("operative", "annex", "report")
LONGEST_HEADING = 220  # characters
MOST_LINES = 4  # of headings one below the other
RULE = re.compile(r"[_‗—–-]{3,}")  # the line above the notes of a page


def cut_tails(
    paragraphs: list[Paragraph], text: FoldedText, pack: LanguagePack
) -> Iterator[Paragraph]:
    """Cut off what paragraphs of acts and reports have below their end, in text that keeps its lines.

    No label opens a heading such as "Follow-up and review", nor notes below a rule.
    """
    joined = pack.anywhere(r"[;؛,،]\s*{link}\s*\Z")
    for paragraph in paragraphs:
        if text.flowing or not paragraph.act or paragraph.part not in PARTS:
            yield paragraph
            continue
        lines = list(lines_between(text, paragraph.start, paragraph.end))
        ends = [_ends(text.folded[start:end], joined) for start, end in lines]
        notes = next(
            (at for at in range(1, len(lines)) if ends[at - 1] and RULE.fullmatch(_at(text, lines[at]))),
            len(lines),
        )  # fmt: skip
        last = max((at + 1 for at in range(notes) if ends[at]), default=notes)
        headings = lines[last:notes]
        if len(headings) > MOST_LINES or not all(_is_heading(text, line) for line in headings):
            last = notes
        yield replace(paragraph, end=lines[last - 1][1])
        for start, end in lines[last:notes]:
            act = paragraph.act if paragraph.part != "report" else None
            yield Paragraph(start, end, "heading", start, act=act)
        if notes < len(lines):
            start, end = lines[notes][0], lines[-1][1]
            yield Paragraph(start, end, "other", start, act=paragraph.act, role="notes")


def _at(text: FoldedText, line: tuple[int, int]) -> str:
    return text.folded[line[0] : line[1]]


def _ends(line: str, joined: re.Pattern[str]) -> bool:
    """Whether a line ends a paragraph or a point: "…;", "…; and", but not "… by:"."""
    return (line[-1] in TERMINAL and line[-1] not in ":：") or joined.search(line) is not None


def _is_heading(text: FoldedText, line: tuple[int, int]) -> bool:
    first, last = text.text[text.back(line[0])], text.folded[line[1] - 1]
    short = line[1] - line[0] <= LONGEST_HEADING
    return short and last not in TERMINAL and not first.islower() and first not in "([•-–"
