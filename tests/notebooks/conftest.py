"""A store with more than the digests: a notebook must come to its answer there too."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.build import build
from graph.stores import open_store


@pytest.fixture(scope="session")
def documents(corpus: Path, checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with several bodies, official texts and digests."""
    chosen = [*sorted((corpus / "untoc").iterdir()), *sorted((corpus / "unfccc").glob("*_2016_*"))]
    url = f"sqlite:///{tmp_path_factory.mktemp('documents') / 'mandates.sqlite'}"
    with open_store(url) as store:
        build([checkout / "data", *chosen], store)
    return url
