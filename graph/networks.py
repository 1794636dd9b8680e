"""Networks: chains and whole graphs for NetworkX, with attributes that every file format can hold.

Attributes are strings, numbers and truth values; what is not known is left out, so that a network
can be written as it is (`networkx.write_graphml`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import networkx

from graph.attributes import (
    Attributes,
    Value,
    link_attributes,
    node_attributes,
    standing_attributes,
)
from graph.model.citation import Citation
from graph.model.naming import in_language, name_of, text_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions.names import resolve_body
from graph.questions.onward import AS_A_WHOLE, FOLLOW_UP, WAYS
from graph.questions.places import Places
from graph.questions.standing import all_standing, standing
from graph.questions.steps import Link, Steps, Way, best_piece
from graph.questions.trace import CITING, Trace, goes_on
from graph.stores import Store

# The relations along which a matter goes on, and which of them read against time: a report is
# PURSUANT_TO the decision that asked for it.
ONWARD = {
    way.relation: way.reverse
    for way in (
        Way("HAS_PROVISION"),
        *FOLLOW_UP,
        *AS_A_WHOLE,
        *(way for ways in WAYS.values() for way in ways),
        *CITING,
    )
}


def chain_network(store: Store, answer: Trace, language: str) -> networkx.MultiDiGraph:
    """What a trace found, every link in the direction in which the matter went on.

    Nodes are the act, its provisions, what they led to and what came of that, and later acts that
    cite it. A link has the attributes of `whole_network`; `reads` is its label in the direction
    drawn, which for some is against that of the relation.
    """
    drawn = networkx.MultiDiGraph(name=name_of(answer.node, language))
    places = Places.of(store)
    for node in (answer.act, *reversed(answer.above), *(one.node for one in answer.everything())):
        _add_node(drawn, node, places, language)
    provisions = {one.node.id for one in answer.everything()} | {one.id for one in answer.above}
    for one in answer.everything():
        asked = ", ".join(name_of(link.node, language) for link in one.addressees)
        if asked:
            drawn.nodes[one.node.id]["asked"] = asked
    steps = Steps(store)
    within = (
        link
        for id in (answer.act.id, *sorted(provisions))
        for link in steps.follow(id, (Way("HAS_PROVISION"),))
        if link.node.id in provisions
    )
    for link in (*within, *_onward(_first_steps(answer))):
        for end in (link.start, link.node):
            _add_node(drawn, end, places, language)
        _add_link(drawn, link, language)
    stands = standing(store, map(steps.node, drawn), language)
    _cite(drawn, {id: cited.citation for id, cited in stands.items()})
    return drawn


def whole_network(
    store: Store,
    relations: Collection[str] | None,
    types: Collection[str] | None,
    body: str | None,
    language: str,
    onward: bool = False,
) -> networkx.MultiDiGraph:
    """The graph of a store, or the part of it with these relations, node types and body.

    With `onward`, only relations along which a matter goes on, each drawn from what was there first
    to what came of it; of references, those by which a later act renews or changes an earlier one.
    Raises QuestionError for a body that the store does not know.
    """
    drawn = networkx.MultiDiGraph()
    places, steps = Places.of(store), Steps(store)
    belongs = None if body is None else resolve_body(store, body)
    for node in store.nodes():
        if types is not None and node.type not in types:
            continue
        if belongs is None or belongs in places.bodies(node.id):
            _add_node(drawn, node, places, language)
    wanted = relations if relations is not None else tuple(ONWARD) if onward else None
    for edge in store.edges(wanted):
        if edge.source not in drawn or edge.target not in drawn:
            continue
        link = steps.link(edge, reverse=onward and ONWARD.get(edge.type, False))
        if not onward or edge.type != "CITES" or goes_on(link):
            _add_link(drawn, link, language)
    _cite(drawn, all_standing(store, language))
    return drawn


def _first_steps(answer: Trace) -> Iterator[Link]:
    for one in answer.everything():
        yield from one.follow_up
        yield from one.inherited
    yield from answer.as_a_whole
    yield from answer.later


def _onward(links: Iterable[Link]) -> Iterator[Link]:
    for link in links:
        yield link
        yield from _onward(link.then)


def _add_node(drawn: networkx.MultiDiGraph, node: Node, places: Places, language: str) -> None:
    if node.id in drawn:
        return
    told = node_attributes(node, name_of(node, language), text_of(node, language), places)
    drawn.add_node(node.id, **_known(told))


def _add_link(drawn: networkx.MultiDiGraph, link: Link, language: str) -> None:
    declared = load_model().relations[link.relation]
    best = best_piece(link.evidence, language)
    told = link_attributes(link, link.relation, best, best.citation.text if best else None)
    reads = in_language(declared.reverse if link.reverse else declared.label, language)
    drawn.add_edge(
        *(link.start.id, link.node.id, link.relation),
        **(_known(told) | {"reads": reads, "reverse": link.reverse}),
    )


def _cite(drawn: networkx.MultiDiGraph, standing: Mapping[str, Citation]) -> None:
    """Acts, provisions and items with the place where they stand, ready to cite."""
    for id, cited in standing.items():
        if id in drawn:
            drawn.nodes[id].update(standing_attributes(cited, cited.text))


def _known(told: Attributes) -> dict[str, Value]:
    return {name: value for name, value in told.items() if value is not None}
