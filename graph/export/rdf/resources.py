"""The graph as resources of RDF: nodes, links, their evidence, and the files that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from graph.export.rdf.values import (
    ADDRESS,
    FILE,
    Address,
    Literal,
    Object,
    address_of,
    concept,
    json_literal,
    link_address,
    literal,
)
from graph.export.rdf.vocabulary import Term, Terms, load_vocabulary
from graph.model.citation import Citation, official_link
from graph.model.naming import name_of
from graph.model.records import Edge, Evidence, Node
from graph.model.schema import LANGUAGE, PropertyType, load_model
from graph.questions.standing import all_standing
from graph.questions.steps import Cited, Steps
from graph.stores import ReadingSummary, Store

Statement = tuple[str, Object]
WRITTEN = "mandates:written"
EXACTLY = "mandates:exactly"
IS_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


@dataclass(frozen=True, slots=True)
class Resource:
    """What is said of one thing: its address or term, then predicates (terms) with objects."""

    subject: Address | str
    says: tuple[Statement, ...]


def resources(store: Store, language: str = "en") -> Iterator[Resource]:
    """Everything that a store's graph holds, nodes first, in the order of writing.

    `language` is that of labels, and of the text that a node is cited from where several are held.
    """
    stands = all_standing(store, language)
    for place, node in enumerate(store.nodes()):
        yield of_node(node, place, language, stands.get(node.id))
    steps = Steps(store)
    for place, edge in enumerate(store.edges()):
        yield from of_edge(edge, place, [steps.cited(one) for one in edge.evidence])
    yield from map(of_file, store.readings())


def of_node(
    node: Node, place: int, language: str = "en", stands: Citation | None = None
) -> Resource:
    """A node with its properties and its name in a language; `stands` is where its own text is."""
    vocabulary = load_vocabulary()
    term = vocabulary.nodes[node.type]
    declared = load_model().nodes[node.type].properties
    says: list[Statement] = [("rdf:type", one) for one in (term.name, *term.under)]
    says.append((WRITTEN, _number(place)))
    says.append(("rdfs:label", Literal(name_of(node, language))))
    says += _properties(node.properties, declared, vocabulary.properties[node.type])
    if node.type == "topic":
        says.append(("skos:inScheme", "mandates:scheme-topic"))
    if stands:
        says += _cited(stands)
    elif link := official_link(node.properties.get("symbol"), language):
        says.append(("dcterms:source", Address(link)))
    return Resource(address_of(node.id), tuple(says))


def of_edge(edge: Edge, place: int, cited: Iterable[Cited]) -> Iterator[Resource]:
    """A link: the plain triple, what is said of it, and every piece of its evidence."""
    vocabulary = load_vocabulary()
    relation, terms = vocabulary.relations[edge.type], vocabulary.link
    source, target = address_of(edge.source), address_of(edge.target)
    yield Resource(source, tuple((one, target) for one in (relation.name, *relation.under)))
    link = link_address(*edge.key)
    pieces = [_of_evidence(one, f"{link}#{n}") for n, one in enumerate(cited, 1)]
    says: list[Statement] = [
        ("rdf:type", "rdf:Statement"),
        ("rdf:subject", source),
        ("rdf:predicate", relation.name),
        ("rdf:object", target),
        (WRITTEN, _number(place)),
        (terms["basis"].name, concept("basis", edge.basis)),
    ]
    if edge.confidence is not None:
        says.append((terms["confidence"].name, literal(edge.confidence, "number")))
    says += _properties(edge.properties, load_model().relations[edge.type].properties, terms)
    says += [(terms["evidence"].name, piece[0].subject) for piece in pieces]
    yield Resource(Address(link), tuple(says))
    for piece in pieces:
        yield from piece


def of_file(reading: ReadingSummary) -> Resource:
    """A file that was read: evidence is quoted from it, and its positions count in it."""
    retold = reading.source == "digest"
    says: list[Statement] = [
        ("rdf:type", "prov:Entity"),
        ("dcterms:identifier", Literal(f"sha256:{reading.checksum}")),
        ("dc:language", Literal(reading.language)),
        ("mandates:source", concept("source", reading.source)),
        ("prov:wasDerivedFrom" if retold else "dcterms:isFormatOf", address_of(reading.document)),
    ]
    return Resource(Address(FILE + quote(reading.checksum, safe="")), tuple(says))


def _of_evidence(cited: Cited, address: str) -> list[Resource]:
    one, terms = cited.evidence, load_vocabulary().evidence
    spoken = one.language if LANGUAGE.fullmatch(one.language) else ""
    says: list[Statement] = [
        ("rdf:type", "prov:Entity"),
        ("rdf:type", "oa:SpecificResource"),
        (terms["language"].name, Literal(one.language)),
        (terms["quotation"].name, Literal(one.quotation, spoken)),
        (terms["rule"].name, Literal(one.rule)),
        (terms["source"].name, concept("source", one.source)),
    ]
    if one.document:
        says.append((terms["document"].name, address_of(one.document)))
    if one.checksum:
        file = Address(FILE + quote(one.checksum, safe=""))
        says += [(terms["checksum"].name, file), ("oa:hasSource", file)]
    if one.pinpoint is not None:
        says.append((terms["pinpoint"].name, Literal(one.pinpoint)))
    if one.page is not None:
        says.append((terms["page"].name, literal(one.page, "integer")))
    if one.box:
        says.append((terms["box"].name, json_literal(list(one.box))))
    if one.in_document:
        says += _cited(cited.citation)
    if not one.spans:
        return [Resource(Address(address), tuple(says))]
    selector = Address(f"{address}.place")
    says.append(("oa:hasSelector", selector))
    if one.spans != ((one.start, one.end),):
        says.append((terms["spans"].name, json_literal(one.spans)))
    return [Resource(Address(address), tuple(says)), _place(selector, one)]


def _place(selector: Address, evidence: Evidence) -> Resource:
    # No oa:TextQuoteSelector: it would have to hold what the file says, and quotations are repaired.
    return Resource(
        selector,
        (
            ("rdf:type", "oa:TextPositionSelector"),
            ("oa:start", _number(evidence.start)),
            ("oa:end", _number(evidence.end)),
        ),
    )


def _cited(citation: Citation) -> Iterator[Statement]:
    yield "dcterms:bibliographicCitation", Literal(citation.text)
    if citation.link and IS_ADDRESS.fullmatch(citation.link):
        yield "dcterms:source", Address(quote(citation.link, safe=ADDRESS))


def _properties(
    properties: Mapping[str, Any], declared: Mapping[str, PropertyType], terms: Terms
) -> Iterator[Statement]:
    """What is said of each property, and last, exactly, what triples alone do not give back.

    Triples have no order and stand there once; a list or languages in an order of their own do.
    """
    exactly = {}
    for name, value in properties.items():
        kind, term = declared[name].kind, terms[name]
        if kind == "by language":
            yield from ((term.name, Literal(text, code)) for code, text in value.items())
            kept: Any = list(value)
            again: Any = sorted(value)
        elif kind == "strings":
            kept, again = list(value), sorted(set(value))
            yield from ((term.name, _single(one, kind, term)) for one in again)
        elif term.iri:
            kept, again = value, quote(value, safe=ADDRESS)
            if IS_ADDRESS.fullmatch(again):
                yield term.name, Address(again)
            else:
                again = None
        else:
            yield term.name, _single(value, kind, term)
            continue
        if kept != again or not kept:
            exactly[name] = kept
    if exactly:
        yield EXACTLY, json_literal(exactly)


def _single(value: Any, kind: str, term: Term) -> Object:
    return concept(term.scheme, value) if term.scheme else literal(value, kind)


def _number(value: int) -> Literal:
    return literal(value, "integer")
