"""Answers as tables, with a ready citation on every row that names a provision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.library.book import Question, question

if TYPE_CHECKING:  # the driver is an extra: the book can be read without it
    from graph.stores.neo4j.connection import Connection

LIMIT = 1_000  # rows
SECONDS = 30.0
# The column that holds a provision's id, by agreement among all files of the library.
PROVISION = "provision"
CITED = ("citation", "link")
LANGUAGE = "language"  # the parameter that says in which language texts are wanted
# Where a provision stands is the evidence of its belonging to its act: in the language asked for,
# if its text is here in that.
CITATIONS = """
MATCH (provision:Provision)<-[belonging:HAS_PROVISION]-()
WHERE provision.id IN $provisions
WITH provision, belonging, range(0, size(belonging.languages) - 1) AS pieces
WITH provision, belonging,
     coalesce([piece IN pieces WHERE belonging.languages[piece] = $language][0], 0) AS piece
RETURN provision.id AS provision,
       collect(belonging.citations[piece])[0] AS citation,
       collect(belonging.links[piece])[0] AS link
"""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a question: `cut` says that there were more rows than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool

    def records(self) -> list[dict[str, Any]]:
        """The rows, each by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def run(
    connection: Connection,
    asked: str | Question,
    parameters: Mapping[str, object] | None = None,
    limit: int = LIMIT,
    seconds: float = SECONDS,
) -> Table:
    """Put a question, of the book by its name, to a graph in Neo4j; what is not given has its default.

    Rows with a value in the column `provision` get `citation` and `link`: where the text of the
    provision stands. Raises QuestionError for a question or parameter that is none, StoreError for
    a server that does not answer, or not within `seconds`.
    """
    asked = question(asked) if isinstance(asked, str) else asked
    filled = asked.filled(parameters or {})
    answer = connection.read(asked.text, filled, limit, seconds)
    rows = tuple(tuple(_plain(row[column]) for column in answer.columns) for row in answer.rows)
    table = Table(answer.columns, rows, answer.cut)
    if PROVISION not in table.columns or not set(CITED).isdisjoint(table.columns):
        return table
    return _cited(connection, table, filled.get(LANGUAGE), seconds)


def _cited(connection: Connection, table: Table, language: object, seconds: float) -> Table:
    place = table.columns.index(PROVISION)
    named = sorted({row[place] for row in table.rows if isinstance(row[place], str)})
    wanted = {"provisions": named, "language": language or "en"}
    found = connection.read(CITATIONS, wanted, max(1, len(named)), seconds)
    citations = {row["provision"]: tuple(row[one] or None for one in CITED) for row in found.rows}
    unknown = (None,) * len(CITED)
    return Table(
        (*table.columns, *CITED),
        tuple((*row, *citations.get(str(row[place]), unknown)) for row in table.rows),
        table.cut,
    )


def _plain(value: Any) -> Any:
    """A value without what is of the driver: a file of one's own may return nodes and paths."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list() | tuple():
            return [_plain(one) for one in value]
        case Mapping():  # a node or a relation is one, of its properties
            return {name: _plain(one) for name, one in sorted(value.items())}
    nodes = getattr(value, "nodes", None)  # of a path
    return str(value) if nodes is None else _plain(nodes)
