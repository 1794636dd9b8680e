"""The forms by which a researcher decides about a link or adds one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from commands.build import rejoin
from graph.judgement_files import append_judgement
from graph.model.errors import MandatesError
from graph.model.judgements import Judgement, Line, in_effect, link_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions import resolve_name
from graph.questions.judging import SENTENCE, WHO, WHY, judged
from graph.stores import Store, open_store
from views.parts.address import given, go
from views.parts.answers import Answers
from views.parts.evidence_link import link_key
from views.parts.judging import step_told
from views.parts.markup import bdi, in_language, plain
from views.parts.modes import judgements_folder
from views.parts.names import Names
from views.parts.wording import FALLBACK

ONE_AT_A_TIME = threading.Lock()
NAME = 200  # characters of a node's name


def link_form(name: str, lines: Sequence[Line], answers: Answers, names: Names) -> None:
    """The form for one link: confirm or reject it, or take back what was decided of it."""
    wording, key = names.wording, link_key(name)
    if key is None:
        _refuse(wording.say("judgements.no_link"), name, names)
        return
    with open_store(answers.url, create=False) as store:
        there = any(store.edge_keys(key[0], source=key[1], target=key[2]))
        nodes = {id: node for id in key[1:] if (node := store.node(id))}
    holding = next((line for line in in_effect(lines) if link_of(line) == key), None)
    actions = ["confirm"] if there else []
    # what a researcher added is withdrawn, not rejected: nobody else says it
    actions += ["reject"] if there and not (holding and holding.get("action") == "add") else []
    actions += ["withdraw"] if holding else []
    st.html(f"<h2>{escape(wording.say('judgements.judge'))}</h2>{step_told(key, nodes, names)}")
    if not actions:
        _refuse(wording.say("judgements.no_link"), name, names)
        return
    with st.form("judge"):
        action = st.radio(
            wording.say("judgements.action"),
            actions,
            format_func=lambda one: wording.say(f"judgements_do.{one}"),
        )
        who, why = _who_and_why("judge", names)
        sent = st.form_submit_button(wording.say("judgements.send"))
    if sent:
        _decide(answers, names, lambda store: judged(store, action, key, who=who, why=why))


def add_form(answers: Answers, names: Names) -> None:
    """The form that adds a link; its ends by their names, its sentence if there is one."""
    wording = names.wording
    relations = sorted(load_model().relations)
    with open_store(answers.url, create=False) as store:
        documents = sorted({reading.document for reading in store.readings()})
    with st.expander(wording.say("judgements.add"), expanded=bool(given("source"))):
        st.html(f'<p class="quiet">{escape(wording.say("judgements.add_says"))}</p>')
        with st.form("add"):
            relation = st.selectbox(
                wording.say("table.relation"),
                relations,
                index=relations.index("MANDATES"),
                format_func=lambda one: _relation(one, names),
            )
            source = st.text_input(
                wording.say("table.from"), value=given("source"), max_chars=NAME, key="add from"
            )
            target = st.text_input(wording.say("table.to"), max_chars=NAME, key="add to")
            document = st.selectbox(
                wording.say("judgements.document"),
                ["", *documents],
                format_func=lambda id: (
                    plain(names.name(Node(id, "document")), "ltr") if id else "—"
                ),
            )
            sentence = st.text_area(
                wording.say("judgements.sentence"), max_chars=SENTENCE, key="add sentence"
            )
            who, why = _who_and_why("add", names)
            sent = st.form_submit_button(wording.say("judgements.add"))
    if sent:

        def made(store: Store) -> Judgement:
            key = (relation, resolve_name(store, source), resolve_name(store, target))
            told = {"who": who, "why": why, "document": document, "sentence": sentence}
            return judged(store, "add", key, **told)

        _decide(answers, names, made)


def _who_and_why(form: str, names: Names) -> tuple[str, str]:
    wording = names.wording
    who = st.text_input(
        wording.say("judgements.who"),
        value=st.session_state.get("judging as", ""),
        max_chars=WHO,
        key=f"{form} who",
    )
    return who, st.text_area(wording.say("judgements.why"), max_chars=WHY, key=f"{form} why")


def _decide(answers: Answers, names: Names, made: Callable[[Store], Judgement]) -> None:
    """Keep a judgement and join the graph anew; a word where it is refused."""
    wording, folder = names.wording, judgements_folder()
    if folder is None:  # whoever sends this has a page from before, or one of their own making
        _refuse(wording.say("judgements.off"), "", names)
        return
    try:
        with open_store(answers.url, create=False) as store:
            judgement = made(store)
            append_judgement(folder, judgement)
            st.session_state["judging as"] = judgement.who
    except MandatesError as error:
        _refuse(wording.say("judgements.refused"), str(error), names)
        return
    try:
        with (
            st.spinner(wording.say("judgements.joining")),
            ONE_AT_A_TIME,
            open_store(answers.url, create=False) as store,
        ):
            done = rejoin(store, folder)
    except MandatesError as error:
        _refuse(wording.say("judgements.later"), str(error), names)
        return
    st.session_state["judged"] = wording.say("judgements.done" if done else "judgements.later")
    go(link=None, source=None)
    st.rerun()


def _refuse(said: str, reason: str, names: Names) -> None:
    told = f"<br>{in_language(bdi(reason), FALLBACK)}" if reason else ""
    st.html(f'<p class="badge" role="alert"><strong>{escape(said)}</strong>{told}</p>')


def _relation(name: str, names: Names) -> str:
    return plain(names.wording.relation_named(name), "auto") + f" ({name})"
