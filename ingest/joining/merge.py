"""Merging: what several readings say of one node or one edge becomes one record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.model.ids import order_of
from graph.model.records import Edge, Evidence, Graph, Node, Remark
from graph.model.schema import load_model
from ingest.packs import Packs
from ingest.records import Reading

BASES = ("stated", "structural", "inferred")
SILENT: tuple[Any, ...] = (None, "", [], {}, ())
UNITED = ("agendas", "languages", "dates")  # lists to which every source adds
OWN = ("source", "link", "trust", "understood", "order")  # differ by source without disagreeing


@dataclass
class Draft:
    """The graph while it is made: nodes' properties by id, edges by key, what stayed open."""

    types: dict[str, str] = field(default_factory=dict)
    properties: dict[str, dict[str, Any]] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def add_node(self, node: Node) -> dict[str, Any]:
        """Make sure that a node is there, and return its properties."""
        self.types.setdefault(node.id, node.type)
        return self.properties.setdefault(node.id, {})

    def add_edge(self, edge: Edge) -> None:
        """Add an edge or what it says more of one that is there: evidence, basis, properties."""
        known = self.edges.get(edge.key)
        if known is None:
            self.edges[edge.key] = edge
            return
        evidence = list(known.evidence)
        seen = {(item.checksum, item.spans) for item in evidence}
        evidence += [item for item in edge.evidence if (item.checksum, item.spans) not in seen]
        basis = min(known.basis, edge.basis, key=BASES.index)
        united = {**edge.properties, **known.properties}
        for name in set(edge.properties) & set(known.properties):
            if isinstance(united[name], (list, tuple)):
                united[name] = sorted({*edge.properties[name], *known.properties[name]})
        if not (known.properties.get("suspect") and edge.properties.get("suspect")):
            united.pop("suspect", None)
        self.edges[edge.key] = replace(
            known, basis=basis, properties=united, evidence=tuple(evidence)
        )

    def of_type(self, *edge_types: str) -> list[Edge]:
        """The edges of some types, in a fixed order."""
        return [
            self.edges[key] for key in sorted(key for key in self.edges if key[0] in edge_types)
        ]

    def sessions(self) -> dict[str, str]:
        """The session that an act was adopted at, or that a document reports on."""
        return {edge.source: edge.target for edge in self.of_type("REPORTS_ON", "ADOPTED_AT")}

    def targets(self, *edge_types: str) -> dict[str, frozenset[str]]:
        """What the edges of some types lead to, by where they come from."""
        found: dict[str, set[str]] = {}
        for edge_type, source, target in self.edges:
            if edge_type in edge_types:
                found.setdefault(source, set()).add(target)
        return {source: frozenset(targets) for source, targets in found.items()}


def merge(readings: Sequence[Reading], packs: Packs) -> Draft:
    """Put all readings together. Official text goes before digest, then languages by rank.

    What loses where sources differ is kept as a disagreement on the node.
    """
    draft = Draft()
    model = load_model()

    def rank(reading: Reading) -> tuple[bool, int]:
        pack = packs.languages.get(reading.identity.language)
        return reading.identity.source != "official", pack.rank if pack else 99

    for reading in sorted(readings, key=lambda reading: (*rank(reading), reading.checksum)):
        own: dict[str, dict[str, Any]] = {}
        for node in reading.nodes:
            draft.add_node(node)
            _take(own.setdefault(node.id, {}), node.properties, None)
        for node_id, properties in own.items():
            _take(draft.properties[node_id], properties, reading)
        for edge in reading.edges:
            for end in (edge.source, edge.target):
                # What an edge leads to is a node, even where no text of it is in the store.
                draft.add_node(Node(end, model.type_of(end)))
            draft.add_edge(edge)
        draft.remarks += reading.remarks
    _name_what_packs_know(draft, packs)
    _give_acts_their_symbols(draft, packs)
    for node_id, node_type in draft.types.items():
        if node_type in ("document", "decision", "provision"):
            draft.properties[node_id].setdefault("known", False)
    return draft


def _take(mine: dict[str, Any], theirs: Mapping[str, Any], reading: Reading | None) -> None:
    """Add properties; where both speak, the earlier stays and the other becomes a disagreement."""
    for name, value in theirs.items():
        if value in SILENT and not isinstance(value, bool):
            continue
        have = mine.get(name)
        if have in SILENT and not isinstance(have, bool):
            mine[name] = dict(value) if isinstance(value, dict) else value
        elif name in UNITED:
            mine[name] = list(dict.fromkeys([*(have or ()), *value]))
        elif isinstance(have, dict) and isinstance(value, dict) and name != "due":
            mine[name] = {**value, **have}
        elif reading is not None and name not in OWN and _differ(name, have, value):
            mine.setdefault("disagreements", []).append(
                {
                    "property": name,
                    "language": reading.identity.language,
                    "value": value if isinstance(value, (str, int, float, bool)) else str(value),
                    "document": reading.identity.document,
                }
            )


def _differ(name: str, one: Any, other: Any) -> bool:
    """Whether two values disagree; the words that say when something is due are each language's own."""
    if name == "due":
        one, other = (
            [{**said, "text": None, "further": None} for said in (due, *due.get("further", ()))]
            for due in (one, other)
        )
    return bool(one != other)


def _name_what_packs_know(draft: Draft, packs: Packs) -> None:
    """Give bodies, instruments, groups and actors that a pack knows their names."""
    rows: list[tuple[str, Callable[[Mapping[str, Any]], str]]] = [
        ("organ", lambda row: f"body:{row['slug']}"),
        ("instrument", lambda row: f"inst:{row['slug']}"),
        ("working_group", lambda row: f"wg:{row['body']}/{row['slug']}"),
        ("actor", lambda row: f"actor:{row['slug']}"),
    ]
    for table, name in rows:
        for row in packs.rows(table):
            node_id = name(row)
            if node_id in draft.types:
                draft.properties[node_id].setdefault("title", _title(row, packs))


def _give_acts_their_symbols(draft: Draft, packs: Packs) -> None:
    """Give an act that is only referred to ("resolution 55/25") the symbol it was published under."""
    series = [row for row in packs.rows("symbol") if "printed" in row]
    for node_id, node_type in draft.types.items():
        properties = draft.properties[node_id]
        if node_type != "decision" or "symbol" in properties or "designation" not in properties:
            continue
        for row in series:
            symbol = row["printed"].format(designation=properties["designation"])
            of_series = node_id.startswith(f"{row['act']}:{row['body']}/")
            # A series may begin with a session: earlier acts of the organ have other symbols.
            if of_series and re.fullmatch(row["pattern"], symbol):
                properties["symbol"] = symbol


def _title(row: Mapping[str, Any], packs: Packs) -> dict[str, str]:
    """The title of a pack's row by language: its own, or its first name; `{instrument}` is filled in."""
    if "title" in row:
        return dict(row["title"])
    names = {language: forms[0] for language, forms in row.get("names", {}).items() if forms}
    for instrument in packs.rows("instrument"):
        if instrument["slug"] == row.get("instrument"):
            filled = _title(instrument, packs)
            return {
                language: name.replace("{instrument}", filled.get(language, ""))
                for language, name in names.items()
            }
    return names


def finished(draft: Draft, confidence: Mapping[str, tuple[float, int]]) -> Graph:
    """The graph in its fixed order, each edge with the measured confidence of its best rule."""
    nodes = tuple(
        Node(node_id, draft.types[node_id], draft.properties[node_id])
        for node_id in sorted(draft.types, key=order_of)
    )
    edges = tuple(_confident(draft.edges[key], confidence) for key in sorted(draft.edges))
    return Graph(nodes, edges, tuple(draft.remarks))


def _confident(edge: Edge, confidence: Mapping[str, tuple[float, int]]) -> Edge:
    evidence = tuple(sorted(edge.evidence, key=_place))
    measured = [confidence[item.rule] for item in evidence if item.rule in confidence]
    if not measured:
        return replace(edge, evidence=evidence)
    best, cases = max(measured)
    return replace(
        edge, evidence=evidence, confidence=best, properties={**edge.properties, "cases": cases}
    )


def _place(item: Evidence) -> tuple[bool, str, str, tuple[tuple[int, int], ...]]:
    return item.source != "official", item.document, item.language, item.spans
