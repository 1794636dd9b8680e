"""Sessions along time, in the river graph and in graphs of sessions without dates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import river

from graph.model.errors import QuestionError
from graph.model.records import Graph, Node
from graph.questions import MandateCounts, timeline
from graph.stores import Store, open_store


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Store]:
    """A store for a graph of the test's own."""
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as opened:
        yield opened


def test_each_session_counts_the_mandates_that_it_set(store: Store) -> None:
    found = timeline(store, ["body:river-cop"])
    counted = {one.session.node.id[-1]: one.mandates for one in found.sessions}
    # (a), (c), and (b) by its point (2); (e) is due later; (f) with its point, and the report's own
    assert counted == {
        "3": MandateCounts(taken_up=3, pending=1, open=2),
        "4": MandateCounts(),
        "5": MandateCounts(),
    }
    assert counted["3"].set == 6


def test_where_a_decision_came_back(store: Store) -> None:
    (course,) = timeline(store, ["body:river-cop"]).courses
    assert (course.act, course.session) == (river.ACT, "session:river-cop/3")
    assert course.returns == {
        "session:river-cop/4": (
            "item:river-cop/4/2(b)",
            "item:river-cop/4/2(c)",
            "item:river-cop/4/2(d)",
            "doc:RIV/COP/2008/4",
        )
    }
    assert course.elsewhere == ("wg:river-cop/fish",)
    assert course.due == ("session:river-cop/4", "session:river-cop/5")


def test_what_was_adopted_under_a_returned_item_is_told(another: Store) -> None:
    item = "item:river-cop/4/2(b)"
    edges = (*river.EDGES, river.edge("UNDER", "dec:river-cop/4/1#c", item))
    another.write_graph(Graph(river.NODES, edges), {"version": "0.1"})
    (course,) = timeline(another, ["body:river-cop"]).courses
    assert course.later == {"session:river-cop/4": ("dec:river-cop/4/1",)}


def test_a_draft_item_is_no_return(another: Store) -> None:
    draft = f"item:river-cop/4/2(c)@{river.REPORT[4:]}"
    edges = (river.edge("MANDATES", f"{river.ACT}#a", draft),)
    another.write_graph(Graph(river.NODES, edges), {"version": "0.1"})
    assert timeline(another, ["body:river-cop"]).courses == ()


def test_what_comes_back_at_another_body_is_elsewhere_until_it_is_asked_for_too(
    another: Store,
) -> None:
    lake = (
        Node("body:lake-sb", "body"),
        Node("session:lake-sb/9", "session"),
        Node("item:lake-sb/9/1", "agenda item"),
    )
    asked = river.edge("MANDATES", f"{river.ACT}#a", "item:lake-sb/9/1")
    another.write_graph(Graph((*river.NODES, *lake), (asked,)), {"version": "0.1"})
    (alone,) = timeline(another, ["body:river-cop"]).courses
    assert (alone.returns, alone.elsewhere) == ({}, ("item:lake-sb/9/1",))
    (together,) = timeline(another, ["body:river-cop", "body:lake-sb"]).courses
    assert together.returns == {"session:lake-sb/9": ("item:lake-sb/9/1",)}


def test_sessions_of_several_bodies_stand_by_date(another: Store) -> None:
    nodes = [Node("body:a", "body"), Node("body:b", "body")]
    for id, start in {
        "a/9": "2001-05-01",
        "a/10": None,  # follows the one before it
        "a/11": "2005-05-01",
        "b/1": "2003-01-01",
        "b/2": "2004-01-01",
    }.items():
        nodes.append(Node(f"session:{id}", "session", {"start": start} if start else {}))
    another.write_graph(Graph(tuple(nodes), ()), {"version": "0.1"})
    found = timeline(another, ["body:a", "body:b"]).sessions
    ids = [one.session.node.id.removeprefix("session:") for one in found]
    assert ids == ["a/9", "a/10", "b/1", "b/2", "a/11"]


@pytest.mark.parametrize(
    ("first", "last", "sessions", "courses"),
    [
        (None, None, "345", 1),
        ("session:river-cop/3", "session:river-cop/3", "3", 1),
        # it is due there, though nothing came of it
        ("session:river-cop/5", None, "5", 1),
        (None, "session:river-cop/4", "34", 1),
        # what is no session here narrows nothing
        ("session:air-cop/22", "no session", "345", 1),
    ],
)
def test_a_time_cut_out(
    store: Store, first: str | None, last: str | None, sessions: str, courses: int
) -> None:
    found = timeline(store, ["body:river-cop"]).between(first, last)
    assert "".join(one.session.node.id[-1] for one in found.sessions) == sessions
    assert len(found.courses) == courses


def test_a_course_of_another_time_is_left_out(another: Store) -> None:
    edges = (river.edge("MANDATES", f"{river.ACT}#a", "item:river-cop/4/2(b)"),)
    another.write_graph(Graph(river.NODES, edges), {"version": "0.1"})
    found = timeline(another, ["body:river-cop"])
    assert found.between("session:river-cop/4", "session:river-cop/4").courses == found.courses
    assert found.between("session:river-cop/5", None).courses == ()


def test_a_body_that_is_not_there(store: Store) -> None:
    with pytest.raises(QuestionError, match="body:sea-cop"):
        timeline(store, ["body:sea-cop"])
