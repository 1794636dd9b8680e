"""A matter over many sessions: renewed, cut where it is told already, changed by later acts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import river

from commands.layout.answers import Layout
from commands.layout.later import later_acts
from commands.layout.terminal import Output
from graph.model.records import Edge, Graph
from graph.questions import Link, trace
from graph.stores import Store, open_store

ACT, LATER, PLAIN = "dec:river-cop/9/1", "dec:river-cop/11/5", "dec:river-cop/10/2"


def report(session: int) -> str:
    return f"doc:RIV/BODY/{session}"


def item(session: int) -> str:
    return f"item:river-body/{session}/3"


def concluded(session: int, onward: int, label: str = "7") -> list[Edge]:
    """A conclusion under the item of a session that puts the matter off to another."""
    conclusion = f"{report(session)}#{label}"
    return [
        river.edge("UNDER", conclusion, item(session)),
        river.edge("MANDATES", conclusion, item(onward), "inferred"),
    ]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A decision that a subsidiary body takes up at three sessions; two later decisions cite it."""
    sessions = [
        *(
            river.node(f"session:river-body/{n}", "session", start=f"20{n}-05-01")
            for n in (20, 21, 22)
        ),
        *(
            river.node(f"session:river-cop/{n}", "session", start=f"20{n + 10}-11-01")
            for n in (9, 10, 11)
        ),
    ]
    mandates = [
        river.node(
            id, "provision", text={"en": f"Words of {id}"}, is_mandate=True, status="on agenda"
        )
        for id in (
            f"{ACT}#1",
            f"{LATER}#4",
            f"{report(20)}#7",
            f"{report(21)}#7",
            f"{report(22)}#7",
        )
    ]
    quiet = [
        river.node(id, "provision", text={"en": "Welcomes"}, is_mandate=False)
        for id in (f"{report(20)}#5", f"{report(20)}#7.a", f"{PLAIN}#2", f"{PLAIN}#3")
    ]
    nodes = [
        river.node("body:river-cop", "body"),
        river.node("body:river-body", "body"),
        *sessions,
        *(river.node(act, "decision", title={"en": "Wells"}) for act in (ACT, LATER, PLAIN)),
        *(
            river.node(item(n), "agenda item", label="3", title={"en": "Wells"})
            for n in (20, 21, 22)
        ),
        *(
            river.node(report(n), "document", session=f"session:river-body/{n}")
            for n in (20, 21, 22)
        ),
        *mandates,
        *quiet,
    ]
    edges = [
        river.edge("HAS_PROVISION", ACT, f"{ACT}#1", "structural"),
        *(river.edge("MANDATES", f"{ACT}#1", item(n)) for n in (20, 21)),
        *concluded(20, 21),
        *concluded(21, 22),
        # the matter goes round: what is put off comes back to where it was
        *concluded(22, 21),
        # a conclusion that asks for nothing, and a point of one that does
        river.edge("UNDER", f"{report(20)}#5", item(20)),
        river.edge("UNDER", f"{report(20)}#7.a", item(20)),
        # one act changes it and asks in turn, one cites it in passing, in two paragraphs
        river.edge("AMENDS", f"{LATER}#4", f"{ACT}#1"),
        river.edge("CITES", f"{LATER}#4", f"{ACT}#1", action=["amend"]),
        river.edge("MANDATES", f"{LATER}#4", item(22)),
        *(river.edge("CITES", f"{PLAIN}#{n}", ACT, action=["recall"]) for n in (2, 3)),
    ]
    url = f"sqlite:///{tmp_path_factory.mktemp('chains') / 'mandates.sqlite'}"
    with open_store(url) as opened:
        opened.put_reading(river.reading())
        opened.write_graph(Graph(tuple(nodes), tuple(edges)), {"version": "0.1"})
        yield opened


def paths(links: tuple[Link, ...], before: str = "") -> Iterator[str]:
    """Every way through the steps, by where they arrive; ↺ where the answer tells it elsewhere."""
    for link in links:
        here = f"{before} {link.node.id.partition(':')[2]}{' ↺' if link.again else ''}".strip()
        yield here
        yield from paths(link.then, here)


def test_a_matter_is_followed_from_session_to_session_once(store: Store) -> None:
    [provision] = trace(store, ACT, 6).provisions
    found = list(paths(provision.follow_up))
    first = "river-body/20/3 RIV/BODY/20#7 river-body/21/3 RIV/BODY/21#7 river-body/22/3"
    assert first in found
    # the circle ends: nothing is followed that the way has passed
    assert not [path for path in found if path.startswith(f"{first} RIV/BODY/22#7 river-body/21/3")]
    # the point of a conclusion goes with it
    assert not [path for path in found if "#7.a" in path]


def test_what_is_told_elsewhere_is_marked(store: Store) -> None:
    # the later act comes to the last item, whose conclusion goes back to one that is told already
    found = [path for link in trace(store, ACT, 6).later for path in paths(link.then)]
    assert "river-body/22/3 RIV/BODY/22#7 river-body/21/3 ↺" in found
    assert not [path for path in found if "↺ " in path]


def test_depth_ends_a_chain(store: Store) -> None:
    [provision] = trace(store, ACT, 2).provisions
    assert max(path.count(" ") for path in paths(provision.follow_up)) == 1


def test_later_acts_stand_in_time_and_what_changes_the_matter_is_followed(store: Store) -> None:
    answer = trace(store, ACT, 3)
    assert [link.node.id for link in answer.later] == [
        f"{PLAIN}#2",
        f"{PLAIN}#3",
        *[f"{LATER}#4"] * 2,
    ]
    followed = {link.node.id for link in answer.later if link.then}
    assert followed == {f"{LATER}#4"}
    assert {id: session.id for id, session in answer.sessions.items()} == {
        **{item(n): f"session:river-body/{n}" for n in (20, 21, 22)},
        **{report(n): f"session:river-body/{n}" for n in (20, 21, 22)},
        PLAIN: "session:river-cop/10",
        LATER: "session:river-cop/11",
    }
    assert set(answer.acts) == {PLAIN, LATER}


def test_later_acts_are_laid_out_act_by_act(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = trace(store, ACT, 3)
    layout = Layout("en", sessions=answer.sessions)
    Output().print(*later_acts(answer.later, answer.acts, layout), sep="\n")
    shown = capsys.readouterr().out
    assert "recall: paragraphs 2, 3" in shown
    # one sentence that amends and cites is one step
    assert shown.count("AMENDS as printed") == 1
    assert "(river-cop/11, 2021-11)" in shown
    assert shown.index("10/2") < shown.index("11/5")


def test_conclusions_that_ask_for_nothing_are_counted(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    [provision] = trace(store, ACT, 2).provisions
    Output().print(*Layout("en").steps(provision.follow_up[0].then), sep="\n")
    shown = capsys.readouterr().out
    assert "1 more conclusion that asks for nothing: 5" in shown
    Output().print(*Layout("en", full=True).steps(provision.follow_up[0].then), sep="\n")
    assert "more conclusion" not in capsys.readouterr().out
