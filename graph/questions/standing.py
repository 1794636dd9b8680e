"""Where the text of a node itself stands, so that a list of nodes can be cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from graph.model.citation import Citation
from graph.model.records import Node
from graph.questions.steps import Cited, Steps, Way, best_piece, rank
from graph.stores import Store

# The relation whose evidence is where the label, number or heading of the node stands.
STANDS: Mapping[str, tuple[Way, ...]] = MappingProxyType(
    {
        "provision": (Way("HAS_PROVISION", reverse=True),),
        "decision": (Way("CONTAINED_IN"),),
        "agenda item": (Way("ITEM_OF"), Way("SUBITEM_OF")),
    }
)


def standing(store: Store, nodes: Iterable[Node], language: str) -> dict[str, Cited]:
    """By id, the place of each node's own text: an official one first, then one in `language`.

    Nodes that stand nowhere (actors, sessions, acts whose text is not held) are left out.
    """
    steps = Steps(store)
    found: dict[str, Cited] = {}
    for node in nodes:
        places = [
            steps.cited(evidence)
            for way in STANDS.get(node.type, ())
            for edge in store.edges(
                way.relation,
                **{"target" if way.reverse else "source": node.id},
            )
            for evidence in edge.evidence
            if evidence.quotation
        ]
        if best := best_piece(places, language):
            found[node.id] = best
    return found


def all_standing(store: Store, language: str, type: str | None = None) -> dict[str, Citation]:
    """By id, the citation of the place where each node's own text stands, of a type or of all.

    The same places as `standing` finds, in one pass over their relations; their quotations, which
    would fill the memory, are let go.
    """
    steps = Steps(store)
    found: dict[str, tuple[tuple[bool, bool, str], Citation]] = {}
    wanted = STANDS.values() if type is None else [STANDS.get(type, ())]
    own_end = {way.relation: way.reverse for ways in wanted for way in ways}
    if not own_end:
        return {}
    for edge in store.edges(tuple(own_end)):
        id = edge.target if own_end[edge.type] else edge.source
        for evidence in edge.evidence:
            if evidence.quotation:
                cited = steps.cited(evidence)
                placed = rank(cited, language)
                if id not in found or placed < found[id][0]:
                    found[id] = placed, cited.citation
    return {id: citation for id, (_, citation) in found.items()}
