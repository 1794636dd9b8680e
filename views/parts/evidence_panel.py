"""The panel beside an answer: the evidence of the link that was pressed, or a word what to press."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from graph.questions import Link
from views.parts.address import given, go, link_name
from views.parts.answers import Answers
from views.parts.evidence import show_evidence
from views.parts.names import Names

INTO_VIEW = 'document.querySelector(".st-key-evidence")?.scrollIntoView({ block: "nearest" });'


def evidence_panel(links: Iterable[Link], answers: Answers, names: Names) -> None:
    """Show the evidence of the one of `links` that the address names under `link`."""
    wording, chosen = names.wording, given("link")
    found = next((link for link in links if link_name(link) == chosen), None)
    with st.container(key="evidence" if chosen else "no evidence", border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            st.html(f"<h2>{escape(wording.say('evidence.title'))}</h2>")
            if chosen:
                close = wording.say("evidence.close")
                st.button(close, key="close evidence", on_click=go, kwargs={"link": None})
        if found:
            show_evidence(found, answers, names)
            # A permalink opens at the head of the page; a link pressed has it in view already.
            st.html(f"<script>{INTO_VIEW}</script>", unsafe_allow_javascript=True)
        else:
            said = escape(wording.say("evidence.gone" if chosen else "evidence.choose"))
            st.html(f'<p class="quiet">{said}</p>')
