"""The gaps of a store for the page that lists them, kept as long as the graph is the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from graph.model.records import Node
from graph.questions import Absence
from graph.questions.absence import session_reports
from graph.questions.gap_details import GapDetails, gap_details
from graph.questions.gap_list import Gap
from graph.questions.gaps import not_held
from graph.questions.kept_gaps import GapsByKind, gaps_by_kind
from graph.stores import Store, open_store
from views.parts.answers import Answers
from views.parts.kept import ask


def all_gaps(answers: Answers) -> GapsByKind:
    """Every gap in a few words."""
    return _all_gaps(answers.url, answers.version)


def holding(answers: Answers, words: str) -> frozenset[str]:
    """The nodes in whose texts the words stand."""
    return ask(answers, _holding, words) if words else frozenset()


def _holding(store: Store, words: str) -> frozenset[str]:
    return frozenset(store.matches(words))


def details(answers: Answers, gaps: Sequence[Gap]) -> tuple[GapDetails, ...]:
    """The gaps that are shown, with what they rest on."""
    return ask(answers, gap_details, tuple(gaps))


def missing_reports(answers: Answers, bodies: Sequence[str]) -> tuple[Absence, ...]:
    """The sessions of bodies whose report the store lacks."""
    return ask(answers, session_reports, *sorted(bodies))


def lacking(answers: Answers, body: str) -> tuple[Absence, ...]:
    """Reports, documents and acts that the store lacks: of a body, of all if it is empty."""
    return ask(answers, not_held, body)


def nodes(answers: Answers, ids: Sequence[str]) -> Mapping[str, Node]:
    """The nodes that filters name, those that there are."""
    return ask(answers, _nodes, tuple(ids))


def _nodes(store: Store, ids: Sequence[str]) -> Mapping[str, Node]:
    return {id: node for id in ids if (node := store.node(id))}


# Not copied for every reader: the list may be long, and nobody changes it.
@st.cache_resource(max_entries=2, show_spinner=False)
def _all_gaps(url: str, version: str) -> GapsByKind:
    with open_store(url, create=False) as store:
        return gaps_by_kind(store)
