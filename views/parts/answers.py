"""The store's answers for pages, kept as long as the graph they were read from is the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from graph.model.errors import QuestionError, StoreError
from graph.model.records import Node
from graph.questions import Chain, Cited, Trace, candidates, chain, trace, why
from graph.questions.acts import Acts, acts
from graph.questions.standing import standing
from graph.stores import DEFAULT_URL, open_store, url_of
from views.parts.names import Names, designations
from views.parts.wording import Wording

FOUND = 30  # hits shown for one search
KEPT = 64  # answers kept in memory


@dataclass(frozen=True, slots=True)
class Found:
    """A search result that can be traced; `asked_by` are provisions that asked for it instead."""

    node: Node
    text: str
    language: str
    asked_by: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Questions to the graph of one build.

    `version` is the checksum of the build's manifest, `program` the version of the program that
    built it, `built` when it did, as far as the manifest says.
    """

    url: str
    version: str
    program: str = ""
    built: str = ""

    def acts(self) -> Acts:
        """The decisions and resolutions whose text is known, by body and session."""
        return _acts(self.url, self.version)

    def names(self, wording: Wording) -> Names:
        """The names of nodes in a language."""
        return Names(wording, *_named(self.url, self.version))

    def node(self, id: str) -> Node | None:
        """A node of the graph."""
        with open_store(self.url, create=False) as store:
            return store.node(id)

    def nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        """Several nodes by id, those that there are."""
        return _nodes(self.url, self.version, tuple(ids))

    def ids(self, name: str) -> tuple[str, ...]:
        """The decisions, provisions and documents that a name fits."""
        return _ids(self.url, self.version, name)

    def standing(self, nodes: Iterable[Node], language: str) -> dict[str, Cited]:
        """By id, where each node's own text stands."""
        with open_store(self.url, create=False) as store:
            return standing(store, nodes, language)

    def trace(self, id: str) -> tuple[Trace, Chain]:
        """What the act or provision led to, and the same laid out for a picture."""
        return _trace(self.url, self.version, id)

    def search(self, words: str) -> tuple[Found, ...]:
        """What the words are found in, as far as a decision can be traced from it."""
        return _search(self.url, self.version, words)


def store_url() -> str:
    """The store that the server was started for."""
    return url_of(os.environ.get("MANDATES_STORE") or DEFAULT_URL)


def shown_url() -> str:
    """The same as a page may show it, without a password that was typed into it."""
    scheme, separator, rest = store_url().partition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}"


def open_answers() -> Answers:
    """The answers of the store as it is now. Raises StoreError, whose state says what it is in."""
    url = store_url()
    with open_store(url, create=False) as store:
        manifest = store.manifest()
        if not manifest:
            # Documents are read one by one, and only then the graph is written.
            state = "building" if store.readings() else "empty"
            raise StoreError(f"{shown_url()}: holds no graph yet", state)
    told = json.dumps(dict(manifest), sort_keys=True, ensure_ascii=False, default=str)
    version = hashlib.sha256(told.encode()).hexdigest()
    return Answers(url, version, str(manifest.get("version", "")), str(manifest.get("built", "")))


# Not copied for every reader: they may be long, and nobody changes them.
@st.cache_resource(max_entries=4, show_spinner=False)
def _acts(url: str, version: str) -> Acts:
    with open_store(url, create=False) as store:
        return acts(store)


@st.cache_resource(max_entries=4, show_spinner=False)
def _named(url: str, version: str) -> tuple[dict[str, str], dict[str, Node]]:
    with open_store(url, create=False) as store:
        bodies = {node.id: node for type in ("body", "instrument") for node in store.nodes(type)}
        return designations(store.nodes("decision")), bodies


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _nodes(url: str, version: str, ids: tuple[str, ...]) -> dict[str, Node]:
    with open_store(url, create=False) as store:
        store.expect(ids)
        return {id: node for id in ids if (node := store.node(id))}


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _ids(url: str, version: str, name: str) -> tuple[str, ...]:
    with open_store(url, create=False) as store:
        try:
            found = candidates(store, name)
        except QuestionError:
            return ()
        fitting = [id for id in found if id.startswith(("dec:", "res:", "doc:"))]
        # A number that another body has too, whose text is not here, is hardly the one meant.
        held = [
            id for id in fitting if (one := store.node(id)) and one.properties.get("known", True)
        ]
        return tuple(held or fitting)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _trace(url: str, version: str, id: str) -> tuple[Trace, Chain]:
    with open_store(url, create=False) as store:
        answer = trace(store, id)
        return answer, chain(store, answer)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _search(url: str, version: str, words: str) -> tuple[Found, ...]:
    with open_store(url, create=False) as store:
        named = [node for id in _ids(url, version, words) if (node := store.node(id))]
        hits = [(node, "", "") for node in named]
        hits += [(hit.node, hit.text, hit.language) for hit in store.search(words, FOUND)]
        found: dict[str, Found] = {}
        for node, text, language in hits:
            asked: tuple[Node, ...] = ()
            if node.type not in ("decision", "provision"):
                # A page about one decision has no place for others, but for what asked for them.
                reasons = why(store, node.id, depth=1).reasons
                asked = tuple(r.node for r in reasons if r.node.type in ("decision", "provision"))
            if asked or node.type in ("decision", "provision"):
                found.setdefault(node.id, Found(node, text, language, asked))
        return tuple(found.values())
