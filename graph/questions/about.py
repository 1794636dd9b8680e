"""Everything that a node is linked to: by relation and direction, counted, a portion of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model.ids import order_of, whole_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions.steps import Link, Steps, Way
from graph.stores import Store

PORTION = 20  # links of one relation that an answer holds unless more are asked for


@dataclass(frozen=True, slots=True)
class Related:
    """The links of a node by one relation in one direction.

    `total` counts them all; `links` are the first, in the natural order of where they lead.
    """

    relation: str
    reverse: bool
    total: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FromAct:
    """The links that arrive from one act or document: from itself and from its provisions."""

    act: Node
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ByAct:
    """Links to a node, gathered by the act or document they come from.

    `total` counts all links, `acts` all acts; `first` are the first of
    them: acts in natural order, then documents.
    """

    total: int
    acts: int
    first: tuple[FromAct, ...]


def about(store: Store, id: str, limit: int = PORTION) -> tuple[Related, ...]:
    """All relations of a node, in the order in which the model declares them.

    Raises QuestionError if there is no such node.
    """
    steps = Steps(store)
    steps.node(id)
    ends: dict[Way, list[str]] = defaultdict(list)
    for relation, _, target in store.edge_keys(source=id):
        ends[Way(relation)].append(target)
    for relation, source, _ in store.edge_keys(target=id):
        ends[Way(relation, reverse=True)].append(source)
    return tuple(
        _related(steps, id, way, ends[way], limit)
        for relation in load_model().relations
        for way in (Way(relation), Way(relation, reverse=True))
        if way in ends
    )


def related(store: Store, id: str, way: Way, limit: int = PORTION) -> Related:
    """The links of a node along one way. Raises QuestionError if there is no such node."""
    steps = Steps(store)
    steps.node(id)
    return _related(steps, id, way, _ends(store, id, way), limit)


def by_act(store: Store, id: str, relation: str, limit: int = PORTION) -> ByAct:
    """What leads to a node by a relation, the first `limit` acts of it.

    An article may be cited in hundreds of paragraphs: only with the act they stand in they tell
    something. Raises QuestionError if there is no such node.
    """
    steps = Steps(store)
    steps.node(id)
    way = Way(relation, reverse=True)
    gathered: dict[str, list[str]] = defaultdict(list)
    for source in _ends(store, id, way):
        gathered[whole_of(source)].append(source)
    # acts before documents: what was decided counts for more than who mentions it
    first = sorted(gathered, key=lambda act: (act.startswith("doc:"), order_of(act)))[:limit]
    return ByAct(
        total=sum(map(len, gathered.values())),
        acts=len(gathered),
        first=tuple(
            FromAct(steps.node(act), _links(steps, id, way, gathered[act])) for act in first
        ),
    )


def _ends(store: Store, id: str, way: Way) -> list[str]:
    """Where a way leads from a node."""
    if way.reverse:
        return [source for _, source, _ in store.edge_keys(way.relation, target=id)]
    return [target for _, _, target in store.edge_keys(way.relation, source=id)]


def _related(steps: Steps, id: str, way: Way, ends: Sequence[str], limit: int) -> Related:
    first = sorted(ends, key=order_of)[:limit]
    return Related(way.relation, way.reverse, len(ends), _links(steps, id, way, first))


def _links(steps: Steps, id: str, way: Way, ends: Iterable[str]) -> tuple[Link, ...]:
    found = []
    for end in sorted(ends, key=order_of):
        source, target = (end, id) if way.reverse else (id, end)
        edges = steps.store.edges(way.relation, source=source, target=target)
        found += [steps.link(edge, reverse=way.reverse) for edge in edges]
    return tuple(found)
