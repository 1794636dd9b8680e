"""Turtle, for whoever asks a graph in SPARQL: `terms.ttl` and `graph.ttl`.

Resources are written as they come: a graph of rdflib that held them all would take a gigabyte and
minutes for what a store of some hundred documents has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.export.formats import Format, Written
from graph.export.rdf.reading import graph_in
from graph.export.rdf.resources import Resource
from graph.export.rdf.values import Address, Literal, Object
from graph.export.rdf.vocabulary import load_vocabulary
from graph.export.rdf.writing import write_both
from graph.model.records import Graph
from graph.stores import Store

TERMS, GRAPH = "terms.ttl", "graph.ttl"
BARE = ("xsd:integer", "xsd:boolean")  # known by their look
QUOTED = json.JSONEncoder(ensure_ascii=False).encode  # the escapes of JSON are among Turtle's


def write(store: Store, folder: Path, language: str) -> Written:
    """Write the terms that are ours, and the graph, each with its prefixes; labels are in the language."""
    return write_both(store, folder / TERMS, folder / GRAPH, language, lines)


def read(folder: Path) -> Graph:
    """The graph that `write` wrote; StoreError if it is not there or no Turtle."""
    return graph_in(folder / GRAPH, "turtle")


def lines(resources: Iterable[Resource]) -> Iterator[str]:
    """Turtle of resources, a line or more each: prefixes first."""
    for prefix, namespace in load_vocabulary().prefixes.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for resource in resources:
        says = " ;\n    ".join(
            f"{'a' if predicate == 'rdf:type' else predicate} {_object(value)}"
            for predicate, value in resource.says
        )
        yield f"\n{_object(resource.subject)} {says} .\n"


def _object(value: Object) -> str:
    if isinstance(value, Address):
        return f"<{value.iri}>"
    if isinstance(value, Literal):
        if value.datatype in BARE:
            return value.text
        kind = f"@{value.language}" if value.language else ""
        kind = f"^^{value.datatype}" if value.datatype else kind
        return QUOTED(value.text) + kind
    return value


FORMAT = Format("turtle", "RDF for SPARQL engines, with terms of known vocabularies", write)
