"""Where an agenda item, a document, a working group or a provision came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.model.records import Node
from graph.questions.absence import Absence, near
from graph.questions.steps import Link, Steps, Way
from graph.questions.trace import ORIGIN
from graph.stores import Store

ASKED = (Way("MANDATES", reverse=True), Way("PURSUANT_TO"))
BACK = {
    "agenda item": (
        *ASKED,
        Way("BECAME", reverse=True),
        Way("DEFERRED_TO", reverse=True),
    ),
    "document": (
        *ASKED,
        Way("DOCUMENTATION", reverse=True),
        Way("BEFORE", reverse=True),
        Way("SUBMITTED_BY"),
        Way("REVISES"),
        Way("ADDENDUM_TO"),
        Way("CORRIGENDUM_TO"),
    ),
    "working group": (*ASKED, Way("ESTABLISHED_BY")),
    "body": (Way("ESTABLISHED_BY"),),
    "provision": (Way("UNDER"), Way("HAS_PROVISION", reverse=True)),
    "decision": ORIGIN,
}


@dataclass(frozen=True, slots=True)
class Why:
    """The answer to: why is this there? `reasons` lead backwards, each with what lies behind it.

    A sub-item stands on the agenda for the reasons of the item above it too; those are marked by
    `inherited_from`.
    """

    node: Node
    above: tuple[Node, ...]
    reasons: tuple[Link, ...]
    absent: tuple[Absence, ...]


def why(store: Store, id: str, depth: int = 3) -> Why:
    """Go back from a node for `depth` steps. Raises QuestionError if there is no such node."""
    steps = Steps(store)
    node = steps.node(id)
    above = tuple(steps.node(one) for one in store.reach(id, "SUBITEM_OF"))
    own = steps.walk(id, BACK, depth)
    reasons = [*own]
    for higher in above:
        told = {link.node.id for link in reasons}
        reasons += [
            replace(link, inherited_from=higher.id)
            for link in steps.walk(higher.id, BACK, depth)
            if link.node.id not in told
        ]
    return Why(
        node=node,
        above=above,
        reasons=tuple(reasons),
        absent=near(store, [node, *_arrivals(reasons)]),
    )


def _arrivals(links: Iterable[Link]) -> Iterator[Node]:
    for link in links:
        yield link.node
        yield from _arrivals(link.then)
