"""Faults that only a file on a disk has."""

from __future__ import annotations

import gc
import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import river

from graph.model.errors import StoreError
from graph.stores import open_store


def test_a_store_that_is_not_there_is_not_made_by_a_question(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such store"):
        open_store(f"sqlite:///{tmp_path / 'none.sqlite'}", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and no store at all.\n" * 40, encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be opened as a store"):
        open_store(f"sqlite:///{path}")
    assert path.read_text(encoding="utf-8").startswith("These are notes")


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE photo (name)")
    other.close()
    with pytest.raises(StoreError, match="of something else"):
        open_store(f"sqlite:///{path}")


def test_a_store_of_another_version_says_so(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'mandates.sqlite'}"
    open_store(url).close()
    newer = sqlite3.connect(tmp_path / "mandates.sqlite")
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(StoreError, match="a store of version 99"):
        open_store(url)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path / 'nowhere' / 'mandates.sqlite'}")


def test_a_question_given_up_after_closing_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as store:
        store.write_graph(river.GRAPH, {})
        nodes = store.nodes()
        next(nodes)
    del nodes
    gc.collect()
    assert said == []


KILLED = """
import os, signal, sys
import river
from graph.stores import open_store

class Deadly(dict):
    def items(self):
        os.kill(os.getpid(), signal.SIGKILL)
        return super().items()

with open_store(sys.argv[1]) as store:
    store.put_reading(river.reading("b" * 64))
    store.write_graph(river.Graph(river.NODES[:1], ()), Deadly())
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_killed_build_leaves_the_readings_and_the_old_graph(
    tmp_path: Path, checkout: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'mandates.sqlite'}"
    with open_store(url) as store:
        store.write_graph(river.GRAPH, {"version": "old"})
    path = os.pathsep.join([str(checkout), str(checkout / "tests")])
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, url], env={**os.environ, "PYTHONPATH": path}, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    with open_store(url) as store:
        # readings are kept one by one: the next build need not read them again
        assert [one.checksum for one in store.readings()] == ["b" * 64]
        assert tuple(store.nodes()) == river.NODES
        assert store.manifest() == {"version": "old"}


def test_a_store_can_be_read_while_it_is_written(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'mandates.sqlite'}"
    with open_store(url) as writer, open_store(url) as reader:
        writer.write_graph(river.GRAPH, {})
        nodes = reader.nodes()
        first = next(nodes)
        writer.write_graph(river.Graph(river.NODES[:1], ()), {})
        # the answer under way is the old graph's, the next one the new one's
        assert (first, *nodes) == river.NODES
        assert tuple(reader.nodes()) == river.NODES[:1]


def test_a_store_that_several_make_at_once_is_made_once(tmp_path: Path) -> None:
    """An app that is opened while the first build runs finds a new, empty file."""
    url = f"sqlite:///{tmp_path / 'mandates.sqlite'}"

    def make(_: int) -> int:
        with open_store(url) as store:
            store.put_judgements([])
            return len(store.readings())

    for _ in range(5):
        (tmp_path / "mandates.sqlite").unlink(missing_ok=True)
        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(make, range(8))) == [0] * 8
