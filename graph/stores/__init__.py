"""Stores: where readings and the graph are kept. `open_store(url)` opens the one a URL names."""

from __future__ import annotations

from pathlib import Path

from graph.model.errors import StoreError
from graph.stores.contract import (
    EvidenceText,
    Hit,
    ReadingSummary,
    Store,
    StoredReading,
)
from graph.stores.sqlite import SQLiteStore

__all__ = [
    "DEFAULT_URL",
    "EvidenceText",
    "Hit",
    "ReadingSummary",
    "Store",
    "StoredReading",
    "open_store",
]

DEFAULT_URL = "sqlite:///mandates.sqlite"
SQLITE = "sqlite:///"


def open_store(url: str = DEFAULT_URL, *, create: bool = True) -> Store:
    """Open the store that `url` names; three slashes before a relative path, four for an absolute.

    With `create` false, a store that is not there is an error rather than a new, empty one: a
    mistyped name must not answer every question with nothing. Raises StoreError.
    """
    if url.startswith(SQLITE) and len(url) > len(SQLITE):
        return SQLiteStore(Path(url.removeprefix(SQLITE)), create=create)
    if url.startswith(("neo4j://", "neo4j+s://", "bolt://", "bolt+s://")):
        raise StoreError(f"{url}: Neo4j is not available yet; use {DEFAULT_URL}")
    raise StoreError(f"{url}: not the address of a store; write it like {DEFAULT_URL}")
