"""The way to the graph in Neo4j that questions are put to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from graph.model.errors import StoreError
from graph.stores import open_store
from graph.stores.neo4j.address import EXAMPLE, Prompt, address_of, is_address

if TYPE_CHECKING:  # the driver is an extra: the book can be read without it
    from graph.stores.neo4j.connection import Connection


def connect(url: str | None = None, *, prompt: Prompt | None = None) -> Connection:
    """Connect to the graph at an address of Neo4j, NEO4J_URI if none is given.

    Name and password are taken from NEO4J_USERNAME and NEO4J_PASSWORD; `prompt` is asked for a
    password that is not set. Raises StoreError where there is no server, no way in or no graph.
    """
    url = url or os.environ.get("NEO4J_URI", "")
    if not is_address(url):
        source = f" --from {url}" if url.startswith("sqlite:") else ""
        raise StoreError(
            f"{url or 'no address'}: these questions are in Cypher and need Neo4j; "
            f"`mandates load {EXAMPLE}{source}` copies the graph there"
        )
    address = address_of(url, prompt)
    # The store knows what to say of a driver or a server that is not there, and of an empty database.
    open_store(url, create=False, prompt=lambda _: address.password).close()
    from graph.stores.neo4j.connection import Connection

    return Connection(address)
