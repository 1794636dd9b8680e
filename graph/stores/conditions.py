"""Conditions of queries to SQLite, with their values."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any


def where_of(**wanted: str | Collection[str] | None) -> tuple[list[str], list[Any]]:
    """That columns have a value, or one of several; None leaves a column open."""
    where: list[str] = []
    values: list[Any] = []
    for column, value in wanted.items():
        if value is None:
            continue
        several = [value] if isinstance(value, str) else sorted(value)
        where.append(f"{column} IN ({', '.join('?' * len(several))})")
        values += several
    return where, values


def begun_with(**prefixes: str | None) -> tuple[list[str], list[Any]]:
    """That columns begin with a prefix; None and the empty one leave a column open."""
    where: list[str] = []
    values: list[Any] = []
    for column, prefix in prefixes.items():
        if prefix:
            # a range, because an index can follow it
            where.append(f"{column} >= ? AND {column} < ?")
            values += [prefix, f"{prefix[:-1]}{chr(ord(prefix[-1]) + 1)}"]
    return where, values


def nodes_where(type: str | None, prefix: str | None) -> tuple[list[str], list[Any]]:
    """That a node is of a type, its id begins with a prefix, or both."""
    where, values = where_of(type=type)
    begun, ends = begun_with(id=prefix)
    if begun:
        # There are more nodes of a type than of a prefix: the plus keeps the index of types out.
        where = [f"+{one}" for one in where]
    return where + begun, values + ends


def clause(where: list[str]) -> str:
    """Conditions that must all hold, as a clause; nothing where there are none."""
    return f" WHERE {' AND '.join(where)}" if where else ""
