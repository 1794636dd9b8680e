"""One link and the text around its evidence, kept as long as the graph is the same."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from graph.model.records import Evidence
from graph.questions import Link
from graph.questions.linked import linked
from graph.stores import open_store
from views.parts.answers import Answers, Shown
from views.parts.passage import original_passage, repaired_passage

KEPT = 64  # answers kept in memory
PORTION = 2000  # characters that a reader is shown before and after, and then at a time


@dataclass(frozen=True, slots=True)
class Portions:
    """How much of a text is shown around the marked place, in portions."""

    before: int = 1
    after: int = 1


def link_named(answers: Answers, key: tuple[str, str, str]) -> Link:
    """The link of a relation between two nodes. Raises QuestionError if there is none."""
    return _linked(answers.url, answers.version, *key)


def stretch(answers: Answers, evidence: Evidence, portions: Portions) -> Shown:
    """The evidence in a good stretch of its text."""
    return _stretch(answers.url, answers.version, evidence.checksum, evidence.spans, portions)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _linked(url: str, version: str, relation: str, source: str, target: str) -> Link:
    with open_store(url, create=False) as store:
        return linked(store, relation, source, target)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _stretch(
    url: str,
    version: str,
    checksum: str,
    spans: tuple[tuple[int, int], ...],
    portions: Portions,
) -> Shown:
    with open_store(url, create=False) as store:
        text = store.evidence_text(checksum)
        trust = next((one.trust for one in store.readings() if one.checksum == checksum), None)
    if text is None or not spans:
        return Shown(None, None, trust)
    around = portions.before * PORTION, portions.after * PORTION
    return Shown(
        original_passage(text, spans, *around), repaired_passage(text, spans, *around), trust
    )
