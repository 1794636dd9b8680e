"""What a query from outside cannot do: three walls before a write, limits of rows and of time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import river

from graph.model.errors import StoreError
from graph.stores import open_store
from graph.stores.neo4j.address import address_of
from graph.stores.neo4j.connection import Connection
from tests.neo4j.server import Server

pytestmark = pytest.mark.neo4j
COUNTED = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS all"


@pytest.fixture
def connection(neo4j_url: str, neo4j_server: Server) -> Iterator[Connection]:
    """A connection to the river graph, which is the same afterwards."""
    with open_store(neo4j_url) as store:
        store.write_graph(river.GRAPH, {})
    before = neo4j_server.ask(COUNTED)
    yield Connection(address_of(neo4j_url))
    assert neo4j_server.ask(COUNTED) == before


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Mandates {id: 'x'}) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Mandates) SET n.id = null RETURN n",
        "MERGE (n:Act {id: 'new'}) RETURN n",
        "CALL { MATCH (n) DELETE n } RETURN 1 AS one",
        "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS",
        "UNWIND [1] AS i FOREACH (x IN [i] | CREATE (:Act))",
        "/* MATCH (n) RETURN n */ MATCH (n) // reads\n REMOVE n.id",
        "CREATE INDEX slow IF NOT EXISTS FOR (n:Act) ON (n.slow)",
        "DROP CONSTRAINT mandates_id IF EXISTS",
        "CALL db.createLabel('Stranger')",
        "CALL dbms.listConnections() YIELD connectionId RETURN connectionId",
        "EXPLAIN CREATE (n)",
    ],
)
def test_a_plan_that_writes_is_not_run(connection: Connection, query: str) -> None:
    with pytest.raises(StoreError, match="the query would write, and questions only read"):
        connection.read(query)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line", "LoadCSV does more than read"),
        ("lOaD /**/ csv FROM 'http://127.0.0.1/' AS line RETURN line", "LoadCSV does more"),
        ("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "does more than read the graph"),
        ("SHOW SETTINGS", "ShowSettings does more than read the graph"),
        # the server says of these that they read
        ("CALL db.stats.clear('QUERIES')", "db.stats.clear is no procedure that only reads"),
        ("CALL `db`.`prepareForReplanning`(1)", "db.prepareForReplanning is no procedure"),
    ],
)
def test_reading_beyond_the_graph_is_refused(connection: Connection, query: str, says: str) -> None:
    with pytest.raises(StoreError, match=says):
        connection.read(query)


@pytest.mark.parametrize("query", ["CREATE (:Act)", "MATCH (n) DETACH DELETE n"])
def test_the_server_refuses_a_write_that_came_past_the_other_walls(
    connection: Connection, query: str
) -> None:
    with pytest.raises(StoreError, match="it would write; questions only read"):
        connection.rows(query)
    with pytest.raises(StoreError, match="it would write; questions only read"):
        list(connection.stream(query))


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (p:Provision {id: $id}) RETURN p.label AS label",
        # words of writing that write nothing
        "MATCH (p:Provision {id: $id}) WHERE 'DELETE' <> 'SET' RETURN p.label AS label // CREATE",
        "CALL db.index.fulltext.queryNodes('texts', 'report') YIELD node AS p WHERE p.id = $id "
        "RETURN p.label AS label",
    ],
)
def test_questions_are_answered(connection: Connection, query: str) -> None:
    answer = connection.read(query, {"id": f"{river.ACT}#a"})
    assert (answer.columns, answer.rows, answer.cut) == (("label",), ({"label": "a"},), False)


def test_an_answer_says_that_it_was_cut(connection: Connection) -> None:
    query = "UNWIND range(1, 10) AS number RETURN number"
    cut = connection.read(query, limit=3)
    assert ([row["number"] for row in cut.rows], cut.cut) == ([1, 2, 3], True)
    assert connection.read(query, limit=10).cut is False


def test_columns_are_known_without_rows(connection: Connection) -> None:
    answer = connection.read(
        "MATCH (n:Decision {id: 'none'}) RETURN n.id AS id, n.title_en AS title"
    )
    assert (answer.columns, answer.rows) == (("id", "title"), ())


def test_a_question_that_takes_too_long_is_ended(connection: Connection) -> None:
    forever = "UNWIND range(1, 1000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i) AS none"
    with pytest.raises(StoreError, match="it took longer than it may: narrow the question down"):
        connection.read(forever, seconds=0.3)


def test_a_question_that_is_not_cypher(connection: Connection) -> None:
    with pytest.raises(StoreError, match="Invalid input") as refused:
        connection.read("MATCH (n RETURN n")
    assert "\n" not in str(refused.value)
