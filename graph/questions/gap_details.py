"""Gaps as a reader is shown them: with whom they concern, where they stand, and what says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.records import Node
from graph.questions.gap_list import Gap
from graph.questions.steps import Link, Steps, Way
from graph.stores import Store

# Where a provision, an item, a document is found: the act, the agenda, what it came up under.
STANDING = {
    "mandate": (Way("HAS_PROVISION", reverse=True),),
    "item": (Way("ITEM_OF"), Way("SUBITEM_OF")),
    "document": (Way("DOCUMENTATION", reverse=True), Way("BEFORE", reverse=True)),
}


@dataclass(frozen=True, slots=True)
class GapDetails:
    """A gap with the node or the link that it is about, and the document of a remark.

    `standing` are the links that say where the node is found; of a mandate there are also those to
    `addressees` and to the sessions at which it is `due`.
    """

    gap: Gap
    node: Node | None = None
    link: Link | None = None
    standing: tuple[Link, ...] = ()
    addressees: tuple[Link, ...] = ()
    due: tuple[Link, ...] = ()


def gap_details(store: Store, gaps: Iterable[Gap]) -> tuple[GapDetails, ...]:
    """The details of some gaps, as many as are shown."""
    steps = Steps(store)
    return tuple(_details(steps, gap) for gap in gaps)


def _details(steps: Steps, gap: Gap) -> GapDetails:
    store = steps.store
    if ways := STANDING.get(gap.kind):
        id = gap.key[0]
        mandate = gap.kind == "mandate"
        return GapDetails(
            gap,
            node=store.node(id),
            standing=steps.follow(id, ways),
            addressees=steps.follow(id, (Way("ADDRESSED_TO"),)) if mandate else (),
            due=steps.follow(id, (Way("DUE_AT"),)) if mandate else (),
        )
    if gap.remark:
        return GapDetails(gap, node=store.node(gap.remark.document or ""))
    found = next(store.edges(gap.key[0], source=gap.key[1], target=gap.key[2]), None)
    return GapDetails(gap, link=steps.link(found) if found else None)
