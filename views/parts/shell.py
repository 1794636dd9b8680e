"""What every page has around it: language and direction, style, and a word where a store fails."""

from __future__ import annotations

import json
from html import escape

import streamlit as st

from views.parts.address import given
from views.parts.answers import store_url
from views.parts.markup import bdi
from views.parts.stylesheet import style
from views.parts.wording import Wording, wording_for, wordings


def language_of_page() -> Wording:
    """The language that the address asks for, else the browser's, else English."""
    asked = given("lang")
    return wording_for(asked if asked in wordings() else st.context.locale)


def dress(wording: Wording) -> None:
    """Style and direction of the whole page, menus and other layers above it included."""
    st.html(f"<style>{style()}</style>")
    root = {"lang": wording.language, "dir": wording.direction}
    st.html(
        f"<script>Object.assign(document.documentElement, {json.dumps(root)});</script>",
        unsafe_allow_javascript=True,
    )


def trouble(wording: Wording, kind: str, said: str = "") -> None:
    """A page that says what is wrong with the store, and what to do."""
    title, do = wording.say(f"trouble.{kind}"), wording.say(f"trouble.{kind}_do")
    reason = f"<p dir='ltr' class='quiet'>{escape(said)}</p>" if said else ""
    st.html(
        f'<section class="absent"><h2>{escape(title)}</h2>'
        f"<p>{escape(do)}</p>{reason}<p>{bdi(store_url())}</p></section>"
    )
    st.code(f"mandates build PATH --store {store_url()}", language=None)
