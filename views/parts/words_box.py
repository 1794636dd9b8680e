"""A box for words: what is typed into it stands in the address, and what stands there is in it."""

from __future__ import annotations

import streamlit as st

from views.parts.address import given, go

LONGEST = 200  # characters


def words_box(
    label: str,
    key: str,
    hint: str | None = None,
    *,
    name: str = "q",
    forgotten: tuple[str, ...] = (),
) -> str:
    """The words that the address has under `name`, in a box to change them; empty if none.

    New words take what the address says under the names `forgotten` out of it.
    """
    st.session_state[key] = given(name)
    st.text_input(
        label,
        key=key,
        placeholder=hint,
        max_chars=LONGEST,
        on_change=lambda: go(**{name: st.session_state[key].strip()}, **dict.fromkeys(forgotten)),
    )
    return given(name)
