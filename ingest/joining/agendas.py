"""Agendas taken up: what items of a draft agenda became in the agenda of their session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.model.records import Edge
from ingest.joining.matching import Matcher
from ingest.joining.merge import Draft
from ingest.packs import Packs

SAME_ITEM = 0.6


def take_up_drafts(draft: Draft, packs: Packs) -> None:
    """Items of a draft agenda that the later agenda took up, told by the words of their titles."""
    items = [node_id for node_id, node_type in draft.types.items() if node_type == "agenda item"]
    places = {edge.source: edge for edge in draft.of_type("ITEM_OF")}
    titles = [draft.properties[item].get("title", {}) for item in items]
    # "Expert consultations on …" opens half the titles: what they have in common tells none apart.
    matchers = {
        language: Matcher(pack, (title[language] for title in titles if language in title))
        for language, pack in packs.languages.items()
    }
    for item in sorted(item for item in items if "@" in item):
        session, _, label = item.partition("@")[0].rpartition("/")
        later = [
            other for other in items if "@" not in other and other.rpartition("/")[0] == session
        ]
        likeness = {other: _same_item(draft, item, other, matchers) for other in later}
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


def _same_item(draft: Draft, item: str, other: str, matchers: Mapping[str, Matcher]) -> float:
    """The share, by weight, of the shorter title that the longer has too.

    A title that the text lost is told by its label.
    """
    mine, theirs = (draft.properties[node].get("title", {}) for node in (item, other))
    if not mine:
        return float(other.rpartition("/")[2] == item.partition("@")[0].rpartition("/")[2])
    best = 0.0
    for language in mine.keys() & theirs.keys() & matchers.keys():
        matcher = matchers[language]
        one, two = (matcher.stems(title[language]) for title in (mine, theirs))
        shorter = max(matcher.coverage(one, two), matcher.coverage(two, one))
        best = max(best, shorter * 0.9 + matcher.coverage(one | two, one & two) * 0.1)
    return best
