"""Segmenting: one text becomes an outline of acts, provisions, agenda items, paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.packs import LanguagePack
from ingest.reading.segment.builder import OutlineBuilder
from ingest.reading.segment.enacting import find_single_acts
from ingest.reading.segment.markers import (
    FoldedText,
    Heading,
    Marker,
    find_headings,
    find_markers,
)
from ingest.reading.segment.preamble import part_preambles
from ingest.reading.segment.statements import part_statement
from ingest.reading.segment.tails import cut_tails
from ingest.records import Identity, Outline, Paragraph, Text

SENTENCE = re.compile(r"[.؟?!。](?:\s*\(\d{0,3}\))?(?=\s|$)")
HEADING_LENGTH = 220
COLLECTED = ("act", "agenda", "annotations")  # a document that has these is not one act
HEADED = ("title", "chapter", "section", "topic")  # roles of one paragraph only
WHOLE = ("operative", "preamble", "heading", "contents")


def segment(
    text: Text,
    identity: Identity,
    pack: LanguagePack,
    act_of: Callable[[str], str | None],
    session_of: Callable[[str], str | None],
) -> Outline:
    """See the structure of a repaired text.

    `act_of` names the decision in a heading, `session_of` the first session in a stretch of text.
    Every character that is not white space lies in exactly one paragraph of the outline.
    """
    folded = FoldedText(text.repaired)
    builder = OutlineBuilder(folded, pack, identity, act_of, session_of)
    events: list[tuple[int, int, Heading | Marker]] = []
    headings = find_headings(folded, pack)
    events += [(heading.start, 0, heading) for heading in headings]
    events += [(marker.start, 1, marker) for marker in find_markers(folded, pack)]
    if identity.kind == "act" or not any(heading.region in COLLECTED for heading in headings):
        acts = find_single_acts(folded, pack, identity.kind)
        events += [(heading.start, 0, heading) for heading in acts]
    for _, _, event in sorted(events, key=lambda event: event[:2]):
        if isinstance(event, Heading):
            builder.take_heading(event)
        else:
            builder.take_marker(event)
    paragraphs: list[Paragraph] = []
    for paragraph in builder.paragraphs():
        paragraphs += [
            _trimmed(piece, folded) for piece in _loosen(paragraph, folded) if _says(piece, folded)
        ]
    paragraphs = part_preambles(paragraphs, folded, pack)
    paragraphs = part_statement(paragraphs, folded, pack, identity)
    paragraphs = [_trimmed(piece, folded) for piece in cut_tails(paragraphs, folded, pack)]
    return Outline(
        text,
        identity,
        tuple(
            replace(
                paragraph,
                start=folded.back(paragraph.start),
                content=folded.back(paragraph.content),
                end=folded.back(paragraph.end - 1) + 1,
            )
            for paragraph in paragraphs
        ),
    )


def _loosen(paragraph: Paragraph, text: FoldedText) -> list[Paragraph]:
    """Take apart what no label separates: paragraphs at blank lines, headings behind a full stop."""
    if text.flowing:
        return _cut_heading(paragraph, text)
    pieces = []
    start, content = paragraph.start, paragraph.content
    while start < paragraph.end:
        end = text.blank_line(max(start, content), paragraph.end)
        first = start == paragraph.start
        piece = replace(paragraph, start=start, end=end, content=content)
        if not first:
            piece = replace(piece, label=None, role=None if piece.role in HEADED else piece.role)
            if piece.part in WHOLE or paragraph.role == "title":
                piece = replace(piece, part=_tail_part(piece, text), node=None)
        pieces.append(piece)
        start = end
        while start < paragraph.end and text.folded[start] == " ":
            start += 1
        content = start
    if paragraph.part in ("operative", "preamble"):
        return _rejoin(pieces, paragraph, text)
    return pieces


def _says(piece: Paragraph, text: FoldedText) -> bool:
    return bool(text.folded[piece.start : piece.end].strip())


def _trimmed(piece: Paragraph, text: FoldedText) -> Paragraph:
    """Without the white space around it."""
    start, end = piece.start, piece.end
    while text.folded[start] == " ":
        start += 1
    while text.folded[end - 1] == " ":
        end -= 1
    return replace(piece, start=start, content=min(max(piece.content, start), end), end=end)


def _tail_part(piece: Paragraph, text: FoldedText) -> str:
    return "heading" if _is_heading(text.folded[piece.start : piece.end]) else "other"


def _is_heading(folded: str) -> bool:
    return len(folded) <= HEADING_LENGTH and not folded.rstrip().endswith((".", ";", "؛", ":", ","))


def _rejoin(pieces: list[Paragraph], whole: Paragraph, text: FoldedText) -> list[Paragraph]:
    """A provision goes on over blank lines (PDF pages); only headings at its very end are cut off."""
    kept = len(pieces)
    while (
        kept > 1
        and pieces[kept - 1].part == "heading"
        and _ends(text.folded[: pieces[kept - 2].end])
    ):
        kept -= 1
    return [replace(whole, end=pieces[kept - 1].end), *pieces[kept:]]


def _ends(folded: str) -> bool:
    return folded.rstrip().endswith((".", ";", "؛"))


def _cut_heading(paragraph: Paragraph, text: FoldedText) -> list[Paragraph]:
    """In text without lines, words behind the last full stop of a paragraph are the next heading."""
    if paragraph.part not in ("operative", "report", "annex", "agenda") or paragraph.role in (
        "documents before",
    ):
        return [paragraph]
    folded = text.folded[paragraph.content : paragraph.end]
    ends = [match.end() for match in SENTENCE.finditer(folded)]
    if not ends or not _is_heading(folded[ends[-1] :].strip()) or not folded[ends[-1] :].strip():
        return [paragraph]
    cut = paragraph.content + ends[-1]
    start = cut + len(text.folded[cut:]) - len(text.folded[cut:].lstrip())
    heading = Paragraph(start, paragraph.end, "heading", start, act=paragraph.act)
    return [replace(paragraph, end=cut), heading]
