"""Pages that say what is wrong and what to do, in the reader's language, never a traceback."""

from __future__ import annotations

from html import escape

import streamlit as st

from views.parts.answers import shown_url, store_url
from views.parts.markup import bdi
from views.parts.wording import Wording

# What makes a graph where there is none that can be read; the server's copy has a way of its own.
BUILD, LOAD = "mandates build PATH --store {url}", "mandates load {url}"
REMEDIED = ("missing", "empty", "building", "version")


def trouble(wording: Wording, kind: str, said: str = "") -> None:
    """The messages `[trouble] <kind>` and `<kind>_do`; `said` is the reason as the program has it."""
    title, do = (escape(wording.say(f"trouble.{key}")) for key in (kind, f"{kind}_do"))
    reason = f'<p dir="ltr" lang="en" class="quiet">{escape(said)}</p>' if said else ""
    st.html(
        f'<section class="absent" role="alert"><h2>{title}</h2><p>{do}</p>{reason}'
        f"<p>{escape(wording.say('shell.store'))}: {bdi(shown_url())}</p></section>"
    )


def store_trouble(wording: Wording, state: str, said: str) -> None:
    """The state a store is in (see StoreError), the command that mends it, and a way to look again."""
    trouble(wording, state, said)
    if state in REMEDIED:
        remedy = BUILD if store_url().startswith("sqlite:") else LOAD
        st.code(remedy.format(url=shown_url()), language=None)
    st.button(wording.say("trouble.again"), key="again")
