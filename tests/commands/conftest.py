"""Commands run as a user runs them: in a folder, as a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import river

from graph.stores import open_store

Answer = subprocess.CompletedProcess[str]
Mandates = Callable[..., Answer]
CHECKOUT = Path(__file__).resolve().parents[2]


def command_line(*words: str) -> list[str]:
    """What a shell would start for `mandates WORDS`."""
    return [sys.executable, "-m", "commands", *words]


def surroundings() -> dict[str, str]:
    """The environment of a user: no store named, wide lines, the project importable."""
    kept = {name: value for name, value in os.environ.items() if name != "MANDATES_STORE"}
    # The corpus stands beside the checkout, not beside the folder of a test.
    kept.setdefault("MANDATES_CORPUS", str(CHECKOUT.parent / "shared" / "corpus"))
    return kept | {"PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1", "COLUMNS": "120"}


def run(folder: Path, *words: str, given: str = "") -> Answer:
    """Run `mandates WORDS` in a folder; a traceback is never an answer."""
    done = subprocess.run(
        command_line(*words),
        cwd=folder,
        env=surroundings(),
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture
def mandates(tmp_path: Path) -> Mandates:
    """Runs the command in an empty folder."""
    return lambda *words, **given: run(tmp_path, *words, **given)


@pytest.fixture(scope="session")
def river_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of the river graph."""
    folder = tmp_path_factory.mktemp("river")
    with open_store(f"sqlite:///{folder / 'mandates.sqlite'}") as store:
        store.put_reading(river.reading())
        counts = {"nodes": len(river.GRAPH.nodes), "edges": len(river.GRAPH.edges)}
        store.write_graph(river.GRAPH, {"version": "0.1", "counts": counts})
    return folder


@pytest.fixture
def ask(river_folder: Path) -> Mandates:
    """Runs the command beside the store of the river graph."""
    return lambda *words: run(river_folder, *words)
