"""The surroundings of a node, for a picture or a list, opened step by step.

Of a node with thousands of edges (the Secretariat is asked in every second paragraph) only the keys
are read, and the nodes and evidence of those that are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.model.records import Node
from graph.questions.steps import Link, Steps
from graph.stores import Store

Key = tuple[str, str, str]  # relation, source, target


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was opened around a node, step by step.

    `nodes` in the order in which they came, `found_from` by id the node whose opening brought each;
    `links` are those of opened nodes among them, `rest` the keys of those that lead elsewhere.
    `relations` counts the links of the opened nodes by relation, also of those filtered out;
    `missed` are the nodes to be opened that are not among `nodes`.
    """

    node: Node
    nodes: tuple[Node, ...]
    found_from: Mapping[str, str]
    links: tuple[Link, ...]
    rest: tuple[Key, ...]
    relations: Mapping[str, int]
    missed: tuple[str, ...]


def surroundings(
    store: Store,
    id: str,
    opened: Sequence[str] = (),
    relations: Collection[str] | None = None,
    limit: int = 70,
    portion: int = 24,
) -> Surroundings:
    """The node with a portion of its neighbours, then those of each opened node in turn.

    Every step adds to what is there and takes nothing away, up to `limit` nodes. An id that stands
    in `opened` again brings a further portion. A portion takes from each relation in turn, so that
    thousands of links of one do not hide the others. Raises QuestionError if there is no such node.
    """
    steps = Steps(store)
    found = {id: steps.node(id)}
    found_from: dict[str, str] = {}
    keys: dict[str, list[Key]] = {}
    missed: list[str] = []
    for here in (id, *opened):
        if here not in found:
            missed.append(here)
            continue
        if here not in keys:
            keys[here] = list(_keys(store, here))
        wanted = [key for key in keys[here] if relations is None or key[0] in relations]
        fresh = 0
        for key in _in_turn(wanted, here):
            there = _other_end(key, here)
            if len(found) >= limit or fresh >= portion:
                break
            if there not in found:
                found[there] = steps.node(there)
                found_from[there] = here
                fresh += 1
    every = dict.fromkeys(key for here in keys for key in keys[here])
    counts = Counter(relation for relation, _, _ in every)
    shown = [key for key in every if relations is None or key[0] in relations]
    inside = [key for key in shown if key[1] in found and key[2] in found]
    rest = tuple(key for key in shown if key[1] not in found or key[2] not in found)
    links = tuple(_links(steps, inside))
    return Surroundings(
        found[id], tuple(found.values()), found_from, links, rest, dict(counts), tuple(missed)
    )


def _keys(store: Store, here: str) -> Iterator[Key]:
    yield from store.edge_keys(source=here)
    for key in store.edge_keys(target=here):
        if key[1] != here:
            yield key


def _other_end(key: Key, here: str) -> str:
    return key[2] if key[1] == here else key[1]


def _in_turn(keys: Iterable[Key], here: str) -> Iterator[Key]:
    """The keys, one of each relation and direction after the other."""
    ways: dict[tuple[str, bool], list[Key]] = {}
    for key in keys:
        ways.setdefault((key[0], key[1] == here), []).append(key)
    longest = max(map(len, ways.values()), default=0)
    for place in range(longest):
        for way in ways.values():
            if place < len(way):
                yield way[place]


def _links(steps: Steps, keys: Iterable[Key]) -> Iterator[Link]:
    for relation, source, target in keys:
        for edge in steps.store.edges(relation, source=source, target=target):
            yield steps.link(edge)
