"""What a store holds, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.model.ids import body_of, order_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.stores import Counts, ReadingSummary, Store


@dataclass(frozen=True, slots=True)
class BodyOverview:
    """One body: its sessions, and how many acts, provisions and agenda items the store has."""

    node: Node
    sessions: tuple[Node, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of nodes by type (`known`, `stubs`), of relations by basis, of mandates by status.

    `provisions` and `mandates` count a provision with its points once. `sources` counts readings by
    official and digest, `languages` by language. `relations` maps a relation to counts by basis.
    """

    known: dict[str, int]
    stubs: dict[str, int]
    relations: dict[str, dict[str, int]]
    provisions: int
    mandates: dict[str, int]
    bodies: tuple[BodyOverview, ...]
    readings: tuple[ReadingSummary, ...]
    sources: dict[str, int]
    languages: dict[str, int]
    remarks: dict[str, int]
    manifest: dict[str, Any]


def overview(store: Store) -> Overview:
    """Count what the store holds."""
    counts = store.counts()
    relations: dict[str, Counter[str]] = {}
    for (relation, basis, _, _), number in sorted(counts.edges.items()):
        relations.setdefault(relation, Counter())[basis] += number
    readings = store.readings()
    return Overview(
        known=_summed((type, n) for (type, _, known), n in counts.nodes.items() if known),
        stubs=_summed((type, n) for (type, _, known), n in counts.nodes.items() if not known),
        relations={name: dict(of) for name, of in relations.items()},
        provisions=_outermost(store, counts),
        mandates=_mandates(store),
        bodies=_bodies(store, counts),
        readings=readings,
        sources=_counted(reading.source for reading in readings),
        languages=_counted(reading.language for reading in readings),
        remarks=_counted(remark.kind for remark in store.remarks()),
        manifest=dict(store.manifest()),
    )


def _outermost(store: Store, counts: Counts) -> int:
    """How many provisions whose text is here are no points of another."""
    provisions = sum(
        n for (type, _, known), n in counts.nodes.items() if type == "provision" and known
    )
    points = sum(
        number
        for (relation, _, *ends), number in counts.edges.items()
        if (relation, ends) == ("HAS_PROVISION", ["provision", "provision"])
    )
    stubs = store.ids("provision", known=False)
    return provisions - points + sum(1 for id in stubs if _above(store, id))


def _mandates(store: Store) -> dict[str, int]:
    """Mandates by status, without those whose provision above is one too."""
    of_status = {
        status: set(store.ids("provision", having={"status": [status]}))
        for status in sorted(load_model().values["status"])
    }
    mandates = frozenset().union(*of_status.values())
    points = {id for id in mandates if id.rpartition(".")[0] in mandates and _above(store, id)}
    found = {status: len(ids - points) for status, ids in of_status.items()}
    return {status: number for status, number in found.items() if number}


def _above(store: Store, id: str) -> bool:
    """Whether the provision is a point of another provision."""
    return any("#" in source for _, source, _ in store.edge_keys("HAS_PROVISION", target=id))


def _bodies(store: Store, counts: Counts) -> tuple[BodyOverview, ...]:
    sessions: dict[str, list[Node]] = {}
    for node in store.nodes("session"):
        sessions.setdefault(body_of(node.id) or "", []).append(node)
    return tuple(
        BodyOverview(
            node=body,
            sessions=tuple(sorted(sessions.get(body.id, ()), key=lambda node: order_of(node.id))),
            counts=_summed(
                (type, number)
                for (type, of, _), number in counts.nodes.items()
                if of == body.id and type not in ("body", "session")
            ),
        )
        for body in sorted(store.nodes("body"), key=lambda node: node.id)
    )


def _summed(numbers: Iterable[tuple[str, int]]) -> dict[str, int]:
    summed: Counter[str] = Counter()
    for name, number in numbers:
        summed[name] += number
    return dict(sorted(summed.items()))


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
