"""What a copy of a store holds besides the graph, as rows, and what its citations are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from graph.stores.contract import Store
from graph.stores.neo4j.kept import (
    answer_row,
    judgement_row,
    reading_row,
    remark_row,
    words_rows,
)
from graph.stores.neo4j.rows import Documents, Row

REMEMBERED = 5_000  # documents: a relation is mostly proved by the same as the one before it


def rows_beside(source: Store) -> Mapping[str, Iterator[Row]]:
    """By label in Neo4j, what stands beside the graph, in rows that are made as they are taken."""
    return {
        "Words": (row for node in source.nodes() for row in words_rows(node)),
        "SourceText": _texts(source),
        "Remark": (remark_row(one, place) for place, one in enumerate(source.remarks())),
        "Judgement": (judgement_row(one, place) for place, one in enumerate(source.judgements())),
        "Answer": (answer_row(name, answer) for name, answer in source.answers()),
    }


def documents_of(source: Store) -> Documents:
    """What gives the properties of a document's node: the last ones asked for are remembered."""

    @lru_cache(maxsize=REMEMBERED)
    def properties(id: str) -> Mapping[str, Any] | None:
        found = source.node(id)
        return found.properties if found else None

    return properties


def _texts(source: Store) -> Iterator[Row]:
    for summary in source.readings():
        if reading := source.reading(summary.checksum):
            # The payload is for joining readings, which is done where they are made.
            yield reading_row(replace(reading, payload=b""))
