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
    yield from things[: extent(key)]
    offer_more(key, len(things), wording)


def extent(key: str, first: int = PORTION) -> int:
    """How many things of a list the reader has asked for by now; at the beginning `first`."""
    return int(st.session_state.setdefault(f"portion {key}", first))


def offer_more(key: str, total: int, wording: Wording, step: int = PORTION) -> None:
    """A button that brings `step` more, where not all of a list are shown yet."""
    shown = extent(key)
    if total > shown:

        def more() -> None:
            st.session_state[f"portion {key}"] = shown + step

        st.button(wording.say("page.more", number=total - shown), key=f"more {key}", on_click=more)
