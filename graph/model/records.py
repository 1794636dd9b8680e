"""Nodes, edges and their evidence, as they travel between ingest, stores and views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Property = Any  # str, int, float, bool, list of these, or a mapping by language

PACK = "pack:"  # begins the rule of evidence that a pack gives, before its name


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place in a document that says what an edge says.

    `spans` are half-open ranges of code points of the decoded file (byte-order mark left out, line
    ends untouched); several where visual order scattered one sentence. `quotation` is the repaired
    text. `source` is "official" for a document of the body itself, "digest" for our own retelling.
    """

    document: str
    language: str
    checksum: str
    spans: tuple[tuple[int, int], ...]
    quotation: str
    rule: str
    source: str = "official"
    pinpoint: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None

    @property
    def in_document(self) -> bool:
        """Whether a document says it: what a pack knows of bodies and treaties stands in none."""
        return bool(self.document) and not self.rule.startswith(PACK)

    @property
    def start(self) -> int:
        """First code point of the hull of the spans."""
        return min(start for start, _ in self.spans)

    @property
    def end(self) -> int:
        """One past the last code point of the hull of the spans."""
        return max(end for _, end in self.spans)


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph: `id` as DESIGN.md forms it, `type` as the model names it."""

    id: str
    type: str
    properties: Mapping[str, Property] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes; unique by (type, source, target)."""

    type: str
    source: str
    target: str
    basis: str
    confidence: float | None = None
    properties: Mapping[str, Property] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes the edge unique."""
        return (self.type, self.source, self.target)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a reading or the joining could not settle, kept for the reader.

    `kind` is "unresolved" (a name that no pack knows, an ambiguous reference), "suspect" (a
    near-miss symbol), "disagreement" (languages or agendas differ) or "note".
    """

    kind: str
    message: str
    document: str | None = None
    span: tuple[int, int] | None = None
    text: str | None = None
    guess: str | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """What joining makes of all readings: nodes and edges in fixed order, and what stayed open."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    remarks: tuple[Remark, ...] = ()
