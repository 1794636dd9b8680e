"""A load that is broken off, at whatever moment and by whatever: the next one completes it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
import river

from commands.build import build
from graph.loading import load
from graph.model.content import content_of
from graph.model.errors import StoreError
from graph.stores import Store, open_store
from graph.stores.neo4j.address import address_of
from graph.stores.neo4j.connection import Connection
from tests.neo4j.server import OwnServer

pytestmark = pytest.mark.neo4j
KILLS = 3  # 20 in benchmarks/kills.py, with a larger store
RIVER = content_of(river.NODES, river.EDGES)


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as store:
        store.put_reading(river.reading())
        store.write_graph(river.GRAPH, {"version": "1"})
        yield store


@pytest.fixture(scope="module")
def digests(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store of the documents in data/."""
    url = f"sqlite:///{tmp_path_factory.mktemp('digests') / 'mandates.sqlite'}"
    with open_store(url) as store:
        build(sorted((checkout / "data").glob("*.txt")), store, workers=1)
    return url


def connected(url: str) -> Connection:
    return Connection(address_of(url))


def at(stage: str, happens: Callable[[], object]) -> Callable[[str, int, int | None], None]:
    """What to be told of the progress, so that something happens once when a stage begins."""
    waiting = [happens]

    def progress(name: str, done: int, total: int | None) -> None:
        if name == stage and waiting:
            waiting.pop()()

    return progress


def content_at(url: str) -> object:
    with open_store(url, create=False) as copied:
        return content_of(copied.nodes(), copied.edges())


def test_a_killed_load_says_so_and_the_next_completes_it(
    neo4j_url: str, digests: str, checkout: Path
) -> None:
    words = [sys.executable, "-m", "commands", "load", neo4j_url, "--from", digests]
    started = time.monotonic()
    subprocess.run(words, cwd=checkout, check=True, capture_output=True, env=os.environ)
    whole = time.monotonic() - started
    with open_store(digests, create=False) as source:
        expected = content_of(source.nodes(), source.edges())
    assert content_at(neo4j_url) == expected
    state = "MATCH (m:Manifest:Mandates) RETURN m.state AS state, m.loaded AS loaded"
    random = Random(KILLS)
    broken = 0
    for _ in range(KILLS):
        before = connected(neo4j_url).rows(state)[0]["loaded"]
        loader = subprocess.Popen(words, cwd=checkout, stderr=subprocess.DEVNULL, env=os.environ)
        while connected(neo4j_url).rows(state)[0]["loaded"] == before:
            assert loader.poll() is None, "it ended before it began"
            time.sleep(0.02)
        time.sleep(random.uniform(0, whole / 2))
        loader.kill()
        loader.wait()
        if connected(neo4j_url).rows(state)[0]["state"] == "loading":
            broken += 1
            with pytest.raises(StoreError, match=r"broken off; run `mandates load .*` again"):
                open_store(neo4j_url, create=False)
        subprocess.run(words, cwd=checkout, check=True, capture_output=True, env=os.environ)
        assert content_at(neo4j_url) == expected
    assert broken, "no load was killed while it was under way"


def test_a_server_that_goes_away_in_the_middle(neo4j_secured: OwnServer, source: Store) -> None:
    with pytest.raises(StoreError) as refusal:
        load(source, connected(neo4j_secured.url), at("relations", neo4j_secured.kill))
    told = str(refusal.value)
    assert told.startswith(neo4j_secured.url)
    assert "is the server running?" in told or "is it running?" in told
    assert told.endswith("(what was loaded stays: the same command goes on)")
    assert "\n" not in told
    neo4j_secured.start()
    with pytest.raises(StoreError, match="broken off"):
        open_store(neo4j_secured.url, create=False)
    assert load(source, connected(neo4j_secured.url)).holds.graph == RIVER
    assert content_at(neo4j_secured.url) == RIVER


def test_of_two_loads_at_once_the_first_gives_way(neo4j_url: str, source: Store) -> None:
    def second() -> None:
        with open_store(source.url, create=False) as same:
            load(same, connected(neo4j_url))

    with pytest.raises(StoreError, match="another load has begun here, and this one gives way"):
        load(source, connected(neo4j_url), at("relations", second))
    assert content_at(neo4j_url) == RIVER


def test_two_beginnings_at_one_moment_are_told_apart_again(neo4j_url: str, source: Store) -> None:
    load(source, connected(neo4j_url))
    twice = "CREATE (:Manifest:Mandates {form: 1, state: 'loading', loaded: 'x', record: '{}'})"
    connected(neo4j_url).write(lambda tx: tx.run(twice).consume())
    assert load(source, connected(neo4j_url)).holds.beside["Manifest"] == 1
    assert content_at(neo4j_url) == RIVER


# What another program does to the copy between the last batch and the comparison.
INTRUSIONS = {
    "takes a relation away": (
        "MATCH (:Decision)-[r:ADOPTED_AT]->() WITH r LIMIT 1 DELETE r",
        r"relations are there after loading",
    ),
    "takes a node away": (
        "MATCH (n:Topic|Actor) WITH n LIMIT 1 DETACH DELETE n",
        r"nodes are there after loading",
    ),
    "changes a word": (
        "MATCH (p:Provision) WITH p LIMIT 1 SET p.label = 'other'",
        r"as many nodes and relations as were loaded, but not the same",
    ),
    "changes a quotation": (
        "MATCH ()-[r:MANDATES]->() WITH r LIMIT 1 SET r.quotations = [q IN r.quotations | q + '.']",
        r"as many nodes and relations as were loaded, but not the same",
    ),
    "takes a text away": (
        "MATCH (t:SourceText) DELETE t",
        r"0 :SourceText are there after loading",
    ),
}


@pytest.mark.parametrize("intrusion", INTRUSIONS)
def test_a_copy_that_is_not_equal_is_not_called_complete(
    neo4j_url: str, source: Store, intrusion: str
) -> None:
    statement, told = INTRUSIONS[intrusion]

    def intrude() -> None:
        connected(neo4j_url).write(lambda tx: tx.run(statement).consume())

    with pytest.raises(StoreError, match=told):
        load(source, connected(neo4j_url), at("dropping", intrude))
    with pytest.raises(StoreError, match="broken off"):
        open_store(neo4j_url, create=False)
    load(source, connected(neo4j_url))
    assert content_at(neo4j_url) == RIVER


def test_what_somebody_added_to_our_nodes_leaves(neo4j_url: str, source: Store) -> None:
    load(source, connected(neo4j_url))
    added = (
        "MATCH (b:Body), (d:Document) WITH b, d LIMIT 1 CREATE (b)-[:LIKES]->(d) "
        "CREATE (:Topic:Mandates {id: 'topic:mine', position: -1})"
    )
    connected(neo4j_url).write(lambda tx: tx.run(added).consume())
    assert load(source, connected(neo4j_url)).dropped == 2
    assert content_at(neo4j_url) == RIVER


def test_a_database_of_somebody_else_is_left_alone(neo4j_secured: OwnServer, source: Store) -> None:
    neo4j_secured.without_schema()
    neo4j_secured.ask("CREATE (:Person {id: 'dec:river-cop/3/2'})-[:KNOWS]->(:Person)")
    with pytest.raises(StoreError, match="2 nodes of something else") as refusal:
        load(source, connected(neo4j_secured.url))
    assert ":Person" in str(refusal.value)
    assert "nothing was changed" in str(refusal.value)
    assert neo4j_secured.ask("MATCH (n) RETURN labels(n) AS labels, n.id AS id ORDER BY id") == [
        {"labels": ["Person"], "id": "dec:river-cop/3/2"},
        {"labels": ["Person"], "id": None},
    ]
    assert neo4j_secured.ask("SHOW CONSTRAINTS YIELD name RETURN name") == []


def test_what_cannot_be_written_is_told_by_the_thread_that_meets_it(
    neo4j_url: str, source: Store
) -> None:
    # the ends of a relation vanish while relations are under way
    def vanish() -> None:
        connected(neo4j_url).write(lambda tx: tx.run("MATCH (n:Decision) DELETE n").consume())

    with pytest.raises(StoreError, match="relations whose ends are not there"):
        load(source, connected(neo4j_url), at("relations", vanish))
    load(source, connected(neo4j_url))
    assert content_at(neo4j_url) == RIVER
