"""Stores: where readings and the graph are kept. `open_store(url)` opens the one a URL names."""

from __future__ import annotations

import re
from pathlib import Path

from graph.model.errors import StoreError
from graph.stores.contract import (
    Counts,
    EvidenceText,
    Hit,
    ReadingSummary,
    Store,
    StoredReading,
)
from graph.stores.neo4j.address import Prompt, address_of, is_address
from graph.stores.sqlite import SQLiteStore

__all__ = [
    "Counts",
    "DEFAULT_URL",
    "EvidenceText",
    "Hit",
    "ReadingSummary",
    "SQLITE",
    "Store",
    "StoredReading",
    "open_built",
    "open_store",
    "url_of",
]

DEFAULT_URL = "sqlite:///mandates.sqlite"
SQLITE = "sqlite:///"
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")  # a single letter is a drive


def open_store(
    url: str = DEFAULT_URL, *, create: bool = True, prompt: Prompt | None = None
) -> Store:
    """Open the store that `url` names: an address, or the path of a file.

    The address of a file has three slashes before a relative path, four before an absolute one.
    With `create` false, a store that is not there is an error rather than a new, empty one: a
    mistyped name must not answer every question with nothing. A Neo4j database (neo4j://host:7687,
    bolt://host:7687/name) is entered as NEO4J_USERNAME with NEO4J_PASSWORD; `prompt` is asked for
    the password where only the name is set. Raises StoreError.
    """
    url = url_of(url)
    if url.startswith(SQLITE) and len(url) > len(SQLITE):
        return SQLiteStore(Path(url.removeprefix(SQLITE)), create=create)
    if is_address(url):
        return _neo4j(url, create, prompt)
    raise StoreError(f"{url}: not the address of a store; write it like {DEFAULT_URL}")


def open_built(url: str, prompt: Prompt | None = None) -> Store:
    """Open a store to put questions to: it must be there, and must have been built.

    As `open_store` otherwise. Raises StoreError.
    """
    store = open_store(url, create=False, prompt=prompt)
    try:
        if not store.manifest():
            raise StoreError(f"{url}: nothing was built in it yet; use `mandates build PATH…`")
    except BaseException:
        store.close()
        raise
    return store


def url_of(name: str) -> str:
    """The address of a store that is named by its address, or by the path of its file."""
    return name if not name or SCHEME.match(name) else f"{SQLITE}{name}"


def _neo4j(url: str, create: bool, prompt: Prompt | None) -> Store:
    try:
        # Only who uses Neo4j needs its driver, and waits for it to be imported.
        from graph.stores.neo4j.store import Neo4jStore
    except ModuleNotFoundError as error:
        remedy = "install it with `pip install 'mandates[neo4j]'`"
        raise StoreError(f"{url}: {error.name} is not installed; {remedy}") from error
    return Neo4jStore(address_of(url, prompt), create=create)
