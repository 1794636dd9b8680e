"""JSON lines: `nodes.jsonl` and `edges.jsonl`, everything that the graph holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph.export.formats import Format, Written
from graph.model.citation import Citation
from graph.model.errors import StoreError
from graph.model.plain import Plain, edge_from_plain, edge_to_plain, node_from_plain, node_to_plain
from graph.model.records import Edge, Graph, Node
from graph.questions.standing import all_standing
from graph.questions.steps import Steps
from graph.stores import Store

NODES, EDGES = "nodes.jsonl", "edges.jsonl"


def write(store: Store, folder: Path, language: str) -> Written:
    """Write both files in the order of the store, one object a line, in UTF-8.

    Beside what the graph holds, every piece of evidence has its `citation` and `link`, but for what
    a pack says, which stands in no document. So has a node whose own text stands somewhere, from the
    text in `language` where there are several.
    """
    nodes, edges = folder / NODES, folder / EDGES
    stands = all_standing(store, language)
    _write_lines(nodes, (_node(node, stands.get(node.id)) for node in store.nodes()))
    steps = Steps(store)
    _write_lines(edges, (_edge(edge, steps) for edge in store.edges()))
    return Written((nodes, edges))


def read(folder: Path) -> Graph:
    """The graph that `write` wrote; StoreError if a file is missing or no JSON lines."""
    try:
        return Graph(
            nodes=tuple(map(node_from_plain, _lines(folder / NODES))),
            edges=tuple(map(edge_from_plain, _lines(folder / EDGES))),
        )
    except FileNotFoundError as error:
        told = f"no {Path(error.filename).name} there; `mandates export --format jsonl` writes one"
        raise StoreError(f"{folder}: {told}") from error
    except OSError as error:
        raise StoreError(f"{error.filename}: cannot be read: {error.strerror}") from error
    except (ValueError, KeyError) as error:
        raise StoreError(f"{folder}: not an export of JSON lines: {error!r}") from error


def _node(node: Node, stands: Citation | None) -> Plain:
    return node_to_plain(node) | (_cited(stands) if stands else {})


def _edge(edge: Edge, steps: Steps) -> Plain:
    plain = edge_to_plain(edge)
    plain["evidence"] = [
        told | (_cited(steps.cited(one).citation) if one.in_document else {})
        for told, one in zip(plain["evidence"], edge.evidence, strict=True)
    ]
    return plain


def _cited(citation: Citation) -> Plain:
    return {"citation": citation.text, "link": citation.link}


def _write_lines(path: Path, rows: Iterable[Plain]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    # Not splitlines(): a text may hold U+2028, which ends a line there but not in JSON lines.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


FORMAT = Format("jsonl", "nodes.jsonl and edges.jsonl, an object a line, with all evidence", write)
