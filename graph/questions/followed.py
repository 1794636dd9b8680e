"""Which mandates have follow-up: of their own, of their points, or of the provision above."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from graph.model.schema import load_model
from graph.stores import Store

FOLLOWED = ("answered", "on agenda")


def statuses(store: Store) -> dict[str, str]:
    """The status of each mandate by its id."""
    return {
        id: status
        for status in load_model().values["status"]
        for id in store.ids("provision", having={"status": [status]})
    }


def above_in(store: Store) -> dict[str, str]:
    """By the id of each point, the provision that it is a point of."""
    return {
        point: provision
        for _, provision, point in store.edge_keys("HAS_PROVISION")
        if "#" in provision
    }


def upwards(id: str, above: Mapping[str, str]) -> Iterator[str]:
    """The provisions above a point, nearest first."""
    while id in above:
        id = above[id]
        yield id


def nearest(id: str, above: Mapping[str, str], among: Collection[str]) -> str | None:
    """The nearest provision above that is `among` some; None if none is."""
    return next((one for one in upwards(id, above) if one in among), None)


def followed(status_of: Mapping[str, str], above: Mapping[str, str]) -> frozenset[str]:
    """The mandates, of those with a status by id, that something came of.

    Follow-up of a point is follow-up of its provision, and the other way round.
    """
    own = {id for id, status in status_of.items() if status in FOLLOWED}
    reached = {*own, *(one for id in own for one in upwards(id, above))}
    return frozenset(
        id for id in status_of if id in reached or not own.isdisjoint(upwards(id, above))
    )
