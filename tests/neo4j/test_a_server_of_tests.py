"""The server that the other tests rely on: empty when a test begins, safe for others' nodes."""

from __future__ import annotations

import os
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import AuthError, ServiceUnavailable

from tests.neo4j.assembled import NotAssembled, find_distribution
from tests.neo4j.choice import named_server
from tests.neo4j.container import docker_has, image_of
from tests.neo4j.server import VARIABLES, Account, ForeignNodes, OwnServer, Server
from tests.serving import free_port

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize("turn", ["first", "second"])
def test_every_test_begins_with_an_empty_database(
    turn: str, neo4j_url: str, neo4j_server: Server
) -> None:
    assert neo4j_server.ask("MATCH (n) RETURN n") == []
    neo4j_server.ask("CREATE (:Mandates {id: $turn})-[:CITES]->(:Mandates)", turn=turn)
    assert neo4j_server.ask("MATCH (n)-->() RETURN n.id AS id") == [{"id": turn}]


def test_the_environment_leads_to_the_server(neo4j_url: str) -> None:
    named = named_server()
    assert named is not None
    assert named.url == neo4j_url
    assert named.ask("RETURN 1 AS one") == [{"one": 1}]


def test_a_named_server_with_nodes_of_others_is_not_emptied(
    neo4j_url: str, neo4j_server: Server
) -> None:
    theirs = Server(neo4j_url, neo4j_server.account, neo4j_server.database, ours=False)
    theirs.ask("CREATE (:Mandates), (:Person)")
    try:
        with pytest.raises(ForeignNodes, match="holds 1 nodes without the label Mandates"):
            theirs.empty()
        assert theirs.ask("MATCH (n) RETURN count(n) AS nodes") == [{"nodes": 2}]
    finally:
        theirs.ask("MATCH (n:Person) DELETE n")
    theirs.empty()
    assert theirs.ask("MATCH (n) RETURN count(n) AS nodes") == [{"nodes": 0}]


def test_the_secured_server_lets_in_only_who_knows_the_password(neo4j_secured: OwnServer) -> None:
    assert neo4j_secured.ask("RETURN 1 AS one") == [{"one": 1}]
    assert os.environ["NEO4J_USERNAME"] == "neo4j"
    stranger = Server(neo4j_secured.url, Account("neo4j", "not the word"))
    with pytest.raises(AuthError):
        stranger.ask("RETURN 1 AS one")


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_what_is_committed_outlives_the_server(neo4j_secured: OwnServer, end: str) -> None:
    neo4j_secured.ask("CREATE (:Mandates {id: 'kept'})")
    getattr(neo4j_secured, end)()
    with pytest.raises(ServiceUnavailable):
        neo4j_secured.ask("RETURN 1 AS one")
    neo4j_secured.start()
    assert neo4j_secured.ask("MATCH (n) RETURN n.id AS id") == [{"id": "kept"}]


def test_where_there_are_no_jars_the_message_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MANDATES_NEO4J_JARS", str(tmp_path))
    with pytest.raises(NotAssembled, match="`make neo4j` assembles one"):
        find_distribution()
    monkeypatch.setattr("tests.neo4j.assembled._java_version", lambda java: 11)
    (tmp_path / "neo4j-5.26.0.jar").touch()
    with pytest.raises(NotAssembled, match="needs Java 17"):
        find_distribution()


def test_without_a_docker_engine_there_is_no_container(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", f"tcp://127.0.0.1:{free_port()}")
    assert docker_has(image_of("5.26")) is False


def test_no_variable_is_left_from_before(neo4j_url: str) -> None:
    named = {variable for variable in VARIABLES if variable in os.environ}
    assert "NEO4J_URI" in named
    assert (neo4j.__version__.split(".")[0]) == "6"
