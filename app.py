"""The app's router: the page that the address asks for. Each is a file in `views`, read when asked for."""

from collections.abc import Callable
from importlib import import_module

import streamlit as st

from views.parts.ahead import fetch_ahead
from views.parts.shell import language_of_page

PAGES = (
    "start",
    "evidence",
    "node",
    "trace",
    "gaps",
    "graph",
    "method",
    "documents",
    "judgements",
    "why",
    "timeline",
    "unknown",
)


def shown_by(name: str) -> Callable[[], None]:
    """The function of a page, which reads its file only when it is called."""
    return lambda: import_module(f"views.{name}").page()


st.set_page_config(layout="wide")
wording = language_of_page()
# An address without a page that is about something is that of its trace.
asked = st.query_params.get("page") or ("trace" if "id" in st.query_params else "start")
shown = asked if asked in PAGES else "unknown"
st.navigation(
    [
        st.Page(
            shown_by(name),
            title=f"{wording.say(f'{name}.title')} · {wording.say('shell.program')}",
            url_path=name,
            default=name == shown,
        )
        for name in PAGES
    ],
    position="hidden",
).run()
fetch_ahead(PAGES)
