"""The sessions of a body in order, with what the store holds of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from graph.model.ids import body_of, order_of
from graph.model.records import Node
from graph.questions.agenda import DRAFT
from graph.questions.steps import Steps
from graph.stores import Store

LEADING = ("REPORTS_ON", "ITEM_OF", "ADOPTED_AT")  # to the session


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
    prefix = f"session:{body.removeprefix('body:')}/"
    referred_to = frozenset(store.ids("decision", known=False))
    leading: dict[tuple[str, str], list[str]] = defaultdict(list)
    for relation, source, at in store.edge_keys(LEADING, target_prefix=prefix):
        leading[relation, at].append(source)
    before = Counter(at for _, at, _ in store.edge_keys("BEFORE", source_prefix=prefix))
    held = []
    for session in sorted(store.nodes("session", prefix), key=lambda node: order_of(node.id)):
        reports, items, acts = (leading[relation, session.id] for relation in LEADING)
        read = [steps.node(report) for report in sorted(reports, key=order_of)]
        held.append(
            HeldSession(
                node=session,
                reports=tuple(report for report in read if report.properties.get("known", True)),
                # a draft agenda is part of the report of the session before
                items=sum(DRAFT not in item for item in items),
                # a body may have adopted thousands: their nodes are left unread
                acts=sum(act not in referred_to for act in acts),
                documents=before[session.id],
            )
        )
    return tuple(held)


def meeting_bodies(store: Store) -> tuple[Node, ...]:
    """The bodies of whose sessions the store has an agenda, an act or a report, by id."""
    steps = Steps(store)
    sessions = {target for _, _, target in store.edge_keys(LEADING)}
    bodies = {body for session in sessions if (body := body_of(session)) and store.node(body)}
    return tuple(steps.node(body) for body in sorted(bodies))
