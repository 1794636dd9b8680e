"""What has no follow-up, what has no mandate, and what the build could not settle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from graph.model.ids import body_of, order_of, whole_of
from graph.model.records import Node, Remark
from graph.questions.absence import Absence, session_reports, stubs
from graph.questions.steps import Link, Steps, Way
from graph.stores import Store

FOLLOWED = ("answered", "on agenda")


@dataclass(frozen=True, slots=True)
class OpenMandate:
    """A mandate with nothing found for it, the act it belongs to, who is asked and by when."""

    node: Node
    act: Node | None
    status: str
    addressees: tuple[Link, ...]
    due: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The answer to: what was never taken up, and what came from nowhere?

    `mandates` counts a provision with its points once, and leaves a point out whose provision, or
    a provision out one of whose points, has follow-up. `absent` says what the store lacks, so that
    a gap in the store is not taken for one in the world.
    """

    mandates: tuple[OpenMandate, ...]
    items: tuple[Node, ...]
    documents: tuple[Node, ...]
    deferred: tuple[Link, ...]
    suspects: tuple[Link, ...]
    remarks: tuple[Remark, ...]
    absent: tuple[Absence, ...]


def gaps(store: Store, body: str | None = None) -> Gaps:
    """The gaps of a store, or of one body in it ("untoc-cop" or "body:untoc-cop")."""
    steps = Steps(store)
    wanted = f"body:{body.removeprefix('body:')}" if body else None

    def ours(id: str) -> bool:
        return wanted is None or body_of(id) == wanted

    bodies = [node.id for node in store.nodes("body") if ours(node.id)]
    reports = [absence for one in bodies for absence in session_reports(store, one)]
    referred = [node for node in store.nodes() if ours(node.id) or node.type == "document"]
    return Gaps(
        mandates=tuple(_open_mandates(steps, ours)),
        items=tuple(node for node in _without_mandate(store, "agenda item") if ours(node.id)),
        documents=tuple(_without_mandate(store, "document")),
        deferred=tuple(steps.link(edge) for edge in store.edges("DEFERRED_TO")),
        suspects=tuple(
            steps.link(edge) for edge in store.edges() if edge.properties.get("suspect")
        ),
        remarks=tuple(remark for remark in store.remarks() if remark.kind != "note"),
        absent=(*reports, *stubs(referred)),
    )


def _open_mandates(steps: Steps, ours: Callable[[str], bool]) -> Iterator[OpenMandate]:
    store = steps.store
    provisions = {node.id: node for node in store.nodes("provision") if ours(node.id)}
    above: dict[str, str] = {
        edge.target: edge.source
        for edge in store.edges("HAS_PROVISION")
        if edge.source in provisions and edge.target in provisions
    }
    followed = {id for id, node in provisions.items() if node.properties.get("status") in FOLLOWED}
    # Follow-up of a point is follow-up of its provision, and the other way round.
    reached = set(followed)
    for id in followed:
        reached.update(_upwards(id, above))
    reached.update(id for id in provisions if followed & set(_upwards(id, above)))
    still_open = {
        id
        for id, node in provisions.items()
        if node.properties.get("is_mandate") and id not in reached
    }
    for id in sorted(still_open, key=order_of):
        if still_open.isdisjoint(_upwards(id, above)):
            node = provisions[id]
            yield OpenMandate(
                node=node,
                act=store.node(whole_of(id)),
                status=node.properties.get("status", "unknown"),
                addressees=steps.follow(id, (Way("ADDRESSED_TO"),)),
                due=steps.follow(id, (Way("DUE_AT"),)),
            )


def _upwards(id: str, above: Mapping[str, str]) -> Iterator[str]:
    while id in above:
        id = above[id]
        yield id


def _without_mandate(store: Store, type: str) -> Iterator[Node]:
    """Known nodes of a type that no provision mandates and that name no act they are pursuant to.

    A sub-item with a mandate is mandate enough for the item above it, and the other way round.
    """
    reasoned = {edge.target for edge in store.edges("MANDATES")}
    reasoned |= {edge.source for edge in store.edges("PURSUANT_TO")}
    for edge in list(store.edges("SUBITEM_OF")):
        if edge.source in reasoned:
            reasoned.add(edge.target)
    below = {edge.source for edge in store.edges("SUBITEM_OF") if edge.target in reasoned}
    for node in store.nodes(type):
        if node.id not in reasoned | below and node.properties.get("known", True):
            yield node
