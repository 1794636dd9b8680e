"""Proceedings: what a report says the body had before it, considered, adopted, put off and decided."""

from __future__ import annotations

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
    records = Records(findings)
    for order, placed in enumerate(report_paragraphs(findings), start=1):
        _documents_of_chapter(findings, placed)
        adopted = _adoption(findings, placed)
        _documentation(findings, placed, adopted)
        _deferral(findings, placed)
        if not adopted:
            records.take(placed, order)


def _adoption(findings: Findings, placed: ReportParagraph) -> frozenset[str]:
    """The drafts that a paragraph says were adopted: DRAFT_OF, UNDER and ADOPTED_AT follow."""
    paragraph = placed.paragraph
    start, end = paragraph.content, paragraph.end
    drafts, acts = findings.told("draft", start, end), findings.told("text-of-act", start, end)
    if not drafts or not acts or not findings.told("adopted", start, end):
        return frozenset()
    act = next((m.target for m in findings.within(acts[-1][0], end, "decision") if m.target), None)
    documents = [m for m in findings.within(drafts[0][1], end, "document") if m.target]
    if act is None or not documents:
        return frozenset()
    draft = str(documents[0].target)
    place = (start, end)
    findings.edge("DRAFT_OF", draft, act, place, "draft-adopted", paragraph=paragraph)
    for item in placed.items:
        findings.edge("UNDER", act, item, place, "adopted-in-chapter-of-item", paragraph=paragraph)
    title = quoted(findings, drafts[0][1], documents[0].start)
    if title:
        language = findings.outline.identity.language
        findings.node(draft, "document", title={language: title})
        findings.node(act, "decision", title={language: title})
    identity = findings.outline.identity
    meetings = [m.symbolic for m in findings.within(start, end, "meeting") if m.symbolic]
    findings.edge(
        "ADOPTED_AT", act, f"session:{identity.body}/{identity.session}", place, "draft-adopted",
        paragraph=paragraph, date=findings.date(start, end),
        meeting=str(meetings[0]["meetings"][0]) if meetings and meetings[0].get("meetings") else None,
    )  # fmt: skip
    return frozenset({draft})


def quoted(findings: Findings, start: int, end: int) -> str | None:
    """The words between the first quotation marks of a stretch."""
    stretch = findings.text[start:end]
    for opening, closing in (('"', '"'), ("“", "”"), ("«", "»")):
        first = stretch.find(opening)
        last = stretch.find(closing, first + 1) if first >= 0 else -1
        if last > first:
            return findings.words(start + first + 1, start + last)
    return None


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
