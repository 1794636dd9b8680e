"""RDF read back: the graph that an export in Turtle or JSON-LD was made of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from graph.export.rdf.resources import EXACTLY, WRITTEN
from graph.export.rdf.values import FILE, LINK, from_literal, id_of, value_of
from graph.export.rdf.vocabulary import OURS, Term, Terms, load_vocabulary
from graph.model.errors import StoreError
from graph.model.records import Edge, Evidence, Graph, Node
from graph.model.schema import PropertyType, load_model

if TYPE_CHECKING:
    import rdflib

Said = Mapping[str, list[Any]]  # by predicate (a term), its objects


def graph_in(path: Path, format: str) -> Graph:
    """The graph in a file of RDF; StoreError if there is none, or not one that we wrote."""
    import rdflib  # here: it is not needed to write, and takes a moment to load

    triples = rdflib.Graph()
    try:
        triples.parse(path, format=format)
        return graph_of(triples)
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    except Exception as error:  # each of rdflib's parsers has errors of its own
        raise StoreError(f"{path}: not an export in {format}: {error!r}") from error


def graph_of(triples: rdflib.Graph) -> Graph:
    """The graph that triples say, nodes and edges in the order of writing."""
    reader = _Reader(triples)
    written = sorted(
        (int(str(place)), str(subject))
        for subject, place in triples.subject_objects(reader.term(WRITTEN))
    )
    return Graph(
        nodes=tuple(reader.node(one) for _, one in written if not one.startswith(LINK)),
        edges=tuple(reader.edge(one) for _, one in written if one.startswith(LINK)),
    )


class _Reader:
    """Looks up in triples what the vocabulary has a term for."""

    def __init__(self, triples: rdflib.Graph) -> None:
        self._triples = triples
        self._vocabulary = load_vocabulary()
        self._types = {term.name: type for type, term in self._vocabulary.nodes.items()}
        self._relations = {term.name: one for one, term in self._vocabulary.relations.items()}

    def term(self, name: str) -> rdflib.URIRef:
        """The address that a term stands for."""
        from rdflib import URIRef

        prefix, _, local = name.partition(":")
        return URIRef(self._vocabulary.prefixes[prefix] + local)

    def node(self, subject: str) -> Node:
        said = self._said(subject)
        names = map(self._shortened, said["rdf:type"])
        type = next(self._types[name] for name in names if name in self._types)
        declared = load_model().nodes[type].properties
        terms = self._vocabulary.properties[type]
        return Node(id_of(subject), type, self._properties(said, declared, terms))

    def edge(self, subject: str) -> Edge:
        said, terms = self._said(subject), self._vocabulary.link
        (relation,) = map(self._shortened, said["rdf:predicate"])
        type = self._relations[relation]
        declared = load_model().relations[type].properties
        confidence = said.get(terms["confidence"].name)
        pieces = sorted(
            map(str, said.get(terms["evidence"].name, ())),
            key=lambda piece: int(piece.rpartition("#")[2]),
        )
        return Edge(
            type=type,
            source=id_of(str(said["rdf:subject"][0])),
            target=id_of(str(said["rdf:object"][0])),
            basis=self._value(said[terms["basis"].name][0], terms["basis"]),
            confidence=float(confidence[0]) if confidence else None,
            properties=self._properties(said, declared, terms),
            evidence=tuple(map(self._evidence, pieces)),
        )

    def _evidence(self, subject: str) -> Evidence:
        said, terms = self._said(subject), self._vocabulary.evidence

        def one(field: str) -> Any:
            found = said.get(terms[field].name)
            return self._value(found[0], terms[field]) if found else None

        document, checksum, box = one("document"), one("checksum"), one("box")
        return Evidence(
            document=id_of(document) if document else "",
            language=one("language"),
            checksum=unquote(checksum.removeprefix(FILE)) if checksum else "",
            spans=self._spans(one("spans"), said),
            quotation=one("quotation"),
            rule=one("rule"),
            source=one("source"),
            pinpoint=one("pinpoint"),
            page=one("page"),
            box=tuple(box) if box else None,
        )

    def _spans(self, kept: Any, said: Said) -> tuple[tuple[int, int], ...]:
        if kept is not None:
            return tuple((start, end) for start, end in kept)
        for selector in said.get("oa:hasSelector", ()):
            place = self._said(selector)
            return ((int(place["oa:start"][0]), int(place["oa:end"][0])),)
        return ()

    def _properties(
        self, said: Said, declared: Mapping[str, PropertyType], terms: Terms
    ) -> dict[str, Any]:
        exactly = self._exactly(said)
        properties: dict[str, Any] = {}
        for name, one in declared.items():
            found = said.get(terms[name].name, [])
            if not found and name not in exactly:
                continue
            if one.kind == "by language":
                texts = {text.language: str(text) for text in found}
                properties[name] = {code: texts[code] for code in exactly.get(name, sorted(texts))}
            elif name in exactly:
                properties[name] = exactly[name]
            elif one.kind == "strings":
                properties[name] = sorted(self._value(value, terms[name]) for value in found)
            else:
                properties[name] = self._value(found[0], terms[name])
        return properties

    def _exactly(self, said: Said) -> Mapping[str, Any]:
        found = said.get(EXACTLY)
        return from_literal(str(found[0]), "rdf:JSON") if found else {}

    def _value(self, value: Any, term: Term) -> Any:
        if term.scheme:
            return value_of(term.scheme, self._shortened(value).removeprefix(f"{OURS}:"))
        datatype = getattr(value, "datatype", None)
        return from_literal(str(value), self._shortened(datatype) if datatype else "")

    def _said(self, subject: Any) -> dict[str, list[Any]]:
        from rdflib import URIRef

        said: dict[str, list[Any]] = {}
        for predicate, value in self._triples.predicate_objects(URIRef(subject)):
            said.setdefault(self._shortened(predicate), []).append(value)
        return said

    def _shortened(self, iri: Any) -> str:
        return self._vocabulary.shortened(str(iri))
