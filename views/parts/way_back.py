"""The steps that led to a matter, from the latest backwards, each with the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

import streamlit as st

from graph.model.records import Node
from graph.questions import Chain, Cited, Link, Origins
from views.parts.markup import CONTROLS, anchor, bdi, chip, in_language, running
from views.parts.names import Names
from views.parts.portions import extent, offer_more
from views.parts.relation_list import described, proof

STEPS = 25  # steps shown at first, and how many more a button brings


def show_way_back(answer: Origins, laid_out: Chain, names: Names) -> None:
    """The steps under the sessions at which they arrive, the latest session first."""
    key = f"way {answer.node.id}"
    steps = latest_first(answer.steps, laid_out)
    shown = steps[: extent(key, STEPS)]
    by_session = groupby(shown, lambda link: answer.sessions.get(link.node.id))
    st.html("".join(_session(session, links, names) for session, links in by_session))
    offer_more(key, len(steps), names.wording, STEPS)


def latest_first(steps: Iterable[Link], laid_out: Chain) -> Sequence[Link]:
    """Steps by the columns in which they arrive and start, the last columns first."""
    place = {node.id: n for n, column in enumerate(laid_out.columns) for node in column.nodes}
    return sorted(steps, key=lambda link: (-place[link.node.id], -place[link.start.id]))


def _session(session: Node | None, links: Iterable[Link], names: Names) -> str:
    called = names.name(session) if session else names.wording.say("returns.unplaced")
    shown = f'<h3 class="when">{bdi(called)}</h3>'
    for _, steps in groupby(links, lambda link: link.node.id):
        several = list(steps)
        lines = "".join(f"<li>{_step(link, names)}</li>" for link in several)
        shown += f"<h4>{described(several[0].node, names)}</h4>"
        shown += f'<ul class="links steps">{lines}</ul>'
    return shown


def _step(link: Link, names: Names) -> str:
    """A step as it reads from where it arrived: "mandated by" and what mandated it."""
    back = replace(link, reverse=not link.reverse)
    relation = f'<span class="relation">{escape(names.wording.relation(back))}</span>'
    return f"{relation} {described(link.start, names)}{_quotation(link, names)}"


def _quotation(link: Link, names: Names) -> str:
    """The sentence, in the page's language if it is said in it, with its citation."""
    # that an item is part of another, or a paragraph of a decision, needs no sentence
    if link.basis == "structural" or not link.evidence:
        return f" {proof(link, names)}"
    own = [one for one in link.evidence if one.evidence.language == names.wording.language]
    cited = (own or list(link.evidence))[0]
    said = running(CONTROLS.sub("", cited.evidence.quotation))
    quoted = in_language(said, cited.evidence.language, "blockquote")
    digest = ""
    if cited.evidence.source == "digest":
        digest = chip(escape(names.wording.value("evidence", "digest")), tone="open")
    return f"{quoted}<p>{_place(cited, names)} {digest}{proof(link, names)}</p>"


def _place(cited: Cited, names: Names) -> str:
    """Where the sentence stands; the document is a way to its official text."""
    document = cited.citation.document
    shown = anchor(cited.citation.link, document) or bdi(document)
    if cited.evidence.pinpoint:
        shown += f" · {bdi(names.place(cited.evidence.pinpoint))}"
    return f'<span class="quiet">{shown}</span>'
