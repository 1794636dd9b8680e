"""The decisions and resolutions to choose from: by body, then by session. Ids, for they are many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.ids import body_of, order_of, session_of
from graph.stores import Store

NO_SESSION = ""  # of acts that are not numbered by session


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts whose text is here: `of[body][session]` are their ids, in natural order."""

    of: Mapping[str, Mapping[str, tuple[str, ...]]]

    @property
    def first(self) -> str | None:
        """The first act of the first session of the first body."""
        of_session = (acts for sessions in self.of.values() for acts in sessions.values())
        return next((id for acts in of_session for id in acts), None)

    def session(self, id: str) -> str | None:
        """The session under which an act stands; None if it is not here."""
        sessions = self.of.get(body_of(id) or "", {})
        return next((session for session, acts in sessions.items() if id in acts), None)


def acts(store: Store) -> Acts:
    """What there is to choose from."""
    at = {act: session for _, act, session in store.edge_keys("ADOPTED_AT")}
    found: dict[str, dict[str, list[str]]] = {}
    for id in store.ids("decision", known=True):
        session = at.get(id) or session_of(id) or NO_SESSION
        found.setdefault(body_of(id) or "", {}).setdefault(session, []).append(id)
    return Acts(
        {
            body: {
                session: tuple(sorted(found[body][session], key=order_of))
                for session in sorted(found[body], key=order_of)
            }
            for body in sorted(found)
        }
    )
