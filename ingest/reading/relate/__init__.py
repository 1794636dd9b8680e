"""Relating: what one document says becomes nodes and edges, each edge with its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model.records import Remark
from ingest.packs import Packs
from ingest.reading.relate.adoptions import relate_adoption_dates
from ingest.reading.relate.citations import relate_citations, relate_nodes_named
from ingest.reading.relate.contents import relate_contents
from ingest.reading.relate.findings import Findings
from ingest.reading.relate.listed import relate_lists
from ingest.reading.relate.proceedings import relate_proceedings
from ingest.reading.relate.session_dates import relate_session_dates
from ingest.reading.relate.structure import relate_structure
from ingest.reading.relate.symbols import relate_symbols
from ingest.records import Mention, Outline, Reading, Source

UNSETTLED = ("decision", "article", "working group", "rule", "document")


def relate(source: Source, outline: Outline, mentions: Sequence[Mention], packs: Packs) -> Reading:
    """Turn an outline and the references in it into the reading of one document."""
    pack = packs.languages[outline.identity.language]
    findings = Findings(outline, mentions, pack, packs, source.checksum)
    relate_structure(findings)
    relate_contents(findings)
    relate_adoption_dates(findings)
    relate_session_dates(findings)
    relate_symbols(findings)
    relate_lists(findings)
    relate_proceedings(findings)
    relate_citations(findings)
    relate_nodes_named(findings)
    return Reading(
        name=source.name,
        checksum=source.checksum,
        media_type=source.media_type,
        identity=outline.identity,
        text=outline.text,
        nodes=tuple(findings.nodes),
        edges=tuple(findings.edges),
        mentions=tuple(mentions),
        paragraphs=outline.paragraphs,
        remarks=(*findings.remarks, *_remarks(outline, mentions)),
    )


def _remarks(outline: Outline, mentions: Sequence[Mention]) -> list[Remark]:
    """What the reader of the format noted, names that no pack settles, symbols that look misprinted."""
    remarks = [Remark("note", note, outline.identity.document) for note in outline.text.notes]
    for mention in mentions:
        suspect = mention.properties.get("suspect")
        if not suspect and (mention.target or mention.symbolic or mention.kind not in UNSETTLED):
            continue
        spans = outline.text.spans(mention.start, mention.end)
        remarks.append(
            Remark(
                kind="suspect" if suspect else "unresolved",
                message=f"{mention.kind} {mention.text!r}: "
                + (f"read as {mention.target}" if suspect else "not settled by the text"),
                document=outline.identity.document,
                span=(spans[0][0], spans[-1][1]) if spans else None,
                text=mention.text,
                guess=mention.target or (mention.candidates[0] if mention.candidates else None),
            )
        )
    return remarks
