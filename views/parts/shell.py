"""What every page has around it: its language and direction, style, and the choice of a language."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import urlencode

import streamlit as st

from views.parts.address import given
from views.parts.stylesheet import style
from views.parts.wording import Wording, wording_for, wordings

MAIN = "content"  # where the skip link leads


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


def choose_language(wording: Wording) -> str:
    """The same view in each language of the interface, as markup."""
    links = []
    for language, other in wordings().items():
        address = "?" + urlencode({**st.query_params.to_dict(), "lang": language})
        current = ' aria-current="true"' if language == wording.language else ""
        links.append(
            f'<a href="{escape(address)}" target="_self" hreflang="{language}" lang="{language}"'
            f' dir="{other.direction}"{current}>{escape(other.name)}</a>'
        )
    label = escape(wording.say("page.language"))
    return f'<nav class="ways languages" aria-label="{label}">{"".join(links)}</nav>'
