"""Lists of documents: under an agenda item, and before a session; their titles and who submitted them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.reading.relate.findings import Findings
from ingest.reading.relate.structure import link_item
from ingest.records import Mention, Paragraph

SEPARATORS = ' \t\n()[]:;.,؛،-–*•"“”«»'
MASTHEAD = 600  # characters
REACH = 40  # characters from one symbol to the next that continues it ("and Corr.1")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: its title's place and the documents that its symbols name."""

    start: int
    end: int
    documents: tuple[Mention, ...]


def relate_lists(findings: Findings) -> None:
    """Find the documents listed under items and before the session."""
    _item_of_masthead(findings)
    identity = findings.outline.identity
    session = f"session:{identity.body}/{identity.session}"
    titles: dict[str, list[str]] = {}
    for paragraph in findings.outline.paragraphs:
        if paragraph.role not in ("documents", "documents before"):
            continue
        for entry in entries(findings, paragraph):
            end = entry.documents[-1].end
            place = (entry.start, end + (findings.text[end : end + 1] == ")"))
            for mention in entry.documents:
                target = str(mention.target)
                suspect = mention.properties.get("suspect")
                if paragraph.role == "documents":
                    findings.edge(
                        "DOCUMENTATION",
                        str(paragraph.node),
                        target,
                        place,
                        "listed-under-item",
                        paragraph=paragraph,
                        suspect=suspect,
                    )
                elif identity.session:
                    findings.edge(
                        "BEFORE",
                        session,
                        target,
                        place,
                        "list-of-documents",
                        paragraph=paragraph,
                        suspect=suspect,
                    )
            title = describe(findings, entry)
            if title:
                titles.setdefault(str(entry.documents[0].target), []).append(title)
    for document, printed in titles.items():
        # A document stands under several items; where text is damaged, the form printed most is the best.
        title = max(printed, key=lambda form: (printed.count(form), -printed.index(form)))
        findings.node(document, "document", title={identity.language: title})
    for paragraph in findings.outline.paragraphs:
        if paragraph.part == "report":
            _described_in_prose(findings, paragraph)


def _item_of_masthead(findings: Findings) -> None:
    """The item for which a document was written or an act adopted, on a line of the masthead."""
    identity = findings.outline.identity
    for paragraph in findings.outline.paragraphs:
        if paragraph.start >= MASTHEAD or paragraph.part not in ("other", "heading"):
            return
        for mention in findings.within(paragraph.start, paragraph.end, "agenda item"):
            line = findings.text[: mention.start].rpartition("\n")[2]
            if mention.target is None or line.strip() or mention.start >= MASTHEAD:
                continue
            item, place = mention.target, (mention.start, mention.end)
            findings.node(item, "agenda item", label=str(mention.properties["label"]))
            link_item(findings, item, paragraph)
            if identity.kind == "act":
                findings.edge("UNDER", identity.document, item, place, "item-in-masthead")
            else:
                findings.edge("DOCUMENTATION", item, identity.document, place, "item-in-masthead")


def _described_in_prose(findings: Findings, paragraph: Paragraph) -> None:
    """ "A note by the Secretariat on … (CTOC/COP/2006/11)": the words before a symbol in brackets."""
    for start, end in findings.sentences(paragraph):
        before = start
        for mention in findings.within(start, end, "document"):
            bracketed = findings.text[before : mention.start].rstrip().endswith("(")
            if mention.target and bracketed:
                submitters(findings, mention.target, before, mention.start)
            before = mention.end


def entries(findings: Findings, paragraph: Paragraph) -> Iterator[Entry]:
    """The entries of a list: words, then the symbol (or symbols) that they are the title of."""
    found = [m for m in findings.within(paragraph.start, paragraph.end, "document") if m.target]
    start = paragraph.content
    while found:
        taken = [found.pop(0)]
        while found and not _words_between(findings, taken[-1].end, found[0].start):
            if _stem(str(found[0].target)) != _stem(str(taken[0].target)):
                break
            taken.append(found.pop(0))
        while findings.text[start] in SEPARATORS:
            start += 1
        yield Entry(start, taken[0].start, tuple(taken))
        start = taken[-1].end


def _stem(document: str) -> str:
    for suffix in ("/Add.", "/Corr.", "/Rev."):
        document = document.split(suffix)[0]
    return document


def _words_between(findings: Findings, start: int, end: int) -> bool:
    between = findings.text[start:end].strip(SEPARATORS + "و")
    return end - start > REACH or len(between.split()) > 1


def describe(findings: Findings, entry: Entry) -> str | None:
    """The title that an entry gives its first document, whose submitter it may name."""
    title = findings.words(entry.start, entry.end).strip(SEPARATORS)
    if len(title.split()) < 2:
        return None
    submitters(findings, str(entry.documents[0].target), entry.start, entry.end)
    return title


def submitters(findings: Findings, document: str, start: int, end: int) -> None:
    """Who submitted a document: the actor right behind «مذكرة من», "report of", "submitted by".

    A note that transmits somebody else's report is the note's; States in a row submitted together.
    """
    actors = findings.within(start, end, "actor")
    place = (start, end)
    for _, cue_start, cue_end in findings.cues("submitted", start, end):
        behind = [
            a for a in actors if a.target and 0 <= a.start - cue_end <= 2 or a.start == cue_end
        ]
        if not behind and not any(cue_start <= a.start < cue_end for a in actors):
            continue
        first = behind[0] if behind else next(a for a in actors if cue_start <= a.start < cue_end)
        row = [first]
        for actor in actors[actors.index(first) + 1 :]:
            joined = actor.start - row[-1].end <= 5 and str(first.target).startswith("actor:state/")
            if not joined:
                break
            row.append(actor)
        for actor in row:
            if actor.target:
                findings.edge("SUBMITTED_BY", document, actor.target, place, "submitted-in-title")
        return
