"""JSON lines: `nodes.jsonl` and `edges.jsonl`, everything that the graph holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph.export.formats import Format, Written
from graph.model.errors import StoreError
from graph.model.plain import edge_from_plain, edge_to_plain, node_from_plain, node_to_plain
from graph.model.records import Graph
from graph.stores import Store

NODES, EDGES = "nodes.jsonl", "edges.jsonl"


def write(store: Store, folder: Path, language: str) -> Written:
    """Write both files in the order of the store, one object a line, in UTF-8.

    Every language is there, whichever is given.
    """
    nodes, edges = folder / NODES, folder / EDGES
    _write_lines(nodes, map(node_to_plain, store.nodes()))
    _write_lines(edges, map(edge_to_plain, store.edges()))
    return Written((nodes, edges))


def read(folder: Path) -> Graph:
    """The graph that `write` wrote; StoreError if a file is missing or no JSON lines."""
    try:
        return Graph(
            nodes=tuple(map(node_from_plain, _lines(folder / NODES))),
            edges=tuple(map(edge_from_plain, _lines(folder / EDGES))),
        )
    except OSError as error:
        raise StoreError(f"{error.filename}: cannot be read: {error.strerror}") from error
    except (ValueError, KeyError) as error:
        raise StoreError(f"{folder}: not an export of JSON lines: {error!r}") from error


def _write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    # Not splitlines(): a text may hold U+2028, which ends a line there but not in JSON lines.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


FORMAT = Format("jsonl", "JSON lines: nodes.jsonl and edges.jsonl, with all evidence", write)
