"""Objects to walk the graph in Neo4j with, both ways: decisions, provisions, documents and the rest.

    from graph.ogm import open_objects

    with open_objects("neo4j://localhost:7687") as objects:
        decision = objects.find("dec:untoc-cop/3/2")
        for provision in decision.has_provision:
            for document, edge in provision.mandates.edges():
                print(document.title_en, edge.evidence[0].quotation)

There is a class for each node type of the model (Decision, Provision, Document, AgendaItem …). Its
attributes are the properties of the type (`title` by language, `title_ar` alone) and the relations
at either end, called as the model calls them: `decision.has_provision`, `provision.provision_of`.
`help(Decision)` lists them all. Objects are for reading: the next load would undo a change.

This module needs py2neo, whose authors have ended its life; nothing else relies on it.
"""

from __future__ import annotations

import keyword
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cached_property
from typing import Any, TypeVar

from graph.model.cypher import OWNED, languages, node_label
from graph.model.errors import ModelError, QuestionError, StoreError
from graph.model.records import Edge, Node
from graph.model.schema import (
    DECLARATION,
    Model,
    NodeType,
    PropertyType,
    RelationType,
    load_model,
)
from graph.stores import open_store
from graph.stores.neo4j.address import Address, Prompt, address_of, is_address
from graph.stores.neo4j.rows import edge_from_row, node_from_row

try:
    import py2neo
    from py2neo import Graph
    from py2neo import errors as py2neo_errors
    from py2neo import ogm as py2neo_ogm
    from py2neo.wiring import Wire, WireError
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"graph.ogm: {error.name} is not installed; install it with `pip install 'mandates[py2neo]'`",
        name=error.name,
    ) from error

# py2neo begins every address with what it read from these variables when it was imported, and
# fails where NEO4J_URI begins with neo4j://. What an address says here is all there is to it.
for _variable in ("NEO4J_URI", "NEO4J_AUTH", "NEO4J_SECURE", "NEO4J_VERIFY"):
    setattr(py2neo, _variable, None)

FAULTS = (
    py2neo_errors.Neo4jError,
    py2neo_errors.ConnectionUnavailable,
    py2neo_errors.ConnectionBroken,
    py2neo_errors.ServiceUnavailable,
    py2neo_errors.ProtocolError,
    WireError,
)
PATIENCE = 10.0  # seconds to reach the server
READ_ONLY = "objects are for reading: build from other documents, and load the graph again"
Kind = TypeVar("Kind", bound="Entity")


def open_objects(url: str | None = None, *, prompt: Prompt | None = None) -> Objects:
    """Open the graph at an address of Neo4j, NEO4J_URI if none is given.

    Name and password are taken from NEO4J_USERNAME and NEO4J_PASSWORD; `prompt` is asked for a
    password that is not set. Raises StoreError where there is no server, no way in or no graph.
    """
    url = url or os.environ.get("NEO4J_URI", "")
    if not is_address(url):
        raise StoreError(
            f"{url or 'no address'}: objects are read from Neo4j; name a database like "
            "neo4j://localhost:7687, or set NEO4J_URI"
        )
    address = address_of(url, prompt)
    # The store knows what to say of a server that is not there, and of a graph that is not whole.
    open_store(url, create=False, prompt=lambda _: address.password).close()
    return Objects(address)


class Objects(AbstractContextManager["Objects"]):
    """The nodes of a graph as objects. Every method may raise StoreError."""

    def __init__(self, address: Address) -> None:
        self.url = address.url
        account = (address.user, address.password) if address.user else None
        with _told(self.url):
            self._graph = Graph(address.server, name=address.database, auth=account)

    def find(self, id: str) -> Entity:
        """The node of this id. Raises QuestionError if there is none."""
        rows = _ask(self._graph, f"MATCH (n:{OWNED} {{id: $id}}) RETURN n", id=id)
        if not rows:
            raise QuestionError(f"{id}: no node of {self.url} has this id")
        return _entity(rows[0]["n"])

    def every(self, kind: type[Kind]) -> Iterator[Kind]:
        """All nodes of a type in the graph's order: `objects.every(Decision)`."""
        label = kind.__primarylabel__
        rows = _ask(self._graph, f"MATCH (n:{label}:{OWNED}) RETURN n ORDER BY n.position")
        return (kind.wrap(row["n"]) for row in rows)

    def close(self) -> None:
        """End the connections; objects that were found keep what they have."""
        with suppress(*FAULTS):  # a server that went away has ended them
            self._graph.service.connector.close()

    def __exit__(self, *_: object) -> None:
        self.close()


class Entity(py2neo_ogm.Model):  # type: ignore[misc]
    """A node of the graph. Two objects are equal if they are the same node."""

    __primarykey__ = "id"

    @cached_property
    def record(self) -> Node:
        """The node as the stores give it: id, type, properties."""
        return node_from_row(self.__node__.labels, dict(self.__node__))

    @property
    def id(self) -> str:
        """Its id, the same in whatever language its documents are."""
        return self.record.id

    def linked(self, relation: str, direction: int) -> Linked:
        """What its attributes give: the objects at the other end of a type of relation."""
        key = (relation, direction)
        if key not in self._asked:
            self._asked[key] = Linked(self, relation, direction)
        return self._asked[key]

    @cached_property
    def _asked(self) -> dict[tuple[str, int], Linked]:
        return {}

    def __hash__(self) -> int:
        return hash(self.id)


class Linked(py2neo_ogm.RelatedObjects):  # type: ignore[misc]
    """The objects at the other end of a node's relations of one type, in the graph's order."""

    def __init__(self, subject: Entity, relation: str, direction: int) -> None:
        super().__init__(subject, subject.__node__, direction, relation, Entity)
        left, right = ("-", "->") if direction == py2neo_ogm.OUTGOING else ("<-", "-")
        self._query = (
            f"MATCH (:{OWNED} {{id: $id}}){left}[r:{relation}]{right}(n:{OWNED}) "
            "RETURN n, properties(r) AS row ORDER BY row.position"
        )
        self._outgoing = direction == py2neo_ogm.OUTGOING

    @cached_property
    def _related_objects(self) -> list[tuple[Entity, Mapping[str, Any]]]:
        # py2neo's own would read in a transaction that may write, and knows one class for each end.
        rows = _ask(self.node.graph, self._query, id=self.subject.id)
        return [(_entity(row["n"]), row["row"]) for row in rows]

    def __getitem__(self, place: int) -> Entity:
        return self._related_objects[place][0]

    def __repr__(self) -> str:
        return repr(list(self))

    def edges(self) -> Iterator[tuple[Entity, Edge]]:
        """Each object with the relation that leads to it: basis, confidence, evidence."""
        for found, row in self._related_objects:
            ends = (self.subject.id, found.id)
            source, target = ends if self._outgoing else reversed(ends)
            yield found, edge_from_row(self.relationship_type, source, target, row)


class Declared(py2neo_ogm.Property):  # type: ignore[misc]
    """A property as the model declares it, or its text in one language."""

    def __init__(self, declared: PropertyType, language: str | None = None) -> None:
        super().__init__(f"{declared.name}_{language}" if language else declared.name)
        self._declared = declared
        self._language = language
        values = f": {', '.join(declared.one_of)}" if declared.one_of else ""
        self.__doc__ = f"{language or declared.kind}{values}"

    def __get__(self, instance: Entity | None, owner: type) -> Any:
        if instance is None:
            return self
        value = instance.record.properties.get(self._declared.name)
        return (value or {}).get(self._language) if self._language else value

    def __set__(self, instance: Entity, value: object) -> None:
        raise AttributeError(READ_ONLY)


class Relation(py2neo_ogm.Related):  # type: ignore[misc]
    """A relation of the model as seen from one of its ends."""

    def __init__(self, relation: RelationType, direction: int) -> None:
        super().__init__(Entity, relation.name)
        self.direction = direction
        outgoing = direction == py2neo_ogm.OUTGOING
        label = relation.label if outgoing else relation.reverse
        ends = relation.targets if outgoing else relation.sources
        leads_to = ", ".join(map(node_label, ends))
        self.__doc__ = f"{label['en']}: {leads_to}. {relation.name}: {relation.says}."

    def __get__(self, instance: Entity | None, owner: type) -> Any:
        if instance is None:
            return self
        return instance.linked(self.relationship_type, self.direction)

    def __set__(self, instance: Entity, value: object) -> None:
        raise AttributeError(READ_ONLY)


def attribute_name(words: str) -> str:
    """What an attribute is called that the model calls so: "has provision" is `has_provision`."""
    name = re.sub(r"\W+", "_", words)
    return f"{name}_" if keyword.iskeyword(name) else name


def classes_of(model: Model) -> dict[str, type[Entity]]:
    """The class of each node type by its name. Raises ModelError if one would hide an attribute."""
    return {node_label(name): _class_of(name, node, model) for name, node in model.nodes.items()}


def _class_of(name: str, node: NodeType, model: Model) -> type[Entity]:
    label = node_label(name)
    members: dict[str, Any] = {}
    for attribute, member in _members(name, node, model):
        if attribute in members or hasattr(Entity, attribute):
            raise ModelError(
                f"{DECLARATION}: {name}: {attribute!r} is called so already, or a part of "
                "every object; give the property or the label of the relation another name"
            )
        members[attribute] = member
    members |= {"__doc__": node.says, "__module__": __name__, "__primarylabel__": label}
    kind: type[Entity] = py2neo_ogm.ModelType(label, (Entity,), members)
    return kind


def _members(name: str, node: NodeType, model: Model) -> Iterator[tuple[str, Declared | Relation]]:
    for declared in node.properties.values():
        yield attribute_name(declared.name), Declared(declared)
        if declared.kind == "by language":
            for language in languages(model):
                yield f"{declared.name}_{language}", Declared(declared, language)
    for relation in model.relations.values():
        if name in relation.sources:
            yield (
                attribute_name(relation.label["en"]),
                Relation(relation, py2neo_ogm.OUTGOING),
            )
        if name in relation.targets:
            yield (
                attribute_name(relation.reverse["en"]),
                Relation(relation, py2neo_ogm.INCOMING),
            )


def _entity(node: Any) -> Entity:
    """A node of py2neo's as an object of the class of its type."""
    kind = next(CLASSES[label] for label in node.labels if label in CLASSES)
    entity: Entity = kind.wrap(node)
    return entity


def _ask(graph: Any, query: str, **parameters: str) -> list[dict[str, Any]]:
    with _told(str(graph.service.uri)):
        # py2neo would wait without end for a server that went away.
        Wire.open(graph.service.profile.address, timeout=PATIENCE).close()
        rows: list[dict[str, Any]] = graph.query(query, parameters).data()
        return rows


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Turn py2neo's errors into ours."""
    try:
        yield
    except FAULTS as error:
        raise StoreError(f"{url}: {error}; is the server still running?") from error


CLASSES: Mapping[str, type[Entity]] = classes_of(load_model())
globals().update(CLASSES)
__all__ = ["CLASSES", "Entity", "Linked", "Objects", "attribute_name", "open_objects", *CLASSES]
