"""What a page's address says: page, what is traced, which link is open, words, language.

The address is the one place where the state of a page lives, so that every view has a permalink.
"""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from graph.questions import Link


def given(name: str) -> str:
    """What the address says under a name; empty if nothing."""
    return st.query_params.get(name, "").strip()


def go(**changes: str | None) -> None:
    """Change the address; None takes a name out of it."""
    for name, value in changes.items():
        if value:
            st.query_params[name] = value
        else:
            st.query_params.pop(name, None)


def link_name(link: Link) -> str:
    """How an address names a link: its relation and its ends."""
    return " ".join(link.key)


def page_address(page: str, language: str, **said: str | None) -> str:
    """The address of a page in a language, with what else it is about; None is left out."""
    named = {name: value for name, value in said.items() if value}
    return "?" + urlencode({"page": page, **named, "lang": language})
