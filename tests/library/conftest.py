"""Graphs of documents, in Neo4j, for the questions of the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from commands.build import build
from graph.library import run
from graph.loading import load
from graph.stores import Store, open_store
from graph.stores.neo4j.address import address_of
from graph.stores.neo4j.connection import Connection
from tests.neo4j.server import VARIABLES, Server

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Library:
    """A graph that questions are put to: where it was built, and its copy in Neo4j."""

    store: Store
    connection: Connection

    def ask(self, question: str, **parameters: object) -> list[Row]:
        """The rows of an answer, each by column."""
        return run(self.connection, question, parameters).records()


@contextmanager
def library_of(server: Server, folder: Path, url: str) -> Iterator[Library]:
    """The documents of a folder, built and loaded in place of what the server held."""
    with pytest.MonkeyPatch.context() as patch:
        for variable in VARIABLES:
            patch.delenv(variable, raising=False)
        for variable, value in server.environment.items():
            patch.setenv(variable, value)
        server.empty()
        with open_store(url) as store:
            build([folder], store)
            connection = Connection(address_of(server.url))
            load(store, connection)
            yield Library(store, connection)


@pytest.fixture(scope="module")
def documents(
    neo4j_server: Server, corpus: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    """The report of the third session and the annotated agenda of the fourth, in Arabic."""
    url = f"sqlite:///{tmp_path_factory.mktemp('documents') / 'mandates.sqlite'}"
    with library_of(neo4j_server, corpus / "untoc", url) as library:
        yield library


@pytest.fixture(scope="module")
def digests(
    neo4j_server: Server, checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    """The digests of the same two documents, in Arabic and English."""
    url = f"sqlite:///{tmp_path_factory.mktemp('digests') / 'mandates.sqlite'}"
    with library_of(neo4j_server, checkout / "data", url) as library:
        yield library
