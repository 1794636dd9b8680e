"""What a store holds, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.model.ids import body_of, order_of
from graph.model.records import Node
from graph.stores import ReadingSummary, Store


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
    nodes = list(store.nodes())
    relations: dict[str, Counter[str]] = {}
    points: set[str] = set()
    for edge in store.edges():
        relations.setdefault(edge.type, Counter())[edge.basis] += 1
        if edge.type == "HAS_PROVISION" and "#" in edge.source:
            points.add(edge.target)
    provisions = [
        node for node in nodes if node.type == "provision" and node.properties.get("known", True)
    ]
    outermost = [node for node in provisions if node.id not in points]
    readings = store.readings()
    return Overview(
        known=_counted(node.type for node in nodes if node.properties.get("known", True)),
        stubs=_counted(node.type for node in nodes if not node.properties.get("known", True)),
        relations={name: dict(sorted(relations[name].items())) for name in sorted(relations)},
        provisions=len(outermost),
        mandates=_counted(_statuses(provisions, points)),
        bodies=_bodies(nodes),
        readings=readings,
        sources=_counted(reading.source for reading in readings),
        languages=_counted(reading.language for reading in readings),
        remarks=_counted(remark.kind for remark in store.remarks()),
        manifest=dict(store.manifest()),
    )


def _statuses(provisions: list[Node], points: set[str]) -> Iterable[str]:
    """Statuses of the mandates, without those whose provision above is one too."""
    mandates = {node.id for node in provisions if node.properties.get("is_mandate")}
    for node in provisions:
        above = node.id.rpartition(".")[0]
        if node.id in mandates and not (node.id in points and above in mandates):
            yield node.properties.get("status", "unknown")


def _bodies(nodes: list[Node]) -> tuple[BodyOverview, ...]:
    of_body: dict[str, list[Node]] = {}
    for node in nodes:
        of_body.setdefault(body_of(node.id) or "", []).append(node)
    return tuple(
        BodyOverview(
            node=body,
            sessions=tuple(
                sorted(
                    (node for node in of_body[body.id] if node.type == "session"),
                    key=lambda node: order_of(node.id),
                )
            ),
            counts=_counted(
                node.type for node in of_body[body.id] if node.type not in ("body", "session")
            ),
        )
        for body in sorted(nodes, key=lambda node: node.id)
        if body.type == "body"
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
