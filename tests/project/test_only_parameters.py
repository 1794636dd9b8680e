"""No query is put together from data: what varies is a parameter, never a piece of the text.

Cypher has no parameters for labels and types of relations. The modules that write and read the whole
graph put in those of the model, by name; nobody else puts in anything.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

CLAUSE = re.compile(r"\b(?:MATCH|MERGE|UNWIND|DETACH DELETE|RETURN|CALL|EXPLAIN|SHOW|DROP)\b")
# Where the model's words are put in.
OF_THE_MODEL = ("graph/model/", "graph/stores/neo4j/", "graph/loading/", "graph/ogm.py")
BUILDING = {"format", "format_map", "join", "replace"}


def words_of(node: ast.expr) -> str:
    """What is written out in a text, with a gap where something is put in."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "…".join(words_of(one) for one in values)
    return ""


def put_in(node: ast.AST) -> list[ast.expr] | None:
    """What is put into a text of Cypher here; None where no such text is put together."""
    match node:
        case ast.JoinedStr(values=values) if CLAUSE.search(words_of(node)):
            return [one.value for one in values if isinstance(one, ast.FormattedValue)]
        case ast.BinOp(left=left, op=ast.Add() | ast.Mod(), right=right):
            texts = [one for one in (left, right) if CLAUSE.search(words_of(one))]
            others = [one for one in (left, right) if not words_of(one)]
            return others if texts else None
        case ast.Call(func=ast.Attribute(value=text, attr=how), args=args, keywords=keywords):
            pieces = [*flat(args), *(one.value for one in keywords)]
            if how in BUILDING and any(CLAUSE.search(words_of(one)) for one in (text, *pieces)):
                return [one for one in pieces if not words_of(one)]
    return None


def flat(nodes: Iterable[ast.expr]) -> Iterator[ast.expr]:
    """Expressions, and what stands in a list or tuple among them."""
    for node in nodes:
        yield from node.elts if isinstance(node, ast.List | ast.Tuple) else [node]


def is_a_word_of_the_model(node: ast.expr) -> bool:
    """Whether a name is put in, or what a function of the module makes of one; never a value of data."""
    named = (ast.Name, ast.Constant)
    return isinstance(node, named) or (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and all(isinstance(one, named) for one in node.args)
    )


def faults(path: str, source: str) -> Iterator[str]:
    """Queries in a file of Python into which something is put that does not belong there."""
    allowed = path.startswith(OF_THE_MODEL)
    for node in ast.walk(ast.parse(source)):
        pieces = put_in(node)
        if pieces and not (allowed and all(map(is_a_word_of_the_model, pieces))):
            yield f"{path}:{node.lineno}: {', '.join(map(ast.unparse, pieces))}"


@pytest.mark.parametrize(
    ("path", "source", "seen"),
    [
        ("graph/library/tables.py", 'read("MATCH (n {id: $id}) RETURN n", {"id": id})', False),
        ("graph/library/tables.py", 'read(f"MATCH (n:{label}) RETURN n")', True),
        ("graph/library/tables.py", 'read("MATCH (n:" + label + ") RETURN n")', True),
        ("graph/library/tables.py", 'read("MATCH (n:%s) RETURN n" % label)', True),
        ("graph/library/tables.py", 'read("MATCH (n:{}) RETURN n".format(label))', True),
        ("graph/library/tables.py", 'read(" ".join(["MATCH (n)", clause]))', True),
        ("commands/query.py", 'read(text.replace("RETURN", limit))', True),
        ("commands/query.py", 'say(f"{name}: no such question")', False),
        ("graph/stores/neo4j/nodes.py", 'rows(f"MATCH (n:{OWNED}) RETURN n")', False),
        ("graph/stores/neo4j/nodes.py", 'rows(f"MATCH {_matched(type)} RETURN n")', False),
        # a value of data, even where words of the model may stand
        ("graph/stores/neo4j/nodes.py", 'rows(f"MATCH (n {{id: {node.id}}}) RETURN n")', True),
        ("graph/stores/neo4j/nodes.py", "rows(f\"MATCH (n {{id: {row['id']}}}) RETURN n\")", True),
    ],
)
def test_what_is_put_in_is_seen(path: str, source: str, seen: bool) -> None:
    assert any(faults(path, source)) is seen


def test_only_parameters_vary(checkout: Path) -> None:
    files = [path for folder in ("graph", "commands") for path in (checkout / folder).rglob("*.py")]
    assert len(files) > 40
    found = [
        fault
        for path in files
        for fault in faults(path.relative_to(checkout).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert found == []
