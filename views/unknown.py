"""The page for an address that names no page: it says so, and leads to those that there are."""

from __future__ import annotations

from html import escape

import streamlit as st

from views.parts.address import given, page_address
from views.parts.frame import WAYS, head
from views.parts.markup import bdi
from views.parts.shell import language_of_page


def page() -> None:
    """Show what was asked for and where to go instead."""
    wording = language_of_page()
    head("unknown", wording)
    links = "".join(
        f'<li><a href="{escape(page_address(page, wording.language))}" target="_self">'
        f"{escape(wording.say(f'ways.{page}'))}</a></li>"
        for page in WAYS
    )
    st.html(f"<p>{bdi(given('page'))}</p><ul class='found'>{links}</ul>")
