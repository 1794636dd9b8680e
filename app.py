"""The app's router: the page that the address asks for."""

import streamlit as st

from views import (
    documents,
    evidence,
    gaps,
    graph,
    judgements,
    method,
    node,
    start,
    timeline,
    trace,
    unknown,
    why,
)
from views.parts.shell import language_of_page

PAGES = {
    "start": start.page,
    "evidence": evidence.page,
    "node": node.page,
    "trace": trace.page,
    "gaps": gaps.page,
    "graph": graph.page,
    "method": method.page,
    "documents": documents.page,
    "judgements": judgements.page,
    "why": why.page,
    "timeline": timeline.page,
    "unknown": unknown.page,
}

st.set_page_config(layout="wide")
wording = language_of_page()
# An address without a page that is about something is that of its trace.
asked = st.query_params.get("page") or ("trace" if "id" in st.query_params else "start")
shown = asked if asked in PAGES else "unknown"
st.navigation(
    [
        st.Page(
            page,
            title=f"{wording.say(f'{name}.title')} · {wording.say('shell.program')}",
            url_path=name,
            default=name == shown,
        )
        for name, page in PAGES.items()
    ],
    position="hidden",
).run()
