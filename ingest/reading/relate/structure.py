"""Structure: the document itself, its session, acts and their provisions, agenda items."""

from __future__ import annotations

import re

from graph.model.ids import session_of
from ingest.reading.relate.deadlines import sessions_due
from ingest.reading.relate.designations import DECISION, designation
from ingest.reading.relate.findings import Findings
from ingest.reading.relate.provisions import Understanding, understand
from ingest.reading.relate.session_dates import period_of
from ingest.records import Paragraph

MASTHEAD = 1_500
SUBJECTS = re.compile(r"^%%%[ \t]*(?P<terms>[^\n:]*\|[^\n]*)$", re.MULTILINE)
TRIM = " \t\n:;.,؛،-–[]…"


def relate_structure(findings: Findings) -> None:
    """Find the document, its session and subjects, the acts it contains and its agendas."""
    _document(findings)
    _session(findings)
    _acts(findings)
    _agendas(findings)


def _document(findings: Findings) -> None:
    identity = findings.outline.identity
    if identity.kind == "act":
        _whole_act(findings)
        return
    findings.node(
        identity.document, "document",
        known=True, symbol=identity.symbol, kind=identity.kind, body=identity.body,
        session=identity.session and f"session:{identity.body}/{identity.session}",
        languages=[identity.language], source=identity.source, link=identity.link,
        trust=round(findings.outline.text.trust, 3),
        understood=round(findings.outline.understood, 3),
        title={identity.language: identity.title} if identity.title else None,
    )  # fmt: skip
    subjects = SUBJECTS.search(findings.text)
    if subjects:
        for term in filter(None, subjects["terms"].split("|")):
            slug = re.sub(r"[^a-z0-9]+", "-", term.casefold()).strip("-")
            topic = findings.node(f"topic:{slug}", "topic", title={"en": term.strip().capitalize()})
            place = findings.text.index(term, subjects.start())
            findings.edge(
                "ABOUT", identity.document, topic, (place, place + len(term)), "subject-terms"
            )


def _whole_act(findings: Findings) -> None:
    """A document that is one act: what its head says, and its session where the number names it."""
    identity = findings.outline.identity
    findings.node(
        identity.document, "decision", known=True, symbol=identity.symbol,
        languages=[identity.language], source=identity.source, link=identity.link,
        trust=round(findings.outline.text.trust, 3),
        understood=round(findings.outline.understood, 3),
        **designation(identity.document, findings.packs),
    )  # fmt: skip
    session = session_of(identity.document)
    if session:
        findings.node(session, "session", number=session.rpartition("/")[2])
        place = (0, min(MASTHEAD, len(findings.text)))
        findings.edge(
            "ADOPTED_AT", identity.document, session, place, "act-number", basis="structural"
        )


def _session(findings: Findings) -> None:
    identity = findings.outline.identity
    if not identity.body:
        return
    findings.node(f"body:{identity.body}", "body")
    if not identity.session:
        return
    session = f"session:{identity.body}/{identity.session}"
    named = [
        mention for mention in findings.within(0, MASTHEAD, "session") if mention.target == session
    ]
    place = (named[0].start, named[0].end) if named else (0, min(MASTHEAD, len(findings.text)))
    dates = [
        mention
        for mention in findings.within(place[0], min(place[0] + 400, _preamble(findings)), "date")
        if mention.symbolic
    ]
    held, last = period_of(findings, dates) if dates else ("", None)
    # The one day that a resolution prints is that of its adoption.
    is_act = identity.document.startswith(("dec:", "res:"))
    properties: dict[str, object] = {"number": identity.session}
    if last and ("/" in held or not is_act):
        start, _, end = held.partition("/")
        findings.year = start[:4]
        properties["start"], properties["end"] = start, end or start
        spot = re.search(
            r"(?:^|\n|\s)([^\n،,0-9]{2,40})[،,]\s*$", findings.text[place[1] : dates[0].start]
        )
        if spot:
            properties["place"] = {identity.language: spot[1].strip()}
        place = (place[0], last.end)
    findings.node(session, "session", **properties)
    findings.edge(
        "SESSION_OF",
        session,
        f"body:{identity.body}",
        place,
        "session-in-masthead",
        basis="structural",
    )
    if identity.kind == "report":
        findings.edge("REPORTS_ON", identity.document, session, place, "report-of-session")


def _preamble(findings: Findings) -> int:
    """Where the first preamble begins: the dates in it are those of earlier acts."""
    starts = (p.start for p in findings.outline.paragraphs if p.part in ("preamble", "operative"))
    return min(starts, default=len(findings.text))


def _acts(findings: Findings) -> None:
    identity = findings.outline.identity
    known: dict[str, Understanding] = {}
    preambles: dict[str, list[str]] = {}
    for order, paragraph in enumerate(findings.outline.paragraphs):
        place = (paragraph.start, paragraph.end)
        if (
            paragraph.role == "title"
            and paragraph.part == "heading"
            and paragraph.node == paragraph.act
        ):
            _act(findings, paragraph)
        elif paragraph.act and _is_preambular(paragraph):
            preambles.setdefault(paragraph.act, []).append(findings.words(*place))
        elif paragraph.node and "#" in paragraph.node and paragraph.act and paragraph.label:
            parent, _, _ = paragraph.label.rpartition(".")
            above = f"{paragraph.act}#{parent}"
            source = above if above in known else paragraph.act
            known[paragraph.node] = provision(
                findings, paragraph, paragraph.node, order, under=known.get(above)
            )
            findings.edge(
                "HAS_PROVISION",
                source,
                paragraph.node,
                place,
                "label-in-sequence",
                basis="structural",
                paragraph=paragraph,
            )
    for act, words in preambles.items():
        findings.node(act, "decision", preamble={identity.language: " ".join(words)})


def _is_preambular(paragraph: Paragraph) -> bool:
    """Whether a paragraph is of the preamble of a decision, its formula included."""
    of_decision = not str(paragraph.act).startswith("doc:")
    return of_decision and (paragraph.part == "preamble" or paragraph.role == "enacting")


def _act(findings: Findings, heading: Paragraph) -> None:
    identity = findings.outline.identity
    act = str(heading.node)
    place = (heading.start, heading.end)
    title = findings.words(heading.content, heading.end).strip(TRIM)
    findings.node(
        act, "decision", known=True, title={identity.language: title} if title else None,
        languages=[identity.language], source=identity.source, link=identity.link,
        **designation(act, findings.packs),
    )  # fmt: skip
    # Where several acts share a page, the file may be called by the first of them: an act holds none.
    if identity.document.startswith("doc:"):
        findings.edge(
            "CONTAINED_IN",
            act,
            identity.document,
            place,
            "act-heading",
            basis="structural",
            paragraph=heading,
        )
    match = DECISION.fullmatch(act)
    if match and identity.session and match["body"] == identity.body:
        session = f"session:{identity.body}/{identity.session}"
        findings.edge(
            "ADOPTED_AT", act, session, place, "act-heading", basis="structural", paragraph=heading
        )


def provision(
    findings: Findings, paragraph: Paragraph, node: str, order: int,
    words: tuple[int, int] | None = None, under: Understanding | None = None,
) -> Understanding:  # fmt: skip
    """Add a provision with what its own words say, to whom they are addressed and when it is due.

    `words` narrows what is understood to a part of the paragraph: the sentence of a report paragraph
    that records what the body did. `under` is what leads the list that the provision is a point of.
    """
    identity = findings.outline.identity
    start, end = words or (paragraph.content, paragraph.end)
    understood = understand(
        findings.text[start:end], findings.pack, body=identity.body, session=identity.session,
        mentions=findings.within(start, end), offset=start, under=under,
    )  # fmt: skip
    findings.node(
        node, "provision", known=True,
        text={identity.language: findings.words(paragraph.content, paragraph.end)},
        label=paragraph.label, part=paragraph.part, order=order,
        action=list(understood.actions), **{"class": list(understood.classes)},
        qualifiers=list(understood.qualifiers),
        deliverable=understood.deliverable,
        deliverables=list(understood.deliverables), due=dict(understood.due) if understood.due else None,
        recurrence=understood.recurrence, conditions=list(understood.conditions),
        is_mandate=understood.is_mandate,
    )  # fmt: skip
    place = (paragraph.start, paragraph.end) if words is None else words
    asked: dict[str, list[str]] = {}
    for target, action in understood.addressees:
        asked.setdefault(target, []).append(action)
    for target, actions in asked.items():
        findings.edge(
            "ADDRESSED_TO",
            node,
            target,
            place,
            "addressee-of-verb",
            paragraph=paragraph,
            action=actions,
        )
    for session, due in sessions_due(understood.due):
        findings.edge(
            "DUE_AT",
            node,
            session,
            place,
            "due-session",
            paragraph=paragraph,
            when=due["when"],
            action=[due["action"]] if due["action"] else None,
        )
    return understood


def _agendas(findings: Findings) -> None:
    language = findings.outline.identity.language
    status = "provisional" if findings.outline.identity.kind == "annotated-agenda" else "adopted"
    # Headings in the annotations repeat the list's titles, in cleaner type: they come first.
    for paragraph in sorted(findings.outline.paragraphs, key=lambda p: p.part != "heading"):
        if paragraph.role != "title" or not (paragraph.node or "").startswith("item:"):
            continue
        item = str(paragraph.node)
        title = {language: findings.words(paragraph.content, paragraph.end).strip(TRIM)}
        kind = "draft" if "@" in item else status
        details = {f"{kind}_title": title} if kind != "draft" else {}
        findings.node(
            item, "agenda item", title=title, label=paragraph.label, agendas=[kind], **details
        )
        link_item(findings, item, paragraph)
    annotations: dict[str, list[str]] = {}
    for paragraph in findings.outline.paragraphs:
        if paragraph.role == "annotation" and paragraph.node:
            said = annotations.setdefault(paragraph.node, [])
            said.append(findings.words(paragraph.start, paragraph.end))
    for item, said in annotations.items():
        findings.node(item, "agenda item", annotation={language: "\n".join(said)})


def link_item(findings: Findings, item: str, paragraph: Paragraph) -> None:
    """Hang an item under its session and the item above it."""
    head, at, draft = item.partition("@")
    body_session, _, label = head.removeprefix("item:").rpartition("/")
    place = (paragraph.start, paragraph.end)
    findings.node(f"session:{body_session}", "session", number=body_session.rpartition("/")[2])
    findings.edge(
        "ITEM_OF",
        item,
        f"session:{body_session}",
        place,
        "item-in-agenda",
        basis="structural",
        paragraph=paragraph,
    )
    if "(" in label:
        above = f"item:{body_session}/{label.rpartition('(')[0]}{at}{draft}"
        findings.edge(
            "SUBITEM_OF",
            item,
            above,
            place,
            "item-in-agenda",
            basis="structural",
            paragraph=paragraph,
        )
        if not any(node.id == above for node in findings.nodes):
            # The first number of a list lost its line; the letter below it says that it was there.
            findings.node(
                above,
                "agenda item",
                label=label.rpartition("(")[0],
                agendas=["draft" if at else "adopted"],
            )
            link_item(findings, above, paragraph)
