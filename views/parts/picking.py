"""How a reader picks a matter: by words, or by body, session, and item or document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from graph.model.ids import body_of, session_of
from graph.model.records import Node
from graph.questions import HeldSession, candidates, matters, meeting_bodies, sessions_of
from graph.questions.origins import LED
from graph.stores import Store
from views.parts.address import go, page_address
from views.parts.answers import Answers
from views.parts.kept import ask
from views.parts.markup import plain
from views.parts.names import Names
from views.parts.node_link import titled_label
from views.parts.relation_list import described
from views.parts.words_box import words_box

FOUND = 12  # hits shown
ACTS = ("decision", "provision")


def search_matters(answers: Answers, names: Names, page: str) -> None:
    """A search box for what has an origin, and what was found as ways to `page`."""
    wording = names.wording
    words = words_box(wording.say("page.search"), "matter words", wording.say("page.search_hint"))
    if words:
        found = ask(answers, matters_named, words)
        said = wording.say("page.found" if found else "page.found_nothing", words=words)
        lines = "".join(
            f"<li>{described(node, names, page_address(page, wording.language, id=node.id))}</li>"
            for node in found
        )
        st.html(f'<p role="status">{escape(said)}</p><ul class="links">{lines}</ul>')


def matters_named(store: Store, words: str) -> tuple[Node, ...]:
    """What a name or words fit, of all that can have come from a decision."""
    named = [node for id in candidates(store, words) if (node := store.node(id))]
    hits = [hit.node for hit in store.search(words, 5 * FOUND)]
    found = {node.id: node for node in (*named, *hits) if node.type in LED}
    # what is asked about here is mostly what came before a session, not what a decision said
    return tuple(sorted(found.values(), key=lambda node: node.type in ACTS))[:FOUND]


def pick_matter(answers: Answers, names: Names, current: Node | None) -> None:
    """Body, session, and item or document, set to those of `current`; a choice changes the address."""
    bodies = ask(answers, meeting_bodies)
    if not bodies:
        return
    body_id, session_id = _place(answers, current)
    body = next((one for one in bodies if one.id == body_id), bodies[0])
    sessions = [one for one in ask(answers, sessions_of, body.id) if one.items or one.documents]
    session = next((one for one in sessions if one.node.id == session_id), None)
    columns = st.columns([3, 2, 5])
    with columns[0]:
        _choice(names, "body", bodies, body, lambda one: _last(answers, one))
    if not sessions:
        return
    shown = session or sessions[-1]
    with columns[1]:
        nodes = [one.node for one in sessions]
        _choice(names, "session", nodes, shown.node, lambda one: _first(answers, one))
    options = list(ask(answers, matters, shown.node.id))
    if current and current.id not in {one.id for one in options}:
        options.insert(0, current)
    with columns[2]:
        _choice(names, "matter", options, current, lambda one: one.id)


def _place(answers: Answers, node: Node | None) -> tuple[str | None, str | None]:
    """The body and the session that a matter belongs to, as far as its own id or properties say."""
    if node is None:
        return None, None
    session = node.properties.get("session") or session_of(node.id)
    body = body_of(node.id) or body_of(session or "")
    return body, session


def _first(answers: Answers, session: Node) -> str | None:
    found = ask(answers, matters, session.id)
    return found[0].id if found else None


def _last(answers: Answers, body: Node) -> str | None:
    """The first matter of the latest session of a body whose agenda is held."""
    held: list[HeldSession] = [one for one in ask(answers, sessions_of, body.id) if one.items]
    return _first(answers, held[-1].node) if held else body.id


def _choice(
    names: Names,
    key: str,
    options: Sequence[Node],
    current: Node | None,
    meant: Callable[[Node], str | None],
) -> None:
    by_id = {node.id: node for node in options}
    st.session_state[f"pick {key}"] = current.id if current else None

    def chosen() -> None:
        if (id := st.session_state[f"pick {key}"]) in by_id:
            go(id=meant(by_id[id]), q=None)

    st.selectbox(
        names.wording.say(f"page.{key}" if key != "matter" else "why.matter"),
        list(by_id),
        format_func=lambda id: _called(by_id[id], names),
        key=f"pick {key}",
        index=0 if current else None,
        placeholder=names.wording.say("why.pick"),
        on_change=chosen,
    )


def _called(node: Node, names: Names) -> str:
    if node.type in ("body", "session"):
        return plain(names.name(node), names.wording.direction)
    return titled_label(node, names)
