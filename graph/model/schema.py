"""The declared model, loaded: node and relation types, and what makes a node or an edge valid.

`model.toml`, beside this module, is the one source. Nothing in it is optional by accident: unknown
keys of the declaration, and unknown types or properties of a node or edge, raise ModelError.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, TypeVar

from graph.model.errors import ModelError
from graph.model.records import PACK, Edge, Evidence, Graph, Node

Value = TypeVar("Value")
DECLARATION = "graph/model/model.toml"
KEYS_OF_A_NODE = {
    "id", "examples", "label", "colour", "labels", "also", "says", "lookup", "properties",
}  # fmt: skip
LANGUAGE = re.compile(r"[a-z]{2,3}")
LEMMA = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LABEL = re.compile(r"[A-Z][A-Za-z]*")
COLOUR = re.compile(r"#[0-9a-f]{6}")
# A month or a year is a date too: older documents often print no day.
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_strings(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(piece, str) for piece in value)


def _is_by_language(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(language, str) and LANGUAGE.fullmatch(language) and isinstance(text, str)
        for language, text in value.items()
    )


KINDS: Mapping[str, Callable[[Any], bool]] = MappingProxyType(
    {
        "string": lambda value: isinstance(value, str),
        "strings": _is_strings,
        "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
        "number": _is_number,
        "boolean": lambda value: isinstance(value, bool),
        "date": lambda value: isinstance(value, str) and DATE.fullmatch(value) is not None,
        "by language": _is_by_language,
        "record": lambda value: isinstance(value, Mapping),
        "records": lambda value: (
            isinstance(value, list | tuple) and all(isinstance(piece, Mapping) for piece in value)
        ),
    }
)


@dataclass(frozen=True, slots=True)
class PropertyType:
    """A property: its kind (a key of KINDS) and, if the list of its values is closed, that list.

    `says` is what it tells of its node or edge, for readers; empty where its name says it all.
    """

    name: str
    kind: str
    one_of: tuple[str, ...] = ()
    says: str = ""

    def fault(self, value: object) -> str | None:
        """What is wrong with `value`, or None."""
        if not KINDS[self.kind](value):
            return f"{self.name}: {value!r} is not of kind {self.kind!r}"
        if self.one_of and value not in self.one_of:
            return f"{self.name}: {value!r} is none of {', '.join(self.one_of)}"
        return None


@dataclass(frozen=True, slots=True)
class Colour:
    """The colour of a type in pictures, as #rrggbb: of an area with dark text on it, of its line."""

    fill: str
    line: str


@dataclass(frozen=True, slots=True)
class NodeType:
    """A type of node: the form of its ids, its label by language, its properties, its colour.

    `examples` are ids of that form, `also` other words that readers put before the name of such a
    node, `says` is what it stands for, `lookup` the properties by whose value questions pick nodes
    out, `labels` the labels that a node has in Neo4j beside its type's, each if its id begins with
    what stands beside it.
    """

    name: str
    form: re.Pattern[str]
    examples: tuple[str, ...]
    label: Mapping[str, str]
    colour: Colour
    also: tuple[str, ...]
    says: str
    lookup: tuple[str, ...]
    labels: Mapping[str, str]
    properties: Mapping[str, PropertyType]

    @property
    def texts(self) -> tuple[str, ...]:
        """The properties that hold text by language: what search looks through."""
        return tuple(p.name for p in self.properties.values() if p.kind == "by language")


@dataclass(frozen=True, slots=True)
class RelationType:
    """A type of relation: its ends, its label read either way, what it says, its properties."""

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    label: Mapping[str, str]
    reverse: Mapping[str, str]
    says: str
    properties: Mapping[str, PropertyType]


@dataclass(frozen=True, slots=True)
class Model:
    """All declared types and closed lists; `load_model()` gives the one there is."""

    nodes: Mapping[str, NodeType]
    relations: Mapping[str, RelationType]
    values: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, str]  # action lemma -> its class

    def type_of(self, id: str) -> str:
        """The node type that `id` has by its form; ModelError if it has none."""
        for node_type in self.nodes.values():
            if node_type.form.fullmatch(id):
                return node_type.name
        raise ModelError(f"{id!r}: no node type has ids of this form; see {DECLARATION}")

    def validate(self, thing: Node | Edge) -> None:
        """Raise ModelError, with the first fault, if a node or an edge is not as declared."""
        fault = next(self._faults(thing), None)
        if fault:
            raise ModelError(fault)

    def faults(self, graph: Graph) -> Iterator[str]:
        """Everything in `graph` that is not as declared, ends that are no nodes included."""
        ids: set[str] = set()
        for node in graph.nodes:
            yield from self._faults(node)
            if node.id in ids:
                yield f"{node.id}: the node stands in the graph twice"
            ids.add(node.id)
        keys: set[tuple[str, str, str]] = set()
        for edge in graph.edges:
            yield from self._faults(edge)
            if edge.key in keys:
                yield f"{_name(edge)}: the edge stands in the graph twice"
            keys.add(edge.key)
            for end in (edge.source, edge.target):
                if end not in ids:
                    yield f"{_name(edge)}: its end {end} is no node of the graph"

    def _faults(self, thing: Node | Edge) -> Iterator[str]:
        return self._node_faults(thing) if isinstance(thing, Node) else self._edge_faults(thing)

    def _node_faults(self, node: Node) -> Iterator[str]:
        declared = self.nodes.get(node.type)
        if declared is None:
            yield f"{node.id}: unknown node type {node.type!r}; declare it in {DECLARATION}"
            return
        if not declared.form.fullmatch(node.id):
            yield f"{node.id}: not an id of a {node.type} (form {declared.form.pattern})"
        yield from _property_faults(node.id, node.properties, declared.properties)
        if node.type == "provision" and node.properties.get("known", True):
            yield from self._provision_faults(node)

    def _provision_faults(self, node: Node) -> Iterator[str]:
        actions = node.properties.get("action", [])
        classes = node.properties.get("class", [])
        if isinstance(actions, list | tuple) and isinstance(classes, list | tuple):
            if any(not LEMMA.fullmatch(str(action)) for action in actions):
                yield f"{node.id}: action {actions!r} is not a list of English lemmas"
            if len(actions) != len(classes):
                yield f"{node.id}: every action needs its class beside it: {actions!r}, {classes!r}"
            if unknown := set(classes) - set(self.classes.values()):
                yield f"{node.id}: unknown class {', '.join(sorted(map(str, unknown)))}"
        if not isinstance(node.properties.get("is_mandate"), bool):
            yield f"{node.id}: is_mandate must be true or false"
        elif node.properties["is_mandate"] and "status" not in node.properties:
            yield f"{node.id}: a mandate needs a status"
        if not node.properties.get("text"):
            yield f"{node.id}: a provision that is known needs its text by language"

    def _edge_faults(self, edge: Edge) -> Iterator[str]:
        declared = self.relations.get(edge.type)
        if declared is None:
            yield f"{_name(edge)}: unknown relation {edge.type!r}; declare it in {DECLARATION}"
            return
        for end, allowed in ((edge.source, declared.sources), (edge.target, declared.targets)):
            try:
                if (end_type := self.type_of(end)) not in allowed:
                    yield f"{_name(edge)}: {end} is a {end_type}, not one of {', '.join(allowed)}"
            except ModelError as error:
                yield f"{_name(edge)}: {error}"
        if edge.basis not in self.values["basis"]:
            yield f"{_name(edge)}: basis {edge.basis!r} is none of {self.values['basis']}"
        confidence = edge.confidence
        if confidence is not None and not (_is_number(confidence) and 0 <= confidence <= 1):
            yield f"{_name(edge)}: confidence {confidence!r} is not between 0 and 1"
        yield from _property_faults(_name(edge), edge.properties, declared.properties)
        if not edge.evidence:
            yield f"{_name(edge)}: an edge needs evidence"
        for evidence in edge.evidence:
            yield from self._evidence_faults(edge, evidence)

    def _evidence_faults(self, edge: Edge, evidence: Evidence) -> Iterator[str]:
        # What a pack says (a session belongs to its body) stands in no document.
        if edge.basis == "structural" and evidence.rule.startswith(PACK):
            return
        for name in ("document", "language", "checksum", "quotation", "rule"):
            if not getattr(evidence, name):
                yield f"{_name(edge)}: evidence without {name}"
        if evidence.source not in self.values["source"]:
            yield f"{_name(edge)}: evidence of source {evidence.source!r}"
        if not evidence.spans or any(not 0 <= start < end for start, end in evidence.spans):
            yield f"{_name(edge)}: evidence with spans {evidence.spans!r}"


def _name(edge: Edge) -> str:
    return f"{edge.type} {edge.source} -> {edge.target}"


def _property_faults(
    name: str, properties: Mapping[str, Any], declared: Mapping[str, PropertyType]
) -> Iterator[str]:
    for key, value in properties.items():
        if key not in declared:
            yield f"{name}: unknown property {key!r}; declare it in {DECLARATION}"
        elif fault := declared[key].fault(value):
            yield f"{name}: {fault}"


@cache
def load_model() -> Model:
    """The declared model; raises ModelError if the declaration contradicts itself."""
    text = resources.files("graph.model").joinpath("model.toml").read_text(encoding="utf-8")
    return parse_model(tomllib.loads(text))


def parse_model(declaration: Mapping[str, Any]) -> Model:
    """Make a Model of a declaration like `model.toml`; ModelError says what is wrong in it."""
    _refuse(declaration, {"form", "values", "class", "common", "node", "relation"}, "the model")
    values = {name: tuple(listed) for name, listed in declaration["values"].items()}
    common = {
        of: _properties(declaration["common"][of], values, f"common.{of}")
        for of in ("node", "edge")
    }
    forms = _expanded(declaration["form"])
    nodes: dict[str, NodeType] = {}
    for name, table in declaration["node"].items():
        where = f"node.{name}"
        _refuse(table, KEYS_OF_A_NODE, where)
        properties = common["node"] | _properties(table["properties"], values, where)
        for looked_up in table.get("lookup", ()):
            if looked_up not in properties:
                raise ModelError(f"{DECLARATION}: {where}: lookup of {looked_up!r}, no property")
        for label in table.get("labels", {}):
            if not LABEL.fullmatch(label):
                raise ModelError(f"{DECLARATION}: {where}: {label!r} is not written like a label")
        form = re.compile(_filled(table["id"], forms))
        for example in table["examples"]:
            if not form.fullmatch(example):
                raise ModelError(
                    f"{DECLARATION}: {where}: the example {example!r} has another form"
                )
        nodes[name] = NodeType(
            name=name,
            form=form,
            examples=tuple(table["examples"]),
            label=_frozen(table["label"]),
            colour=_colour(table["colour"], where),
            also=tuple(table.get("also", ())),
            says=table["says"],
            lookup=tuple(table.get("lookup", ())),
            labels=_frozen(table.get("labels", {})),
            properties=properties,
        )
    relations: dict[str, RelationType] = {}
    for name, table in declaration["relation"].items():
        where = f"relation.{name}"
        _refuse(table, {"from", "to", "label", "reverse", "says", "properties"}, where)
        for end in (*table["from"], *table["to"]):
            if end not in nodes:
                raise ModelError(f"{DECLARATION}: {where}: {end!r} is no node type")
        relations[name] = RelationType(
            name=name,
            sources=tuple(table["from"]),
            targets=tuple(table["to"]),
            label=_frozen(table["label"]),
            reverse=_frozen(table["reverse"]),
            says=table["says"],
            properties=common["edge"] | _properties(table.get("properties", {}), values, where),
        )
    classes = {action: name for name, actions in declaration["class"].items() for action in actions}
    return Model(_frozen(nodes), _frozen(relations), _frozen(values), _frozen(classes))


def _frozen(mapping: Mapping[str, Value]) -> Mapping[str, Value]:
    return MappingProxyType(dict(mapping))


def _refuse(table: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := set(table) - known:
        raise ModelError(f"{DECLARATION}: {where}: unknown key {', '.join(sorted(unknown))}")


def _colour(table: Mapping[str, str], where: str) -> Colour:
    _refuse(table, {"fill", "line"}, f"{where}.colour")
    for tone in table.values():
        if not COLOUR.fullmatch(tone):
            raise ModelError(f"{DECLARATION}: {where}.colour: {tone!r} is not written like #2f6299")
    return Colour(table["fill"], table["line"])


def _filled(form: str, pieces: Mapping[str, str]) -> str:
    # Not str.format: regular expressions have braces of their own ({3}).
    return re.sub(r"\{([a-z]+)\}", lambda name: f"(?:{pieces[name[1]]})", form)


def _expanded(forms: Mapping[str, str]) -> dict[str, str]:
    expanded: dict[str, str] = {}
    for name, form in forms.items():
        expanded[name] = _filled(form, expanded)
    return expanded


def _properties(
    table: Mapping[str, Any], values: Mapping[str, tuple[str, ...]], where: str
) -> dict[str, PropertyType]:
    properties: dict[str, PropertyType] = {}
    for name, declared in table.items():
        full = {"kind": declared} if isinstance(declared, str) else declared
        _refuse(full, {"kind", "one_of", "says"}, f"{where}.{name}")
        if full["kind"] not in KINDS:
            raise ModelError(f"{DECLARATION}: {where}.{name}: unknown kind {full['kind']!r}")
        one_of = values.get(full.get("one_of", ""), ())
        properties[name] = PropertyType(name, full["kind"], one_of, full.get("says", ""))
    return properties
