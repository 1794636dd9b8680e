"""Adding documents: what a file turns out to be is shown first; only what is kept enters the store."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from commands.build import Given
from graph.model.schema import load_model
from graph.stores import open_store
from views.parts.answers import Answers
from views.parts.markup import CONTROLS, bdi, in_language, plain, running, table
from views.parts.modes import upload_size
from views.parts.names import Names
from views.parts.readings_table import readings_table
from views.parts.trials import SQLITE, Trial, keep, try_out
from views.parts.wording import FALLBACK, wordings

MEGABYTE = 1024 * 1024
SHOWN = 30  # remarks of one kind
EXAMPLE = "CTOC_COP_2006_14.ar.docx"  # how a file is best named
NOT_UNDERSTOOD = ("unresolved", "suspect", "disagreement")


def add_documents(answers: Answers, names: Names) -> None:
    """The way to add a document: choose a file, see what it is, keep or discard it."""
    wording = names.wording
    st.html(f"<h2>{escape(wording.say('documents.add'))}</h2>")
    if told := st.session_state.pop("added", ""):
        st.html(f'<p class="badge" role="status">{escape(told)}</p>')
    if not answers.url.startswith(SQLITE):
        st.html(f'<p class="badge">{escape(wording.say("documents.copy"))}</p>')
        return
    named = plain(EXAMPLE, "ltr")
    says = wording.say("documents.add_says", size=upload_size() or 0, example=named)
    st.html(f'<p class="quiet">{escape(says)}</p>')
    given = _given(names)
    turn = st.session_state.setdefault("upload turn", 0)
    offered = st.file_uploader(wording.say("documents.file"), key=f"upload {turn}")
    if offered is None:
        st.session_state.pop("trial", None)
        return
    size = upload_size()
    if size is None:  # switched off since the page was drawn
        return
    if len(offered.getvalue()) > size * MEGABYTE:
        _wrong([wording.say("documents.too_large", size=size)], wording.language, names)
        return
    _show(_trial(offered.name, offered.getvalue(), given, names), answers, names)


def _given(names: Names) -> Given:
    """What the reader knows of the document better than the file does."""
    wording = names.wording
    with st.expander(wording.say("documents.given")):
        columns = st.columns(3)
        with columns[0]:
            symbol = st.text_input(wording.say("documents.symbol"), max_chars=60, key="up symbol")
        with columns[1]:
            language = st.selectbox(
                wording.say("documents.language"),
                ["", *wordings()],
                format_func=lambda one: wordings()[one].name if one else "—",
                key="up language",
            )
        with columns[2]:
            body = st.text_input(wording.say("documents.body"), max_chars=60, key="up body")
    return Given(symbol.strip() or None, language or None, body.strip() or None)


def _trial(name: str, data: bytes, given: Given, names: Names) -> Trial:
    """The trial of this file, made once; a new one takes the place of the last."""
    asked = (name, hash(data), given)
    if st.session_state.get("tried") != asked:
        st.session_state.pop("trial", None)
        with st.spinner(names.wording.say("documents.reading")):
            st.session_state["trial"] = try_out(name, data, given)
        st.session_state["tried"] = asked
    trial: Trial = st.session_state["trial"]
    return trial


def _show(trial: Trial, answers: Answers, names: Names) -> None:
    wording = names.wording
    if trial.failures or trial.held is None:
        _wrong(trial.failures, FALLBACK, names)
    else:
        st.html(_found(trial, names))
        st.html(_not_understood(trial, names))
        with open_store(answers.url, create=False) as store:
            already = any(one.checksum == trial.checksum for one in store.readings())
        if already:
            st.html(f'<p class="badge">{escape(wording.say("documents.already"))}</p>')
    with st.container(horizontal=True):
        if trial.held and st.button(wording.say("documents.keep"), type="primary", key="keep"):
            _keep(trial, answers, names)
        st.button(wording.say("documents.discard"), key="discard", on_click=_done)


def _keep(trial: Trial, answers: Answers, names: Names) -> None:
    if upload_size() is None:  # asked again: the button may be of a page from before
        return
    with st.spinner(names.wording.say("documents.keeping")):
        failures = keep(trial, answers.url)
    if failures:
        _wrong(failures, FALLBACK, names)
        return
    _done()
    st.session_state["added"] = names.wording.say("documents.kept")
    st.rerun()


def _done() -> None:
    """Let go of the file: the next turn has an uploader without it."""
    st.session_state.pop("trial", None)
    st.session_state.pop("tried", None)
    st.session_state["upload turn"] = st.session_state.get("upload turn", 0) + 1


def _found(trial: Trial, names: Names) -> str:
    """What the file is, how far it can be trusted, and how much was found in it."""
    wording, held = names.wording, trial.held
    assert held is not None
    model = load_model()
    rows = [
        [
            escape(wording.type(type)),
            str(held.known.get(type, 0)),
            str(held.stubs.get(type, 0)),
        ]
        for type in model.nodes
        if type in held.known or type in held.stubs
    ]
    head = [wording.say(f"documents.{one}") for one in ("what", "found", "referred")]
    links = sum(number for counts in held.relations.values() for number in counts.values())
    cited = sum(held.relations.get("CITES", {}).values())
    counted = wording.say("documents.links", number=links, cited=cited)
    nodes = {node.id: node for node in trial.nodes}
    return (
        f"<h3>{escape(wording.say('documents.is'))}</h3>"
        f"{readings_table(held.readings, names, nodes)}"
        f"<h3>{escape(wording.say('documents.holds'))}</h3>"
        f"{table(wording.say('documents.holds'), head, rows)}<p>{escape(counted)}</p>"
    )


def _not_understood(trial: Trial, names: Names) -> str:
    wording = names.wording
    lines = [_line(note) for note in trial.notes]
    for kind in NOT_UNDERSTOOD:
        told = dict.fromkeys(one.message for one in trial.remarks if one.kind == kind)
        lines += [_line(message) for message in list(told)[:SHOWN]]
        lines += ["…"] * (len(told) > SHOWN)
    title = f"<h3>{escape(wording.say('documents.not_understood'))}</h3>"
    if not lines:
        return f"{title}<p>{escape(wording.say('documents.all_understood'))}</p>"
    return f"{title}<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def _line(said: str) -> str:
    return in_language(running(CONTROLS.sub("", said)), FALLBACK)


def _wrong(failures: Iterable[str], language: str, names: Names) -> None:
    lines = "".join(f"<br>{in_language(bdi(CONTROLS.sub('', one)), language)}" for one in failures)
    said = escape(names.wording.say("documents.failed"))
    st.html(f'<p class="badge" role="alert"><strong>{said}</strong>{lines}</p>')
