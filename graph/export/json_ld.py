"""JSON-LD, for whoever reads RDF as JSON: `terms.jsonld` and `graph.jsonld`, a line a resource."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.export.formats import Format, Written
from graph.export.rdf.reading import graph_in
from graph.export.rdf.resources import Resource
from graph.export.rdf.values import Address, Literal, Object
from graph.export.rdf.vocabulary import load_vocabulary
from graph.export.rdf.writing import write_both
from graph.model.records import Graph
from graph.stores import Store

TERMS, GRAPH = "terms.jsonld", "graph.jsonld"
ENCODED = json.JSONEncoder(ensure_ascii=False).encode


def write(store: Store, folder: Path, language: str) -> Written:
    """Write the terms that are ours, and the graph, prefixes as context; labels are in the language."""
    return write_both(store, folder / TERMS, folder / GRAPH, language, lines)


def read(folder: Path) -> Graph:
    """The graph that `write` wrote; StoreError if it is not there or no JSON-LD."""
    return graph_in(folder / GRAPH, "json-ld")


def lines(resources: Iterable[Resource]) -> Iterator[str]:
    """JSON-LD of resources, a line each: the context first."""
    yield f'{{"@context": {ENCODED(dict(load_vocabulary().prefixes))}, "@graph": [\n'
    for place, resource in enumerate(resources):
        yield f"{',' if place else ' '}{ENCODED(_told(resource))}\n"
    yield "]}\n"


def _told(resource: Resource) -> Mapping[str, Any]:
    told: dict[str, Any] = {"@id": _name(resource.subject)}
    for predicate, value in resource.says:
        if predicate == "rdf:type":
            told.setdefault("@type", []).append(value)
        else:
            told.setdefault(predicate, []).append(_object(value))
    return told


def _object(value: Object) -> Any:
    if not isinstance(value, Literal):
        return {"@id": _name(value)}
    if value.datatype:
        return {"@value": value.text, "@type": value.datatype}
    return {"@value": value.text, "@language": value.language} if value.language else value.text


def _name(value: Address | str) -> str:
    return value.iri if isinstance(value, Address) else value


FORMAT = Format("json-ld", "the RDF of turtle, written as JSON", write)
