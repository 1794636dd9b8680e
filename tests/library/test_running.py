"""Putting a question: what is sent, what comes back, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from commands.layout.tables import as_csv
from graph.library import connect, questions, read_question, run, tables
from graph.model.errors import StoreError
from graph.model.schema import load_model
from graph.stores.neo4j.connection import LIMIT, SECONDS, Answer, Connection
from tests.library.conftest import Library
from tests.neo4j.server import Server

PROVISION = load_model().nodes["provision"].form
# What a question must not begin with: going through every node, whatever its type.
EVERYTHING = "AllNodesScan"
AN_INDEX = ("NodeIndexSeek", "NodeUniqueIndexSeek", "NodeIndexScan", "NodeIndexEndsWithScan")
OF_ONE_THING = (
    "evidence-for-a-link",
    "how-two-things-are-connected",
    "mandates-without-follow-up",  # by their status
    "the-same-matter-over-sessions",
    "what-a-decision-led-to",
    "what-led-to-a-document",
    "where-an-agenda-item-came-from",
)


class Listening(Connection):
    """A connection that keeps what went through it."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection.address)
        self.sent: list[tuple[str, Mapping[str, Any] | None]] = []

    def read(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        limit: int = LIMIT,
        seconds: float = SECONDS,
    ) -> Answer:
        self.sent.append((query, parameters))
        return super().read(query, parameters, limit, seconds)


def test_a_question_is_sent_as_its_file_stands(documents: Library) -> None:
    hostile = "x' RETURN 1 // \\ \" ) + [ CTOC/COP"
    for name, one in questions().items():
        connection = Listening(documents.connection)
        texts = [p.name for p in one.parameters.values() if p.type == "string"]
        run(connection, name, dict.fromkeys(texts, hostile))
        (query, parameters), *others = connection.sent
        assert query == one.text
        assert parameters is not None
        assert parameters.keys() == one.parameters.keys()
        assert {query for query, _ in others} <= {tables.CITATIONS}


def test_every_row_that_names_a_provision_has_its_citation(documents: Library) -> None:
    known = {node.id for node in documents.store.nodes("provision") if node.properties.get("text")}
    cited = 0
    for name in questions():
        table = run(documents.connection, name)
        for row in table.records():
            named = [value for value in row.values() if isinstance(value, str)]
            if any(PROVISION.fullmatch(value) and value in known for value in named):
                assert row["citation"].startswith("CTOC/COP/200"), (name, row)
                assert row["link"].startswith("https://docs.un.org/ar/CTOC/COP/"), (name, row)
                cited += 1
    assert cited > 100


def test_a_citation_is_of_the_provision_itself(documents: Library) -> None:
    (row,) = documents.ask("recurring-requests")
    citation = "CTOC/COP/2006/14, decision 3/2, paragraph (g) (6) [ar]"
    assert row["citation"] == f"{citation}, https://docs.un.org/ar/CTOC/COP/2006/14"


def test_rows_of_acts_alone_have_no_citation(documents: Library) -> None:
    rows = documents.ask("what-led-to-a-document", document="CTOC/COP/2006/14")
    assert rows == []
    rows = documents.ask("where-an-agenda-item-came-from", item="4/2(e)")
    assert {row["provision"] for row in rows} == {None}
    assert {row["citation"] for row in rows} == {None}


def test_a_question_of_ones_own_may_return_anything(documents: Library) -> None:
    text = """\
// Everything?
//
// A node, a relation, a path, a date, a list with a gap, and a column that only looks like ours.

MATCH way = (act:Decision {id: 'dec:untoc-cop/3/1'})-[adopted:ADOPTED_AT]->(:Session)
RETURN act, adopted, way, date('2006-10-18') AS date, [1, null] AS list, [act.id] AS provision
"""
    table = run(documents.connection, read_question("everything", text))
    (row,) = json.loads(json.dumps(table.records()))
    assert row["act"]["designation"] == "3/1"
    assert row["adopted"]["date"] == row["date"] == "2006-10-18"
    assert [station["id"] for station in row["way"]] == ["dec:untoc-cop/3/1", "session:untoc-cop/3"]
    assert (row["list"], row["citation"]) == ([1, None], None)
    assert "3/1" in as_csv(table)


def test_an_answer_is_cut_at_a_number_of_rows(documents: Library) -> None:
    all_of_it = run(documents.connection, "acts-most-cited")
    some = run(documents.connection, "acts-most-cited", limit=3)
    assert (some.cut, all_of_it.cut) == (True, False)
    assert some.rows == all_of_it.rows[:3]
    exactly = run(documents.connection, "acts-most-cited", limit=len(all_of_it.rows))
    assert (exactly.cut, exactly.rows) == (False, all_of_it.rows)


def test_the_same_question_has_the_same_answer_in_the_same_order(documents: Library) -> None:
    for name in questions():
        assert run(documents.connection, name) == run(documents.connection, name), name


@pytest.mark.parametrize(
    ("text", "seconds", "said"),
    [
        # a file of one's own cannot write either
        ("// Rename?\n//\n// All of them.\n\nMATCH (n:Session) SET n.number = '0'", 30, "refused"),
        (
            "// Endless?\n//\n// A long way.\n\nUNWIND range(1, 10000000) AS a "
            "UNWIND range(1, 10000000) AS b RETURN count(*) AS ways",
            1,
            "longer than it may",
        ),
        ("// Odd?\n//\n// Not Cypher.\n\nWHICH sessions", 30, "Invalid input"),
    ],
)
def test_what_may_not_be_or_takes_too_long_is_ended(
    documents: Library, text: str, seconds: float, said: str
) -> None:
    with pytest.raises(StoreError) as refusal:
        run(documents.connection, read_question("odd", text), seconds=seconds)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)


def operators(plan: Mapping[str, Any]) -> set[str]:
    """The steps of a plan and of what is below it."""
    below = [operators(child) for child in plan.get("children", ())]
    return {plan["operatorType"].partition("@")[0]}.union(*below)


def test_no_question_goes_through_every_node(documents: Library, neo4j_server: Server) -> None:
    with neo4j_server.driver() as driver, driver.session(database=neo4j_server.database) as session:
        for name, one in questions().items():
            summary = session.run(f"EXPLAIN {one.text}", one.filled({})).consume()
            assert summary.query_type == "r", name
            assert summary.plan is not None
            steps = operators(summary.plan)
            assert EVERYTHING not in steps, name
            if name in OF_ONE_THING:
                assert steps.intersection(AN_INDEX), (name, steps)


def test_the_environment_names_the_graph_that_is_asked(
    documents: Library, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", neo4j_server.url)
    assert (
        run(connect(), "decisions-at-a-glance").rows
        == run(documents.connection, "decisions-at-a-glance").rows
    )
    monkeypatch.delenv("NEO4J_URI")
    with pytest.raises(StoreError, match="no address: these questions .* need Neo4j"):
        connect()
