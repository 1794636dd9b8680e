"""The table of contents as a check: the acts that it names and the text does not hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.model.records import Remark
from ingest.reading.relate.designations import DECISION, designation
from ingest.reading.relate.findings import Findings
from ingest.records import Mention

BLANK = " \t\r\n|"
SHOWN = 90  # characters of a row


def relate_contents(findings: Findings) -> None:
    """Note every act that a row of the contents names and no heading of the text does.

    A row gives the number of an act, and the heading above several rows says whether they are
    decisions or resolutions; so a number is missing where fewer acts have it than rows.
    """
    held = Counter(
        _number(str(paragraph.node))
        for paragraph in findings.outline.paragraphs
        if paragraph.part == "heading" and paragraph.role == "title" and paragraph.act
    )
    for mention in _rows(findings):
        number = _number(str(mention.target))
        if held[number]:
            held[number] -= 1
            continue
        # "Resolution" may stand in a line of its own, above the number
        line = mention.start + mention.text.rfind("\n") + 1
        row = findings.text[line : mention.end + SHOWN].partition("\n")[0].strip(BLANK)
        spans = findings.outline.text.spans(mention.start, mention.end)
        called = designation(str(mention.target), findings.packs).get("designation", mention.text)
        findings.remarks.append(
            Remark(
                kind="note",
                message=f"named in the contents, not found in the text: {called}",
                document=findings.document,
                span=(spans[0][0], spans[-1][1]) if spans else None,
                text=row,
                guess=mention.target,
            )
        )


def _rows(findings: Findings) -> Iterator[Mention]:
    """The acts of the document's own session that open a row; a title may name others."""
    identity = findings.outline.identity
    for paragraph in findings.outline.paragraphs:
        if paragraph.part != "contents":
            continue
        for mention in findings.within(paragraph.start, paragraph.end, "decision"):
            match = DECISION.fullmatch(mention.target or "")
            before = findings.text[paragraph.start : mention.start].rpartition("\n")[2]
            if (
                match
                and not before.strip(BLANK)
                and match["body"] == identity.body
                and match["number"].rpartition("/")[0] == identity.session
            ):
                yield mention


def _number(act: str) -> str:
    """What a decision and a resolution of the same number have in common."""
    return act.partition(":")[2]
