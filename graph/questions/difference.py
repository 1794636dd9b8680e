"""What came, went and changed between two stores, in whatever order they hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.content import digest_of
from graph.model.ids import order_of
from graph.model.plain import Plain, edge_to_plain, node_to_plain
from graph.model.records import Edge, Evidence, Node
from graph.questions.apart import Apart, Thing, told_apart
from graph.questions.steps import Cited, Link, Steps
from graph.stores import Store


@dataclass(frozen=True, slots=True)
class Change:
    """A property that is another: a text by its language ("text.ar"); None where there is none."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class ChangedNode:
    """A node as it is in the new store, and what is other than in the old one."""

    node: Node
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChangedLink:
    """A link as it is in the new store; `changes` tells of basis and confidence as well.

    `gained` and `lost` are pieces of evidence: what one store quotes and the other does not.
    """

    link: Link
    changes: tuple[Change, ...]
    gained: tuple[Cited, ...]
    lost: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many nodes of a type, or links of a relation, came, went and changed."""

    name: str
    came: int
    gone: int
    changed: int


@dataclass(frozen=True, slots=True)
class Difference:
    """The answer to: what is other in this store than in that one?

    All in the order of types and ids. `moved` counts links of which nothing changed but where in
    their files the sentences stand.
    """

    nodes: tuple[Counted, ...]
    links: tuple[Counted, ...]
    nodes_came: tuple[Node, ...]
    nodes_gone: tuple[Node, ...]
    nodes_changed: tuple[ChangedNode, ...]
    links_came: tuple[Link, ...]
    links_gone: tuple[Link, ...]
    links_changed: tuple[ChangedLink, ...]
    moved: int

    def __bool__(self) -> bool:
        return bool(self.nodes or self.links)


def difference(
    old: Store,
    new: Store,
    types: Collection[str] | None = None,
    relations: Collection[str] | None = None,
) -> Difference:
    """Compare the graphs of two stores; `types` of nodes and `relations` narrow it, None means all.

    Neither graph is held in memory: of each thing of the old one a hash is kept, and those that
    differ are read again. Order means nothing, that of pieces of evidence neither.
    """
    nodes = told_apart(
        lambda: _of_types(old.nodes(), types),
        _of_types(new.nodes(), types),
        key=lambda node: node.id,
        said=lambda node: (digest_of(node.properties), 0),
        place=lambda node: (node.type, order_of(node.id)),
    )
    edges = told_apart(
        lambda: _of_types(old.edges(), relations),
        _of_types(new.edges(), relations),
        key=lambda edge: edge.key,
        said=_meaning,
        place=lambda edge: (edge.type, order_of(edge.source), order_of(edge.target)),
    )
    before, after = Steps(old), Steps(new)
    old.expect(_ends([*edges.gone, *(was for was, _ in edges.changed)]))
    new.expect(_ends([*edges.came, *(now for _, now in edges.changed)]))
    return Difference(
        nodes=tuple(_counted(nodes)),
        links=tuple(_counted(edges)),
        nodes_came=tuple(nodes.came),
        nodes_gone=tuple(nodes.gone),
        nodes_changed=tuple(
            ChangedNode(now, tuple(_changes(node_to_plain(was), node_to_plain(now))))
            for was, now in nodes.changed
        ),
        links_came=tuple(map(after.link, edges.came)),
        links_gone=tuple(map(before.link, edges.gone)),
        links_changed=tuple(_changed_link(was, now, before, after) for was, now in edges.changed),
        moved=edges.moved,
    )


def _of_types(things: Iterable[Thing], types: Collection[str] | None) -> Iterator[Thing]:
    return (one for one in things if types is None or one.type in types)


def _ends(edges: Iterable[Edge]) -> Iterator[str]:
    return (id for edge in edges for id in (edge.source, edge.target))


def _counted(apart: Apart[Thing]) -> Iterator[Counted]:
    came, gone = (Counter(one.type for one in some) for some in (apart.came, apart.gone))
    changed = Counter(one.type for _, one in apart.changed)
    for name in sorted({*came, *gone, *changed}):
        yield Counted(name, came[name], gone[name], changed[name])


def _meaning(edge: Edge) -> tuple[bytes, int]:
    """What a link says, and where in their files its sentences stand, in whatever order."""
    told = [edge.basis, edge.confidence, edge.properties, sorted(map(_quoted, edge.evidence))]
    return digest_of(told), sum(map(hash, edge.evidence))


def _quoted(evidence: Evidence) -> tuple[str, ...]:
    """What a piece of evidence says, and of which document; its place there moves when a line is
    added above it.
    """
    said = evidence.quotation, evidence.pinpoint or "", evidence.rule, evidence.source
    return evidence.document, evidence.language, *said


def _changed_link(was: Edge, now: Edge, before: Steps, after: Steps) -> ChangedLink:
    return ChangedLink(
        link=after.link(now),
        changes=tuple(_changes(edge_to_plain(was), edge_to_plain(now))),
        gained=tuple(map(after.cited, _only_in(now.evidence, was.evidence))),
        lost=tuple(map(before.cited, _only_in(was.evidence, now.evidence))),
    )


def _only_in(some: Iterable[Evidence], others: Iterable[Evidence]) -> Iterator[Evidence]:
    there = Counter(map(_quoted, others))
    for one in some:
        quoted = _quoted(one)
        if there[quoted]:
            there[quoted] -= 1
        else:
            yield one


def _changes(old: Plain, new: Plain) -> Iterator[Change]:
    was, now = dict(_told(old)), dict(_told(new))
    for name in sorted({*was, *now}):
        values = was.get(name), now.get(name)
        if digest_of(values[0]) != digest_of(values[1]):
            yield Change(name, *values)


def _told(plain: Plain) -> Iterator[tuple[str, Any]]:
    """What is told of a node or an edge, by name; of several parts (languages), part by part."""
    told = {name: plain.get(name) for name in ("basis", "confidence")}
    for name, value in (told | plain["properties"]).items():
        if isinstance(value, Mapping) and value:
            yield from ((f"{name}.{part}", piece) for part, piece in value.items())
        else:
            yield name, value
