"""One number for what a graph holds, whatever the order in which it is read.

Each node and edge is hashed by itself, and the hashes are added up (AdHash: Bellare and
Micciancio, "A New Paradigm for Collision-Free Hashing", 1997): copies can be compared without
either being sorted or held in memory, and what stands there twice counts twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from graph.model.plain import Plain, edge_to_plain, node_to_plain
from graph.model.records import Edge, Node

MODULUS = 2**256
# One encoder for all: json.dumps() makes a new one each time that it is told how to write.
CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Content:
    """How many nodes and edges a graph has, and the hash of all of them, 64 hexadecimal digits."""

    nodes: int
    edges: int
    hash: str


@dataclass(slots=True)
class Tally:
    """The content of what has passed so far: nodes and edges go through and are counted."""

    _nodes: int = field(default=0, init=False)
    _edges: int = field(default=0, init=False)
    _sum: int = field(default=0, init=False)

    def nodes(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """The same nodes, each counted as it is taken."""
        for node in nodes:
            self._nodes += 1
            self._sum += _number(node_to_plain(node))
            yield node

    def edges(self, edges: Iterable[Edge]) -> Iterator[Edge]:
        """The same edges, each counted as it is taken."""
        for edge in edges:
            self._edges += 1
            self._sum += _number(edge_to_plain(edge))
            yield edge

    def content(self) -> Content:
        """Counts and hash of all that was taken."""
        return Content(self._nodes, self._edges, f"{self._sum % MODULUS:064x}")


def content_of(nodes: Iterable[Node], edges: Iterable[Edge]) -> Content:
    """Counts and hash of a graph: the same for equal nodes and edges in any order, else another.

    The graph may be read from anywhere; it is not kept.
    """
    tally = Tally()
    for _ in tally.nodes(nodes):
        pass
    for _ in tally.edges(edges):
        pass
    return tally.content()


def digest_of(plain: Any) -> bytes:
    """The SHA-256 of a plain value: equal for what is equal, in whatever order keys stand."""
    canonical = CANONICAL.encode(_same_numbers(plain))
    return sha256(canonical.encode("utf-8", "surrogatepass")).digest()


def _number(plain: Plain) -> int:
    return int.from_bytes(digest_of(plain), "big")


def _same_numbers(value: Any) -> Any:
    """A store with typed columns gives 1.0 back for 1, which Python calls equal; JSON does not."""
    # Almost all of a graph is text, which needs no look inside.
    if isinstance(value, dict):
        return {
            key: piece if isinstance(piece, str) else _same_numbers(piece)
            for key, piece in value.items()
        }
    if isinstance(value, list | tuple):
        return [piece if isinstance(piece, str) else _same_numbers(piece) for piece in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
