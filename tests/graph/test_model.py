"""The declared model: what it accepts, what it refuses, and what it says when it does."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from importlib import resources
from tomllib import loads
from typing import Any

import pytest
import river

from graph.model.errors import ModelError
from graph.model.records import Edge, Graph, Node
from graph.model.schema import load_model, parse_model

MODEL = load_model()


@pytest.mark.parametrize(
    ("id", "type"),
    [
        ("body:untoc-cop", "body"),
        ("session:ga/S-23", "session"),
        ("session:ga/ES-10", "session"),
        ("dec:untoc-cop/3/2", "decision"),
        ("res:ga/56/210B", "decision"),
        ("res:ga/2297", "decision"),
        ("dec:unep-gc/SS.12/1", "decision"),
        ("dec:untoc-cop/3/2#g.1", "provision"),
        ("res:ga/79/196#57", "provision"),
        # a paragraph of a report, of an annex, of a numbered annex
        ("doc:FCCC/SBI/2016/8#175", "provision"),
        ("dec:unfccc-cop/22/1#annex.3", "provision"),
        ("dec:unfccc-cop/22/1#annex-2.3", "provision"),
        ("doc:CTOC/COP/2008/4", "document"),
        ("doc:A/RES/1541(XV)", "document"),
        # a document without a symbol
        ("doc:~notes-of-the-chair", "document"),
        ("item:untoc-cop/4/2(c)", "agenda item"),
        ("item:untoc-cop/4/2(b)(3)", "agenda item"),
        ("item:untoc-cop/4/2(b)@CTOC/COP/2006/14", "agenda item"),
        ("inst:untoc-tip", "instrument"),
        ("art:untoc/32", "article"),
        ("rule:untoc-cop/18", "rule"),
        ("wg:untoc-cop/technical-assistance", "working group"),
        ("actor:state/BRA", "actor"),
        ("topic:trafficking-in-persons", "topic"),
    ],
)
def test_the_form_of_an_id_tells_its_type(id: str, type: str) -> None:
    assert MODEL.type_of(id) == type


@pytest.mark.parametrize(
    "id",
    ["body:UNTOC", "dec:untoc-cop", "item:untoc-cop/4/c", "art:untoc", "x:y", "actor:state/br"],
)
def test_an_id_of_no_form(id: str) -> None:
    with pytest.raises(ModelError, match="no node type has ids of this form"):
        MODEL.type_of(id)


def test_every_type_and_relation_has_labels_and_no_dead_end() -> None:
    for node_type in MODEL.nodes.values():
        assert set(node_type.label) >= {"en", "ar", "es", "fr", "ru", "zh"}
    for relation in MODEL.relations.values():
        assert {"en", "ar"} <= set(relation.label)
        assert set(relation.label) == set(relation.reverse)
        assert relation.says
        assert relation.label != relation.reverse


PROVISION = river.provision("a", {"request": "directive"}, "pending")


def changed(**properties: Any) -> Node:
    """The good provision with other properties; None takes one away."""
    merged = {**PROVISION.properties, **properties}
    return replace(PROVISION, properties={k: v for k, v in merged.items() if v is not None})


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        (Node("body:x", "planet"), "unknown node type 'planet'"),
        (Node("session:x", "session"), "not an id of a session"),
        (Node("body:x", "body", {"colour": "blue"}), "unknown property 'colour'"),
        (Node("body:x", "body", {"title": "River"}), "not of kind 'by language'"),
        (Node("body:x", "body", {"title": {"English": "River"}}), "not of kind 'by language'"),
        (Node("body:x", "body", {"known": "yes"}), "not of kind 'boolean'"),
        (Node("session:x/1", "session", {"start": "9 October 2006"}), "not of kind 'date'"),
        (changed(status="implemented"), "none of answered"),
        (changed(action=["requested to"]), "not a list of English lemmas"),
        (changed(**{"class": []}), "needs its class beside it"),
        (changed(**{"class": ["polite"]}), "unknown class polite"),
        (changed(is_mandate=None), "is_mandate must be true or false"),
        (changed(status=None), "a mandate needs a status"),
        (changed(text=None), "needs its text by language"),
        (changed(order=True), "not of kind 'integer'"),
    ],
)
def test_a_node_that_is_refused(node: Node, fault: str) -> None:
    with pytest.raises(ModelError, match=fault):
        MODEL.validate(node)


def test_a_stub_provision_needs_no_text() -> None:
    MODEL.validate(Node("dec:river-cop/9/9#z", "provision", {"known": False}))
    MODEL.validate(PROVISION)


EDGE = river.edge("MANDATES", f"{river.ACT}#a", "doc:RIV/COP/2008/4", action=["request"])


@pytest.mark.parametrize(
    ("edge", "fault"),
    [
        (replace(EDGE, type="CAUSES"), "unknown relation 'CAUSES'"),
        (replace(EDGE, source=river.ACT), "is a decision, not one of provision"),
        (replace(EDGE, target="actor:states"), "is a actor, not one of document"),
        (replace(EDGE, target="the report"), "no node type has ids of this form"),
        (replace(EDGE, basis="guessed"), "basis 'guessed'"),
        (replace(EDGE, confidence=1.2), "not between 0 and 1"),
        (replace(EDGE, confidence=True), "not between 0 and 1"),
        (replace(EDGE, properties={"colour": "blue"}), "unknown property 'colour'"),
        (replace(EDGE, evidence=()), "an edge needs evidence"),
        (
            replace(EDGE, evidence=(replace(EDGE.evidence[0], quotation=""),)),
            "evidence without quotation",
        ),
        (replace(EDGE, evidence=(replace(EDGE.evidence[0], spans=()),)), "evidence with spans"),
        (
            replace(EDGE, evidence=(replace(EDGE.evidence[0], spans=((4, 4),)),)),
            "evidence with spans",
        ),
        (
            replace(EDGE, evidence=(replace(EDGE.evidence[0], source="rumour"),)),
            "evidence of source 'rumour'",
        ),
    ],
)
def test_an_edge_that_is_refused(edge: Edge, fault: str) -> None:
    with pytest.raises(ModelError, match=fault):
        MODEL.validate(edge)


def test_what_a_pack_says_stands_in_no_document() -> None:
    said = replace(EDGE.evidence[0], rule="pack:river-cop", spans=(), quotation="", checksum="")
    edge = river.edge("SESSION_OF", "session:river-cop/3", "body:river-cop", "structural")
    MODEL.validate(replace(edge, evidence=(said,)))
    with pytest.raises(ModelError):
        MODEL.validate(replace(edge, basis="stated", evidence=(said,)))


def test_faults_of_a_whole_graph() -> None:
    assert list(MODEL.faults(river.GRAPH)) == []
    twice = Graph((*river.NODES, river.NODES[0]), (*river.EDGES, river.EDGES[0]))
    assert [fault.split(": ", 1)[1] for fault in MODEL.faults(twice)] == [
        "the node stands in the graph twice",
        "the edge stands in the graph twice",
    ]
    stray = Graph((), (EDGE,))
    assert [fault.split(" -> ")[0] for fault in MODEL.faults(stray)] == [
        f"MANDATES {river.ACT}#a"
    ] * 2


def declaration() -> dict[str, Any]:
    text = resources.files("graph.model").joinpath("model.toml").read_text(encoding="utf-8")
    return loads(text)


@pytest.mark.parametrize(
    ("where", "key", "value", "fault"),
    [
        ((), "nodes", {}, "the model: unknown key nodes"),
        (("node", "body"), "shape", "round", "node.body: unknown key shape"),
        (("node", "body", "colour"), "fill", "blue", "node.body.colour: 'blue' is not written"),
        (("node", "body"), "examples", ["organ:x"], "the example 'organ:x' has another form"),
        (("relation", "CITES"), "form", ["x"], "relation.CITES: unknown key form"),
        (("relation", "CITES"), "to", ["planet"], "'planet' is no node type"),
        (("node", "body", "properties"), "age", "years", "unknown kind 'years'"),
    ],
)
def test_a_declaration_that_contradicts_itself(
    where: tuple[str, ...], key: str, value: object, fault: str
) -> None:
    wrong = table = deepcopy(declaration())
    for step in where:
        table = table[step]
    table[key] = value
    with pytest.raises(ModelError, match=fault):
        parse_model(wrong)
