"""Agendas taken up: what items of a draft agenda became in the agenda of their session."""

from __future__ import annotations

from dataclasses import replace

from graph.model.records import Edge
from ingest.joining.merge import Draft
from ingest.joining.titles import Titles
from ingest.packs import Packs

SAME_ITEM = 0.6


def take_up_drafts(draft: Draft, packs: Packs) -> None:
    """Items of a draft agenda that the later agenda took up, told by the words of their titles."""
    items = [node_id for node_id, node_type in draft.types.items() if node_type == "agenda item"]
    places = {edge.source: edge for edge in draft.of_type("ITEM_OF")}
    titles = Titles(draft, packs)
    for item in sorted(item for item in items if "@" in item):
        session, _, label = item.partition("@")[0].rpartition("/")
        later = [
            other for other in items if "@" not in other and other.rpartition("/")[0] == session
        ]
        likeness = {other: _same_item(titles, item, other) for other in later}
        best = max(
            later,
            key=lambda other: (likeness[other], other.endswith(f"/{label}"), other),
            default=None,
        )
        if best is None or likeness[best] < SAME_ITEM:
            continue
        evidence = tuple(
            replace(place, rule="draft-item-taken-up") for place in places[best].evidence
        )
        draft.add_edge(
            Edge(
                "BECAME",
                item,
                best,
                "inferred",
                None,
                {"score": round(likeness[best], 3)},
                evidence,
            )
        )


def _same_item(titles: Titles, item: str, other: str) -> float:
    """How much alike the titles of two items are; one that the text lost is told by its label."""
    if not titles.of(item):
        return float(other.rpartition("/")[2] == item.partition("@")[0].rpartition("/")[2])
    return titles.same(item, other)
