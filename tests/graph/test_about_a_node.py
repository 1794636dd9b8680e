"""Everything about one node of the river graph: its relations, its agenda, what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import river

from graph.model.errors import QuestionError
from graph.model.records import Graph
from graph.questions import (
    Scheduled,
    about,
    agenda,
    asked,
    by_act,
    matters,
    meeting_bodies,
    related,
    sessions_of,
    suggestions,
)
from graph.questions.steps import Way
from graph.stores import Store, open_store


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Store]:
    """A store for a graph of the test's own."""
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as opened:
        yield opened


def test_every_relation_in_either_direction_is_counted(store: Store) -> None:
    counted = {(one.relation, one.reverse): one.total for one in about(store, river.ACT)}
    assert counted == {
        ("ADOPTED_AT", False): 1,
        ("CONTAINED_IN", False): 1,
        ("HAS_PROVISION", False): 6,
        ("PURSUANT_TO", True): 1,
        ("CITES", True): 1,
    }


def test_long_lists_are_cut_in_natural_order_and_still_counted(store: Store) -> None:
    (first,) = (one for one in about(store, river.ACT, 2) if one.relation == "HAS_PROVISION")
    assert [link.node.id for link in first.links] == [f"{river.ACT}#a", f"{river.ACT}#b"]
    assert first.total == 6
    whole = related(store, river.ACT, Way("HAS_PROVISION"), 100)
    assert [link.node.id[-1] for link in whole.links] == list("abcdef")


def test_ten_comes_after_nine(another: Store) -> None:
    graph = Graph(
        (river.node("actor:states", "actor"), *(river.node(f"{river.REPORT}#{n}", "provision",
         known=False) for n in range(8, 12))),
        tuple(river.edge("ADDRESSED_TO", f"{river.REPORT}#{n}", "actor:states") for n in (11, 9, 8, 10)),
    )  # fmt: skip
    another.write_graph(graph, {"version": "0.1"})
    (asking,) = about(another, "actor:states", 3)
    assert [link.node.id.partition("#")[2] for link in asking.links] == ["8", "9", "10"]
    assert (asking.reverse, asking.total) == (True, 4)


def test_what_cites_it_is_gathered_by_act(store: Store) -> None:
    found = by_act(store, river.ACT, "CITES")
    assert (found.total, found.acts) == (1, 1)
    (citing,) = found.first
    assert citing.act.id == "dec:river-cop/4/1"
    assert [link.node.id for link in citing.links] == ["dec:river-cop/4/1#c"]
    assert citing.links[0].evidence[0].evidence.quotation == "CITES as printed"


def test_the_agenda_is_a_tree_with_its_documents(store: Store) -> None:
    def told(one: Scheduled) -> object:
        documents = [link.node.id for link in one.documents]
        return (one.node.id.rpartition("/")[2], documents, [told(point) for point in one.points])

    found = agenda(store, "session:river-cop/4")
    assert [told(one) for one in found.items] == [
        ("1", ["doc:RIV/COP/2008/10"], []),
        ("2", [], [("2(b)", ["doc:RIV/COP/2008/4"], []), ("2(c)", [], []), ("2(d)", [], [])]),
    ]
    assert found.drafts == {}


def test_a_draft_agenda_stands_by_itself(another: Store) -> None:
    draft = f"item:river-cop/4/2(c)@{river.REPORT[4:]}"
    edges = (*river.EDGES, river.edge("ITEM_OF", draft, "session:river-cop/4", "structural"))
    another.write_graph(Graph(river.NODES, edges), {"version": "0.1"})
    found = agenda(another, "session:river-cop/4")
    assert {symbol: [one.node.id for one in items] for symbol, items in found.drafts.items()} == {
        river.REPORT[4:]: [draft]
    }
    assert [one.node.id.rpartition("/")[2] for one in found.items] == ["1", "2"]


def test_what_an_actor_was_asked_by_when_and_what_came_of_it(store: Store) -> None:
    found = asked(store, "actor:secretariat")
    assert (found.total, found.acts) == (2, 1)
    (asking,) = found.first
    assert asking.act.id == river.ACT
    made, due = asking.requests
    assert made.link.node.id == f"{river.ACT}#a"
    assert {step.node.id for step in made.follow_up} == {
        "doc:RIV/COP/2008/4",
        "item:river-cop/4/2(b)",
    }
    assert [step.node.id for step in due.due] == ["session:river-cop/4"]
    # (b) itself led to nothing, its point (2) came on the agenda
    assert [step.node.id for step in due.follow_up] == ["item:river-cop/4/2(c)"]


@pytest.mark.parametrize(
    "question",
    [
        about,
        agenda,
        asked,
        sessions_of,
        matters,
        lambda store, id: by_act(store, id, "CITES"),
        lambda store, id: related(store, id, Way("CITES")),
    ],
)
def test_of_nothing_nothing_is_known(
    store: Store, question: Callable[[Store, str], object]
) -> None:
    with pytest.raises(QuestionError, match="actor:nobody"):
        question(store, "actor:nobody")


def test_of_each_session_is_told_what_is_held(store: Store) -> None:
    told = {
        one.node.id: (len(one.reports), one.items, one.acts, one.documents, one.held)
        for one in sessions_of(store, "body:river-cop")
    }
    assert told == {
        "session:river-cop/3": (1, 0, 1, 0, True),
        "session:river-cop/4": (0, 2, 0, 0, True),
        # others refer to it
        "session:river-cop/5": (0, 0, 0, 0, False),
    }


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("3/2", ["dec:air-cop/3/2", river.ACT]),
        # a paragraph that is not there: its act
        (f"{river.ACT}#z", [river.ACT]),
        (f"{river.ACT}#b.7", [f"{river.ACT}#b", river.ACT]),
        # an item that is not there: the session whose agenda lacks it
        ("item:river-cop/4/9", ["session:river-cop/4"]),
        # the wrong kind before the right number
        ("doc:river-cop/4/1", ["dec:river-cop/4/1", "item:river-cop/4/1"]),
        ("actor:secretary", []),
        ("doc:RIV/COP/2008/4x", [river.AGENDA]),
        ("nothing of this kind", []),
        ("", []),
    ],
)
def test_what_a_name_may_have_been_meant_for(store: Store, name: str, nearest: list[str]) -> None:
    found = suggestions(store, name)
    assert list(found[: len(nearest)]) == nearest if nearest else not found


def test_what_a_session_had_to_deal_with(store: Store) -> None:
    assert [node.id.partition("RIV/COP/")[2] or node.id for node in matters(
        store, "session:river-cop/4")] == [
        "item:river-cop/4/1",
        *(f"item:river-cop/4/2{point}" for point in ("", "(b)", "(c)", "(d)")),
        "2008/4",
        "2008/10",
    ]  # fmt: skip


def test_the_bodies_that_met_as_far_as_the_store_tells(store: Store) -> None:
    # the Air Commission is only referred to
    assert [node.id for node in meeting_bodies(store)] == ["body:river-cop"]
