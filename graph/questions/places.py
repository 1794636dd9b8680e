"""To which bodies and sessions acts, documents and items belong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model.ids import body_of, order_of, session_of, whole_of
from graph.stores import Store


@dataclass(frozen=True, slots=True)
class Places:
    """To which bodies and sessions acts and documents belong."""

    adopted: Mapping[str, tuple[str, ...]]
    came_up: Mapping[str, tuple[str, ...]]  # documents: the sessions that they came before
    reports: Mapping[str, tuple[str, ...]]
    own: Mapping[str, str]  # documents: the body that they name as their own

    @classmethod
    def of(cls, store: Store) -> Places:
        """The places of everything in a store."""
        presented = store.edge_keys(("BEFORE", "DOCUMENTATION"))
        return cls(
            adopted=gathered((act, at) for _, act, at in store.edge_keys("ADOPTED_AT")),
            came_up=gathered((document, session_of(at) or at) for _, at, document in presented),
            reports=gathered((report, on) for _, report, on in store.edge_keys("REPORTS_ON")),
            own={
                node.id: f"body:{own.removeprefix('body:')}"
                for node in store.nodes("document")
                if (own := node.properties.get("body"))
            },
        )

    def sessions(self, id: str) -> tuple[str, ...]:
        """Where a node belongs in time; a document where it came up, else what it reports on."""
        whole = whole_of(id)
        if whole.startswith("session:"):
            return (whole,)
        found = self.adopted.get(whole) or self.came_up.get(whole) or self.reports.get(whole)
        return found or ((at,) if (at := session_of(whole)) else ())

    def decided_at(self, id: str) -> tuple[str, ...]:
        """The session that a provision was decided at; one of a report, at the session reported."""
        return self.reports.get(whole_of(id)) or self.sessions(id)

    def session(self, id: str) -> str | None:
        """The session that a node is told with, where it belongs to several the first."""
        return next(iter(self.decided_at(id)), None)

    def body(self, id: str) -> str | None:
        """The body that a node is told with, where it came before several one of them."""
        return min(self.bodies(id), default=None)

    def bodies(self, *ids: str) -> frozenset[str]:
        """The bodies that nodes belong to: documents where they came up, by any of their ways."""
        found: set[str] = set()
        for whole in map(whole_of, ids):
            if whole.startswith("doc:"):
                at = (*self.came_up.get(whole, ()), *self.reports.get(whole, ()))
                found |= {body for one in at if (body := body_of(one))}
                found |= {self.own[whole]} if whole in self.own else set()
            elif body := body_of(whole):
                found.add(body)
        return frozenset(found)


def gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """What each first of the pairs is paired with, each once, in natural order."""
    found: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        found.setdefault(one, {})[other] = None
    return {
        one: tuple(sorted(others, key=order_of) if len(others) > 1 else others)
        for one, others in found.items()
    }
