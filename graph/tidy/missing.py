"""What the store lacks as rows: session reports, documents and acts that others refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from graph.model.citation import official_link
from graph.model.ids import body_of
from graph.model.naming import in_language, name_of
from graph.model.records import Node
from graph.questions.absence import session_reports
from graph.questions.missing import missing
from graph.questions.sessions import meeting_bodies
from graph.stores import Store
from graph.tidy.nodes import ENGLISH
from graph.tidy.table import TidyTable, columns

COLUMNS = columns(
    id="string",
    kind="string",
    name="string",
    body="string",
    title="string",
    wanted="integer",
    link="string",
)
KINDS = {"document": "document", "decision": "act"}


def missing_table(store: Store, language: str | None = None) -> TidyTable:
    """A row for each text that is not here: reports of sessions by body, then the most wanted.

    `kind` is "session report" (the id is that of the session), "document" or "act". `wanted` counts
    the things that refer to it or rest on it; for a session those that were due at it, or put off to
    it.
    """
    return TidyTable("missing", COLUMNS, _rows(store, language or ENGLISH))


def _rows(store: Store, language: str) -> Iterator[tuple[Any, ...]]:
    expected: dict[str, set[str]] = defaultdict(set)
    for _, one, at in store.edge_keys(("DUE_AT", "DEFERRED_TO")):
        expected[at].add(one)
    for absent in session_reports(store, *(body.id for body in meeting_bodies(store))):
        session = Node(absent.id, "session", {"title": absent.title})
        wanted = len(expected[absent.id])
        yield _row(session, absent.kind, in_language(absent.title, language), wanted, language)
    for text in missing(store):
        title = in_language(text.node.properties.get("title"), language)
        yield _row(text.node, KINDS[text.node.type], title, text.wanted, language)


def _row(node: Node, kind: str, title: str, wanted: int, language: str) -> tuple[Any, ...]:
    link = official_link(node.properties.get("symbol"), language)
    name = name_of(node, language)
    return (node.id, kind, name, body_of(node.id), title or None, wanted, link)
