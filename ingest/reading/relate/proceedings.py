"""Proceedings: what a report says the body had before it, considered, adopted, put off and decided."""

from __future__ import annotations

from ingest.reading.relate.adoptions import Adoptions
from ingest.reading.relate.chapters import ReportParagraph, report_paragraphs
from ingest.reading.relate.findings import Findings
from ingest.reading.relate.headed_items import relate_headed_items
from ingest.reading.relate.records import Records

BEHIND = 3  # characters between a symbol and the passage of the document: ", paragraph 93"


def relate_proceedings(findings: Findings) -> None:
    """Read the numbered paragraphs of a report, chapter by chapter."""
    if findings.outline.identity.kind != "report":
        return
    relate_headed_items(findings)
    adoptions, records = Adoptions(findings), Records(findings)
    for order, placed in enumerate(report_paragraphs(findings), start=1):
        _documents_of_chapter(findings, placed)
        adopted = adoptions.take(placed)
        _documentation(findings, placed, adopted)
        _deferral(findings, placed)
        if not adopted:
            records.take(placed, order)


def _documentation(findings: Findings, placed: ReportParagraph, adopted: frozenset[str]) -> None:
    """Documents that the body had before it or considered under an item; a mere mention is none."""
    paragraph = placed.paragraph
    for start, end in findings.sentences(paragraph):
        cues = findings.told("had-before", start, end) + findings.told("considered", start, end)
        if placed.before:
            cues.append((start, start))
        if not cues:
            continue
        first = min(cue[0] for cue in cues)
        # "the call set out in document …, paragraph 93": a passage is referred to, nothing lay before
        passages = [mention.start for mention in findings.within(start, end, "provision")]
        for mention in findings.within(start, end, "document"):
            target = mention.target
            if target is None or target in adopted or (mention.start < first and not placed.before):
                continue
            if any(mention.start <= passage <= mention.end + BEHIND for passage in passages):
                continue
            for item in placed.items:
                findings.edge(
                    "DOCUMENTATION", item, target, (start, end), "had-before-it",
                    paragraph=paragraph, suspect=mention.properties.get("suspect"),
                )  # fmt: skip


def _documents_of_chapter(findings: Findings, placed: ReportParagraph) -> None:
    """Documents listed below the title of a chapter: "Documentation: ECE/HBP/2021/4"."""
    heading = placed.heading
    if heading is None:
        return
    lists = [
        end for value, _, end in findings.cues("structure_heading", heading.start, heading.end)
        if value == "documents" and findings.text[end:].lstrip().startswith((":", "："))
    ]  # fmt: skip
    if not lists:
        return
    for mention in findings.within(lists[0], heading.end, "document"):
        for item in placed.items if mention.target else ():
            findings.edge(
                "DOCUMENTATION", item, str(mention.target), (mention.start, mention.end),
                "listed-under-chapter", paragraph=heading,
                suspect=mention.properties.get("suspect"),
            )  # fmt: skip


def _deferral(findings: Findings, placed: ReportParagraph) -> None:
    """What a body put off to a later session: documents and rules that the paragraph speaks of."""
    paragraph = placed.paragraph
    for start, end in findings.sentences(paragraph):
        cues = findings.told("deferred", start, end)
        sessions = (
            [m for m in findings.within(cues[0][0], end, "session") if m.target] if cues else []
        )
        if not sessions:
            continue
        deferred = [
            m for m in findings.within(paragraph.content, end, "document", "rule") if m.target
        ]
        for mention in deferred:
            findings.edge(
                "DEFERRED_TO",
                str(mention.target),
                str(sessions[0].target),
                (start, end),
                "deferred-in-report",
                paragraph=paragraph,
            )


def recorded(findings: Findings) -> frozenset[str]:
    """The report paragraphs that became provisions."""
    return frozenset(
        edge.target
        for edge in findings.edges
        if edge.type == "HAS_PROVISION" and edge.source.startswith("doc:")
    )
