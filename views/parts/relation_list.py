"""The relations of a node: a list for each relation and direction, in portions."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

import streamlit as st

from graph.model.ids import body_of
from graph.model.naming import text_field
from graph.model.records import Node
from graph.questions import Link, Related, about, related
from graph.questions.about import PORTION
from graph.questions.steps import Way
from views.parts.answers import Answers
from views.parts.chain_table import confidence
from views.parts.evidence_link import evidence_link
from views.parts.kept import ask
from views.parts.markup import bdi, chip, in_language, running
from views.parts.names import Names
from views.parts.node_link import node_link
from views.parts.portions import extent, offer_more
from views.parts.shortened import shortened
from views.parts.status import status_chip, status_of

# Why a thing is there and what came of it before where it stands, what it cites behind all that.
ORDER = (
    *("MANDATES", "PURSUANT_TO", "ESTABLISHED_BY", "DRAFT_OF", "ADOPTED_AT", "UNDER"),
    *("BECAME", "DEFERRED_TO", "DOCUMENTATION", "BEFORE", "REPORTS_ON"),
    *("REVISES", "ADDENDUM_TO", "CORRIGENDUM_TO", "CONTAINED_IN", "HAS_PROVISION", "DUE_AT"),
    *("AMENDS", "SUPERSEDES", "ADDRESSED_TO", "SUBMITTED_BY"),
)
LAST = ("ABOUT", "CITES")
SAID = 220  # characters of a provision in a list
STEP = 100  # how many more a button brings


def show_relations(answers: Answers, names: Names, node: Node, told: Collection[Way]) -> None:
    """All relations of a node but those that the page has `told` in another form."""
    groups = [
        one for one in ask(answers, about, node.id) if Way(one.relation, one.reverse) not in told
    ]
    if groups or not told:
        st.html(f"<h2>{escape(names.wording.say('node.linked'))}</h2>")
    for group in sorted(groups, key=_rank):
        key = f"{node.id} {group.relation} {group.reverse}"
        shown = extent(key, PORTION)
        if shown > PORTION:
            way = Way(group.relation, group.reverse)
            group = ask(answers, related, node.id, way, shown)
        st.html(_listed(group, names))
        offer_more(key, group.total, names.wording, STEP)
    if not groups and not told:
        st.html(f'<p class="quiet">{escape(names.wording.say("node.nothing"))}</p>')


def _rank(group: Related) -> int:
    if group.relation in ORDER:
        return ORDER.index(group.relation)
    return len(ORDER) + (group.relation in LAST)


def described(node: Node, names: Names, address: str = "") -> str:
    """A node with what tells it from others of its name, and its title.

    Its name is a way to its page, or to `address`.
    """
    shown = node_link(node, names, address=address)
    if node.type == "agenda item":
        shown += f" · {bdi(names.session_of(node))}"
    if whose := _whose(node):
        shown += f" · {bdi(names.body(whose))}"
    found = names.title(node, text_field(node.type))
    if found and found[0] != names.name(node):
        text = shortened(found[0], SAID)
        shown += f' <span class="title">{in_language(running(text), found[1])}</span>'
    return shown


def _whose(node: Node) -> str | None:
    """The body or instrument without which the name of a node does not say which is meant."""
    if node.type in ("agenda item", "session", "rule"):
        return body_of(node.id)
    if node.type == "article":
        return f"inst:{node.id.removeprefix('art:').partition('/')[0]}"
    return None


def proof(link: Link, names: Names) -> str:
    """How sure a link is, and the way to the sentence that says it, as chips."""
    basis = chip(escape(confidence(link, names.wording)), tone=f"basis-{link.basis}")
    if link.properties.get("suspect"):
        basis += chip(escape(names.wording.say("node.suspect")), tone="open")
    return f'<span class="proof">{basis} {evidence_link(link, names)}</span>'


def _listed(group: Related, names: Names) -> str:
    wording = names.wording
    label = wording.relation(group.links[0])
    head = f"{escape(label[:1].upper() + label[1:])} <small>({group.total})</small>"
    lines = "".join(
        f"<li>{described(link.node, names)}{_besides(link, names)} {proof(link, names)}</li>"
        for link in group.links
    )
    return f'<h3 class="when">{head}</h3><ul class="links">{lines}</ul>'


def _besides(link: Link, names: Names) -> str:
    """When an act was adopted, before which session a matter is due, what became of a mandate."""
    wording, told = names.wording, link.properties
    pieces = []
    if link.relation == "ADOPTED_AT" and (date := told.get("date")):
        pieces.append(bdi(date))
    if link.relation == "DUE_AT" and told.get("when") == "before":
        pieces.append(escape(wording.say("node.before")))
    if link.node.type == "provision" and (status := status_of(link.node)):
        pieces.append(status_chip(status, wording))
    return "".join(f" · {piece}" for piece in pieces)
