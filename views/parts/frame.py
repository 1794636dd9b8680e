"""The frame of every page: head, way to the other pages, language, and a word where a store fails."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from graph.model.errors import MandatesError
from views.parts.address import page_address
from views.parts.answers import Answers, open_answers
from views.parts.choosing import choose_language
from views.parts.names import Names
from views.parts.shell import dress, language_of_page, trouble
from views.parts.wording import Wording

# The pages that every page leads to, in this order; others are reached from what they are about.
WAYS = ("start", "trace", "gaps", "timeline", "graph", "method")


def framed(page: str, show: Callable[[Answers, Names], None]) -> None:
    """Show a page: its head and frame, then what `show` makes of the store's answers.

    The messages `[<page>] title` and `intro` are its head. A store that is missing, empty, of
    another version or out of reach gives a page that says what to do.
    """
    wording = language_of_page()
    dress(wording)
    with st.container(key="top", horizontal=True, horizontal_alignment="distribute"):
        st.html(_ways(page, wording), width="content")
        choose_language(wording)
    intro = escape(wording.say(f"{page}.intro"))
    st.html(f"<h1>{escape(wording.say(f'{page}.title'))}</h1><p class='quiet'>{intro}</p>")
    try:
        answers = open_answers()
        if answers is None:
            trouble(wording, "empty")
        else:
            show(answers, answers.names(wording))
    except MandatesError as error:
        trouble(wording, "unready", str(error))


def _ways(here: str, wording: Wording) -> str:
    links = []
    for page in WAYS:
        current = ' aria-current="page"' if page == here else ""
        address = escape(page_address(page, wording.language))
        said = escape(wording.say(f"ways.{page}"))
        links.append(f'<a href="{address}" target="_self"{current}>{said}</a>')
    return (
        f'<nav class="ways" aria-label="{escape(wording.say("ways.label"))}">{"".join(links)}</nav>'
    )
