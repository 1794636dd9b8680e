"""The first page: a search over everything, four questions with an answer each, what is there."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.questions import overview
from graph.questions.examples import examples
from graph.questions.findings import findings
from views.parts.answers import Answers
from views.parts.examples import example_cards
from views.parts.exports import View, export_view
from views.parts.figures import figures, figures_table
from views.parts.found import found_nothing, found_something
from views.parts.frame import framed
from views.parts.kept import ask
from views.parts.names import Names
from views.parts.words_box import LONGEST, words_box


def page() -> None:
    """Show what the store holds and, where the address has words, what they are found in."""
    framed("start", _show)


def _show(answers: Answers, names: Names) -> None:
    wording = names.wording
    words = words_box(wording.say("start.search"), "everything", wording.say("start.search_hint"))
    if words:
        _found(answers, names, words[:LONGEST])
        return
    if cards := example_cards(ask(answers, examples), names):
        st.html(cards)
    st.html(f"<h2>{escape(wording.say('start.figures'))}</h2>")
    held = ask(answers, overview)
    st.html(figures(held, names))
    table = figures_table(held, wording)
    export_view(View("start", wording.say("start.title"), tables=[table]), answers, names)


def _found(answers: Answers, names: Names, words: str) -> None:
    answer = ask(answers, findings, words)
    with st.container(key="results"):
        if answer.named or answer.groups:
            st.html(found_something(answer, words, names))
        else:
            st.html(found_nothing(answer, words, names))
    nodes = [*answer.named, *(hit.node for _, hits in answer.groups for hit in hits)]
    found = list({node.id: node for node in nodes}.values())
    export_view(View(f"search-{words}", words, nodes=found), answers, names)
