"""What a query from outside may do: read the graph, and nothing else.

The plan is asked, not the text: words in comments, quotation marks and backticks deceive a search
for words, and no plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from neo4j import ManagedTransaction

from graph.model.errors import StoreError

READS = "r"
# Steps that count as reading, but open files and addresses, or look at and end what others do.
BEYOND_THE_GRAPH = ("LoadCSV", "Show", "Terminate")
CALL = "ProcedureCall"
# By name, not by the mode that the server gives: it calls clearing its statistics reading too,
# and procedures of others load files in that mode.
PROCEDURES = (
    "db.index.fulltext.query",
    "db.labels",
    "db.propertyKeys",
    "db.relationshipTypes",
    "db.schema.",
)


def refuse_writing(
    tx: ManagedTransaction, query: str, parameters: Mapping[str, Any], url: str
) -> None:
    """Raise StoreError if the query would write, leave the graph, or call what is not for reading.

    The server explains the query, and does not run it.
    """
    summary = tx.run(f"EXPLAIN {query}", dict(parameters)).consume()
    if summary.query_type != READS or summary.plan is None:
        raise StoreError(f"{url}: refused: the query would write, and questions only read")
    for step, told in _steps(summary.plan):
        if step.startswith(BEYOND_THE_GRAPH):
            raise StoreError(f"{url}: refused: {step} does more than read the graph")
        if step == CALL and not told.startswith(PROCEDURES):
            name = told.partition("(")[0]
            raise StoreError(f"{url}: refused: {name} is no procedure that only reads the graph")


def _steps(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The steps of a plan: what each does, and what is told of it."""
    yield plan["operatorType"].partition("@")[0], str(plan["args"].get("Details", ""))
    for child in plan.get("children", ()):
        yield from _steps(child)
