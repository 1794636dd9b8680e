"""Steps through the graph: an edge as an answer shows it, and walks along named relations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.model.citation import Citation, citation
from graph.model.errors import QuestionError
from graph.model.ids import order_of
from graph.model.records import Edge, Evidence, Node
from graph.stores import Store


@dataclass(frozen=True, slots=True)
class Cited:
    """Evidence with its ready citation."""

    evidence: Evidence
    citation: Citation


def rank(cited: Cited, language: str) -> tuple[bool, bool, str]:
    """The order in which evidence is to be read: official text, the reader's language, the rest."""
    one = cited.evidence
    return (one.source == "digest", one.language != language, one.language)


def best_piece(pieces: Iterable[Cited], language: str) -> Cited | None:
    """The piece of evidence to be read first; None if no document says it, only a pack."""
    held = (cited for cited in pieces if cited.evidence.in_document)
    return min(held, key=lambda cited: rank(cited, language), default=None)


@dataclass(frozen=True, slots=True)
class Link:
    """One step of an answer: an edge with its end nodes and cited evidence.

    `reverse` says that the answer goes against the direction in which the relation reads: the step
    begins at `start` and arrives at `node`. `inherited_from` is the provision or item above, if the
    step is really its. `then` are the steps from there; `again` says that they stand elsewhere in the
    same answer and are not told twice.
    """

    relation: str
    source: Node
    target: Node
    reverse: bool
    basis: str
    confidence: float | None
    properties: Mapping[str, Any]
    evidence: tuple[Cited, ...]
    inherited_from: str | None = None
    then: tuple[Link, ...] = ()
    again: bool = False

    @property
    def start(self) -> Node:
        """Where the step begins."""
        return self.target if self.reverse else self.source

    @property
    def node(self) -> Node:
        """Where the step arrives."""
        return self.source if self.reverse else self.target

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes the edge unique."""
        return (self.relation, self.source.id, self.target.id)


@dataclass(frozen=True, slots=True)
class Way:
    """A relation to follow, and in which direction."""

    relation: str
    reverse: bool = False


Ways = Mapping[str, tuple[Way, ...]]  # by type of the node that the step leaves


@dataclass(frozen=True, slots=True)
class Steps:
    """Walks over one store; looks every node up once."""

    store: Store
    _nodes: dict[str, Node] = field(default_factory=dict)

    def node(self, id: str) -> Node:
        """The node with this id; QuestionError if the store has none."""
        if id not in self._nodes:
            found = self.store.node(id)
            if found is None:
                raise QuestionError(f"{id}: not in {self.store.url}; try `mandates search`")
            self._nodes[id] = found
        return self._nodes[id]

    def cited(self, evidence: Evidence) -> Cited:
        """Evidence with the citation that its document's node gives."""
        document = self._nodes.get(evidence.document) or self.store.node(evidence.document)
        if document:
            self._nodes[document.id] = document
        return Cited(evidence, citation(evidence, document.properties if document else None))

    def link(self, edge: Edge, *, reverse: bool = False) -> Link:
        """An edge as a step."""
        return Link(
            relation=edge.type,
            source=self.node(edge.source),
            target=self.node(edge.target),
            reverse=reverse,
            basis=edge.basis,
            confidence=edge.confidence,
            properties=edge.properties,
            evidence=tuple(map(self.cited, edge.evidence)),
        )

    def follow(self, id: str, ways: Iterable[Way]) -> tuple[Link, ...]:
        """The steps that leave `id` along `ways`: way by way, each in the order of its arrivals."""
        links: list[Link] = []
        for way in ways:
            end = {"target": id} if way.reverse else {"source": id}
            found = [
                self.link(edge, reverse=way.reverse)
                for edge in self.store.edges(way.relation, **end)
            ]
            links += sorted(found, key=lambda link: order_of(link.node.id))
        return tuple(links)

    def walk(
        self, id: str, ways: Ways, depth: int, passed: frozenset[str] = frozenset()
    ) -> tuple[Link, ...]:
        """Follow `ways` for `depth` steps; a walk does not come back to where it has been."""
        if depth < 1:
            return ()
        passed |= {id}
        return tuple(
            replace(link, then=self.walk(link.node.id, ways, depth - 1, passed))
            for link in self.follow(id, ways.get(self.node(id).type, ()))
            if link.node.id not in passed
        )
