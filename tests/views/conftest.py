"""A store for pages: the river graph, with texts, and a decision whose every word is hostile."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
import river
from hostile import HOSTILE_GRAPH

from commands.bundle import streamlit_flags
from graph.model.records import Graph
from graph.stores import EvidenceText, StoredReading, open_store
from tests.serving import app_running, free_port


def agenda_reading() -> StoredReading:
    """The text that the river's agenda evidence points into: `MANDATES as printed` and others."""
    original = "MANDATES as printed  in the file, with a space too many and words behind it."
    repaired = original.replace("  ", " ")
    origins = [place if place < 20 else place + 1 for place in range(len(repaired))]
    return StoredReading(
        checksum="b" * 64,
        name="agenda.en.txt",
        document=river.AGENDA,
        language="en",
        media_type="text/plain",
        source="official",
        text=EvidenceText(original, repaired, array("i", origins)),
        payload=b"",
        trust=0.9,
    )


@pytest.fixture(scope="session")
def store_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the river graph and the hostile decision beside it."""
    url = f"sqlite:///{tmp_path_factory.mktemp('views') / 'mandates.sqlite'}"
    graph = Graph(
        nodes=river.GRAPH.nodes + HOSTILE_GRAPH.nodes,
        edges=river.GRAPH.edges + HOSTILE_GRAPH.edges,
        remarks=river.GRAPH.remarks,
    )
    with open_store(url) as store:
        store.put_reading(river.reading())
        store.put_reading(agenda_reading())
        store.write_graph(graph, {"version": "0.1"})
    return url


@pytest.fixture
def asks_the_store(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names this store, as it does where `mandates app` runs."""
    monkeypatch.setenv("MANDATES_STORE", store_url)


@pytest.fixture(scope="session")
def screenshots(checkout: Path) -> Path:
    """The folder for screenshots, to be looked at; git ignores it."""
    folder = checkout / "screenshots"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def served(
    store_url: str, checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the app, served for the store as `mandates app` serves it."""
    port = free_port()
    log = tmp_path_factory.mktemp("served") / "app.log"
    command = [sys.executable, "-m", "streamlit", "run", str(checkout / "app.py")]
    flags = [*streamlit_flags(), f"--server.port={port}", "--server.headless=true"]
    environment = os.environ | {"MANDATES_STORE": store_url}
    with app_running([*command, *flags], port, log, environment=environment) as address:
        yield address
