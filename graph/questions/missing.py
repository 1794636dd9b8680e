"""What the graph refers to and the store lacks: the texts that would answer most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.ids import body_of, order_of
from graph.model.records import Node
from graph.stores import Store

# What follows from a symbol alone says nothing of who needs the document.
FROM_SYMBOLS = {"REVISES", "ADDENDUM_TO", "CORRIGENDUM_TO"}


@dataclass(frozen=True, slots=True)
class Missing:
    """A document or an act whose text is not in the store.

    `wanted` is the number of things that refer to it or rest on it. `symbol` is what it is fetched
    by; None for an act that was published in a report, whose symbol nobody here names.
    """

    node: Node
    symbol: str | None
    wanted: int


def missing(store: Store, body: str | None = None) -> tuple[Missing, ...]:
    """What is missing, most wanted first; with `body` only what things of this body refer to.

    `body` is a slug ("untoc-cop").
    """
    stubs: dict[str, Node] = {
        node.id: node
        for kind in ("document", "decision")
        for node in store.nodes(kind)
        if not node.properties.get("known", True)
    }
    wanting: Mapping[str, set[str]] = {id: set() for id in stubs}
    for type, source, target in store.edge_keys():
        if type in FROM_SYMBOLS:
            continue
        for one, other in ((source, target), (target, source)):
            if one in wanting and _concerns(other, body):
                wanting[one].add(other)
    found = [
        Missing(node, _symbol(node), len(wanting[node.id]))
        for node in stubs.values()
        if wanting[node.id]
    ]
    return tuple(sorted(found, key=lambda one: (-one.wanted, order_of(one.node.id))))


def _concerns(id: str, body: str | None) -> bool:
    return body is None or (body_of(id) or "") == f"body:{body}"


def _symbol(node: Node) -> str | None:
    symbol = node.properties.get("symbol")
    return symbol if isinstance(symbol, str) else None
