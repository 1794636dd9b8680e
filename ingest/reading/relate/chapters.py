"""Chapters of a report: under which item of the agenda each of its paragraphs stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model.folding import fold
from ingest.reading.relate.findings import Findings
from ingest.reading.relate.headed_items import headed_items, item_titles, own_items
from ingest.reading.segment.agenda import likeness, words
from ingest.records import Paragraph

SAME_TITLE = 0.6
SHORT = 3  # words of a heading such as "Conclusions and recommendations"
LEVELS = ("chapter", "section", "topic")


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """A report paragraph with the agenda items under which it stands, and the list it leads.

    `heading` is what stands right above it, `concludes` whether a heading calls what follows the
    conclusions of the body.
    """

    paragraph: Paragraph
    items: tuple[str, ...]
    before: bool  # stands in a list that "had before it" opens
    concludes: bool
    heading: Paragraph | None


def report_paragraphs(findings: Findings) -> Iterator[ReportParagraph]:
    """The report paragraphs in order, with what their chapter, section and heading say of them.

    Where no heading names an item or has its title, the item that the paragraph itself names counts.
    """
    headings = Headings(findings)
    above: Paragraph | None = None
    opens = False
    for paragraph in findings.outline.paragraphs:
        if paragraph.part == "heading" and paragraph.node is None and paragraph.act is None:
            headings.take(paragraph)
            above = paragraph
        if paragraph.part != "report" or not paragraph.label:
            continue
        items = headings.items_over(paragraph) or _named_alone(findings, paragraph)
        listed = "." in paragraph.label
        yield ReportParagraph(paragraph, items, listed and opens, headings.concludes, above)
        above = None
        if not listed:
            ends_open = findings.text[: paragraph.end].rstrip().endswith(":")
            opens = ends_open and bool(
                findings.told("had-before", paragraph.content, paragraph.end)
            )


class Headings:
    """The headings open at a place of a report, outermost first, each with the items it is about."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        # A report whose headings number their items leaves no other heading to be told by its title.
        numbered = any(headed.paragraph.part == "heading" for headed in headed_items(findings))
        self.titles = [] if numbered else item_titles(findings)
        self.open: dict[str, tuple[str, ...]] = {}
        self.waiting: list[tuple[str, tuple[str, ...]]] = []  # headings with no paragraph yet
        self.concludes = False

    def take(self, heading: Paragraph) -> None:
        """Close the headings of its level and below, and open this one."""
        items = items_named(self.findings, heading) or _by_title(
            self.findings, heading, self.titles
        )
        numbered = heading.content > heading.start
        level = heading.role if heading.role in LEVELS else "chapter"
        if level == "topic" or numbered:
            self.concludes = False
        line = self.findings.text[heading.content : heading.end].partition("\n")[0]
        end = heading.content + len(line)
        if len(line.split()) <= SHORT and self.findings.cues("report_heading", heading.start, end):
            self.concludes = True
        if level == "topic" or not (items or numbered):
            if items:
                self.open["topic"] = items
            return
        self.open = {
            above: self.open[above] for above in LEVELS[: LEVELS.index(level)] if above in self.open
        }
        self.open[level] = items
        self.waiting.append((level, items))

    def items_over(self, paragraph: Paragraph) -> tuple[str, ...]:
        """The items that the innermost heading with any is about.

        Under headings that stand together without a text of their own, "considered these
        sub-items" speaks of all of them.
        """
        items: tuple[str, ...] = next(
            (self.open[level] for level in reversed(LEVELS) if self.open.get(level)), ()
        )
        sentence = next(iter(self.findings.sentences(paragraph)), (0, 0))
        together = [items for level, items in self.waiting if level == self.waiting[-1][0]]
        if len(together) > 1 and "many" in (
            value for value, *_ in self.findings.cues("reference_item", *sentence)
        ):
            items = tuple(dict.fromkeys(item for several in together for item in several))
            self.open[self.waiting[-1][0]] = items
        self.waiting = []
        return items


def items_named(findings: Findings, heading: Paragraph) -> tuple[str, ...]:
    """The items of the session that a heading names: "III. Reporting (Agenda items 4 and 5 (a))".

    Of an item and one of its sub-items, named one below the other, only the sub-item.
    """
    own = own_items(findings)
    named = [
        str(m.target) for m in findings.within(heading.start, heading.end, "agenda item")
        if str(m.target).startswith(own)
    ]  # fmt: skip
    return tuple(
        dict.fromkeys(
            item for item in named if not any(other.startswith(f"{item}(") for other in named)
        )
    )


def _by_title(
    findings: Findings, heading: Paragraph, titles: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    folded = words(fold(findings.words(heading.content, heading.end)))
    best, found = SAME_TITLE, ""
    for node, title in titles:
        # A heading may run on into the next one where a text has no lines: as many words as the title.
        like = likeness(title, " ".join(folded[: len(words(title)) + 1]))
        if like > best:
            best, found = like, node
    return (found,) if found else ()


def _named_alone(findings: Findings, paragraph: Paragraph) -> tuple[str, ...]:
    named = {
        m.target for m in findings.within(paragraph.start, paragraph.end, "agenda item")
        if m.target and m.target.startswith(own_items(findings)) and "(" not in m.target
    }  # fmt: skip
    return (str(next(iter(named))),) if len(named) == 1 else ()
