"""The sessions of a body in order, with what the store holds of each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.model.ids import body_of, order_of
from graph.model.records import Node
from graph.questions.agenda import DRAFT
from graph.questions.steps import Steps
from graph.stores import Store


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session and what the store has of it: reports, agenda items, acts, documents before it.

    Acts and reports count only with their text; a session of which there is none of all this is
    one that others refer to.
    """

    node: Node
    reports: tuple[Node, ...]
    items: int
    acts: int
    documents: int

    @property
    def held(self) -> bool:
        """Whether the store has anything of the session itself."""
        return bool(self.reports or self.items or self.acts or self.documents)


def sessions_of(store: Store, body: str) -> tuple[HeldSession, ...]:
    """The sessions of a body ("body:untoc-cop"), by number.

    Raises QuestionError if there is no such body.
    """
    steps = Steps(store)
    steps.node(body)
    named = store.nodes("session", prefix=f"session:{body.removeprefix('body:')}/")
    referred_to = frozenset(store.ids("decision", known=False))
    return tuple(
        _held(steps, session, referred_to)
        for session in sorted(named, key=lambda node: order_of(node.id))
    )


def meeting_bodies(store: Store) -> tuple[Node, ...]:
    """The bodies of whose sessions the store has an agenda, an act or a report, by id."""
    steps = Steps(store)
    sessions = {target for _, _, target in store.edge_keys(("ADOPTED_AT", "ITEM_OF", "REPORTS_ON"))}
    bodies = {body for session in sessions if (body := body_of(session)) and store.node(body)}
    return tuple(steps.node(body) for body in sorted(bodies))


def _held(steps: Steps, session: Node, referred_to: Collection[str]) -> HeldSession:
    """What there is of a session; of the acts in `referred_to` the store has no text."""
    store = steps.store

    def sources(relation: str) -> list[str]:
        return [source for _, source, _ in store.edge_keys(relation, target=session.id)]

    reports = [steps.node(report) for report in sorted(sources("REPORTS_ON"), key=order_of)]
    return HeldSession(
        node=session,
        reports=tuple(report for report in reports if report.properties.get("known", True)),
        # a draft agenda is part of the report of the session before
        items=sum(DRAFT not in item for item in sources("ITEM_OF")),
        # a session may have adopted hundreds: their nodes are left unread
        acts=sum(act not in referred_to for act in sources("ADOPTED_AT")),
        documents=sum(1 for _ in store.edge_keys("BEFORE", source=session.id)),
    )
