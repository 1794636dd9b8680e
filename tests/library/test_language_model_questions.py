"""The page on language models: its questions are put to Neo4j, its configuration gives nothing away."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.questions import trace, why
from tests.library.conftest import Library
from tests.neo4j.server import Server

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "language-models.md").read_text("utf-8")
CLIENT = re.search(r"## The client\n.*?```json\n(?P<json>.*?)```", PAGE, re.DOTALL)
QUESTIONS = {
    match["asked"]: (match["cypher"], json.loads(match["parameters"]))
    for match in re.finditer(
        r"^### (?P<asked>[^\n]+\?)\n\n```cypher\n(?P<cypher>.*?)```\n\n```json\n(?P<parameters>.*?)```",
        PAGE,
        re.MULTILINE | re.DOTALL,
    )
}
WHAT_CAME_OF_IT, WHY_AN_ITEM, NOT_TAKEN_UP = QUESTIONS


def rows(library: Library, asked: str, **others: object) -> list[dict[str, Any]]:
    """What the Cypher below a question brings, put as a query from outside, which may only read."""
    query, parameters = QUESTIONS[asked]
    return [dict(row) for row in library.connection.read(query, parameters | others).rows]


def test_the_client_is_told_to_read_and_holds_no_password() -> None:
    assert CLIENT
    (server,) = json.loads(CLIENT["json"])["mcpServers"].values()
    environment = server["env"]
    assert environment["NEO4J_MCP_READ_ONLY"] == "true"
    assert environment["NEO4J_MCP_TELEMETRY"] == "false"
    assert re.fullmatch(r"\$\{\w+\}", environment["NEO4J_MCP_PASSWORD"])
    assert not any("PASSWORD" in word.upper() for word in server.get("args", ()))


@pytest.mark.parametrize("asked", QUESTIONS)
def test_every_name_in_the_cypher_is_one_of_the_graph(
    digests: Library, neo4j_server: Server, asked: str
) -> None:
    query, parameters = QUESTIONS[asked]
    with neo4j_server.driver() as driver:
        summary = driver.execute_query(query, parameters, database_=neo4j_server.database).summary
    assert summary.query_type == "r"  # what the tool that reads lets through
    # the server warns of labels, relations and properties that it has never seen
    told = [status for status in summary.gql_status_objects if status.is_notification]
    assert [status.status_description for status in told] == []


@pytest.mark.parametrize("asked", QUESTIONS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_link_comes_with_its_sentence_in_the_language_asked_for(
    digests: Library, asked: str, language: str
) -> None:
    linked = [row for row in rows(digests, asked, language=language) if row["basis"]]
    assert linked, "nothing is tested here"
    for row in linked:
        assert row["quotation"]
        assert f"[digest, {language}]" in row["citation"]


def test_what_came_of_a_decision_is_what_the_trace_says(digests: Library) -> None:
    found = rows(digests, WHAT_CAME_OF_IT)
    told = [
        one
        for whole in trace(digests.store, found[0]["act"]).provisions
        for one in whole.everything()
    ]
    asked = {one.node.id: one for one in told if one.node.properties.get("is_mandate")}
    assert {row["provision"] for row in found} == asked.keys()
    assert {(row["provision"], row["result"]) for row in found if row["result"]} == {
        (id, link.target.id)
        for id, one in asked.items()
        for link in one.follow_up
        if link.relation == "MANDATES"
    }
    for row in found:
        one = asked[row["provision"]]
        assert row["status"] == one.node.properties["status"]
        own = {link.target.id for link in one.addressees if link.inherited_from is None}
        assert set(row["asked_of"]) == own


def test_why_an_item_is_there_is_what_why_says(digests: Library) -> None:
    _, parameters = QUESTIONS[WHY_AN_ITEM]
    reasons = why(digests.store, parameters["item"]).reasons
    assert {(row["item"], row["provision"]) for row in rows(digests, WHY_AN_ITEM)} == {
        (link.target.id, link.source.id) for link in reasons if link.relation == "MANDATES"
    }


def test_what_was_not_taken_up_and_the_reports_that_are_missing(digests: Library) -> None:
    _, parameters = QUESTIONS[NOT_TAKEN_UP]
    store = digests.store
    asked = {edge.source for edge in store.edges("ADDRESSED_TO", target=parameters["addressee"])}
    found = rows(digests, NOT_TAKEN_UP)
    assert {row["provision"] for row in found} == {
        node.id
        for node in store.nodes("provision")
        if node.id in asked and node.properties.get("status") == "no follow-up found"
    }
    for row in found:
        assert row["asked_at"] not in row["sessions_without_report"]
        assert row["sessions_without_report"], "there is one report in the digests"
