"""Answers of any question, kept as long as the graph they were read from is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from graph.stores import Store, open_store
from views.parts.answers import Answers

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
KEPT = 256  # answers kept in memory


def ask(
    answers: Answers,
    question: Callable[Concatenate[Store, Given], Answer],
    *given: Given.args,
    **named: Given.kwargs,
) -> Answer:
    """What a function of `graph.questions` answers to what is given, from the store of `answers`.

    Raises what the question raises; that is not kept.
    """
    name = f"{question.__module__}.{question.__qualname__}"
    found: Answer = _kept(answers.url, answers.version, name, given, named, question)
    return found


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _kept(
    url: str,
    version: str,
    name: str,
    given: tuple[Any, ...],
    named: dict[str, Any],
    _question: Callable[..., Any],  # a name that begins so is no part of the key
) -> Any:
    with open_store(url, create=False) as store:
        return _question(store, *given, **named)
