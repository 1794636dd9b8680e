"""Turtle and JSON-LD: terms that exist, one and the same graph in both, and all of it read back."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable, Mapping
from importlib import resources as files
from pathlib import Path
from typing import Any

import pytest
import rdflib
from arbitrary import EDGES, NODES
from hypothesis import given, settings
from rdflib import namespace

from graph.export import export, json_ld, turtle
from graph.export.rdf.ontology import ontology
from graph.export.rdf.reading import graph_of
from graph.export.rdf.resources import Resource, of_edge, of_node
from graph.export.rdf.vocabulary import load_vocabulary, parse_vocabulary
from graph.model.citation import citation
from graph.model.errors import ModelError, StoreError
from graph.model.records import Edge, Node
from graph.model.schema import load_model
from graph.questions import Cited
from graph.stores import open_store

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's
MODEL = load_model()
PREFIXES = load_vocabulary().prefixes
WRITERS: Mapping[str, Any] = {"turtle": turtle, "json-ld": json_ld}
# What rdflib knows the terms of; those of the others were looked up in their definitions.
KNOWN = {
    one: getattr(namespace, name)
    for one, name in {
        **{name.lower(): name for name in ("DC", "DCTERMS", "FOAF", "ORG", "OWL", "PROV")},
        **{name.lower(): name for name in ("RDF", "RDFS", "SKOS", "XSD")},
        "schema": "SDO",
    }.items()
}


def declared() -> dict[str, Any]:
    """The vocabulary as it is written down."""
    text = files.files("graph.export.rdf").joinpath("vocabulary.toml").read_text("utf-8")
    return tomllib.loads(text)


def parsed(resources: list[Resource], format: str) -> rdflib.Graph:
    """What a parser that is not ours makes of resources that we wrote."""
    return rdflib.Graph().parse(data="".join(WRITERS[format].lines(resources)), format=format)


def iri(term: str) -> rdflib.URIRef:
    prefix, _, local = term.partition(":")
    return rdflib.URIRef(PREFIXES[prefix] + local)


@pytest.fixture(scope="module")
def exported(digests: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The digests in both formats."""
    folders = {format: tmp_path_factory.mktemp(format) for format in WRITERS}
    with open_store(digests, create=False) as store:
        for format, folder in folders.items():
            export(store, format, folder)
    return folders


@pytest.fixture(scope="module")
def triples(exported: Mapping[str, Path]) -> rdflib.Graph:
    return rdflib.Graph().parse(exported["turtle"] / turtle.GRAPH)


# ---------------------------------------------------------------- the vocabulary


def change(*path: str, to: Any = None) -> Callable[[dict[str, Any]], None]:
    """Sets, or removes, what stands at a path of the declaration."""

    def changed(declaration: dict[str, Any]) -> None:
        *way, last = path
        for step in way:
            declaration = declaration[step]
        if to is None:
            del declaration[last]
        else:
            declaration[last] = to

    return changed


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (change("node", "topic"), "node: topic has no term"),
        (change("relation", "MANDATES"), "relation: MANDATES has no term"),
        (change("property", "is_mandate"), "property: is_mandate has no term"),
        (change("link", "score"), "link: score has no term"),
        (change("evidence", "pinpoint"), "evidence: pinpoint has no term"),
        (change("relation", "PRAISES", to="prov:used"), "relation: PRAISES is not in the model"),
        (change("property_of", "actor", "text", to="schema:text"), "not in the model"),
        (change("node", "topic", to="skosa:Concept"), "no such prefix"),
        (change("node", "topic", to={"term": "skos:Concept", "note": 1}), "unknown key note"),
        (
            change("node", "topic", to={"term": "skos:Concept", "under": ["prov:Entity"]}),
            "not ours to be put under others",
        ),
        # What could not be told apart when it is read back
        (change("node", "topic", to="foaf:Agent"), "foaf:Agent means something else too"),
        (change("property", "text", to="dcterms:title"), "dcterms:title means something else"),
        (change("property", "text", to="dcterms:hasPart"), "dcterms:hasPart means something else"),
    ],
)
def test_a_vocabulary_that_does_not_fit_the_model_is_refused(
    changed: Callable[[dict[str, Any]], None], says: str
) -> None:
    declaration = copy.deepcopy(declared())
    changed(declaration)
    with pytest.raises(ModelError, match=says):
        parse_vocabulary(declaration, MODEL)


def test_the_terms_of_others_exist() -> None:
    declaration = declared()
    tables = [declaration[name] for name in ("node", "relation", "property", "link", "evidence")]
    named = {
        name
        for table in (*tables, *declaration["property_of"].values())
        for told in table.values()
        for name in ([told] if isinstance(told, str) else [told["term"], *told.get("under", ())])
    }
    for name in sorted(named):
        prefix, _, local = name.partition(":")
        if prefix in KNOWN:
            assert local in KNOWN[prefix], name
            assert str(KNOWN[prefix]._NS) == PREFIXES[prefix]


def test_every_term_of_ours_in_the_graph_is_declared(
    exported: Mapping[str, Path], triples: rdflib.Graph
) -> None:
    terms = rdflib.Graph().parse(exported["turtle"] / turtle.TERMS)
    used = {one for triple in triples for one in triple if one.startswith(PREFIXES["mandates"])}
    assert iri("mandates:mandates") in used
    assert used <= set(terms.subjects())


def test_our_terms_say_what_they_are_in_every_language_and_under_which_others(
    exported: Mapping[str, Path],
) -> None:
    terms = rdflib.Graph().parse(exported["turtle"] / turtle.TERMS)
    labels = {
        label.language: str(label) for label in terms[iri("mandates:mandates") : iri("rdfs:label")]
    }
    assert labels == dict(MODEL.relations["MANDATES"].label)
    session = iri("mandates:Session")
    assert set(terms[session : iri("rdfs:subClassOf")]) == {
        iri("schema:Event"),
        iri("prov:Activity"),
    }
    request = iri("mandates:action-request")
    assert terms.value(request, iri("skos:broader")) == iri("mandates:class-directive")
    notations = set(terms.objects(None, iri("skos:notation")))
    assert {rdflib.Literal(value) for value in MODEL.values["status"]} <= notations


# ---------------------------------------------------------------- the graph


@pytest.mark.parametrize("format", WRITERS)
def test_the_digests_read_back(format: str, exported: Mapping[str, Path], digests: str) -> None:
    back = WRITERS[format].read(exported[format])
    with open_store(digests, create=False) as store:
        assert back.nodes == tuple(store.nodes())
        assert back.edges == tuple(store.edges())


@pytest.mark.parametrize("part", ["GRAPH", "TERMS"])
def test_both_formats_say_the_same(part: str, exported: Mapping[str, Path]) -> None:
    said = [
        set(rdflib.Graph().parse(exported[format] / getattr(writer, part)))
        for format, writer in WRITERS.items()
    ]
    assert said[0] == said[1], "no blank nodes: equal sets are equal graphs"
    assert not any(isinstance(one, rdflib.BNode) for triple in said[0] for one in triple)


@pytest.mark.parametrize("format", WRITERS)
@settings(max_examples=40)  # each is parsed by rdflib
@given(node=NODES)
def test_a_node_comes_back_exactly(format: str, node: Node) -> None:
    (back,) = graph_of(parsed([of_node(node, 7)], format)).nodes
    assert back == node
    # the first of several languages is shown where the reader's own is missing
    for name in MODEL.nodes[node.type].texts:
        assert list(back.properties.get(name, ())) == list(node.properties.get(name, ()))


@pytest.mark.parametrize("format", WRITERS)
@settings(max_examples=40)
@given(edge=EDGES)
def test_an_edge_comes_back_exactly_with_its_evidence(format: str, edge: Edge) -> None:
    cited = [Cited(one, citation(one)) for one in edge.evidence]
    (back,) = graph_of(parsed(list(of_edge(edge, 7, cited)), format)).edges
    assert back == edge


def test_the_order_is_that_of_writing() -> None:
    nodes = [Node(f"topic:{name}", "topic") for name in "cab"]
    triples = parsed([of_node(node, place) for place, node in enumerate(nodes)], "turtle")
    assert graph_of(triples).nodes == tuple(nodes)


def test_every_link_is_a_plain_triple_with_a_statement_about_it(
    triples: rdflib.Graph, digests: str
) -> None:
    statements = set(triples.subjects(iri("rdf:type"), iri("rdf:Statement")))
    with open_store(digests, create=False) as store:
        edges = list(store.edges())
    assert len(statements) == len(edges)
    for statement in statements:
        parts = [
            triples.value(statement, iri(f"rdf:{one}"))
            for one in ("subject", "predicate", "object")
        ]
        assert tuple(parts) in triples
        assert triples.value(statement, iri("prov:wasDerivedFrom"))
    # who knows only Dublin Core finds the structure too
    relation = load_vocabulary().relations["ITEM_OF"]
    assert relation.under == ("dcterms:isPartOf",)
    items = set(triples.subject_objects(iri(relation.name)))
    assert items
    assert items <= set(triples.subject_objects(iri("dcterms:isPartOf")))


def test_every_provision_with_a_text_has_its_citation_and_link(triples: rdflib.Graph) -> None:
    provisions = set(triples.subjects(iri("schema:text")))
    assert provisions
    for provision in provisions:
        cited = triples.value(provision, iri("dcterms:bibliographicCitation"))
        link = triples.value(provision, iri("dcterms:source"))
        assert isinstance(link, rdflib.URIRef)
        assert str(link) in str(cited)


@pytest.mark.parametrize(
    ("format", "name", "text"),
    [("turtle", "graph.ttl", "<a> <b>"), ("json-ld", "graph.jsonld", "{")],
)
def test_what_cannot_be_read(format: str, name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        WRITERS[format].read(tmp_path)
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=f"not an export in {format}"):
        WRITERS[format].read(tmp_path)


def test_a_verb_that_only_a_provision_has_is_told_with_its_class() -> None:
    given = {"action": ["lament"], "class": ["evaluative"]}
    told = {one.subject: dict(one.says) for one in ontology([Node("doc:A#1", "provision", given)])}
    assert told["mandates:action-lament"]["skos:broader"] == "mandates:class-evaluative"
