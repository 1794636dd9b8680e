"""Operative paragraphs without numbers: told by the verb with which their line begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.packs import LanguagePack
from ingest.reading.segment.markers import FoldedText
from ingest.records import Paragraph

QUALIFIERS = 3  # words that may stand before the verb: "also strongly urges"


def number_operative_lines(
    paragraphs: Sequence[Paragraph], text: FoldedText, pack: LanguagePack
) -> list[Paragraph]:
    """Count the operative paragraphs of acts that number none (1, 2, 3 …), where text keeps lines.

    An act of which only a preamble was seen holds them at its end: from the first line that begins
    with an operative verb. A line that begins with none goes with the paragraph before it.
    """
    labelled = {paragraph.act for paragraph in paragraphs if paragraph.label}
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.part != "preamble" or paragraph.act in labelled or text.flowing:
            found.append(paragraph)
        else:
            found += _split(paragraph, text, pack)
    return found


def _split(paragraph: Paragraph, text: FoldedText, pack: LanguagePack) -> list[Paragraph]:
    pieces = [paragraph]
    for start in text.line_starts:
        if not paragraph.start < start < paragraph.end:
            continue
        first, end = text.line_at(start)
        if first < end and _begins_with_verb(text.folded[first:end], pack):
            label = str(len(pieces))
            pieces[-1] = replace(pieces[-1], end=first)
            pieces.append(
                replace(
                    paragraph, start=first, content=first, part="operative",
                    label=label, node=f"{paragraph.act}#{label}",
                )
            )  # fmt: skip
    return pieces


def _begins_with_verb(line: str, pack: LanguagePack) -> bool:
    """Whether an operative verb stands first in a line, but for words such as «also», "strongly"."""
    opening = " ".join(line.split()[: QUALIFIERS + 4])
    for cue in pack.cues("action"):
        match = cue.pattern.search(opening)
        if match and match.lastgroup != "past":
            before = opening[: match.start()]
            if len(before.split()) <= QUALIFIERS and "," not in before:
                return True
    return False
