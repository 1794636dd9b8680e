"""The surroundings of a node, for a picture or a list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.model.records import Node
from graph.questions.steps import Link, Steps
from graph.stores import Store


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The nodes within reach of `node`, nearest first, and the edges among them.

    `complete` is false where `limit` cut it off.
    """

    node: Node
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    complete: bool


def neighbourhood(
    store: Store,
    id: str,
    depth: int = 1,
    relations: Collection[str] | None = None,
    limit: int = 200,
) -> Neighbourhood:
    """The nodes at most `depth` edges away, along `relations` (all if None), in either direction.

    Raises QuestionError if there is no such node.
    """
    steps = Steps(store)
    found = {id: steps.node(id)}
    links: dict[tuple[str, str, str], Link] = {}
    frontier, complete = [id], True
    for _ in range(depth):
        reached: list[str] = []
        for here in frontier:
            edges = [*store.edges(relations, source=here), *store.edges(relations, target=here)]
            for edge in edges:
                there = edge.target if edge.source == here else edge.source
                if there not in found:
                    if len(found) >= limit:
                        complete = False
                        continue
                    found[there] = steps.node(there)
                    reached.append(there)
                links.setdefault(edge.key, steps.link(edge))
        frontier = reached
    return Neighbourhood(found[id], tuple(found.values()), tuple(links.values()), complete)
