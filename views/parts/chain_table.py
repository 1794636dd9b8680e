"""The table twin of a picture: every link of a chain and every mandate without one, a row each."""

from __future__ import annotations

from html import escape

from graph.model.records import Node
from graph.questions import Chain, Link
from views.parts.evidence_link import evidence_link
from views.parts.judging import judged_words
from views.parts.markup import bdi, table, titled
from views.parts.names import Names
from views.parts.node_link import titled_link
from views.parts.status import status_chip
from views.parts.wording import Wording

PERCENT = 100


def chain_table(laid_out: Chain, names: Names, *, alone: bool = False) -> str:
    """The links of a chain in order of time, each with the way to its evidence.

    `alone` is for a file of its own, from which no way leads to the pages of the app.
    """
    wording = names.wording
    place = {node.id: n for n, column in enumerate(laid_out.columns) for node in column.nodes}
    at = {node.id: column.session for column in laid_out.columns for node in column.nodes}
    order = {id: n for n, id in enumerate(place)}
    links = [link for link in laid_out.links if link.relation != "HAS_PROVISION"]
    links.sort(key=lambda link: (place[link.node.id], order[link.start.id]))
    rows = [_row(link, at.get(link.node.id), names, alone) for link in links]
    linked = {end.id for link in links for end in (link.source, link.target)}
    for column in laid_out.columns:
        if column.kind == "provisions":
            rows += [
                _without(node, names, narrow=alone)
                for node in column.nodes
                if node.id not in linked and node.properties.get("is_mandate")
            ]
    if not rows:
        return f"<p>{escape(wording.say('table.empty'))}</p>"
    head = ["from", "relation", "to", "when", "basis", "place"] + ["evidence"] * (not alone)
    label = wording.say("table.title")
    return table(label, (wording.say(f"table.{one}") for one in head), rows)


def confidence(link: Link, wording: Wording) -> str:
    """The basis of a link, how sure its rule is, and what a researcher decided of it, as text."""
    said = [wording.value("basis", link.basis)]
    if link.confidence is not None:
        # What was measured is a lower bound: without the word, a few cases make a plain sentence doubtful.
        share = percent(link.confidence)
        counted = link.properties.get("cases")
        said.append(wording.say("evidence.at_least", percent=share) if counted else share)
    if told := judged_words(link, wording):
        said.append(told)
    return wording.say("language.separator").join(said)


def percent(share: float) -> str:
    """A share in whole per cent, never rounded up to certainty."""
    return f"{min(round(share * PERCENT), PERCENT if share == 1 else PERCENT - 1)}%"


def where(link: Link, names: Names) -> str:
    """The first place that says it: the document's symbol and the pinpoint, as markup."""
    if not link.evidence:
        return ""
    evidence = link.evidence[0].evidence
    pieces = [bdi(names.name(Node(evidence.document, "document")))]
    if evidence.pinpoint:
        pieces.append(bdi(names.place(evidence.pinpoint)))
    return " ".join(pieces)


def _row(link: Link, session: Node | None, names: Names, alone: bool) -> list[str]:
    wording = names.wording
    called = titled if alone else titled_link
    row = [
        called(link.start, names),
        escape(wording.relation(link)),
        called(link.node, names),
        bdi(names.name(session)) if session else "",
        escape(confidence(link, wording)),
        where(link, names),
    ]
    if not alone:
        row.append(evidence_link(link, names))
    return row


def _without(node: Node, names: Names, *, narrow: bool) -> list[str]:
    status = status_chip(node.properties.get("status", "unknown"), names.wording)
    nothing = f'<span class="quiet">{escape(names.wording.say("table.nothing"))}</span>'
    called = titled if narrow else titled_link
    row = [called(node, names), nothing, status, "", "", ""]
    return row if narrow else [*row, ""]
