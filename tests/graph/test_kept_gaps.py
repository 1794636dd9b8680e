"""Gaps that were kept are the gaps that were found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import river

from graph.model.records import Graph
from graph.questions.gap_list import KINDS, gap_list
from graph.questions.kept_gaps import NAME, gaps_by_kind
from graph.stores import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as opened:
        opened.write_graph(river.GRAPH, {"version": "0.1"})
        yield opened


def test_what_is_read_back_is_what_was_found(store: Store) -> None:
    assert store.kept(NAME) is None
    first = gaps_by_kind(store)
    assert store.kept(NAME) is not None
    again = gaps_by_kind(store)
    for kind in KINDS:
        assert list(again.of[kind]) == list(first.of[kind])
    assert list(again.all()) == list(gap_list(store))
    # the graph has gaps of most kinds, so that the comparison says something
    assert [kind for kind in KINDS if first.of[kind]] == [
        "mandate", "item", "document", "deferred", "suspect", "unresolved"
    ]  # fmt: skip


def test_each_kind_says_what_it_can_be_filtered_by(store: Store) -> None:
    facets = gaps_by_kind(store).facets["mandate"]
    assert list(facets["body"]) == ["body:river-cop"]
    assert list(facets["due"]) == ["session:river-cop/5"]
    assert set(facets["status"]) == {"no follow-up found", "pending", "unknown"}


def test_another_graph_has_other_gaps(store: Store) -> None:
    assert gaps_by_kind(store).of["mandate"]
    store.write_graph(Graph(river.NODES[:1], ()), {"version": "0.2"})
    assert not any(gaps_by_kind(store).of.values())


def test_a_reader_does_not_wait_for_who_writes(store: Store, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "mandates.sqlite", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert gaps_by_kind(store).of["mandate"]
    assert store.kept(NAME) is None
