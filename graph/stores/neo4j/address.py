"""Addresses of Neo4j databases: where one is, and with what name and password one gets in."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.model.errors import StoreError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
EXAMPLE = "neo4j://localhost:7687"
Prompt = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a server: `server` as the driver takes it, `url` as it was given.

    Without `database` it is the server's default one; without `user` nobody has to log in.
    """

    url: str
    server: str
    database: str | None = None
    user: str | None = None
    password: str = field(default="", repr=False)


def is_address(url: str) -> bool:
    """Whether the URL is one of a Neo4j database."""
    return url.partition("://")[0] in SCHEMES and "://" in url


def address_of(url: str, prompt: Prompt | None = None) -> Address:
    """What a URL and the environment say: NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE.

    `prompt` is asked for the password where the environment gives a name only. Raises StoreError.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise StoreError(f"{_without_user(url)}: {error}; write it like {EXAMPLE}") from error
    if parts.username is not None:
        raise StoreError(
            f"{_without_user(url)}: names and passwords stand in no address, where others read them; "
            "set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    database = parts.path.strip("/")
    if not parts.hostname or "/" in database:
        raise StoreError(f"{url}: not the address of a Neo4j database; write it like {EXAMPLE}")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    # A routing context, where there is one, is the driver's to read.
    context = f"?{parts.query}" if parts.query else ""
    server = f"{parts.scheme}://{host}{f':{port}' if port else ''}{context}"
    database = database or os.environ.get("NEO4J_DATABASE", "")
    user = os.environ.get("NEO4J_USERNAME") or None
    password = os.environ.get("NEO4J_PASSWORD")
    if user and password is None and prompt:
        password = prompt(f"Password of {user} at {server}")
    return Address(url, server, database or None, user, password or "")


def _without_user(url: str) -> str:
    """The URL as an error may show it: a password may have been typed into it."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
