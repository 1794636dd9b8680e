"""What has no follow-up, what has no mandate, and what the build could not settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model.ids import whole_of
from graph.model.records import Node, Remark
from graph.questions.absence import Absence, session_reports, stubs
from graph.questions.gap_list import Gap, Wanted
from graph.questions.kept_gaps import gaps_by_kind
from graph.questions.names import resolve_body
from graph.questions.places import Places
from graph.questions.steps import Link, Steps, Way
from graph.stores import Store


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

    The module `graph.questions.gap_list` says what counts as a gap. `absent` says what the store
    lacks, so that a gap in the store is not taken for one in the world.
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
    wanted = resolve_body(store, body) if body else ""
    ours = Wanted(body=wanted).among(gaps_by_kind(store).all())
    return Gaps(
        mandates=tuple(_open_mandates(store, (gap for gap in ours if gap.kind == "mandate"))),
        items=tuple(_nodes(store, (gap for gap in ours if gap.kind == "item"))),
        documents=tuple(_nodes(store, (gap for gap in ours if gap.kind == "document"))),
        deferred=tuple(_links(store, (gap for gap in ours if gap.kind == "deferred"))),
        suspects=tuple(_links(store, (gap for gap in ours if gap.kind == "suspect"))),
        remarks=tuple(remark for remark in store.remarks() if remark.kind != "note"),
        absent=not_held(store, wanted),
    )


def _open_mandates(store: Store, chosen: Iterable[Gap]) -> Iterator[OpenMandate]:
    """Mandates among the gaps in full: the few that are shown."""
    steps = Steps(store)
    listed = tuple(chosen)
    store.expect(gap.key[0] for gap in listed)
    for gap in listed:
        (id,) = gap.key
        yield OpenMandate(
            node=steps.node(id),
            act=store.node(whole_of(id)),
            status=gap.status,
            addressees=steps.follow(id, (Way("ADDRESSED_TO"),)),
            due=steps.follow(id, (Way("DUE_AT"),)),
        )


def _nodes(store: Store, chosen: Iterable[Gap]) -> Iterator[Node]:
    """The items and documents that gaps are about."""
    steps = Steps(store)
    ids = [gap.key[0] for gap in chosen]
    store.expect(ids)
    return map(steps.node, ids)


def _links(store: Store, chosen: Iterable[Gap]) -> Iterator[Link]:
    """The links that gaps are about, with their evidence."""
    steps = Steps(store)
    listed = tuple(chosen)
    store.expect(gap.key[1] for gap in listed)
    for gap in listed:
        relation, source, target = gap.key
        yield from (steps.link(edge) for edge in store.edges(relation, source, target))


def not_held(store: Store, body: str = "") -> tuple[Absence, ...]:
    """Reports, documents and acts that the store lacks: of all bodies, or of one."""
    bodies = [body] if body else [node.id for node in store.nodes("body")]
    ids = [id for type in ("decision", "document") for id in store.ids(type, known=False)]
    if body and ids:
        places = Places.of(store)
        ids = [id for id in ids if body in places.bodies(id)]
    texts = (node for id in ids if (node := store.node(id)))
    return (*session_reports(store, *bodies), *stubs(texts))
