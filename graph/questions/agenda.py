"""The agenda of a session as a tree, with the documents that stand under each item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.ids import order_of
from graph.model.records import Node
from graph.questions.steps import Link, Steps, Way
from graph.stores import Store

DRAFT = "@"  # parts the label of an item from the report that annexes its draft agenda


@dataclass(frozen=True, slots=True)
class Scheduled:
    """An item of an agenda, the documents listed or considered under it, and its sub-items."""

    node: Node
    documents: tuple[Link, ...]
    points: tuple[Scheduled, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of a session.

    `drafts` are the draft agendas that reports annex, by the symbol of the report.
    """

    items: tuple[Scheduled, ...]
    drafts: dict[str, tuple[Scheduled, ...]]


def agenda(store: Store, session: str) -> Agenda:
    """The agenda of a session, in the order of its labels.

    Raises QuestionError if there is no such session.
    """
    steps = Steps(store)
    steps.node(session)
    listed = {source for _, source, _ in store.edge_keys("ITEM_OF", target=session)}
    drafts: dict[str, list[str]] = defaultdict(list)
    for id in listed:
        drafts[id.partition(DRAFT)[2]].append(id)
    own = drafts.pop("", [])
    return Agenda(
        items=_tree(steps, own),
        drafts={symbol: _tree(steps, drafts[symbol]) for symbol in sorted(drafts)},
    )


def matters(store: Store, session: str) -> tuple[Node, ...]:
    """What a session had to deal with: the items of its agenda, then the documents before it.

    Raises QuestionError if there is no such session.
    """
    steps = Steps(store)
    steps.node(session)
    listed = [source for _, source, _ in store.edge_keys("ITEM_OF", target=session)]
    # where sub-items are tied to their item alone
    listed += [point for item in listed for point in store.reach(item, "SUBITEM_OF", reverse=True)]
    items = sorted({item for item in listed if DRAFT not in item}, key=order_of)
    documents = {target for _, _, target in store.edge_keys("BEFORE", source=session)}
    for item in items:
        documents |= {target for _, _, target in store.edge_keys("DOCUMENTATION", source=item)}
    return tuple(steps.node(id) for id in (*items, *sorted(documents, key=order_of)))


def _tree(steps: Steps, items: Iterable[str]) -> tuple[Scheduled, ...]:
    """Items with what stands below them; an item whose upper item is here is not on top."""
    here = set(items)
    above = {
        item: target
        for item in here
        for _, _, target in steps.store.edge_keys("SUBITEM_OF", source=item)
    }
    tops = [item for item in here if above.get(item) not in here]
    return tuple(_scheduled(steps, item) for item in sorted(tops, key=order_of))


def _scheduled(steps: Steps, item: str) -> Scheduled:
    points = [source for _, source, _ in steps.store.edge_keys("SUBITEM_OF", target=item)]
    return Scheduled(
        node=steps.node(item),
        documents=steps.follow(item, (Way("DOCUMENTATION"),)),
        points=tuple(_scheduled(steps, point) for point in sorted(points, key=order_of)),
    )
