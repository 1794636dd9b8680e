"""Precision, recall and F1 of a graph against one answer key, relation by relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.accuracy.key import EdgeKey, Key
from graph.accuracy.score import Score, score_of
from graph.model.ids import label_of
from graph.model.records import Edge, Graph, Node
from graph.model.schema import load_model

# Relations whose ends a key compares as they stand: they are themselves about the labels.
STRUCTURE = ("HAS_PROVISION",)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """A graph against one key: agendas, acts, paragraphs, relations, and the fields of provisions."""

    key: Key
    agendas: tuple[Score, ...]
    structure: tuple[Score, ...]
    relations: tuple[Score, ...]
    fields: tuple[Score, ...]


def compare(key: Key, graph: Graph) -> Accuracy:
    """Hold a graph against a key. What the key calls acceptable counts neither way."""
    return Accuracy(
        key=key,
        agendas=tuple(_agendas(key, graph.nodes)),
        structure=tuple(_structure(key, graph.nodes)),
        relations=tuple(_relations(key, graph)),
        fields=tuple(_fields(key, graph)),
    )


def documents_of(key: Key, nodes: Iterable[Node]) -> Mapping[str, str]:
    """By symbol, the ids of the documents that a key was made from.

    A resolution published by itself has the symbol of a document, and no node but that of the act.
    """
    acts = {node.properties.get("symbol"): node.id for node in nodes if node.type == "decision"}
    return {symbol: acts.get(symbol, f"doc:{symbol}") for symbol in key.documents}


def judged(
    key: Key, edges: Iterable[Edge], nodes: Iterable[Node]
) -> Iterator[tuple[Edge, EdgeKey]]:
    """The edges that a key judges, each as the key sees it, at the level of its labels.

    It judges what it has, and where it is complete what it does not have either, unless it waives it
    or the edge rests on other documents than those that the key was made from.
    """
    read = frozenset(documents_of(key, nodes).values())
    for edge in edges:
        if seen := _seen(key, edge, read):
            yield edge, seen


def _seen(key: Key, edge: Edge, read: frozenset[str]) -> EdgeKey | None:
    seen = edge.key
    if edge.type not in STRUCTURE:
        seen = (edge.type, key.level(edge.source), key.level(edge.target))
    if seen in key.edges:
        return seen
    scope = key.scope.get(edge.type)
    complete = scope is not None and scope.holds(*seen[1:]) and seen not in key.acceptable
    return seen if complete and _rests_on(edge, read) else None


def _rests_on(edge: Edge, read: frozenset[str]) -> bool:
    documents = {evidence.document for evidence in edge.evidence} - {""}  # a pack is no document
    return not documents or not documents.isdisjoint(read)


def _agendas(key: Key, nodes: Iterable[Node]) -> Iterator[Score]:
    held = [n.id for n in nodes if n.type == "agenda item" and n.properties.get("known", True)]
    for agenda, items in key.agenda.items():
        session, at, report = agenda.partition("@")
        found = (id for id in held if id == f"item:{session}/{label_of(id)}{at}{report}")
        yield score_of(agenda, ((id,) for id in items), ((id,) for id in found), complete=True)


def _structure(key: Key, nodes: Iterable[Node]) -> Iterator[Score]:
    """Acts with their titles, and the labels of paragraphs, act by act.

    A title counts where its first letters and digits are those of the key, which cuts long ones:
    documents print one in capitals or with another dash in the table of contents. Paragraphs of a
    report are left out: only those that record what a body did are nodes of a graph.
    """
    known = [node for node in nodes if node.properties.get("known", True)]
    if key.acts:
        titles = {
            node.id: {_letters(title) for title in (node.properties.get("title") or {}).values()}
            for node in known
            if node.type == "decision"
        }
        found = [(act,) for act in key.acts if act in titles]
        yield score_of("acts", ((act,) for act in key.acts), found, complete=False)
        printed = [(act, title) for act, title in key.acts.items() if title]
        titled = [
            (act, title)
            for act, title in printed
            if any(held.startswith(_letters(title)) for held in titles.get(act, ()))
        ]
        yield score_of("titles", printed, titled, complete=False)
    paragraphs = {id: held for id, held in key.paragraphs.items() if not id.startswith("doc:")}
    if paragraphs:
        labels = [
            (act, label_of(node.id))
            for node in known
            if node.type == "provision"
            and (act := node.id.partition("#")[0]) in paragraphs
            and not label_of(node.id).startswith("annex")
        ]
        expected = ((act, label) for act, labels in paragraphs.items() for label in labels)
        yield score_of("paragraphs", expected, labels, complete=True)


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))


def _relations(key: Key, graph: Graph) -> Iterator[Score]:
    found = {seen for _, seen in judged(key, graph.edges, graph.nodes)}
    stated = {relation for relation, _, _ in key.edges} | key.scope.keys()
    for relation in load_model().relations:
        if relation in stated:
            yield score_of(
                relation,
                (edge[1:] for edge in key.edges if edge[0] == relation),
                (edge[1:] for edge in found if edge[0] == relation),
                complete=relation in key.scope,
            )


def _fields(key: Key, graph: Graph) -> Iterator[Score]:
    """The fields of a provision; a list compares value by value, without order."""
    if not key.provisions:
        return
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        if node.type == "provision":
            nodes[key.level(node.id)].append(node)
    targets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for edge in graph.edges:
        targets[edge.type, key.level(edge.source)].add(edge.target)

    def of_nodes(read: Callable[[Node], Iterable[str]]) -> Callable[[str], Iterable[str]]:
        return lambda id: (value for node in nodes[id] for value in read(node))

    def of_edges(relation: str) -> Callable[[str], Iterable[str]]:
        return lambda id: targets[relation, id]

    found: Mapping[str, tuple[Callable[[str], Iterable[str]], str]] = {
        "action": (of_nodes(lambda node: node.properties.get("action", ())), ""),
        "addressee": (of_edges("ADDRESSED_TO"), "ADDRESSED_TO"),
        "is_mandate": (of_nodes(lambda node: _listed(node.properties.get("is_mandate"))), ""),
        "deliverable": (of_nodes(lambda node: _listed(node.properties.get("deliverable"))), ""),
        "due": (of_edges("DUE_AT"), "DUE_AT"),
        "conditions": (of_nodes(lambda node: node.properties.get("conditions", ())), ""),
    }
    for name, (values, relation) in found.items():
        stated = [
            (id, value) for id in key.provisions for value in _listed(key.provisions[id][name])
        ]
        seen = [(id, value) for id in key.provisions for value in values(id)]
        waived = {edge[1:] for edge in key.acceptable if edge[0] == relation}
        yield score_of(
            name,
            (row for row in stated if row not in waived),
            (row for row in seen if row not in waived),
            complete=True,
        )


def _listed(value: object) -> tuple[str, ...]:
    """The values of a field: those of a list, the one of a string, none of null and false."""
    match value:
        case None | False:
            return ()
        case True:
            return ("yes",)
        case str():
            return (value,)
        case list() | tuple():
            return tuple(map(str, value))
        case _:
            raise TypeError(f"{value!r} is no value of a provision's field")
