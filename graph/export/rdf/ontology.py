"""The terms that are ours: classes, properties and the concepts of closed lists, with their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version

from graph.export.rdf.resources import EXACTLY, WRITTEN, Resource, Statement
from graph.export.rdf.values import Address, Literal, concept
from graph.export.rdf.vocabulary import OURS, Term, load_vocabulary
from graph.model.records import Node
from graph.model.schema import Model, load_model

TITLE = "Model of mandates: acts of United Nations bodies, what they ask for, and what followed"
BESIDE_THE_MODEL = {
    WRITTEN: "place of a node or a link in the order of writing",
    EXACTLY: "what triples alone do not give back: the order of a list or of languages, in JSON",
}


def ontology(nodes: Iterable[Node] = ()) -> Iterator[Resource]:
    """Every term of ours, with the wider terms of others that it stands under.

    Verbs that `nodes` have beside those of the model are told too: their list may grow.
    """
    model, vocabulary = load_model(), load_vocabulary()
    says: tuple[Statement, ...] = (
        ("rdf:type", "owl:Ontology"),
        ("dcterms:title", Literal(TITLE, "en")),
        ("owl:versionInfo", Literal(version("mandates"))),
    )
    yield Resource(Address(vocabulary.prefixes[OURS]), says)
    yield from _classes(model)
    yield from _relations(model)
    yield from _properties(model)
    for name, told in BESIDE_THE_MODEL.items():
        yield Resource(name, (("rdf:type", "rdf:Property"), ("rdfs:comment", Literal(told, "en"))))
    yield from _schemes(model, _actions(model, nodes))


def _classes(model: Model) -> Iterator[Resource]:
    for type, term in load_vocabulary().nodes.items():
        if term.ours:
            told = model.nodes[type]
            names = (*_labels(told.label), ("rdfs:comment", Literal(told.says, "en")))
            yield _declared(term, "owl:Class", "rdfs:subClassOf", names)


def _relations(model: Model) -> Iterator[Resource]:
    vocabulary = load_vocabulary()
    for name, term in vocabulary.relations.items():
        if term.ours:
            told = model.relations[name]
            ends = (("schema:domainIncludes", told.sources), ("schema:rangeIncludes", told.targets))
            says = (
                *_labels(told.label),
                ("rdfs:comment", Literal(told.says, "en")),
                *((end, vocabulary.nodes[type].name) for end, types in ends for type in types),
            )
            yield _declared(term, "owl:ObjectProperty", "rdfs:subPropertyOf", says)


def _properties(model: Model) -> Iterator[Resource]:
    """What nodes, links and evidence carry; what the model says of it goes with the first so called."""
    vocabulary = load_vocabulary()
    carried = [
        *((model.nodes[type].properties, terms) for type, terms in vocabulary.properties.items()),
        *((one.properties, vocabulary.link) for one in model.relations.values()),
        ({}, vocabulary.link),
        ({}, vocabulary.evidence),
    ]
    comments: dict[Term, str] = {}
    for declared, terms in carried:
        for name, term in terms.items():
            if term.ours and not comments.get(term):
                comments[term] = declared[name].says if name in declared else ""
    for term, comment in sorted(comments.items(), key=lambda pair: pair[0].name):
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", term.name.partition(":")[2]).lower()
        says: list[Statement] = [("rdfs:label", Literal(words, "en"))]
        if comment:
            says.append(("rdfs:comment", Literal(comment, "en")))
        yield _declared(term, "rdf:Property", "rdfs:subPropertyOf", says)


def _schemes(model: Model, actions: Mapping[str, str]) -> Iterator[Resource]:
    schemes = dict(model.values) | {
        "class": tuple(dict.fromkeys(actions.values())),
        "action": tuple(actions),
        "topic": (),  # its concepts are nodes
    }
    for scheme, values in schemes.items():
        name = f"{OURS}:scheme-{scheme}"
        label = ("skos:prefLabel", Literal(scheme, "en"))
        yield Resource(name, (("rdf:type", "skos:ConceptScheme"), label))
        for value in values:
            says: list[Statement] = [
                ("rdf:type", "skos:Concept"),
                ("skos:inScheme", name),
                ("skos:notation", Literal(value)),
                ("skos:prefLabel", Literal(value.replace("-", " "), "en")),
            ]
            if scheme == "action":
                says.append(("skos:broader", concept("class", actions[value])))
            yield Resource(concept(scheme, value), tuple(says))


def _actions(model: Model, nodes: Iterable[Node]) -> Mapping[str, str]:
    """The class of each verb: as the model has it, else as the provision that has the verb says."""
    found = dict(model.classes)
    for node in nodes:
        told = node.properties
        for action, group in zip(told.get("action", ()), told.get("class", ()), strict=False):
            found.setdefault(action, group)
    return found


def _declared(term: Term, kind: str, under: str, says: Iterable[Statement]) -> Resource:
    wider = ((under, one) for one in term.under)
    return Resource(term.name, (("rdf:type", kind), *says, *wider))


def _labels(label: Mapping[str, str]) -> Iterator[Statement]:
    return (("rdfs:label", Literal(text, code)) for code, text in label.items())
