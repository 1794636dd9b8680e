"""Worked examples for a newcomer, chosen by rule from what the store holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.model.ids import order_of, whole_of
from graph.model.records import Node
from graph.questions.steps import Link, Steps, Way
from graph.stores import Store

REASONS = (Way("PURSUANT_TO"), Way("MANDATES", reverse=True))
LOOKED_AT = 200  # nodes that an example is looked for among
Pairs = Sequence[tuple[str, str]]  # what came, and the act or provision that it came of


@dataclass(frozen=True, slots=True)
class Examples:
    """One node for each question that a newcomer has; None where the store has none.

    `decision` is the one that led to most: to as many agenda items, documents and groups as
    `results`. A text says, in `mandated`, why `item` is on its agenda. `request` has no follow-up
    though its session is here; `asked` leads to whoever was to see to it.
    """

    decision: Node | None
    results: int
    item: Node | None
    mandated: Link | None
    request: Node | None
    asked: Link | None


def examples(store: Store) -> Examples:
    """Choose the examples; the same store gives the same ones."""
    steps = Steps(store)
    # What followed, by what the text of a result says and by what a provision asked for.
    pursuant = [(result, act) for _, result, act in store.edge_keys("PURSUANT_TO")]
    asked_for = [(result, provision) for _, provision, result in store.edge_keys("MANDATES")]
    decision, results = _most_followed(store, [*asked_for, *pursuant])
    item, mandated = next(_mandated_items(steps, [*pursuant, *asked_for]), (None, None))
    request, asked = next(_unanswered(steps), (None, None))
    return Examples(decision, results, item, mandated, request, asked)


def _most_followed(store: Store, reasons: Pairs) -> tuple[Node | None, int]:
    """The decision whose text is here that led to most, with how much that is."""
    followed: dict[str, set[str]] = {}
    for result, reason in reasons:
        followed.setdefault(whole_of(reason), set()).add(result)
    for id in sorted(followed, key=lambda id: (-len(followed[id]), order_of(id))):
        node = store.node(id)
        if node and node.type == "decision" and node.properties.get("known", True):
            return node, len(followed[id])
    return None, 0


def _mandated_items(steps: Steps, reasons: Pairs) -> Iterator[tuple[Node, Link]]:
    """Items with a title of which a text says that a decision that is here asked for them."""
    items = [(item, reason) for item, reason in reasons if item.startswith("item:")]
    # what a body decided is more telling than what its report says of another matter
    items.sort(key=lambda pair: pair[1].startswith("doc:"))
    for id in islice(dict.fromkeys(item for item, _ in items), LOOKED_AT):
        item = steps.node(id)
        for link in steps.follow(id, REASONS):
            known = link.node.properties.get("known", True)
            if link.basis == "stated" and known and item.properties.get("title"):
                yield item, link


def _unanswered(steps: Steps) -> Iterator[tuple[Node, Link]]:
    """Requests to somebody of which nothing was found, the plainest first.

    That is one that was due at a session, that asks outright, and that stands in an act rather
    than in the narrative of a report.
    """
    ids = steps.store.ids("provision", having={"status": ["no follow-up found"]})
    found: list[tuple[tuple[bool, bool, bool], Node, Link]] = []
    for id in islice(ids, LOOKED_AT):
        if asked := steps.follow(id, (Way("ADDRESSED_TO"),)):
            node = steps.node(id)
            undated = not any(steps.store.edge_keys("DUE_AT", source=id))
            mild = "directive" not in node.properties.get("class", ())
            found.append(((undated, mild, id.startswith("doc:")), node, asked[0]))
    for _, node, link in sorted(found, key=lambda one: one[0]):
        yield node, link
