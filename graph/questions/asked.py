"""What an actor, a working group or a body was asked to do, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.records import Node
from graph.questions.about import PORTION, by_act
from graph.questions.onward import FOLLOW_UP
from graph.questions.steps import Link, Steps, Way
from graph.stores import Store


@dataclass(frozen=True, slots=True)
class Request:
    """A provision that asks somebody: by which link, by when, and what came of it.

    `follow_up` is that of the provision and of its points: a point carries out what is asked
    above it.
    """

    link: Link
    due: tuple[Link, ...]
    follow_up: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """An act and what it asks."""

    act: Node
    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that a node was asked for: `total` provisions of `acts` acts, the first acts."""

    total: int
    acts: int
    first: tuple[Asking, ...]


def asked(store: Store, id: str, limit: int = PORTION) -> Asked:
    """What `id` was asked for, by act, the first `limit` acts.

    Raises QuestionError if there is no such node.
    """
    steps = Steps(store)
    found = by_act(store, id, "ADDRESSED_TO", limit)
    return Asked(
        total=found.total,
        acts=found.acts,
        first=tuple(
            Asking(one.act, tuple(_request(steps, link) for link in one.links))
            for one in found.first
        ),
    )


def _request(steps: Steps, link: Link) -> Request:
    provision = link.source.id
    points = steps.store.reach(provision, "HAS_PROVISION")
    came = {step.key: step for one in (provision, *points) for step in steps.follow(one, FOLLOW_UP)}
    first: dict[str, Link] = {}
    for step in came.values():
        first.setdefault(step.node.id, step)
    return Request(
        link=link,
        due=steps.follow(provision, (Way("DUE_AT"),)),
        follow_up=tuple(first.values()),
    )
