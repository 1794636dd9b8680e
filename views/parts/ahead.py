"""What takes long the first time, fetched while the first reader reads."""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import import_module
from threading import Thread

import streamlit as st

from graph.model.errors import MandatesError
from views.parts.answers import open_answers


@st.cache_resource(show_spinner=False)
def fetch_ahead(pages: tuple[str, ...]) -> Thread:
    """Begin to fetch what other pages need: once, and after the first page has been sent."""
    ahead = Thread(target=_fetch, args=(pages,), daemon=True, name="ahead")
    ahead.start()
    return ahead


def _fetch(pages: tuple[str, ...]) -> None:
    for name in pages:
        import_module(f"views.{name}")
    # Streamlit imports two for what a picture sends back, and looks for signs in labels of choices;
    # an answer as GraphML is written with the other.
    import networkx  # noqa: F401
    import pandas  # noqa: F401
    import pyarrow  # noqa: F401
    from streamlit import string_util

    string_util.extract_leading_icon("-")
    from views.parts.gap_answers import all_gaps

    # The page that the reader asks for says what is wrong with a store.
    with suppress(MandatesError):
        all_gaps(open_answers())
    # What was fetched stays: it need not be gone through whenever memory is tidied up.
    gc.freeze()
