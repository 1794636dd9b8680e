"""Adoptions: which decisions a report says were adopted, from which drafts, and where their text stands."""

from __future__ import annotations

from graph.model.folding import fold
from graph.model.ids import session_of
from ingest.reading.relate.chapters import ReportParagraph
from ingest.reading.relate.findings import Findings
from ingest.reading.segment.agenda import likeness
from ingest.records import Mention

NEXT = 12  # characters from "adopted" to the decision that was
SAME_TITLE = 0.8
TRIM = " \t\n:;.,–-"


class Adoptions:
    """Reads what was adopted, paragraph by paragraph, and remembers the drafts presented before."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.drafts: list[tuple[str, str]] = []  # folded title and document

    def take(self, placed: ReportParagraph) -> frozenset[str]:
        """Read a paragraph; the drafts that it says were adopted, so that they lay not only before."""
        adopted = _adopted_draft(self.findings, placed)
        if not adopted:
            self._remember_drafts(placed)
            self._adopted_decisions(placed)
        return adopted

    def _remember_drafts(self, placed: ReportParagraph) -> None:
        """ "The Chair presented the draft decision on lamps (ECE/MP.WAT/2031/4)"."""
        findings, paragraph = self.findings, placed.paragraph
        for _, end in findings.told("draft", paragraph.content, paragraph.end):
            title, behind = self._title(end, paragraph.end)
            if title and behind:
                self.drafts.append((fold(title), str(behind[0].target)))

    def _adopted_decisions(self, placed: ReportParagraph) -> None:
        """ "Adopted decision IX/1 on lamps (see ECE/MP.WAT/63/Add.2)": decisions of this session."""
        findings, paragraph = self.findings, placed.paragraph
        identity = findings.outline.identity
        own = {f":{identity.body}/{when}/" for when in (identity.session, findings.year) if when}
        for _, end in findings.told("adopted", paragraph.content, paragraph.end):
            for mention in findings.within(end, min(end + NEXT, paragraph.end), "decision"):
                act = str(mention.target)
                if any(part in act for part in own):
                    self._adopted(placed, act, mention)

    def _adopted(self, placed: ReportParagraph, act: str, mention: Mention) -> None:
        findings, paragraph = self.findings, placed.paragraph
        identity = findings.outline.identity
        start, end = findings.sentence_of(mention, paragraph)
        title, behind = self._title(mention.end, end)
        language = findings.outline.identity.language
        findings.node(act, "decision", title={language: title} if title else None)
        findings.edge(
            "ADOPTED_AT", act, f"session:{identity.body}/{identity.session}", (start, end),
            "adopted-by-number", paragraph=paragraph, date=findings.date(start, end),
        )  # fmt: skip
        for item in placed.items:
            findings.edge(
                "UNDER", act, item, (start, end), "adopted-in-chapter-of-item", paragraph=paragraph
            )
        if behind:
            findings.edge(
                "CONTAINED_IN", act, str(behind[0].target), (start, end), "text-of-act",
                paragraph=paragraph,
            )  # fmt: skip
        like = [(likeness(fold(title), known), draft) for known, draft in self.drafts if title]
        if like and max(like)[0] >= SAME_TITLE:
            findings.edge(
                "DRAFT_OF", max(like)[1], act, (start, end), "draft-of-title", paragraph=paragraph
            )

    def _title(self, start: int, end: int) -> tuple[str, list[Mention]]:
        """The words up to the next bracket, and the documents that it holds."""
        findings = self.findings
        opening = findings.text.find("(", start, end)
        closing = findings.text.find(")", opening, end) if opening >= 0 else -1
        if closing < 0:
            return "", []
        about = [
            last for _, first, last in findings.cues("title_matter", start, opening)
            if not findings.text[start:first].strip()
        ]  # fmt: skip
        title = findings.words(max([start, *about]), opening).strip(TRIM)
        documents = findings.within(opening, closing, "document")
        return title, [mention for mention in documents if mention.target]


def _adopted_draft(findings: Findings, placed: ReportParagraph) -> frozenset[str]:
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
    findings.edge(
        "ADOPTED_AT", act, f"session:{identity.body}/{identity.session}", place, "draft-adopted",
        paragraph=paragraph, date=findings.date(start, end), meeting=_meeting(findings, start, end),
    )  # fmt: skip
    return frozenset({draft})


def relate_adoption_dates(findings: Findings) -> None:
    """The meeting and the date that stand below an act, on its way to the session."""
    for paragraph in findings.outline.paragraphs:
        session = session_of(paragraph.act or "")
        if paragraph.role != "adoption" or not paragraph.act or not session:
            continue
        place = (paragraph.start, paragraph.end)
        findings.edge(
            "ADOPTED_AT", paragraph.act, session, place, "adoption-below-act", basis="structural",
            paragraph=paragraph, date=findings.date(*place), meeting=_meeting(findings, *place),
        )  # fmt: skip


def _meeting(findings: Findings, start: int, end: int) -> str | None:
    """The number of the first meeting named in a stretch."""
    meetings = [m.symbolic for m in findings.within(start, end, "meeting") if m.symbolic]
    return str(meetings[0]["meetings"][0]) if meetings and meetings[0].get("meetings") else None


def quoted(findings: Findings, start: int, end: int) -> str | None:
    """The words between the first quotation marks of a stretch."""
    stretch = findings.text[start:end]
    for opening, closing in (('"', '"'), ("“", "”"), ("«", "»")):
        first = stretch.find(opening)
        last = stretch.find(closing, first + 1) if first >= 0 else -1
        if last > first:
            return findings.words(start + first + 1, start + last)
    return None
