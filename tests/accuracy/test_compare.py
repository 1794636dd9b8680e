"""A graph held against a key: what counts, what counts neither way, and at which level."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.accuracy import Accuracy, Score, compare, read_key
from graph.model.errors import UnreadableKey
from graph.model.records import Edge, Evidence, Graph, Node

ACT = "dec:river-cop/3/2"
ITEM = "item:river-cop/4/2(b)"
REPORT = "doc:RIV/COP/2008/4"


def mandates(label: str, target: str) -> dict[str, str]:
    return {"type": "MANDATES", "from": f"{ACT}#{label}", "to": target}


def provision(label: str, **fields: Any) -> dict[str, Any]:
    silent = {"action": [], "addressee": [], "is_mandate": False}
    silent |= {"deliverable": None, "due": None, "conditions": []}
    return {"id": f"{ACT}#{label}", **silent, **fields}


def held_against(tmp_path: Path, graph: Graph, **key: Any) -> Accuracy:
    path = tmp_path / "key.json"
    path.write_text(json.dumps({"documents": ["RIV/COP/2006/9"], "edges": [], **key}), "utf-8")
    return compare(read_key(path), graph)


def graph_of(*edges: tuple[str, str, str], nodes: tuple[Node, ...] = ()) -> Graph:
    return Graph(nodes, tuple(Edge(*edge, basis="stated") for edge in edges))


def only(scores: tuple[Score, ...], name: str) -> Score:
    (score,) = (score for score in scores if score.name == name)
    return score


SCOPE = {"MANDATES": {"from": [f"{ACT}#"], "to": ["item:", "doc:"]}}


def test_precision_is_over_what_lies_in_scope(tmp_path: Path) -> None:
    graph = graph_of(
        ("MANDATES", f"{ACT}#a", ITEM),
        ("MANDATES", f"{ACT}#b", ITEM),  # beyond the key
        ("MANDATES", f"{ACT}#c", "wg:river-cop/fish"),  # the key says nothing of working groups
        ("MANDATES", "dec:river-cop/9/9#a", ITEM),  # nor of other decisions
    )
    key = {"edges": [mandates("a", ITEM), mandates("d", REPORT)], "scope": SCOPE}
    score = only(held_against(tmp_path, graph, **key).relations, "MANDATES")
    assert score.extra == ((f"{ACT}#b", ITEM),)
    assert score.missed == ((f"{ACT}#d", REPORT),)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_what_is_acceptable_counts_neither_way(tmp_path: Path) -> None:
    key = {"edges": [mandates("a", ITEM)], "acceptable": [mandates("b", ITEM)], "scope": SCOPE}
    for more in ((), (("MANDATES", f"{ACT}#b", ITEM),)):
        graph = graph_of(("MANDATES", f"{ACT}#a", ITEM), *more)
        score = only(held_against(tmp_path, graph, **key).relations, "MANDATES")
        assert (score.precision, score.recall, score.expected) == (1.0, 1.0, 1)


def test_a_relation_without_scope_has_recall_only(tmp_path: Path) -> None:
    graph = graph_of(("MANDATES", f"{ACT}#a", ITEM), ("MANDATES", f"{ACT}#b", ITEM))
    edges = [mandates("a", ITEM), mandates("c", ITEM)]
    score = only(held_against(tmp_path, graph, edges=edges).relations, "MANDATES")
    assert (score.precision, score.recall, score.f1) == (None, 0.5, None)


def test_a_scope_without_edges_says_that_there_are_none(tmp_path: Path) -> None:
    graph = graph_of(("MANDATES", f"{ACT}#a", ITEM))
    score = only(held_against(tmp_path, graph, scope=SCOPE).relations, "MANDATES")
    assert (score.precision, score.recall, score.f1) == (0.0, None, 0.0)


def test_edges_of_documents_that_the_key_was_not_made_from_are_not_judged(tmp_path: Path) -> None:
    def resting_on(document: str, label: str) -> Edge:
        evidence = Evidence(document, "en", "a" * 64, ((0, 3),), "see", "rule")
        return Edge("MANDATES", f"{ACT}#{label}", ITEM, "stated", evidence=(evidence,))

    read, other = "doc:RIV/COP/2006/9", "doc:RIV/COP/2010/1"
    graph = Graph((), (resting_on(read, "a"), resting_on(other, "b"), resting_on(other, "c")))
    edges = [mandates("c", ITEM)]
    score = only(held_against(tmp_path, graph, edges=edges, scope=SCOPE).relations, "MANDATES")
    assert (score.right, score.extra) == (((f"{ACT}#c", ITEM),), ((f"{ACT}#a", ITEM),))


def test_a_resolution_published_by_itself_is_the_document_that_was_read(tmp_path: Path) -> None:
    # its evidence names the act: there is no document node beside it
    nodes = (Node("res:river/5/1", "decision", {"symbol": "RIV/RES/5/1"}),)
    scope = {"CITES": {"from": ["res:river/5/"], "to": ["res:"]}}

    def cited(act: str) -> Edge:
        evidence = Evidence(act, "en", "a" * 64, ((0, 3),), "see", "rule")
        return Edge("CITES", act, "res:river/4/9", "stated", evidence=(evidence,))

    graph = Graph(nodes, (cited("res:river/5/1"), cited("res:river/5/2")))
    score = only(
        held_against(tmp_path, graph, documents=["RIV/RES/5/1"], scope=scope).relations, "CITES"
    )
    assert score.extra == (("res:river/5/1", "res:river/4/9"),)


def test_points_count_for_the_level_at_which_the_key_stops(tmp_path: Path) -> None:
    graph = graph_of(("MANDATES", f"{ACT}#g.1", ITEM), ("MANDATES", f"{ACT}#g.7", ITEM))
    edges = [mandates("g", ITEM)]
    score = only(held_against(tmp_path, graph, edges=edges, scope=SCOPE).relations, "MANDATES")
    assert (score.right, score.extra) == (((f"{ACT}#g", ITEM),), ())


def test_labels_themselves_are_not_lifted(tmp_path: Path) -> None:
    graph = graph_of(
        ("HAS_PROVISION", ACT, f"{ACT}#g"), ("HAS_PROVISION", f"{ACT}#g", f"{ACT}#g.1")
    )
    edges = [{"type": "HAS_PROVISION", "from": ACT, "to": f"{ACT}#g"}]
    scope = {"HAS_PROVISION": {"from": [ACT], "to": [ACT]}}
    score = only(held_against(tmp_path, graph, edges=edges, scope=scope).relations, "HAS_PROVISION")
    assert score.extra == ((f"{ACT}#g", f"{ACT}#g.1"),)


def test_an_agenda_is_its_own_items_and_not_those_of_a_draft(tmp_path: Path) -> None:
    nodes = tuple(
        Node(f"item:river-cop/4/{label}", "agenda item", {"known": known})
        for label, known in [
            ("1", True),
            ("2(b)", True),
            ("2(b)@RIV/COP/2006/9", True),
            ("9", False),
        ]
    )
    agenda = {"river-cop/4": ["1", "2"], "river-cop/4@RIV/COP/2006/9": ["2(b)"]}
    adopted, draft = held_against(tmp_path, Graph(nodes, ()), agenda=agenda).agendas
    assert adopted.right == (("item:river-cop/4/1",),)
    assert adopted.missed == (("item:river-cop/4/2",),)
    assert adopted.extra == (("item:river-cop/4/2(b)",),)
    assert draft.f1 == 1.0


def test_fields_compare_value_by_value(tmp_path: Path) -> None:
    properties = {"action": ["request", "urge"], "is_mandate": True, "deliverable": "report"}
    graph = graph_of(
        ("ADDRESSED_TO", f"{ACT}#a", "actor:secretariat"),
        ("DUE_AT", f"{ACT}#a", "session:river-cop/4"),
        nodes=(Node(f"{ACT}#a", "provision", properties),),
    )
    key = {
        "provisions": [
            provision("a", action=["urge", "invite"], addressee=["actor:secretariat"],
                      is_mandate=True, deliverable="study", due="session:river-cop/4"),
            provision("b", action=["welcome"]),
        ]
    }  # fmt: skip
    fields = held_against(tmp_path, graph, **key).fields
    action = only(fields, "action")
    assert (len(action.right), len(action.missed), len(action.extra or ())) == (1, 2, 1)
    assert only(fields, "deliverable").f1 == 0.0
    for name in ("addressee", "due", "is_mandate"):
        assert only(fields, name).f1 == 1.0, name
    assert only(fields, "conditions").f1 is None  # nothing asked, nothing found


def test_an_acceptable_due_makes_that_field_neither_right_nor_wrong(tmp_path: Path) -> None:
    due = {"type": "DUE_AT", "from": f"{ACT}#a", "to": "session:river-cop/4"}
    key = {"provisions": [provision("a")], "acceptable": [due]}
    graph = graph_of(("DUE_AT", f"{ACT}#a", "session:river-cop/4"))
    score = only(held_against(tmp_path, graph, **key).fields, "due")
    assert (score.expected, score.extra) == (0, ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "no JSON"),
        ("[]", "not of the form"),
        ('{"edges": []}', "documents"),
        ('{"documents": [], "edges": [], "egdes": []}', "egdes"),
        ('{"documents": [], "edges": [{"type": "MANDATES"}]}', "from"),
        ('{"documents": [], "edges": [], "provisions": [{"id": "dec:x/1/1#a"}]}', "lacks action"),
    ],
)
def test_a_key_of_another_form_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "key.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableKey, match=says):
        read_key(path)
