"""Items of an agenda as headings name them: "IV. Cranes (Agenda sub-item 4 (b))", also in the contents.

A report need not list its agenda: one of a resumed session does not, nor do committees that print the
numbers of items in their table of contents alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model.folding import fold
from ingest.reading.relate.findings import Findings
from ingest.reading.relate.structure import TRIM, link_item
from ingest.records import Mention, Paragraph

LINE_START = re.compile(r"(?:\A|\n)[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class HeadedItems:
    """The items that one bracket of a heading names, and the title in front of it."""

    paragraph: Paragraph
    items: tuple[str, ...]
    start: int
    end: int


def relate_headed_items(findings: Findings) -> None:
    """Add the items that headings name and the text does not list, with the titles of their headings."""
    listed = {node for node, _ in listed_items(findings)}
    language = findings.outline.identity.language
    for headed in headed_items(findings):
        title = findings.words(headed.start, headed.end).strip(TRIM)
        for item in headed.items:
            if item in listed:
                continue
            titles = {language: title} if len(headed.items) == 1 and title else None
            listed |= {item} if titles else set()
            findings.node(
                item, "agenda item", title=titles, adopted_title=titles,
                label=item.rpartition("/")[2], agendas=["adopted"],
            )  # fmt: skip
            link_item(findings, item, headed.paragraph)


def item_titles(findings: Findings) -> list[tuple[str, str]]:
    """The items whose titles the text gives, listed or over a chapter, each with its folded title."""
    listed = listed_items(findings)
    known = {node for node, _ in listed}
    return listed + [
        (headed.items[0], fold(findings.words(headed.start, headed.end)))
        for headed in headed_items(findings)
        if len(headed.items) == 1 and headed.items[0] not in known
    ]


def listed_items(findings: Findings) -> list[tuple[str, str]]:
    """The items of the agenda that the text lists, each with its folded title."""
    return [
        (str(p.node), fold(findings.words(p.content, p.end)))
        for p in findings.outline.paragraphs
        if p.role == "title" and p.part == "agenda" and "@" not in str(p.node)
    ]


def own_items(findings: Findings) -> str:
    """What the ids of the items of the document's own session begin with."""
    identity = findings.outline.identity
    return f"item:{identity.body}/{identity.session}/"


def headed_items(findings: Findings) -> Iterator[HeadedItems]:
    """The items in brackets behind the titles of chapters and sections, in order."""
    for paragraph in findings.outline.paragraphs:
        heading = paragraph.part == "heading" and paragraph.node is None and paragraph.act is None
        if not heading and paragraph.part != "contents":
            continue
        title = paragraph.content
        for bracket in _brackets(findings, paragraph):
            opening = findings.text.rindex("(", paragraph.start, bracket[0].start)
            labels = [
                end
                for value, start, end in findings.cues("structure_marker", title, opening)
                if value in ("chapter", "section")
                and LINE_START.search(findings.text[:start][-80:])
            ]
            items = tuple(dict.fromkeys(str(mention.target) for mention in bracket))
            yield HeadedItems(paragraph, items, max([title, *labels]), opening)
            title = bracket[-1].end + 1


def _brackets(findings: Findings, paragraph: Paragraph) -> Iterator[list[Mention]]:
    """The items of the session that stand together in one bracket."""
    bracket: list[Mention] = []
    for mention in findings.within(paragraph.start, paragraph.end, "agenda item"):
        if not str(mention.target).startswith(own_items(findings)):
            continue
        before = findings.text[paragraph.start : mention.start]
        if before.rstrip().endswith("("):
            if bracket:
                yield bracket
            bracket = [mention]
        elif bracket and "\n" not in findings.text[bracket[-1].end : mention.start]:
            bracket.append(mention)
    if bracket:
        yield bracket
