"""What was opened around a node, kept as long as the graph is the same."""

from __future__ import annotations

import streamlit as st

from graph.model.errors import QuestionError
from graph.model.records import Node
from graph.questions import Link, candidates
from graph.questions.linked import linked
from graph.questions.neighbourhood import Key, Surroundings, surroundings
from graph.stores import open_store
from views.parts.answers import Answers

KEPT = 32  # answers kept in memory
NODES = 70  # in one picture: more cannot be told apart


def surroundings_of(
    answers: Answers, id: str, opened: tuple[str, ...], relations: tuple[str, ...]
) -> Surroundings:
    """The node, its neighbours and those of the opened nodes. Raises QuestionError if unknown."""
    return _surroundings(answers.url, answers.version, id, opened, relations)


def links_named(answers: Answers, keys: tuple[Key, ...]) -> tuple[Link, ...]:
    """The links with these keys, with their evidence."""
    return _links(answers.url, answers.version, keys)


def fitting(answers: Answers, name: str) -> tuple[Node, ...]:
    """The nodes of any type that a name or an id fits."""
    return _fitting(answers.url, answers.version, name)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _surroundings(
    url: str, version: str, id: str, opened: tuple[str, ...], relations: tuple[str, ...]
) -> Surroundings:
    with open_store(url, create=False) as store:
        return surroundings(store, id, opened, relations or None, NODES)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _links(url: str, version: str, keys: tuple[Key, ...]) -> tuple[Link, ...]:
    with open_store(url, create=False) as store:
        return tuple(linked(store, *key) for key in keys)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _fitting(url: str, version: str, name: str) -> tuple[Node, ...]:
    with open_store(url, create=False) as store:
        if node := store.node(name):
            return (node,)
        try:
            found = candidates(store, name)
        except QuestionError:
            return ()
        return tuple(node for id in found[:NODES] if (node := store.node(id)))
