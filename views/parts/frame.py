"""The frame of every page: head, ways to the other pages, languages, foot; a word where a store fails."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from graph.model.errors import MandatesError, StoreError
from views.parts.address import page_address
from views.parts.answers import Answers, open_answers
from views.parts.foot import foot
from views.parts.modes import judgements_folder
from views.parts.names import Names
from views.parts.shell import MAIN, choose_language, dress, language_of_page
from views.parts.trouble import store_trouble
from views.parts.wording import Wording

# The pages that every page leads to, in this order; others are reached from what they are about.
WAYS = ("start", "trace", "gaps", "timeline", "graph", "documents", "method")


def framed(page: str, show: Callable[[Answers, Names], None]) -> None:
    """Show a page: its head and frame, then what `show` makes of the store's answers.

    The messages `[<page>] title` and `intro` are its head. A store that is missing, empty, being
    built, of another version or out of reach gives a page that says what to do.
    """
    wording = language_of_page()
    head(page, wording)
    try:
        answers = open_answers()
        show(answers, answers.names(wording))
        st.html(foot(answers, wording))
    except StoreError as error:
        store_trouble(wording, error.state, str(error))
    except MandatesError as error:
        store_trouble(wording, "unreadable", str(error))


def head(page: str, wording: Wording) -> None:
    """What every page begins with, whatever state the store is in."""
    dress(wording)
    with st.container(key="top", horizontal=True, horizontal_alignment="distribute"):
        skip = escape(wording.say("shell.skip"))
        st.html(f'<a class="skip" href="#{MAIN}">{skip}</a>{_ways(page, wording)}', width="content")
        st.html(choose_language(wording), width="content")
    title, intro = (escape(wording.say(f"{page}.{part}")) for part in ("title", "intro"))
    st.html(f'<h1 id="{MAIN}" tabindex="-1">{title}</h1><p class="quiet">{intro}</p>')


def _ways(here: str, wording: Wording) -> str:
    links = []
    for page in (*WAYS, *(["judgements"] if judgements_folder() else [])):
        current = ' aria-current="page"' if page == here else ""
        address = escape(page_address(page, wording.language))
        said = escape(wording.say(f"ways.{page}"))
        links.append(f'<a href="{address}" target="_self"{current}>{said}</a>')
    return (
        f'<nav class="ways" aria-label="{escape(wording.say("ways.label"))}">{"".join(links)}</nav>'
    )
