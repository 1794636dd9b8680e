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
def copied(url: str, server: Server) -> Iterator[Library]:
    """A store copied into a server, in place of what that held."""
    with pytest.MonkeyPatch.context() as patch:
        for variable in VARIABLES:
            patch.delenv(variable, raising=False)
        for variable, value in server.environment.items():
            patch.setenv(variable, value)
        server.empty()
        with open_store(url, create=False) as store:
            connection = Connection(address_of(server.url))
            load(store, connection)
            yield Library(store, connection)


def built(documents: Path, folder: Path) -> str:
    """The address of a store of some documents."""
    url = f"sqlite:///{folder / 'mandates.sqlite'}"
    with open_store(url) as store:
        build([documents], store)
    return url


@pytest.fixture(scope="session")
def store_of_documents(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return built(corpus / "untoc", tmp_path_factory.mktemp("documents"))


@pytest.fixture(scope="session")
def store_of_digests(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return built(checkout / "data", tmp_path_factory.mktemp("digests"))


@pytest.fixture(scope="module")
def documents(store_of_documents: str, neo4j_server: Server) -> Iterator[Library]:
    """The report of the third session and the annotated agenda of the fourth, in Arabic."""
    with copied(store_of_documents, neo4j_server) as library:
        yield library


@pytest.fixture(scope="module")
def digests(store_of_digests: str, neo4j_server: Server) -> Iterator[Library]:
    """The digests of the same two documents, in Arabic and English."""
    with copied(store_of_digests, neo4j_server) as library:
        yield library
