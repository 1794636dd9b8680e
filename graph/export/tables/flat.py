"""Tidy tables for files whose cells hold one text or number: lists are joined."""

from __future__ import annotations

import json
from typing import Any

from graph.export.tables.table import Cell, Table
from graph.tidy import TidyTable

BETWEEN = "; "  # the entries of a list


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
