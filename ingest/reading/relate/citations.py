"""Citations: what each provision, item and paragraph refers to, and what it says it is pursuant to."""

from __future__ import annotations

from graph.model.ids import parent_labels
from ingest.reading.relate.designations import designation
from ingest.reading.relate.earlier_acts import relate_changes, taken_up
from ingest.reading.relate.findings import Findings
from ingest.reading.relate.grounds import grounds, items_of_records, relate_grounds_of_items
from ingest.reading.relate.proceedings import recorded
from ingest.records import Mention, Paragraph

CITED = ("decision", "provision", "article", "rule", "instrument", "document")
NAMED = (*CITED, "session", "working group", "actor", "body")
OPENING = 30  # characters of "Also decides" before what is done
ARTICLE = 12  # characters of "an open-ended" before what is founded
BESIDE = 40  # characters between «أُنشئ», "established" and the group that was


def relate_citations(findings: Findings) -> None:
    """Add CITES, AMENDS, SUPERSEDES, PURSUANT_TO, ESTABLISHED_BY, and DEFERRED_TO of annotated items."""
    records, items = recorded(findings), items_of_records(findings)
    for paragraph in findings.outline.paragraphs:
        if paragraph.part == "contents" or paragraph.role == "organization of work":
            continue
        citer, part = _citer(findings, paragraph, records)
        taken = taken_up(findings, paragraph)
        verbs = {id: one.verb for one in taken if one.is_done_in(paragraph) for id in one.acts}
        for mention in findings.within(paragraph.start, paragraph.end, *CITED):
            _cite(findings, paragraph, citer, part, mention, verbs.get(str(mention.target)))
        relate_changes(findings, paragraph, citer, taken)
        relate_grounds_of_items(findings, paragraph, items.get(citer, ()))
        _working_groups(findings, paragraph)
        _founding(findings, paragraph)
        if paragraph.role == "annotation":
            _put_back_on_agenda(findings, paragraph)


def _citer(
    findings: Findings, paragraph: Paragraph, records: frozenset[str]
) -> tuple[str, str | None]:
    """The smallest node whose text a paragraph is, and the part of it."""
    if paragraph.node and paragraph.role != "documents":
        return paragraph.node, "title" if paragraph.role == "title" else None
    # A point of a conclusion is a provision of its own, or its words are those of the one above it.
    own = f"{findings.document}#{paragraph.label}"
    above = next((one for one in (own, *parent_labels(own)) if one in records), None)
    if paragraph.part == "report" and above:
        return above, None
    if paragraph.act and paragraph.act.startswith(("dec:", "res:")):
        return paragraph.act, paragraph.part
    return findings.document, None


def _cite(
    findings: Findings, paragraph: Paragraph, citer: str, part: str | None, mention: Mention,
    verb: str | None,
) -> None:  # fmt: skip
    if mention.target is None:
        return
    if mention.kind == "document" and paragraph.role in ("documents", "documents before"):
        return  # DOCUMENTATION and BEFORE say it
    if part == "title" and paragraph.part == "heading" and mention.target == paragraph.act:
        return  # the heading's own number
    place = findings.sentence_of(mention, paragraph)
    findings.edge(
        "CITES", citer, mention.target, place, f"reference-to-{mention.kind}",
        paragraph=paragraph, part=part, paragraphs=list(mention.properties.get("paragraphs", ())),
        action=[verb] if verb else None, suspect=mention.properties.get("suspect"),
    )  # fmt: skip
    if (
        paragraph.role == "annotation"
        and paragraph.node
        and mention.kind in ("decision", "provision")
    ):
        findings.edge(
            "PURSUANT_TO",
            paragraph.node,
            mention.target,
            place,
            "annotation-names-decision",
            paragraph=paragraph,
        )


def _working_groups(findings: Findings, paragraph: Paragraph) -> None:
    """«الذي أُنشئ عملا بالمقرر», "established by decision": a group's founding and the ground it meets on."""
    for start, end in findings.sentences(paragraph):
        groups = [m for m in findings.within(start, end, "working group") if m.target]
        acts = [m for m in findings.within(start, end, "decision") if m.target]
        if len({m.target for m in groups}) != 1 or not acts:
            continue
        group = str(groups[0].target)
        founded = findings.told("established", start, end)
        beside = [cue for cue in founded if any(_gap(cue, each) <= BESIDE for each in groups)]
        if beside:
            nearest = min(acts, key=lambda act: abs(act.start - beside[0][1]))
            findings.edge(
                "ESTABLISHED_BY", group, str(nearest.target), (start, end), "group-established",
                paragraph=paragraph,
            )  # fmt: skip
        elif founded:
            continue  # the sentence tells of the founding of another group, which no pack knows
        for act in grounds(acts, findings.told("pursuant", start, end)):
            findings.edge(
                "PURSUANT_TO", group, str(act.target), (start, end), "group-pursuant-to",
                paragraph=paragraph,
            )  # fmt: skip


def _founding(findings: Findings, paragraph: Paragraph) -> None:
    """An act that founds a body or group: "Decides to establish the Paris Committee on …"."""
    act = str(paragraph.act)
    if paragraph.part != "operative" or not act.startswith(("dec:", "res:")):
        return
    for start, end in findings.told("founding", paragraph.content, paragraph.end)[:1]:
        if start - paragraph.content > OPENING:
            continue  # recalled, or what others are asked to do
        named = findings.within(end, paragraph.end, "body", "working group")
        first = next(iter(named), None)
        if first and first.target and first.start - end <= ARTICLE:
            findings.edge(
                "ESTABLISHED_BY", first.target, act, (start, first.end), "act-establishes",
                paragraph=paragraph,
            )  # fmt: skip


def _gap(cue: tuple[int, int], mention: Mention) -> int:
    """The characters between a cue and a mention, whichever comes first."""
    return max(mention.start - cue[1], cue[0] - mention.end)


def _put_back_on_agenda(findings: Findings, paragraph: Paragraph) -> None:
    """An annotation that recalls what was put off to its own session: it comes back under the item."""
    item = str(paragraph.node)
    session = f"session:{item.removeprefix('item:').rpartition('/')[0]}"
    for start, end in findings.sentences(paragraph):
        deferred = findings.told("deferred", start, end)
        sessions = {m.target for m in findings.within(start, end, "session")}
        if not deferred or session not in sessions:
            continue
        for mention in findings.within(start, end, "rule"):
            if mention.target:
                findings.edge(
                    "DEFERRED_TO",
                    mention.target,
                    item,
                    (start, end),
                    "deferred-matter-on-agenda",
                    paragraph=paragraph,
                )


def relate_nodes_named(findings: Findings) -> None:
    """Every node that a mention resolves to exists, known or not."""
    for mention in findings.mentions:
        if not mention.target or mention.kind not in NAMED:
            continue
        details = designation(mention.target, findings.packs) if mention.kind == "decision" else {}
        findings.node(mention.target, mention.kind, **details)
        if mention.kind == "article":
            instrument = f"inst:{mention.target.removeprefix('art:').partition('/')[0]}"
            findings.node(instrument, "instrument")
            place = (mention.start, mention.end)
            findings.edge(
                "ARTICLE_OF",
                mention.target,
                instrument,
                place,
                "article-of-instrument",
                basis="structural",
            )
    _supplements(findings)


def _supplements(findings: Findings) -> None:
    """Protocols supplement their convention: the pack says so."""
    named = {node.id for node in findings.nodes if node.type == "instrument"}
    for family in findings.packs.bodies:
        for row in family.rows("instrument"):
            if "supplements" in row and f"inst:{row['slug']}" in named:
                convention = findings.node(f"inst:{row['supplements']}", "instrument")
                findings.pack_edge("SUPPLEMENTS", f"inst:{row['slug']}", convention, family.family)
