"""Nodes, relations and their evidence as flat properties, as Neo4j keeps them, and back.

Neo4j keeps no value inside another: what has a value for each language becomes a property for each
(`title_ar`), what has parts of its own becomes a string of JSON. The way there and back is exact.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from graph.model.citation import Citation, citation
from graph.model.cypher import EDGE_KEEPS, EVIDENCE, NODE_KEEPS, OWNED, node_label
from graph.model.errors import ModelError
from graph.model.records import Edge, Evidence, Node
from graph.model.schema import DECLARATION, LANGUAGE, PropertyType, load_model
from graph.model.short_names import short_names

Row = dict[str, Any]
Declared = Mapping[str, Mapping[str, PropertyType]]
# One for all: json.dumps() makes a new one each time that it is told how to write.
ENCODER = json.JSONEncoder(ensure_ascii=False)
Documents = Callable[[str], Mapping[str, Any] | None]
JSON_KINDS = frozenset({"record", "records"})
# What is not known of a piece of evidence: a list in Neo4j has no empty places.
NO_NUMBER = -1


def labels_of(node_id: str, node_type: str) -> tuple[str, ...]:
    """The labels of a node: its type's, those that the model gives to ids of its form, ours last."""
    declared = load_model().nodes[node_type]
    further = (label for label, start in declared.labels.items() if node_id.startswith(start))
    return (node_label(node_type), *further, OWNED)


def type_of(labels: Iterable[str]) -> str:
    """The type of a node with these labels, of which one is its type's."""
    return next(_types()[label] for label in labels if label in _types())


def node_row(node: Node, position: int, stands: Citation | None = None) -> Row:
    """A node as properties: its own, `id`, `position` (its place in the order of writing), `called`.

    `stands` is the citation of the place where its own text stands. Its type is in its labels
    (`labels_of`), not among the properties.
    """
    declared = load_model().nodes[node.type].properties
    row = {"id": node.id, "position": position, **_flat(node.properties, declared)}
    if names := " ".join(short_names(node)):
        row["called"] = f" {names} "
    if stands:
        row["citation"] = stands.text
        if stands.link:
            row["cited_link"] = stands.link
    return row


def node_from_row(labels: Iterable[str], row: Mapping[str, Any]) -> Node:
    """The node that `node_row` made the properties of."""
    node_type = type_of(labels)
    return Node(row["id"], node_type, _nested(row, load_model().nodes[node_type].properties))


def edge_row(edge: Edge, position: int, documents: Documents) -> Row:
    """A relation as properties: basis, confidence, its own, and its evidence as parallel lists.

    `documents` gives the properties of a document's node by its id (None if there is no such node);
    citations are made of them.
    """
    declared = load_model().relations[edge.type].properties
    row = {"position": position, "basis": edge.basis, **_flat(edge.properties, declared)}
    if edge.confidence is not None:
        row["confidence"] = edge.confidence
    return row | _evidence_lists(edge.evidence, documents)


def edge_from_row(type: str, source: str, target: str, row: Mapping[str, Any]) -> Edge:
    """The relation that `edge_row` made the properties of."""
    return Edge(
        type=type,
        source=source,
        target=target,
        basis=row["basis"],
        confidence=row.get("confidence"),
        properties=_nested(row, load_model().relations[type].properties),
        evidence=tuple(_evidence_of(row)),
    )


def to_json(value: Any) -> str:
    """A value inside another, as it is kept."""
    return ENCODER.encode(value)


def _flat(properties: Mapping[str, Any], declared: Mapping[str, PropertyType]) -> Row:
    flat: Row = {}
    written: list[str] = []
    for name, value in properties.items():
        kind = declared[name].kind
        if kind == "by language":
            texts = {f"{name}_{language}": text for language, text in value.items()}
            flat |= texts
            written += texts or [name]
        else:
            flat[name] = _kept(kind, value)
            written.append(name)
    # Neo4j forgets in which order properties came; the first of several languages is the one
    # that is shown where the reader's own is missing.
    return flat | ({"written": written} if written else {})


def _kept(kind: str, value: Any) -> Any:
    if kind in JSON_KINDS:
        return to_json(value)
    return list(value) if kind == "strings" else value


def _nested(row: Mapping[str, Any], declared: Mapping[str, PropertyType]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for name in row.get("written", ()):
        if name in declared:
            properties[name] = _back(declared[name].kind, row.get(name))
        else:
            of, _, language = name.rpartition("_")
            properties.setdefault(of, {})[language] = row[name]
    return properties


def _back(kind: str, value: Any) -> Any:
    if kind == "by language":
        return {}
    if kind in JSON_KINDS:
        return json.loads(value)
    # A list without entries is one that the import of CSV files leaves out.
    return list(value or ()) if kind == "strings" else value


def _evidence_lists(shown: tuple[Evidence, ...], documents: Documents) -> Row:
    cited = [citation(one, documents(one.document)) if one.in_document else None for one in shown]
    return {
        "documents": [one.document for one in shown],
        "languages": [one.language for one in shown],
        "checksums": [one.checksum for one in shown],
        "spans": [to_json(one.spans) for one in shown],
        "starts": [one.start if one.spans else NO_NUMBER for one in shown],
        "ends": [one.end if one.spans else NO_NUMBER for one in shown],
        "quotations": [one.quotation for one in shown],
        "pages": [NO_NUMBER if one.page is None else one.page for one in shown],
        "boxes": [to_json(one.box) if one.box else "" for one in shown],
        "pinpoints": [one.pinpoint or "" for one in shown],
        "rules": [one.rule for one in shown],
        "sources": [one.source for one in shown],
        "citations": [one.text if one else "" for one in cited],
        "links": [(one and one.link) or "" for one in cited],
    }


def _evidence_of(row: Mapping[str, Any]) -> Iterator[Evidence]:
    for place, document in enumerate(row.get("documents", ())):
        page = row["pages"][place]
        box = _entry(row, "boxes", place)
        yield Evidence(
            document=document,
            language=row["languages"][place],
            checksum=row["checksums"][place],
            spans=tuple((start, end) for start, end in json.loads(row["spans"][place])),
            quotation=row["quotations"][place],
            rule=row["rules"][place],
            source=row["sources"][place],
            pinpoint=_entry(row, "pinpoints", place) or None,
            page=None if page == NO_NUMBER else page,
            box=tuple(json.loads(box)) if box else None,
        )


def _entry(row: Mapping[str, Any], name: str, place: int) -> str:
    # The import of CSV files knows no list whose one entry is empty: it makes none of it.
    entries = row.get(name) or ()
    return str(entries[place]) if entries else ""


@cache
def _types() -> Mapping[str, str]:
    return {node_label(name): name for name in load_model().nodes}


def refuse_clashes(nodes: Declared, relations: Declared) -> None:
    """Raise ModelError if a declared property would take the place of another in Neo4j.

    `nodes` and `relations` hold the properties of each type by its name.
    """
    for types, keeps in ((nodes, NODE_KEEPS), (relations, {**EDGE_KEEPS, **EVIDENCE})):
        for type, declared in types.items():
            for name in declared:
                of, _, language = name.rpartition("_")
                by_language = of in declared and declared[of].kind == "by language"
                if name in keeps or (by_language and LANGUAGE.fullmatch(language)):
                    raise ModelError(
                        f"{DECLARATION}: {type}: the property {name!r} has a meaning of its own in "
                        "Neo4j; give it another name"
                    )


refuse_clashes(
    {name: one.properties for name, one in load_model().nodes.items()},
    {name: one.properties for name, one in load_model().relations.items()},
)
