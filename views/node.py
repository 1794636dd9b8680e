"""One page for any node: what it is, in all languages, and everything that it is linked to."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from graph.model.ids import body_of, parent_labels, session_of, whole_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions import about, agenda, candidates, sessions_of, suggestions
from graph.questions.steps import Way
from views.parts.address import given, page_address
from views.parts.agenda_tree import agenda_tree
from views.parts.answers import Answers
from views.parts.exports import View, export_view
from views.parts.facts import (
    differences,
    facts,
    official_text,
    other_languages,
    texts,
)
from views.parts.frame import framed
from views.parts.judging import adding_link
from views.parts.kept import ask
from views.parts.markup import bdi, chip, in_language, running
from views.parts.names import Names
from views.parts.node_link import node_link
from views.parts.not_found import not_found
from views.parts.relation_list import described, show_relations
from views.parts.requests import show_citing, show_requests
from views.parts.session_table import session_table
from views.parts.status import status_chip, status_of
from views.parts.wording import language_name

ONWARD = {
    "trace": ("decision", "provision", "document"),
    "why": ("agenda item", "document", "working group", "body", "provision", "decision"),
    "graph": tuple(load_model().nodes),
}


def page() -> None:
    """Show the node that the address asks for."""
    framed("node", _ask)


def _ask(answers: Answers, names: Names) -> None:
    asked = given("id")
    fitting = ask(answers, candidates, asked) if asked else ()
    node = answers.node(fitting[0]) if len(fitting) == 1 else None
    if node is None:
        _not_found(answers, names, asked, fitting)
    else:
        _show(answers, names.at_home_in(_home(node)), node)


def _home(node: Node) -> str | None:
    """The body that a page about a node is about; the acts of others say whose they are."""
    body = node.properties.get("body") if node.type == "document" else None
    return f"body:{body.removeprefix('body:')}" if body else body_of(node.id)


def _not_found(answers: Answers, names: Names, asked: str, fitting: tuple[str, ...]) -> None:
    wording = names.wording
    meant = fitting or (ask(answers, suggestions, asked) if asked else ())
    nodes = [node for id in meant if (node := answers.node(id))]
    listed = "".join(f"<li>{described(node, names)}</li>" for node in nodes)
    perhaps = f"<p>{escape(wording.say('node.perhaps'))}</p>" if listed and not fitting else ""
    listed = f'{perhaps}<ul class="links">{listed}</ul>'
    do = wording.say("node.not_found_do")
    st.html(not_found(asked, wording, several=bool(fitting), do=do, listed=listed))


def _show(answers: Answers, names: Names, node: Node) -> None:
    st.html(_head(node, names, _within(answers, names, node)) + facts(node, names))
    if told := differences(node, names):
        st.html(told)
    if shown := texts(node, names):
        st.html(shown)
    for section in SECTIONS.get(node.type, ()):
        section(answers, names, node)
    show_relations(answers, names, node, TOLD.get(node.type, ()))
    links = [link for one in ask(answers, about, node.id) for link in one.links]
    export_view(View(node.id, names.name(node), links, [node]), answers, names)


def _head(node: Node, names: Names, within: str) -> str:
    wording, told = names.wording, node.properties
    kind = chip(escape(wording.type(node.type)), tone="plain")
    title, status = names.title(node), status_of(node)
    head = within
    head += f'<p class="chips">{kind}{status_chip(status, wording) if status else ""}</p>'
    head += f'<h2 class="act">{bdi(names.name(node))}'
    if title and title[0] != names.name(node):
        head += f" {in_language(running(title[0]), title[1])}"
    head += "</h2>"
    for language, text in other_languages(node, names):
        head += f'<p class="other"><span class="quiet">{escape(language_name(language))}</span> '
        head += f"{in_language(running(text), language)}</p>"
    if not told.get("known", True):
        head += f'<p class="badge">{escape(wording.say("node.stub"))}</p>'
    if told.get("source") == "digest":
        head += f'<p class="badge digest">{escape(wording.say("head.digest"))}</p>'
    if judgement := told.get("judgement"):
        reason = wording.say("evidence.judged", reason=str(judgement.get("why", "")))
        head += f'<p class="badge">{running(reason)}</p>'
    return f"{head}{_onward(node, names)}"


def _within(answers: Answers, names: Names, node: Node) -> str:
    """What a node is part of, outermost first: body, session, act, the provisions above."""
    id = node.id
    instrument = (
        f"inst:{id.removeprefix('art:').partition('/')[0]}" if node.type == "article" else ""
    )
    upper = (body_of(id), session_of(id), instrument, whole_of(id), *reversed(parent_labels(id)))
    nodes = [answers.node(one) for one in dict.fromkeys(upper) if one and one != id]
    links = "".join(
        f"<li>{node_link(one, names, names.body(one.id) if one.type == 'body' else '')}</li>"
        for one in nodes
        if one
    )
    label = escape(names.wording.say("node.within"))
    return f'<nav aria-label="{label}"><ol class="within">{links}</ol></nav>' if links else ""


def _onward(node: Node, names: Names) -> str:
    """The ways from a node to what it led to, to where it came from, to what is around it."""
    wording = names.wording
    links = [
        f'<a href="{escape(page_address(page, wording.language, id=node.id))}" target="_self">'
        f"{escape(wording.say(f'node.{page}'))}</a>"
        for page, types in ONWARD.items()
        if node.type in types
    ]
    links += [official_text(node, wording), adding_link(node, names)]
    label = escape(wording.say("node.onward"))
    return f'<nav class="ways onward" aria-label="{label}">{"".join(links)}</nav>'


def _agenda(answers: Answers, names: Names, node: Node) -> None:
    if shown := agenda_tree(ask(answers, agenda, node.id), names):
        st.html(shown)


def _sessions(answers: Answers, names: Names, node: Node) -> None:
    if sessions := ask(answers, sessions_of, node.id):
        title = escape(names.wording.say("sessions.title"))
        st.html(f"<h2>{title}</h2>{session_table(sessions, names)}")


# What a page of a type shows before the plain lists, and the relations that need no list then.
Section = Callable[[Answers, Names, Node], None]
SECTIONS: dict[str, tuple[Section, ...]] = {
    "session": (_agenda,),
    "body": (_sessions, show_requests),
    "working group": (show_requests,),
    "actor": (show_requests,),
    "article": (show_citing,),
    "rule": (show_citing,),
    "instrument": (show_citing,),
}
ASKED = Way("ADDRESSED_TO", reverse=True)
CITED = Way("CITES", reverse=True)
TOLD: dict[str, tuple[Way, ...]] = {
    "session": (Way("ITEM_OF", reverse=True),),
    "body": (Way("SESSION_OF", reverse=True), ASKED),
    "working group": (ASKED,),
    "actor": (ASKED,),
    "article": (CITED,),
    "rule": (CITED,),
    "instrument": (CITED,),
}
