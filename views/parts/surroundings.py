"""What the page of a network asks the store: what a name fits, the surroundings, links by key."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model.errors import QuestionError
from graph.model.records import Node
from graph.questions import Link, Surroundings, candidates, linked, surroundings
from graph.questions.surroundings import Key
from graph.stores import Store
from views.parts.answers import Answers
from views.parts.kept import ask

NODES = 70  # in one picture: more cannot be told apart


def surroundings_of(
    answers: Answers, id: str, opened: Sequence[str], relations: Sequence[str]
) -> Surroundings:
    """The node, its neighbours and those of the opened nodes. Raises QuestionError if unknown."""
    return ask(answers, surroundings, id, tuple(opened), tuple(relations) or None, NODES)


def links_named(answers: Answers, keys: Sequence[Key]) -> tuple[Link, ...]:
    """The links with these keys, with their evidence."""
    return ask(answers, _links, tuple(keys))


def fitting(answers: Answers, name: str) -> tuple[Node, ...]:
    """The nodes of any type that a name or an id fits."""
    return ask(answers, _fitting, name)


def _links(store: Store, keys: tuple[Key, ...]) -> tuple[Link, ...]:
    return tuple(linked(store, *key) for key in keys)


def _fitting(store: Store, name: str) -> tuple[Node, ...]:
    if node := store.node(name):
        return (node,)
    try:
        found = candidates(store, name)
    except QuestionError:
        return ()
    return tuple(node for id in found[:NODES] if (node := store.node(id)))
