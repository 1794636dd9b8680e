"""Segmenting: one text becomes an outline of acts, provisions, agenda items, paragraphs and lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.packs import LanguagePack
from ingest.reading.segment.behind_contents import part_contents
from ingest.reading.segment.builder import OutlineBuilder
from ingest.reading.segment.enacting import find_single_acts
from ingest.reading.segment.loosening import loosen, trimmed
from ingest.reading.segment.markers import (
    FoldedText,
    Heading,
    Marker,
    find_footnotes,
    find_headings,
    find_markers,
)
from ingest.reading.segment.outlining import Outlining
from ingest.reading.segment.preamble import part_preambles
from ingest.reading.segment.statements import part_statement
from ingest.reading.segment.tails import cut_tails
from ingest.records import Identity, Outline, Paragraph, Text

COLLECTED = ("act", "agenda", "annotations")  # a document that has these is not one act


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
    builder = OutlineBuilder(Outlining(folded, pack, identity, act_of, session_of))
    events: list[tuple[int, int, Heading | Marker]] = []
    headings = [*find_footnotes(folded), *find_headings(folded, pack)]
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
        whole = paragraph.part == "contents" and not folded.flowing
        parted = part_contents(paragraph, folded, identity.document) if whole else (paragraph,)
        for piece in parted:
            paragraphs += loosen(piece, folded)
    paragraphs = part_preambles(paragraphs, folded, pack)
    paragraphs = part_statement(paragraphs, folded, pack, identity)
    paragraphs = [trimmed(piece, folded) for piece in cut_tails(paragraphs, folded, pack)]
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
