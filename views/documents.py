"""The page of documents: all that the store was read from, and, where it is on, a way to add more."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.model.folding import fold
from graph.model.records import Node
from graph.stores import ReadingSummary, Store, open_store
from views.parts.answers import Answers
from views.parts.exports import View, export_view
from views.parts.frame import framed
from views.parts.kept import ask
from views.parts.modes import upload_size
from views.parts.names import Names
from views.parts.paging import page_through
from views.parts.readings_table import readings_export, readings_table
from views.parts.uploads import add_documents
from views.parts.words_box import words_box


def page() -> None:
    """Show the documents of the store."""
    framed("documents", _show)


def _show(answers: Answers, names: Names) -> None:
    wording = names.wording
    if upload_size() is not None:
        add_documents(answers, names)
    with open_store(answers.url, create=False) as store:
        readings = store.readings()
    nodes = ask(answers, _documents, tuple(one.document for one in readings))
    st.html(f"<h2>{escape(wording.say('documents.listed'))}</h2>")
    words = words_box(wording.say("documents.words"), "words", name="words", forgotten=("part",))
    fitting = _fitting(readings, nodes, words)
    shown = page_through("documents", fitting, wording)
    if shown:
        st.html(readings_table(shown, names, nodes))
        tables = (readings_export(fitting, names),)
        export_view(
            View("documents", wording.say("documents.title"), tables=tables), answers, names
        )


def _documents(store: Store, ids: Sequence[str]) -> dict[str, Node]:
    return {id: node for id in ids if (node := store.node(id))}


def _fitting(
    readings: Sequence[ReadingSummary], nodes: dict[str, Node], words: str
) -> list[ReadingSummary]:
    """The readings whose symbol, title or language holds every word."""
    wanted = fold(words).split()

    def fits(one: ReadingSummary) -> bool:
        node = nodes.get(one.document)
        titles = (node.properties.get("title") or {}).values() if node else ()
        said = fold(" ".join([one.document, one.language, *titles]))
        return all(word in said for word in wanted)

    return [one for one in readings if fits(one)]
