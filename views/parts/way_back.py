"""The steps that led to a matter, from the latest backwards, each with the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from graph.model.records import Node
from graph.questions import Chain, Link, Origins
from views.parts.citations import cited_text
from views.parts.markup import CONTROLS, bdi, in_language, running
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
    return sorted(steps, key=lambda link: (-place[link.node.id], -place[start_of(link).id]))


def start_of(link: Link) -> Node:
    """Where a step begins."""
    return link.target if link.reverse else link.source


def _session(session: Node | None, links: Iterable[Link], names: Names) -> str:
    wording = names.wording
    called = names.name(session) if session else wording.say("returns.unplaced")
    lines = "".join(f"<li>{_step(link, names)}</li>" for link in links)
    return f'<h3 class="when">{bdi(called)}</h3><ul class="links steps">{lines}</ul>'


def _step(link: Link, names: Names) -> str:
    wording = names.wording
    return (
        f'<p class="from">{described(start_of(link), names)}</p>'
        f'<p class="to"><span class="relation">{escape(wording.relation(link))}</span> '
        f"{described(link.node, names)}</p>{_quotation(link, names)}{proof(link, names)}"
    )


def _quotation(link: Link, names: Names) -> str:
    """The sentence, in the page's language if it is said in it, with its citation."""
    # that an item is part of another, or a paragraph of a decision, needs no sentence
    if link.basis == "structural" or not link.evidence:
        return ""
    own = [one for one in link.evidence if one.evidence.language == names.wording.language]
    cited = (own or list(link.evidence))[0]
    said = running(CONTROLS.sub("", cited.evidence.quotation))
    quoted = in_language(said, cited.evidence.language, "blockquote")
    digest = ""
    if cited.evidence.source == "digest":
        digest = f'<p class="badge digest">{escape(names.wording.say("head.digest"))}</p>'
    return f'{quoted}<p class="quiet">{running(cited_text(cited.citation, names))}</p>{digest}'
