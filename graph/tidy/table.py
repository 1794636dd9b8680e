"""What a tidy table is: typed columns, and rows that come one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and the kind of its values, a key of `graph.model.schema.KINDS`."""

    name: str
    kind: str = "string"


@dataclass(frozen=True, slots=True)
class TidyTable:
    """A table of a store. `rows` may be gone through once; a cell without a value is None."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Any, ...]]


def columns(**kinds: str) -> tuple[Column, ...]:
    """Columns by their names: `columns(id="string", order="integer")`."""
    return tuple(Column(name, kind) for name, kind in kinds.items())
