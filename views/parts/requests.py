"""What an actor, a group or a body was asked, by decision: by when, and what came of it."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.model.records import Node
from graph.questions import Asking, FromAct, Request, asked, by_act
from views.parts.answers import Answers
from views.parts.kept import ask
from views.parts.markup import chip, in_language, running
from views.parts.names import Names
from views.parts.node_link import node_link, titled_link
from views.parts.portions import extent, offer_more
from views.parts.relation_list import described, proof
from views.parts.status import status_chip, status_of

ACTS = 10  # acts shown at first, and how many more a button brings


def show_requests(answers: Answers, names: Names, node: Node) -> None:
    """The provisions that ask `node` for something, under the acts in which they stand."""
    key, wording = f"asked {node.id}", names.wording
    found = ask(answers, asked, node.id, extent(key, ACTS))
    if found.total:
        says = wording.say("node.asked_says", total=found.total, acts=found.acts)
        st.html(
            f"<h2>{escape(wording.say('node.asked'))}</h2><p>{escape(says)}</p>"
            + "".join(_asking(one, names) for one in found.first)
        )
        offer_more(key, found.acts, wording, ACTS)


def show_citing(answers: Answers, names: Names, node: Node) -> None:
    """What cites `node`, under the acts and documents in which it is cited."""
    key, wording = f"cited {node.id}", names.wording
    found = ask(answers, by_act, node.id, "CITES", extent(key, ACTS))
    if found.total:
        says = wording.say("node.cited_says", total=found.total, acts=found.acts)
        st.html(
            f"<h2>{escape(wording.say('node.cited'))}</h2><p>{escape(says)}</p>"
            + "".join(_citing(one, names) for one in found.first)
        )
        offer_more(key, found.acts, wording, ACTS)


def _asking(asking: Asking, names: Names) -> str:
    lines = "".join(_request(one, names) for one in asking.requests)
    return f'<h3 class="when">{titled_link(asking.act, names)}</h3><ul class="links">{lines}</ul>'


def _request(request: Request, names: Names) -> str:
    wording, provision = names.wording, request.link.source
    text, language = names.title(provision, "text") or ("", wording.language)
    status = status_of(provision)
    chips = status_chip(status, wording) if status else ""
    for link in request.due:
        chips += chip(node_link(link.node, names), wording.say("provisions.due"))
    came = "".join(
        f"<li>{escape(wording.relation(step))}: {described(step.node, names)}"
        f" {proof(step, names)}</li>"
        for step in request.follow_up
    )
    label = node_link(provision, names, names.label(provision.id))
    return (
        f"<li><b>{label}</b> {in_language(running(text), language)}"
        f'<p class="chips">{chips}{proof(request.link, names)}</p>'
        f"{f'<ul>{came}</ul>' if came else ''}</li>"
    )


def _citing(found: FromAct, names: Names) -> str:
    places = []
    for link in found.links:
        if link.source.id == found.act.id:
            called = names.wording.value("node", "itself")
        else:
            called = names.label(link.source.id)
        places.append(f"<li>{node_link(link.source, names, called)} {proof(link, names)}</li>")
    act = described(found.act, names)
    return f'<h3 class="when">{act}</h3><ul class="places">{"".join(places)}</ul>'
