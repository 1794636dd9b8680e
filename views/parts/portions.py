"""Long lists a portion at a time: a treaty's decision has hundreds of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import streamlit as st

from views.parts.wording import Wording

Thing = TypeVar("Thing")
PORTION = 40


def portion(key: str, things: Sequence[Thing], wording: Wording) -> Iterator[Thing]:
    """The first of a list, and behind them a button that brings more; `key` names the list."""
    shown = st.session_state.setdefault(f"portion {key}", PORTION)
    yield from things[:shown]
    if len(things) > shown:

        def more() -> None:
            st.session_state[f"portion {key}"] = shown + PORTION

        left = wording.say("page.more", number=len(things) - shown)
        st.button(left, key=f"more {key}", on_click=more)
