"""What came of a matter: steps onward over agendas, conclusions and papers of all bodies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.model.ids import parent_labels
from graph.questions.steps import Link, Steps, Way

FOLLOW_UP = (Way("MANDATES"), Way("PURSUANT_TO", reverse=True))
AS_A_WHOLE = (Way("PURSUANT_TO", reverse=True), Way("ESTABLISHED_BY", reverse=True))
# What comes of a matter once it is on an agenda or in a document.
WAYS = {
    "agenda item": (
        Way("BECAME"),
        Way("DOCUMENTATION"),
        Way("UNDER", reverse=True),
        Way("DEFERRED_TO"),
    ),
    "document": (
        Way("DRAFT_OF"),
        Way("DEFERRED_TO"),
        Way("REVISES", reverse=True),
        Way("ADDENDUM_TO", reverse=True),
        Way("CORRIGENDUM_TO", reverse=True),
    ),
    "provision": FOLLOW_UP,
    "decision": AS_A_WHOLE,
}


@dataclass(frozen=True, slots=True)
class Onward:
    """Follows matters through one answer.

    Requests are renewed session after session, and several provisions come to one item. What came of
    a matter is told with every step that leads there from a provision; further on it is told once,
    where it is followed furthest, and the other steps are marked `again`.
    """

    steps: Steps
    _told: dict[str, int] = field(default_factory=dict)  # node → how many steps on it was followed

    def follow(self, id: str, ways: Iterable[Way], depth: int) -> tuple[Link, ...]:
        """Steps along `ways`, each node once by the most telling relation, and what came of it."""
        first: dict[str, Link] = {}
        for link in self.steps.follow(id, ways) if depth > 0 else ():
            first.setdefault(link.node.id, link)
        return tuple(
            replace(link, then=self.walk(link.node.id, depth - 1, frozenset({id})))
            for link in first.values()
        )

    def walk(self, id: str, depth: int, passed: frozenset[str] = frozenset()) -> tuple[Link, ...]:
        """What came of a node, for `depth` steps; a walk does not come back to where it has been."""
        if depth < 1:
            return ()
        passed |= {id}
        found = self.steps.follow(id, WAYS.get(self.steps.node(id).type, ()))
        links = [link for link in without_points(found) if link.node.id not in passed]
        then = tuple(self._step(link, depth - 1, passed) for link in links)
        if then:
            self._told[id] = max(depth, self._told.get(id, 0))
        return then

    def _step(self, link: Link, depth: int, passed: frozenset[str]) -> Link:
        if self._told.get(link.node.id, 0) >= depth > 0:
            return replace(link, again=True)
        return replace(link, then=self.walk(link.node.id, depth, passed))


def without_points(links: Iterable[Link]) -> list[Link]:
    """Steps to the conclusions under an item without those to their points, which they hold."""
    found = list(links)
    arrivals = {link.node.id for link in found if link.relation == "UNDER"}
    return [
        link
        for link in found
        if link.relation != "UNDER" or arrivals.isdisjoint(parent_labels(link.node.id))
    ]
