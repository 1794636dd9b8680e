"""Which terms of which vocabularies stand for the model's types, relations and properties."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from graph.model.errors import ModelError
from graph.model.records import Evidence
from graph.model.schema import Model, load_model

DECLARATION = "graph/export/rdf/vocabulary.toml"
OURS = "mandates"
Terms = Mapping[str, "Term"]


@dataclass(frozen=True, slots=True)
class Term:
    """A term (`dcterms:title`), the wider ones stated with it, and what its values are.

    `scheme` names the SKOS scheme whose concepts the values are; `iri`: they are addresses.
    """

    name: str
    under: tuple[str, ...] = ()
    scheme: str = ""
    iri: bool = False

    @property
    def ours(self) -> bool:
        """Whether no other vocabulary has it."""
        return self.name.startswith(f"{OURS}:")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of node types, relations, properties of each node type, links and evidence."""

    prefixes: Mapping[str, str]
    nodes: Terms
    relations: Terms
    properties: Mapping[str, Terms]
    link: Terms
    evidence: Terms

    def shortened(self, iri: str) -> str:
        """The term that an address stands for; the address itself where there is none."""
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri


@cache
def load_vocabulary() -> Vocabulary:
    """The declared vocabulary; ModelError if it does not fit the model."""
    text = resources.files("graph.export.rdf").joinpath("vocabulary.toml").read_text("utf-8")
    return parse_vocabulary(tomllib.loads(text), load_model())


def parse_vocabulary(declaration: Mapping[str, Any], model: Model) -> Vocabulary:
    """Make a Vocabulary of a declaration like `vocabulary.toml`; ModelError says what is wrong."""
    known = {"prefix", "node", "relation", "property", "property_of", "link", "evidence"}
    _same("tables", declaration, known)
    prefixes = declaration["prefix"]
    tables = {
        name: {one: _term(f"{name}.{one}", told, prefixes) for one, told in declared.items()}
        for name, declared in declaration.items()
        if name not in ("prefix", "property_of")
    }
    held = {type: set(node.properties) for type, node in model.nodes.items()}
    of_links = {name for one in model.relations.values() for name in one.properties}
    _same("node", tables["node"], model.nodes)
    _same("relation", tables["relation"], model.relations)
    _same("property", tables["property"], set().union(*held.values()))
    _same("link", tables["link"], of_links | {"basis", "confidence", "evidence"})
    _same("evidence", tables["evidence"], {field.name for field in fields(Evidence)})
    properties = {
        type: {name: tables["property"][name] for name in sorted(names)}
        for type, names in held.items()
    }
    for type, declared in declaration["property_of"].items():
        for name, told in declared.items():
            if name not in held.get(type, ()):
                raise ModelError(f"{DECLARATION}: property_of.{type}.{name}: not in the model")
            properties[type][name] = _term(f"property_of.{type}.{name}", told, prefixes)
    between = {one for term in tables["relation"].values() for one in (term.name, *term.under)}
    wider = {one for term in tables["node"].values() for one in term.under}
    _different("node", tables["node"], wider)
    _different("relation", tables["relation"])
    for type, terms in properties.items():
        _different(f"property of {type}", terms, between)
    for name in ("link", "evidence"):
        _different(name, tables[name])
    return Vocabulary(
        MappingProxyType(prefixes),
        tables["node"],
        tables["relation"],
        properties,
        tables["link"],
        tables["evidence"],
    )


def _term(where: str, told: Any, prefixes: Mapping[str, str]) -> Term:
    full: Mapping[str, Any] = {"term": told} if isinstance(told, str) else told
    if unknown := set(full) - {"term", "under", "scheme", "iri"}:
        raise ModelError(f"{DECLARATION}: {where}: unknown key {', '.join(sorted(unknown))}")
    under, scheme = tuple(full.get("under", ())), str(full.get("scheme", ""))
    term = Term(full["term"], under, scheme, bool(full.get("iri")))
    for name in (term.name, *term.under):
        if name.partition(":")[0] not in prefixes:
            raise ModelError(f"{DECLARATION}: {where}: {name}: no such prefix")
    if term.under and not term.ours:
        raise ModelError(f"{DECLARATION}: {where}: {term.name} is not ours to be put under others")
    return term


def _same(where: str, declared: Iterable[str], wanted: Iterable[str]) -> None:
    for name in sorted(set(wanted) - set(declared)):
        raise ModelError(f"{DECLARATION}: {where}: {name} has no term")
    for name in sorted(set(declared) - set(wanted)):
        raise ModelError(f"{DECLARATION}: {where}: {name} is not in the model")


def _different(where: str, terms: Terms, taken: Iterable[str] = ()) -> None:
    """Raise ModelError where a file that is read back would leave open what was meant."""
    counted = Counter([*taken, *(term.name for term in terms.values())])
    for name, term in terms.items():
        if counted[term.name] > 1:
            raise ModelError(
                f"{DECLARATION}: {where}: {name}: {term.name} means something else too"
            )
