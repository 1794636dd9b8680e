"""Long lists page by page, the page in the address."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TypeVar

import streamlit as st

from views.parts.address import given, go
from views.parts.wording import Wording

Thing = TypeVar("Thing")
PORTION = 40


def page_through(
    key: str, things: Sequence[Thing], wording: Wording, none: str = "paging.none"
) -> Sequence[Thing]:
    """The part of a list that the address (`part`, from 1) asks for, with ways to those beside it.

    A part that is not there is the nearest that is; `none` is the message where there is nothing.
    """
    parts = max(1, -(-len(things) // PORTION))
    asked = given("part")
    part = min(max(int(asked), 1), parts) if asked.isdecimal() and len(asked) < 9 else 1
    first = (part - 1) * PORTION
    shown = things[first : first + PORTION]
    with st.container(key=f"paging {key}", horizontal=True, vertical_alignment="center"):
        if shown:
            last, number = first + len(shown), len(things)
            said = wording.say("paging.shown", first=first + 1, last=last, number=number)
        else:
            said = wording.say(none)
        st.html(f'<p role="status">{escape(said)}</p>', width="content")
        if parts > 1:
            _step("previous", part - 1, part > 1, key, wording)
            _step("next", part + 1, part < parts, key, wording)
    return shown


def _step(way: str, part: int, there: bool, key: str, wording: Wording) -> None:
    to = str(part) if part > 1 else None
    st.button(
        wording.say(f"paging.{way}"),
        key=f"{way} {key}",
        disabled=not there,
        on_click=go,
        kwargs={"part": to},
    )
