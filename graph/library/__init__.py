"""The data team's library: questions in Cypher, a file each, put to a graph in Neo4j.

`questions()` is the book, `run(connect(), name, {…})` puts one of them. The files are sent as they
stand: what varies is a parameter, never a piece of the text.
"""

from __future__ import annotations

from graph.library.book import Parameter, Question, Value, question, questions, read_question
from graph.library.connecting import connect
from graph.library.tables import Table, run

__all__ = [
    "Parameter",
    "Question",
    "Table",
    "connect",
    "Value",
    "question",
    "questions",
    "read_question",
    "run",
]
