"""What a store of mandates must do, whatever holds it: one contract, one body of tests."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from graph.model.ids import body_of
from graph.model.records import Edge, Graph, Node, Remark
from graph.model.short_names import short_name, short_names


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """The text that evidence points into, so that it can be shown without the file.

    `origins[i]` is the offset in `original` of the character that `repaired[i]` stands for, or -1.
    """

    original: str
    repaired: str
    origins: array[int]


@dataclass(frozen=True, slots=True)
class StoredReading:
    """One file as read. `payload` is whatever the reader wants back; a store does not look into it.

    `checksum` is the SHA-256 of the file and the key. `fingerprint` says what, besides the bytes,
    the reading depends on (packs, options, versions): a reading with another one is out of date.
    """

    checksum: str
    name: str
    document: str
    language: str
    media_type: str
    source: str
    text: EvidenceText
    payload: bytes
    fingerprint: str = ""
    link: str | None = None
    repairs: Mapping[str, int] = field(default_factory=dict)
    trust: float = 1.0


@dataclass(frozen=True, slots=True)
class ReadingSummary:
    """A stored reading without its text and payload: what a list of documents shows."""

    checksum: str
    name: str
    document: str
    language: str
    media_type: str
    source: str
    fingerprint: str
    link: str | None
    repairs: Mapping[str, int]
    trust: float
    characters: int


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found: a node, and where in which of its texts (`places`: offsets in `text`).

    `field` is the property that holds the text, "id" for the node's identifier or symbol (then
    `language` is empty).
    """

    node: Node
    field: str
    language: str
    text: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes and edges there are of each kind.

    `nodes` by type, id of the body (empty if of none), and whether their text is here; `edges` by
    relation, basis, and the types of the nodes at their two ends.
    """

    nodes: Mapping[tuple[str, str, bool], int]
    edges: Mapping[tuple[str, str, str, str], int]


class Store(ABC):
    """Readings, judgements and the graph. Every method may raise StoreError.

    All lists come in a fixed order: nodes by the order of writing, hits by rank and then by id.
    A store is a context manager that closes itself.
    """

    url: str

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections; closing twice does nothing."""

    # Readings

    @abstractmethod
    def put_reading(self, reading: StoredReading) -> None:
        """Keep a reading, in place of the one with the same checksum."""

    @abstractmethod
    def remove_reading(self, checksum: str) -> bool:
        """Forget a reading; False if there was none."""

    @abstractmethod
    def reading(self, checksum: str) -> StoredReading | None:
        """One reading whole."""

    @abstractmethod
    def readings(self) -> tuple[ReadingSummary, ...]:
        """What was read, by document, language and checksum."""

    @abstractmethod
    def evidence_text(self, checksum: str) -> EvidenceText | None:
        """The text of a reading, for showing evidence in its place."""

    # Judgements

    @abstractmethod
    def put_judgements(self, judgements: Collection[Mapping[str, Any]]) -> None:
        """Keep the judgements as read, in place of those kept before."""

    @abstractmethod
    def judgements(self) -> tuple[Mapping[str, Any], ...]:
        """The judgements in the order in which they were given."""

    # The graph

    @abstractmethod
    def write_graph(self, graph: Graph, manifest: Mapping[str, Any]) -> None:
        """Put this graph and manifest in place of the old, all or nothing.

        Raises ModelError, and leaves the old graph, if a node or an edge is not as declared.
        """

    def keep(self, name: str, answer: Any, manifest: Mapping[str, Any]) -> bool:
        """Keep an answer, as JSON has it, that took long to find; writing a graph forgets it.

        `manifest` is that of the graph which the answer was found in: if the store has another one
        by now, nothing is kept. False then, and from a store that keeps no answers.
        """
        return False

    def kept(self, name: str) -> Any | None:
        """The answer that is kept under this name; None if there is none."""
        return None

    def answers(self) -> Iterator[tuple[str, Any]]:
        """All answers that are kept, by name: a copy that cannot keep any takes them with it."""
        return iter(())

    @abstractmethod
    def manifest(self) -> Mapping[str, Any]:
        """Versions, checksums and counts of the last build; empty before the first."""

    @abstractmethod
    def node(self, id: str) -> Node | None:
        """The node with this id."""

    def expect(self, ids: Iterable[str]) -> None:  # noqa: B027  (nothing, where nothing is gained)
        """Say that these nodes and their edges will be asked for, in this order.

        A store at the other end of a network reads many at once, which one by one take minutes.
        """

    @abstractmethod
    def nodes(self, type: str | None = None, prefix: str | None = None) -> Iterator[Node]:
        """Nodes of a type, or whose ids begin with a prefix, or both, or all."""

    def ids(
        self,
        type: str | None = None,
        prefix: str | None = None,
        having: Mapping[str, Collection[str]] | None = None,
        known: bool | None = None,
    ) -> Iterator[str]:
        """Ids of the nodes that `nodes` would give, without reading these.

        `having` narrows to those that have one of the values under each of its properties, which
        must be among those that the model declares for lookup; `known` to those whose text is
        here, or is not.
        """
        for node in self.nodes(type, prefix):
            fits = (node.properties.get(name) in values for name, values in (having or {}).items())
            if known in (None, node.properties.get("known", True)) and all(fits):
                yield node.id

    def named(self, name: str) -> tuple[str, ...]:
        """Ids of the nodes that have this short name (see `graph.model.short_names`)."""
        wanted = short_name(name)
        return tuple(node.id for node in self.nodes() if wanted in short_names(node))

    def counts(self) -> Counts:
        """How many nodes and edges there are of each kind."""
        nodes: Counter[tuple[str, str, bool]] = Counter()
        types: dict[str, str] = {}
        for node in self.nodes():
            types[node.id] = node.type
            nodes[node.type, body_of(node.id) or "", node.properties.get("known", True)] += 1
        edges = Counter(
            (edge.type, edge.basis, types[edge.source], types[edge.target]) for edge in self.edges()
        )
        return Counts(nodes, edges)

    @abstractmethod
    def edges(
        self,
        type: str | Collection[str] | None = None,
        source: str | None = None,
        target: str | None = None,
    ) -> Iterator[Edge]:
        """Edges, with their evidence, of a type (or several), from a node, to a node."""

    def edge_keys(
        self,
        type: str | Collection[str] | None = None,
        source: str | None = None,
        target: str | None = None,
        *,
        source_prefix: str = "",
        target_prefix: str = "",
    ) -> Iterator[tuple[str, str, str]]:
        """Type, source and target of what `edges` gives, for counting and for cutting portions.

        The prefixes narrow it to ends whose ids begin so: what is of one body, say. A store does
        better to leave properties and evidence unread: actors have thousands of edges.
        """
        for edge in self.edges(type, source, target):
            begun = edge.source.startswith(source_prefix), edge.target.startswith(target_prefix)
            if all(begun):
                yield edge.key

    def edges_with(self, property: str) -> Iterator[Edge]:
        """Edges that carry a property few have (`suspect`, `judgement`), in the order of writing.

        A store does better to look for them itself: they are a handful among hundreds of thousands.
        """
        return (edge for edge in self.edges() if edge.properties.get(property))

    @abstractmethod
    def reach(self, id: str, type: str, *, reverse: bool = False) -> tuple[str, ...]:
        """Ids of the nodes that a chain of relations of one type leads to, nearest first.

        With `reverse`, against the direction of the relation. The start is not among them.
        """

    @abstractmethod
    def remarks(self, kind: str | None = None) -> Iterator[Remark]:
        """What the build could not settle: unresolved, suspect, disagreement, note."""

    @abstractmethod
    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Nodes one of whose texts (in any language), ids or symbols holds every word.

        Words are folded as `graph.model.folding.fold` does and may be parts of longer words.
        """

    def matches(self, words: str) -> Iterator[str]:
        """Ids of all nodes that `search` would find, in no order that means anything."""
        limit = sum(self.counts().nodes.values())
        return (hit.node.id for hit in self.search(words, limit))
