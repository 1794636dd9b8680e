"""Faults that only a database on a server has: a clear line each, and nothing of others touched."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import river
from neo4j import ManagedTransaction

from graph.model.errors import StoreError
from graph.model.records import Graph
from graph.stores import open_store
from graph.stores.neo4j.address import address_of
from graph.stores.neo4j.connection import PATIENCE, Connection
from graph.stores.neo4j.writing import put_manifest
from tests.neo4j.assembled import AssembledServer, NotAssembled, find_distribution
from tests.neo4j.server import OwnServer, Server
from tests.serving import free_port

pytestmark = pytest.mark.neo4j
THEIRS = "CREATE (:Person {name: 'Ada'})-[:KNOWS {since: 1833}]->(:Person {name: 'Charles'})"
EVERYTHING = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n) AS labels, properties(n) AS has, "
    "type(r) AS relation, properties(r) AS holds, elementId(m) AS end ORDER BY elementId(n)"
)
SCHEMA = "SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name"


@contextmanager
def answering(words: bytes) -> Iterator[int]:
    """A port at which something else than Neo4j answers."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:

        def answer() -> None:
            while True:
                try:
                    caller, _ = listening.accept()
                except OSError:
                    return  # the test is over
                with caller:
                    caller.sendall(words)

        threading.Thread(target=answer, daemon=True).start()
        yield int(listening.getsockname()[1])


def refusal(url: str, *, create: bool = False, state: str = "unreadable") -> str:
    """The one line that says why the store is not opened; `state` is what pages tell by it."""
    with pytest.raises(StoreError) as refused:
        open_store(url, create=create)
    said = str(refused.value)
    assert said.startswith(f"{url}: ")
    assert "\n" not in said
    assert refused.value.state == state
    return said


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s"])
def test_no_server_is_there(scheme: str) -> None:
    began = time.monotonic()
    said = refusal(f"{scheme}://127.0.0.1:{free_port()}", state="unreachable")
    assert "refused: is the server running? `docker compose up -d neo4j` starts one" in said
    assert time.monotonic() - began < PATIENCE, "it is not asked again and again"


def test_a_name_that_nobody_knows() -> None:
    said = refusal("neo4j://nowhere.invalid:7687", state="unreachable")
    assert "no server of this name is known" in said


def test_a_server_of_something_else() -> None:
    with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        assert "something else answers there" in refusal(
            f"bolt://127.0.0.1:{port}", state="unreachable"
        )


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s"])
def test_a_server_without_encryption(neo4j_url: str, scheme: str) -> None:
    said = refusal(f"{scheme}://{neo4j_url.partition('://')[2]}", state="unreachable")
    assert "no encrypted connection: +s wants a certificate" in said


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(StoreError, match="set NEO4J_USERNAME and NEO4J_PASSWORD") as refused:
        open_store("bolt://neo4j:correct-horse@localhost:7687")
    assert "correct-horse" not in str(refused.value)


def test_a_wrong_password_and_none(
    neo4j_secured: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(neo4j_secured.url) as store:
        assert store.manifest() == {}
    monkeypatch.setenv("NEO4J_PASSWORD", "not the word")
    assert "wrong user or password: see NEO4J_USERNAME" in refusal(neo4j_secured.url)
    monkeypatch.delenv("NEO4J_PASSWORD")
    monkeypatch.delenv("NEO4J_USERNAME")
    assert "the server wants a user and a password" in refusal(neo4j_secured.url)


def test_a_password_is_asked_for_where_only_a_name_is_set(
    neo4j_secured: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert neo4j_secured.account
    monkeypatch.delenv("NEO4J_PASSWORD")
    questions = []

    def type_it(question: str) -> str:
        questions.append(question)
        return neo4j_secured.account.password if neo4j_secured.account else ""

    with open_store(neo4j_secured.url, prompt=type_it) as store:
        assert store.manifest() == {}
    assert questions == [f"Password of neo4j at {neo4j_secured.url}"]


@pytest.mark.parametrize("named", ["in the address", "in the environment"])
def test_a_database_that_is_not_there(
    neo4j_url: str, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"{neo4j_url}/nosuch" if named == "in the address" else neo4j_url
    monkeypatch.setenv("NEO4J_DATABASE", "nosuch")
    assert "no database nosuch: see the end of the address, or NEO4J_DATABASE" in refusal(url)


def test_a_database_without_a_graph(neo4j_url: str) -> None:
    assert "holds no graph of mandates; `mandates load" in refusal(neo4j_url, state="empty")


def test_somebody_elses_graph_is_left_alone(neo4j_url: str, neo4j_server: Server) -> None:
    neo4j_server.without_schema()
    neo4j_server.ask(THEIRS)
    before = neo4j_server.ask(EVERYTHING)
    try:
        said = refusal(neo4j_url, create=True, state="foreign")
        assert "holds 2 nodes of something else (:Person …): nothing was changed" in said
        assert "name an empty database" in said
        assert neo4j_server.ask(EVERYTHING) == before
        assert neo4j_server.ask(SCHEMA) == []
    finally:
        neo4j_server.ask("MATCH (n:Person) DETACH DELETE n")


def test_nodes_of_others_beside_ours_are_neither_shown_nor_deleted(
    neo4j_url: str, neo4j_server: Server
) -> None:
    with open_store(neo4j_url) as store:
        store.write_graph(river.GRAPH, {"version": "0.1"})
        neo4j_server.ask(THEIRS)
        try:
            store.write_graph(Graph(river.NODES[:1], ()), {"version": "0.2"})
            assert tuple(store.nodes()) == river.NODES[:1]
            assert neo4j_server.ask("MATCH (:Person)-[r:KNOWS]->(n) RETURN n.name AS name") == [
                {"name": "Charles"}
            ]
        finally:
            neo4j_server.ask("MATCH (n:Person) DETACH DELETE n")


def test_a_load_that_was_broken_off(neo4j_url: str) -> None:
    with open_store(neo4j_url) as store:
        store.write_graph(river.GRAPH, {})
    connection = Connection(address_of(neo4j_url))
    connection.write(lambda tx: put_manifest(tx, state="loading"))
    said = refusal(neo4j_url, state="building")
    assert "a load is under way or was broken off; run `mandates load" in said
    with open_store(neo4j_url) as store:
        store.write_graph(river.GRAPH, {})
    with open_store(neo4j_url, create=False) as store:
        assert store.node(river.ACT)


@pytest.mark.parametrize("create", [True, False])
def test_a_graph_of_another_form(neo4j_url: str, neo4j_server: Server, create: bool) -> None:
    neo4j_server.ask("CREATE (:Manifest:Mandates {form: 0, state: 'complete', record: '{}'})")
    said = refusal(neo4j_url, create=create, state="version")
    assert "a graph of form 0, this program reads 1; empty the database" in said


def test_a_number_that_neo4j_cannot_keep(neo4j_url: str) -> None:
    huge = river.node("item:river-cop/5/1", "agenda item", order=2**70)
    with open_store(neo4j_url) as store:
        store.write_graph(river.GRAPH, {})
        with pytest.raises(StoreError, match="Neo4j cannot keep"):
            store.write_graph(Graph((huge,), ()), {})
        assert tuple(store.nodes()) == river.NODES


def test_a_server_that_goes_away_between_two_questions(neo4j_secured: OwnServer) -> None:
    with open_store(neo4j_secured.url) as store:
        store.write_graph(river.GRAPH, {})
    with open_store(neo4j_secured.url, create=False) as store:
        assert store.node(river.ACT)
        neo4j_secured.kill()
        with pytest.raises(StoreError, match=r"is the server running\?|is it running\?"):
            list(store.edges("MANDATES"))
        neo4j_secured.start()
        # the same store goes on, over a connection of its own making
        assert tuple(store.edges()) == river.EDGES


def test_a_server_that_goes_away_in_the_middle_of_a_write(neo4j_secured: OwnServer) -> None:
    with open_store(neo4j_secured.url) as store:
        store.write_graph(river.GRAPH, {"version": "0.1"})
    connection = Connection(address_of(neo4j_secured.url))

    def work(tx: ManagedTransaction) -> None:
        tx.run("MATCH (n:Mandates) DETACH DELETE n").consume()
        neo4j_secured.kill()
        tx.run("RETURN 1").consume()

    with pytest.raises(StoreError, match="is it running|is the server running"):
        connection.write(work)
    neo4j_secured.start()
    with open_store(neo4j_secured.url, create=False) as store:
        assert tuple(store.edges()) == river.EDGES
        assert store.manifest() == {"version": "0.1"}


def test_two_writes_that_wait_for_each_other_are_both_done(
    neo4j_url: str, neo4j_server: Server
) -> None:
    with open_store(neo4j_url) as store:
        store.write_graph(river.GRAPH, {})
    connection = Connection(address_of(neo4j_url))
    both_hold_one = threading.Barrier(2)

    def write(first: str, second: str, turns: list[str]) -> None:
        def work(tx: ManagedTransaction) -> None:
            turns.append(first)
            mark = "MATCH (n:Mandates {id: $id}) SET n.marks = coalesce(n.marks, 0) + 1"
            tx.run(mark, id=first).consume()
            if len(turns) == 1:
                both_hold_one.wait(PATIENCE)
            tx.run(mark, id=second).consume()

        connection.write(work)

    one, other = (node.id for node in river.NODES[:2])
    turns: tuple[list[str], list[str]] = ([], [])
    with ThreadPoolExecutor(2) as pool:
        ended = (
            pool.submit(write, one, other, turns[0]),
            pool.submit(write, other, one, turns[1]),
        )
    assert [future.result() for future in ended] == [None, None]
    assert len(turns[0]) + len(turns[1]) > 2, "the server ended one of them, and it came again"
    marked = "MATCH (n:Mandates) WHERE n.marks IS NOT NULL RETURN n.marks AS marks"
    assert neo4j_server.ask(marked) == [{"marks": 2}, {"marks": 2}]


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[str]:
    """The address of a database with the river graph that its server lets nobody write to.

    Users of the Community edition may all write: there it is the configuration that says so.
    """
    try:
        server = AssembledServer.prepare(find_distribution(), tmp_path / "server", None)
    except NotAssembled as missing:
        pytest.skip(f"needs a server of its own configuration: {missing}")
    try:
        server.start()
        with open_store(server.url) as store:
            store.write_graph(river.GRAPH, {"version": "0.1"})
        server.stop()
        with (server.folder / "conf" / "neo4j.conf").open("a", encoding="utf-8") as settings:
            settings.write("server.databases.read_only=neo4j\n")
        server.start()
        yield server.url
    finally:
        server.remove()


def test_who_may_only_read_is_told_so_and_can_read(read_only: str) -> None:
    with open_store(read_only) as store:
        with pytest.raises(StoreError, match="the database may only be read"):
            store.write_graph(Graph(river.NODES[:1], ()), {"version": "0.2"})
        assert tuple(store.edges()) == river.EDGES
        assert store.manifest() == {"version": "0.1"}
