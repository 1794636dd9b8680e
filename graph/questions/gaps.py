"""What has no follow-up, what has no mandate, and what the build could not settle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model.errors import QuestionError
from graph.model.ids import body_of, order_of, whole_of
from graph.model.records import Edge, Node, Remark
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
    a provision out one of whose points, has follow-up. `items` and `documents` have no mandate of
    their own; documents only if they came before a session or under an item. `absent` says what
    the store lacks, so that a gap in the store is not taken for one in the world.
    """

    mandates: tuple[OpenMandate, ...]
    items: tuple[Node, ...]
    documents: tuple[Node, ...]
    deferred: tuple[Link, ...]
    suspects: tuple[Link, ...]
    remarks: tuple[Remark, ...]
    absent: tuple[Absence, ...]


def gaps(store: Store, body: str | None = None) -> Gaps:
    """The gaps of a store, or of one body in it ("untoc-cop" or "body:untoc-cop").

    Raises QuestionError for a body that the store does not know: it would seem to have no gaps.
    """
    steps = Steps(store)
    wanted = f"body:{body.removeprefix('body:')}" if body else None
    if wanted and store.node(wanted) is None:
        known = ", ".join(sorted(node.id.removeprefix("body:") for node in store.nodes("body")))
        raise QuestionError(f"{body}: no such body in the store; there are: {known or 'none'}")
    belongs = _bodies_of_documents(store)
    presented = {edge.target for edge in store.edges(("BEFORE", "DOCUMENTATION"))}

    def ours(id: str) -> bool:
        """Whether a node belongs to the body; documents belong where they came up."""
        return wanted is None or wanted in belongs.get(whole_of(id), {body_of(id)})

    bodies = [node.id for node in store.nodes("body") if ours(node.id)]
    reports = [absence for one in bodies for absence in session_reports(store, one)]
    reasoned = _reasoned(store)
    return Gaps(
        mandates=tuple(_open_mandates(steps, ours)),
        items=tuple(
            node
            for node in store.nodes("agenda item")
            # a draft item has its reasons where it became an item
            if node.id not in reasoned and ours(node.id) and "@" not in node.id
        ),
        documents=tuple(
            node
            for node in store.nodes("document")
            if node.id in presented and node.id not in reasoned and ours(node.id)
        ),
        deferred=tuple(_links(steps, store.edges("DEFERRED_TO"), ours)),
        suspects=tuple(
            _links(steps, (e for e in store.edges() if e.properties.get("suspect")), ours)
        ),
        remarks=tuple(remark for remark in store.remarks() if remark.kind != "note"),
        absent=(*reports, *stubs(node for node in store.nodes() if ours(node.id))),
    )


def _links(steps: Steps, edges: Iterable[Edge], ours: Callable[[str], bool]) -> Iterator[Link]:
    return (steps.link(edge) for edge in edges if ours(edge.source) or ours(edge.target))


def _bodies_of_documents(store: Store) -> Mapping[str, set[str | None]]:
    """The bodies that a document came before, reports on, or names as its own."""
    bodies: dict[str, set[str | None]] = {}
    for edge in store.edges(("BEFORE", "DOCUMENTATION")):
        bodies.setdefault(edge.target, set()).add(body_of(edge.source))
    for edge in store.edges("REPORTS_ON"):
        bodies.setdefault(edge.source, set()).add(body_of(edge.target))
    for node in store.nodes("document"):
        if own := node.properties.get("body"):
            bodies.setdefault(node.id, set()).add(f"body:{own.removeprefix('body:')}")
    return bodies


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


def _reasoned(store: Store) -> set[str]:
    """What a provision mandates, what names the act it is pursuant to, and what goes with these.

    A sub-item with a mandate is mandate enough for the item above it, and the other way round; an
    addendum goes with its document; a draft that was adopted is reason enough for itself.
    """
    reasoned = {edge.target for edge in store.edges("MANDATES")}
    reasoned |= {edge.source for edge in store.edges(("PURSUANT_TO", "DRAFT_OF"))}
    reasoned |= {edge.target for edge in store.edges("SUBITEM_OF") if edge.source in reasoned}
    parts = ("SUBITEM_OF", "REVISES", "ADDENDUM_TO", "CORRIGENDUM_TO")
    return reasoned | {edge.source for edge in store.edges(parts) if edge.target in reasoned}
