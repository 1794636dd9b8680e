"""How a reader picks what to trace: body, session, decision, or a search over everything."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from graph.model.ids import body_of, order_of, whole_of
from graph.model.records import Node
from graph.questions.acts import NO_SESSION
from views.parts.address import go
from views.parts.answers import Answers, Found
from views.parts.markup import direction, plain, unmarked
from views.parts.names import Names
from views.parts.node_link import titled_label
from views.parts.wording import Wording
from views.parts.words_box import words_box

NONE = "—"  # the body of a document that is of none
SNIPPET = 140  # characters of a hit's text


def choose_act(answers: Answers, names: Names, id: str) -> None:
    """Body, session and decision, set to those of `id`; a choice changes the address.

    An act whose text is not here stands among those of its body for as long as it is shown.
    """
    wording = names.wording
    of, whole = answers.acts().of, whole_of(id)
    session = answers.acts().session(whole)
    body = body_of(whole) or ""
    sessions = {one: list(acts) for one, acts in of.get(body, {}).items()}
    if session is None:
        session = NO_SESSION
        sessions[session] = [*sessions.get(session, ()), whole]
    listed = sessions[session]
    nodes = answers.nodes(filter(None, [*of, body, *sessions, *listed]))
    first, second, third = st.columns([3, 2, 5])
    with first:
        _choice(
            "body",
            sorted({*of, body}),
            body,
            lambda one: _node_name(nodes, names, one),
            lambda one: next(iter(of[one].values()))[0] if one in of else whole,
            wording,
        )
    with second:
        _choice(
            "session",
            sorted(sessions, key=order_of),
            session,
            lambda one: _node_name(nodes, names, one) if one else wording.say("page.no_session"),
            lambda one: sessions[one][0],
            wording,
        )
    with third:
        _choice(
            "decision",
            listed,
            whole,
            lambda one: titled_label(nodes.get(one) or Node(one, "decision"), names),
            lambda one: one,
            wording,
        )


def search(answers: Answers, names: Names) -> None:
    """The search box and, while there are words in it, what was found."""
    wording = names.wording
    words = words_box(wording.say("page.search"), "words", wording.say("page.search_hint"))
    if not words:
        return
    found = answers.search(words)
    with st.container(key="found", border=True):
        key = "page.found" if found else "page.found_nothing"
        st.html(f'<p role="status">{escape(wording.say(key, words=words))}</p>')
        for hit in found:
            _hit(hit, names)


def _hit(hit: Found, names: Names) -> None:
    for node in hit.asked_by or (hit.node,):
        pieces = [titled_label(hit.node, names)]
        if hit.asked_by:
            asked = names.wording.say("page.asked_by", provision=names.name(node))
            pieces.append(plain(asked, names.wording.direction))
        elif hit.text and hit.text not in pieces[0]:
            snippet = textwrap.shorten(hit.text, SNIPPET, placeholder=" …")
            pieces.append(plain(snippet, direction(hit.language)))
        st.button(
            unmarked(" · ".join(pieces)),
            key=f"hit {hit.node.id} {node.id}",
            type="tertiary",
            width="stretch",
            on_click=go,
            kwargs={"id": node.id, "q": None, "link": None},
        )


def _choice(
    key: str,
    options: Sequence[str],
    current: str,
    called: Callable[[str], str],
    meant: Callable[[str], str],
    wording: Wording,
) -> None:
    """A select box that shows what the address says and writes what is chosen into it."""
    st.session_state[key] = current
    st.selectbox(
        wording.say(f"page.{key}"),
        options,
        format_func=called,
        key=key,
        on_change=lambda: go(id=meant(st.session_state[key]), link=None, q=None),
    )


def _node_name(nodes: Mapping[str, Node], names: Names, id: str) -> str:
    node = nodes.get(id)
    return names.name(node) if node else id.partition(":")[2] or NONE
