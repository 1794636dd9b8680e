"""The gaps of a store by kind, kept with the graph: to find them means to go through all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model.ids import order_of
from graph.model.plain import remark_from_plain, remark_to_plain
from graph.questions.gap_list import KINDS, Gap, gap_list
from graph.stores import Store

NAME = "gaps"
FACETS = ("body", "session", "addressee", "status", "due")


@dataclass(frozen=True, slots=True)
class GapsByKind:
    """All gaps, and by kind what there is to filter them by, in natural order."""

    of: Mapping[str, Sequence[Gap]]
    facets: Mapping[str, Mapping[str, Sequence[str]]]

    def all(self) -> Iterator[Gap]:
        """Kind after kind."""
        for kind in KINDS:
            yield from self.of[kind]


def gaps_by_kind(store: Store) -> GapsByKind:
    """The gaps that are kept with the graph; found, and kept from then on, if there are none."""
    if kept := store.kept(NAME):
        return _from_plain(kept)
    manifest = store.manifest()
    found = gap_list(store)
    of = {kind: tuple(gap for gap in found if gap.kind == kind) for kind in KINDS}
    gaps = GapsByKind(of, {kind: facets_of(some) for kind, some in of.items()})
    store.keep(NAME, _to_plain(gaps), manifest)
    return gaps


def facets_of(gaps: Iterable[Gap]) -> dict[str, tuple[str, ...]]:
    """What some gaps may be filtered by: the values of each facet that any of them has."""
    values: dict[str, set[str]] = {facet: set() for facet in FACETS}
    for gap in gaps:
        values["body"] |= gap.bodies
        values["session"].update(gap.sessions)
        values["addressee"].update(gap.addressees)
        values["due"].update(gap.due)
        values["status"].add(gap.status)
    values["status"].discard("")
    return {facet: tuple(sorted(some, key=order_of)) for facet, some in values.items()}


def _row(gap: Gap) -> list[Any]:
    remark = remark_to_plain(gap.remark) if gap.remark else None
    of_mandate = [gap.status, gap.addressees, gap.due]
    return [gap.key, sorted(gap.bodies), gap.sessions, *of_mandate, gap.texts, remark]


def _to_plain(gaps: GapsByKind) -> dict[str, Any]:
    rows = {kind: list(map(_row, some)) for kind, some in gaps.of.items()}
    return {"rows": rows, "facets": gaps.facets}


def _from_plain(plain: Mapping[str, Any]) -> GapsByKind:
    of = {kind: tuple(_gap(kind, *row) for row in rows) for kind, rows in plain["rows"].items()}
    return GapsByKind(of, plain["facets"])


def _gap(
    kind: str,
    key: list[str],
    bodies: list[str],
    sessions: list[str],
    status: str,
    addressees: list[str],
    due: list[str],
    texts: list[str],
    remark: dict[str, Any] | None,
) -> Gap:
    return Gap(
        kind,
        tuple(key),
        frozenset(bodies),
        tuple(sessions),
        status,
        tuple(addressees),
        tuple(due),
        tuple(texts),
        remark_from_plain(remark) if remark else None,
    )
