"""Which Neo4j server the tests take: one that is named, else one in Docker, else the assembled."""

from __future__ import annotations

import os
from pathlib import Path

from tests.neo4j.assembled import AssembledServer, find_distribution, wanted_version
from tests.neo4j.container import ContainerServer, docker_has, image_of
from tests.neo4j.server import Account, OwnServer, Server


def named_server() -> Server | None:
    """The server at NEO4J_URI, with the account and the database that the environment names."""
    url = os.environ.get("NEO4J_URI")
    if not url:
        return None
    user = os.environ.get("NEO4J_USERNAME")
    account = Account(user, os.environ.get("NEO4J_PASSWORD", "")) if user else None
    return Server(url, account, os.environ.get("NEO4J_DATABASE"))


def own_server(folder: Path, account: Account | None) -> OwnServer:
    """A server that is not started yet; with an account, only its user gets in.

    `folder` is empty, and the assembled server's. Raises NotAssembled.
    """
    version = wanted_version()
    if docker_has(image_of(version)):
        return ContainerServer.prepare(version, account)
    return AssembledServer.prepare(find_distribution(), folder, account)
