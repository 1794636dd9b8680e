"""Nodes, relations and readings as flat properties, and back, whatever the model admits."""

from __future__ import annotations

from typing import Any

import pytest
import river
from arbitrary import EDGES, NODES
from hypothesis import given

from graph.model.citation import citation
from graph.model.errors import ModelError
from graph.model.records import Edge, Node, Remark
from graph.model.schema import PropertyType, load_model
from graph.stores.neo4j.kept import (
    reading_from_row,
    reading_row,
    remark_from_row,
    remark_row,
    summary_from_row,
    words_rows,
)
from graph.stores.neo4j.rows import (
    EVIDENCE,
    edge_from_row,
    edge_row,
    labels_of,
    node_from_row,
    node_row,
    refuse_clashes,
)

MODEL = load_model()
FLAT = (str, int, float, bool)


def is_flat(value: Any) -> bool:
    """Whether Neo4j keeps the value: nothing inside another but a list of one type."""
    if isinstance(value, list):
        return all(isinstance(one, FLAT) for one in value) and len(set(map(type, value))) < 2
    return isinstance(value, FLAT)


@given(NODES)
def test_a_node_comes_back_exactly(node: Node) -> None:
    row = node_row(node, 7)
    assert all(map(is_flat, row.values()))
    back = node_from_row(labels_of(node.id, node.type), row)
    assert back == node
    # Shown in another order, the title of another language would be the one that stands in for
    # a missing one.
    assert repr(back) == repr(node)


def test_a_node_is_found_by_its_short_names() -> None:
    node = Node("res:ga/56/210B", "decision", {"designation": "56/210 B"})
    # between blanks, so that 6/210b is none of them
    assert node_row(node, 0)["called"] == " ga/56/210b 56/210b "


def test_a_provision_has_the_citation_of_its_text() -> None:
    shown = river.evidence(river.REPORT, "the paragraph", pinpoint="paragraph 3")
    node = Node(f"{river.ACT}#a", "provision", {"label": "a"})
    row = node_row(node, 0, citation(shown, {"symbol": "RIV/1"}))
    assert row["citation"] == f"RIV/1, paragraph 3 [en], {row['cited_link']}"
    assert node_from_row(labels_of(node.id, node.type), row) == node
    assert not {"citation", "cited_link"} & set(node_row(node, 0))


@given(EDGES)
def test_an_edge_comes_back_exactly_with_its_evidence(edge: Edge) -> None:
    row = edge_row(edge, 7, lambda document: None)
    assert all(map(is_flat, row.values()))
    assert {len(row[name]) for name in EVIDENCE} == {len(edge.evidence)}
    assert edge_from_row(edge.type, edge.source, edge.target, row) == edge


def test_evidence_reads_as_a_query_wants_it() -> None:
    shown = river.evidence(river.REPORT, "the quoted sentence", page=2)
    edge = Edge("CITES", river.AGENDA, river.REPORT, "stated", None, {}, (shown,))
    titles = {river.REPORT: {"symbol": "RIV/1", "title": {"en": "Report"}}}
    row = edge_row(edge, 0, titles.get)
    assert row["quotations"] == ["the quoted sentence"]
    assert row["pages"] == [2]
    assert row["citations"][0].startswith("Report (RIV/1)")
    assert row["links"][0].endswith("/RIV/1")
    assert "confidence" not in row, "what is not known is absent"


@pytest.mark.parametrize(
    ("id", "type", "labels"),
    [
        ("dec:untoc-cop/3/2", "decision", ("Decision", "Act", "Mandates")),
        ("res:ga/55/25", "decision", ("Decision", "Resolution", "Act", "Mandates")),
        ("item:untoc-cop/4/2(c)", "agenda item", ("AgendaItem", "Mandates")),
    ],
)
def test_labels(id: str, type: str, labels: tuple[str, ...]) -> None:
    assert labels_of(id, type) == labels


@pytest.mark.parametrize(
    ("of", "name"), [("node", "position"), ("edge", "quotations"), ("node", "title_zh")]
)
def test_a_declared_name_that_means_something_else_in_neo4j_is_refused(of: str, name: str) -> None:
    types: dict[str, Any] = {"node": dict(MODEL.nodes), "edge": dict(MODEL.relations)}
    changed = "body" if of == "node" else "CITES"
    taken = {**types[of][changed].properties, name: PropertyType(name, "string")}
    with pytest.raises(ModelError, match=f"{changed}: the property '{name}' has a meaning"):
        refuse_clashes(
            {changed: taken} if of == "node" else {}, {} if of == "node" else {changed: taken}
        )


def test_a_reading_comes_back_exactly() -> None:
    row = reading_row(river.reading())
    assert reading_from_row(row) == river.reading()
    assert summary_from_row(row).characters == len(river.reading().text.original)


@pytest.mark.parametrize(
    "remark",
    [
        Remark("note", "one document in ar, en"),
        Remark("unresolved", "which group?", "doc:RIV/1", (3, 9), "", "wg:river-cop/floods"),
    ],
)
def test_a_remark_comes_back_exactly(remark: Remark) -> None:
    row = remark_row(remark, 3)
    assert all(map(is_flat, row.values()))
    assert remark_from_row(row) == remark


def test_words_are_folded_and_say_where_they_stand() -> None:
    node = Node("res:ga/55/25", "decision", {"symbol": "A/RES/٥٥/٢٥", "title": {"ar": "الأنهار"}})
    assert [tuple(row.values()) for row in words_rows(node)] == [
        ("res:ga/55/25", "id", "", "res:ga/55/25", 12, 0),
        ("res:ga/55/25", "symbol", "", "a/res/55/25", 11, 0),
        ("res:ga/55/25", "title", "ar", "الانهار", 7, 1),
    ]
