"""Tidy tables for files whose cells hold one text or number: lists are joined."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from graph.export.tables.table import UNPRINTABLE, Cell, Table
from graph.stores import Store
from graph.tidy import TidyTable, all_tables

LEFT_OUT = (
    "{number} cells of the table {table} have control characters, which such files cannot hold: they "
    "are left out here, and stand in the exports as jsonl and parquet"
)
BETWEEN = "; "  # the entries of a list


def flat_tables(store: Store, language: str, notices: list[str]) -> Iterator[Table]:
    """All tables of a store, one after the other; `notices` takes what of them cells cannot hold."""
    for tidy in all_tables(store, language):
        table = flat(tidy)
        texts = (cell for row in table.rows for cell in row if isinstance(cell, str))
        if number := sum(UNPRINTABLE.search(text) is not None for text in texts):
            notices.append(LEFT_OUT.format(number=number, table=table.title))
        yield table


def flat(table: TidyTable) -> Table:
    """The same columns and rows; what has parts of its own is JSON."""
    kinds = [column.kind for column in table.columns]
    return Table(
        table.name,
        tuple(column.name for column in table.columns),
        tuple(tuple(map(_cell, row, kinds)) for row in table.rows),
    )


def _cell(value: Any, kind: str) -> Cell:
    if value is None:
        return None
    if kind == "boolean":
        return "true" if value else "false"
    if kind == "strings":
        return BETWEEN.join(value) or None
    if kind in ("record", "records"):
        return json.dumps(value, ensure_ascii=False) if value else None
    return value  # type: ignore[no-any-return]
