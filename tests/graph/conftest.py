"""The river graph in a store, for questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import river

from graph.stores import Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("river")
    with open_store(f"sqlite:///{folder / 'mandates.sqlite'}") as opened:
        opened.put_reading(river.reading())
        opened.write_graph(river.GRAPH, {"version": "0.1"})
        yield opened
