"""The app's router: the page that the address asks for."""

import streamlit as st

from views import evidence, gaps, method, node, trace, why

PAGES = {
    "evidence": evidence.page,
    "node": node.page,
    "trace": trace.page,
    "gaps": gaps.page,
    "method": method.page,
    "why": why.page,
}

st.set_page_config(page_title="Mandates", layout="wide")
asked = st.query_params.get("page", "")
shown = asked if asked in PAGES else "trace"
st.navigation(
    [
        st.Page(page, title=name, url_path=name, default=name == shown)
        for name, page in PAGES.items()
    ],
    position="hidden",
).run()
