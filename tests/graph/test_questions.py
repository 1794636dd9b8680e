"""Questions to the river graph: what came of decision 3/2, where things came from, what is open."""

from __future__ import annotations

import json

import pytest
import river

from graph.model.errors import QuestionError
from graph.model.ids import label_of
from graph.questions import (
    Absence,
    TracedProvision,
    chain,
    citation,
    gaps,
    overview,
    resolve_name,
    to_plain,
    trace,
    why,
)
from graph.questions.absence import session_reports
from graph.questions.gap_list import Wanted, gap_list, lacking_near
from graph.stores import Store


@pytest.mark.parametrize(
    ("name", "given", "id"),
    [
        ("3/2", {"body": "river-cop"}, river.ACT),
        ("3/2", {"body": "body:river-cop"}, river.ACT),
        ("decision 4/1", {}, "dec:river-cop/4/1"),
        ("4/1", {}, "dec:river-cop/4/1"),
        # figures as an Arabic keyboard gives them, and the kind in Arabic
        ("مقرر ٤/١", {}, "dec:river-cop/4/1"),
        ("3/2#b.1", {}, f"{river.ACT}#b.1"),
        ("3/2 (b) (1)", {}, f"{river.ACT}#b.1"),
        # a letter that is a Roman figure as well: no session stands behind a stroke
        ("3/2 (c)", {"body": "river-cop"}, f"{river.ACT}#c"),
        (f"{river.ACT}#a", {}, f"{river.ACT}#a"),
        ("item 4/2(c)", {}, "item:river-cop/4/2(c)"),
        ("4/2(c)", {"kind": "item"}, "item:river-cop/4/2(c)"),
        ("بند ٤/٢(c)", {}, "item:river-cop/4/2(c)"),
        ("1/CP.22", {}, "dec:air-cop/22/1"),
        ("2/CP.3", {}, "dec:air-cop/3/2"),
        # no designation kept: the code of the body tells
        ("5/CP.12", {}, "dec:air-cop/12/5"),
        ("XII/5", {}, "dec:air-cop/12/5"),
        ("A/RES/55/25", {}, "res:ga/55/25"),
        ("resolution 55/25", {}, "res:ga/55/25"),
        ("56/210 B", {}, "res:ga/56/210B"),
        ("2297 (XXII)", {}, "res:ga/2297"),
        ("1325 (2000)", {}, "res:sc/1325"),
        ("riv/cop/2008/4", {}, "doc:RIV/COP/2008/4"),
        # as the file is called
        ("RIV_COP_2008_1", {}, river.AGENDA),
        ("secretariat", {}, "actor:secretariat"),
        ("session 4", {"body": "river-cop"}, "session:river-cop/4"),
    ],
)
def test_short_names(store: Store, name: str, given: dict[str, str], id: str) -> None:
    assert resolve_name(store, name, **given) == id


def test_a_name_of_several_lists_them(store: Store) -> None:
    with pytest.raises(QuestionError, match="several fit") as refused:
        resolve_name(store, "3/2")
    assert refused.value.candidates == ("dec:air-cop/3/2", river.ACT)


@pytest.mark.parametrize("name", ["9/9", "3/2#z", "item 4/9", "", "%", "dec:river-cop/9/9"])
def test_a_name_of_nothing(store: Store, name: str) -> None:
    with pytest.raises(QuestionError, match="nothing in"):
        resolve_name(store, name)


def by_label(store: Store, depth: int = 2) -> dict[str, TracedProvision]:
    answer = trace(store, river.ACT, depth)
    return {one.node.properties["label"]: one for one in answer.everything()}


def test_trace_gives_every_provision_what_it_led_to(store: Store) -> None:
    led_to = {
        label: [(link.relation, link.node.id) for link in provision.follow_up]
        for label, provision in by_label(store).items()
        if provision.follow_up
    }
    assert led_to == {
        # the item names the provision and is mandated by it: told once, by the stronger relation
        "a": [("MANDATES", "doc:RIV/COP/2008/4"), ("MANDATES", "item:river-cop/4/2(b)")],
        "b.2": [("MANDATES", "item:river-cop/4/2(c)")],
        "c": [("MANDATES", "wg:river-cop/fish")],
    }


def test_provisions_come_in_order_with_their_points(store: Store) -> None:
    assert list(by_label(store)) == ["a", "b", "b.1", "b.2", "c", "d", "e", "f", "f.1"]


def test_a_point_is_asked_of_whom_its_provision_asks(store: Store) -> None:
    provisions = by_label(store)

    def asked(label: str) -> list[tuple[str, str | None]]:
        return [(one.node.id, one.inherited_from) for one in provisions[label].addressees]

    assert asked("b") == [("actor:secretariat", None)]
    assert asked("b.1") == [("actor:secretariat", f"{river.ACT}#b")]
    # its own words go before those above
    assert asked("b.2") == [("actor:states", None)]
    assert [one.inherited_from for one in provisions["b.1"].due] == [f"{river.ACT}#b"]


def test_trace_of_a_provision_takes_its_points_with_it(store: Store) -> None:
    answer = trace(store, f"{river.ACT}#b")
    assert [p.node.properties["label"] for p in answer.everything()] == ["b", "b.1", "b.2"]
    assert [one.item.id for one in answer.returns if one.item] == ["item:river-cop/4/2(c)"]


def test_trace_of_a_point_looks_upwards(store: Store) -> None:
    answer = trace(store, f"{river.ACT}#b.1")
    assert answer.act.id == river.ACT
    assert [one.id for one in answer.above] == [f"{river.ACT}#b"]
    assert answer.provisions[0].addressees[0].inherited_from == f"{river.ACT}#b"


def test_depth_tells_what_came_of_it(store: Store) -> None:
    def onward(depth: int) -> list[str]:
        links = by_label(store, depth)["a"].follow_up
        return [then.node.id for link in links for then in link.then]

    assert onward(1) == []
    assert onward(2) == ["doc:RIV/COP/2008/4"]
    assert trace(store, river.ACT, 0).returns == ()


def test_the_matter_came_back_by_session_and_item(store: Store) -> None:
    back = [
        (one.session.id if one.session else None, one.item.id if one.item else None)
        for one in trace(store, river.ACT).returns
    ]
    assert back == [
        ("session:river-cop/4", "item:river-cop/4/2(b)"),
        ("session:river-cop/4", "item:river-cop/4/2(c)"),
        ("session:river-cop/4", "item:river-cop/4/2(d)"),
        # a working group is on no agenda
        (None, None),
    ]


def test_trace_tells_origin_the_whole_and_what_came_later(store: Store) -> None:
    answer = trace(store, river.ACT)
    assert {link.relation: link.node.id for link in answer.origin} == {
        "ADOPTED_AT": "session:river-cop/3",
        "CONTAINED_IN": river.REPORT,
    }
    assert [link.node.id for link in answer.as_a_whole] == ["item:river-cop/4/2(d)"]
    assert [link.node.id for link in answer.later] == ["dec:river-cop/4/1#c"]


def test_trace_says_what_the_store_does_not_hold(store: Store) -> None:
    assert trace(store, river.ACT).absent == (
        # nothing mentions sessions 1 and 2, but there must have been some
        Absence("session report", "session:river-cop/1", {}),
        Absence("session report", "session:river-cop/2", {}),
        Absence("session report", "session:river-cop/4", {}),
        Absence("session report", "session:river-cop/5", {}),
        Absence("document", "doc:RIV/COP/2008/4", {"en": "State of rivers"}),
    )


def test_every_step_carries_its_citation(store: Store) -> None:
    link = by_label(store)["c"].follow_up[0]
    assert link.evidence[0].citation.text == (
        "Report of the River Commission on its third session (RIV/COP/2006/9), paragraph 1 [en], "
        "https://docs.un.org/en/RIV/COP/2006/9"
    )


def test_trace_of_what_asks_for_nothing(store: Store) -> None:
    with pytest.raises(QuestionError, match="try `mandates why`"):
        trace(store, "actor:states")
    with pytest.raises(QuestionError, match="not in sqlite"):
        trace(store, "dec:river-cop/9/9")


def test_why_goes_back_to_the_session(store: Store) -> None:
    answer = why(store, "doc:RIV/COP/2008/4")
    mandate, listed = answer.reasons
    assert (mandate.relation, mandate.node.id) == ("MANDATES", f"{river.ACT}#a")
    assert [step.node.id for step in mandate.then] == [river.ACT]
    assert [step.node.id for step in mandate.then[0].then] == ["session:river-cop/3", river.REPORT]
    assert (listed.relation, listed.node.id) == ("DOCUMENTATION", "item:river-cop/4/2(b)")


def test_why_is_answered_by_the_item_above(store: Store) -> None:
    reasons = {
        link.node.id: link.inherited_from for link in why(store, "item:river-cop/4/2(c)").reasons
    }
    assert reasons == {f"{river.ACT}#b.2": None}
    assert [one.id for one in why(store, "item:river-cop/4/2(c)").above] == ["item:river-cop/4/2"]


def test_gaps_counts_a_provision_with_its_points_once(store: Store) -> None:
    found = [(label_of(one.node.id), one.status) for one in gaps(store, "river-cop").mandates]
    assert found == [
        # a paragraph of the report belongs to the body of the session it reports on
        ("12", "unknown"),
        # (b) has follow-up through (b) (2); only its other point has none
        ("b.1", "no follow-up found"),
        ("e", "pending"),
        # (f) with its point once
        ("f", "no follow-up found"),
    ]


def test_gaps_names_what_came_from_nowhere_and_what_is_unsettled(store: Store) -> None:
    answer = gaps(store, "river-cop")
    # item 2 has sub-items with a mandate; the draft item is told where it became an item
    assert [node.id for node in answer.items] == ["item:river-cop/4/1"]
    # the report and the agenda themselves came before no session
    assert [node.id for node in answer.documents] == ["doc:RIV/COP/2008/10"]
    assert [(link.source.id, link.target.id) for link in answer.deferred] == [
        ("doc:RIV/COP/2008/10", "session:river-cop/5")
    ]
    assert [link.target.id for link in answer.suspects] == ["res:ga/55/25"]
    assert [remark.kind for remark in answer.remarks] == ["unresolved"]
    assert "session:river-cop/4" in [absence.id for absence in answer.absent]
    of_another = gaps(store, "air-cop")
    # others refer to its session 22; that is no reason to miss 22 reports
    assert {absence.kind for absence in of_another.absent} == {"act"}
    assert (of_another.mandates, of_another.items, of_another.documents) == ((), (), ())


def test_overview_counts(store: Store) -> None:
    answer = overview(store)
    assert answer.provisions == 8  # a to f of 3/2, (c) of 4/1, and a paragraph of the report
    assert answer.mandates == {
        "answered": 2,
        "no follow-up found": 2,
        "pending": 1,
        "unknown": 1,
    }
    assert answer.relations["MANDATES"] == {"inferred": 1, "stated": 3}
    assert answer.stubs["document"] == 1
    assert [body.node.id for body in answer.bodies] == ["body:air-cop", "body:river-cop"]
    assert [one.id for one in answer.bodies[1].sessions] == [
        f"session:river-cop/{n}" for n in (3, 4, 5)
    ]
    assert (answer.sources, answer.languages) == ({"official": 1}, {"ar": 1})


@pytest.mark.parametrize(
    ("document", "properties", "given", "text"),
    [
        ("doc:RIV/1", {}, {}, "RIV/1 [en], https://docs.un.org/en/RIV/1"),
        # a session in brackets belongs to the symbol
        (
            "doc:A/RES/1541(XV)",
            {},
            {},
            "A/RES/1541(XV) [en], https://docs.un.org/en/A/RES/1541(XV)",
        ),
        ("doc:~notes", {"title": {"en": "Notes"}}, {}, "Notes [en]"),
        ("doc:~notes", {}, {}, "doc:~notes [en]"),
        (
            "doc:RIV/1",
            {"title": {"en": "Report", "ar": "تقرير"}},
            {"language": "ar", "pinpoint": "paragraph 3 (b)", "page": 7, "source": "digest"},
            "تقرير (RIV/1), paragraph 3 (b), page 7 [digest, ar], https://docs.un.org/ar/RIV/1",
        ),
        # an act is its own document, and has its symbol as a property
        (
            "res:ga/55/25",
            {"symbol": "A/RES/55/25"},
            {},
            "A/RES/55/25 [en], https://docs.un.org/en/A/RES/55/25",
        ),
    ],
)
def test_citations(
    document: str, properties: dict[str, object], given: dict[str, object], text: str
) -> None:
    assert citation(river.evidence(document, "words", **given), properties).text == text


def test_answers_are_ready_for_json(store: Store) -> None:
    plain = json.loads(json.dumps(to_plain(trace(store, river.ACT)), ensure_ascii=False))
    mandate = plain["provisions"][0]["follow_up"][0]
    assert (mandate["from"], mandate["to"]) == (f"{river.ACT}#a", "doc:RIV/COP/2008/4")
    assert mandate["node"]["id"] == "doc:RIV/COP/2008/4"
    assert mandate["evidence"][0]["link"] == "https://docs.un.org/en/RIV/COP/2008/1"
    for answer in (gaps(store), overview(store), why(store, "item:river-cop/4/2(c)")):
        assert json.loads(json.dumps(to_plain(answer))) == to_plain(answer)


def test_a_chain_runs_in_time_from_left_to_right(store: Store) -> None:
    laid_out = chain(store, trace(store, river.ACT))
    columns = [
        (one.kind, one.session.id if one.session else None, [n.id for n in one.nodes])
        for one in laid_out.columns
    ]
    third, fourth = "session:river-cop/3", "session:river-cop/4"
    labels = ["a", "b", "b.1", "b.2", "c", "e", "f", "f.1"]
    assert columns == [
        ("act", third, [river.ACT]),
        # (d) welcomes and led to nothing: no place in the picture
        (
            "provisions",
            third,
            [f"{river.ACT}#{n}" for n in labels],
        ),
        ("items", fourth, [f"item:river-cop/4/2({letter})" for letter in "bcd"]),
        ("documents", fourth, ["doc:RIV/COP/2008/4"]),
        ("groups", None, ["wg:river-cop/fish"]),
        ("later", None, ["dec:river-cop/4/1#c"]),
    ]
    keys = {link.key for link in laid_out.links}
    assert ("MANDATES", f"{river.ACT}#a", "doc:RIV/COP/2008/4") in keys
    assert ("HAS_PROVISION", f"{river.ACT}#b", f"{river.ACT}#b.2") in keys
    assert ("DOCUMENTATION", "item:river-cop/4/2(b)", "doc:RIV/COP/2008/4") in keys
    assert ("HAS_PROVISION", river.ACT, f"{river.ACT}#d") not in keys


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        (Wanted(), ["12", "b.1", "e", "f"]),
        (Wanted(body="body:air-cop"), []),
        (Wanted(status="pending"), ["e"]),
        (Wanted(due="session:river-cop/5"), ["e"]),
        # a paragraph of the report belongs to the session reported on
        (Wanted(session="session:river-cop/3"), ["12", "b.1", "e", "f"]),
        (Wanted(session="session:river-cop/4"), []),
        (Wanted(words="MAPS commission"), ["12"]),
        # a name is a text too
        (Wanted(words="3/2#f"), ["f"]),
        (Wanted(addressee="actor:nobody"), []),
    ],
)
def test_mandates_without_follow_up_are_filtered(
    store: Store, wanted: Wanted, labels: list[str]
) -> None:
    holding = set(store.matches(wanted.words))
    found = [gap for gap in wanted.among(gap_list(store), holding) if gap.kind == "mandate"]
    assert [label_of(gap.key[0]) for gap in found] == labels


def test_a_gap_knows_which_missing_reports_may_fill_it(store: Store) -> None:
    reports = session_reports(store, "river-cop")
    by_key = {gap.key: gap for gap in gap_list(store)}

    def near(*key: str) -> list[str]:
        return [one.id.rpartition("/")[2] for one in lacking_near(by_key[key], reports)]

    # asked for at session 3: a later report may tell what came of it
    assert near(f"{river.ACT}#f") == ["4", "5"]
    # on the agenda of session 4: an earlier report may tell why
    assert near("item:river-cop/4/1") == ["1", "2"]
    # put off to session 5: the report of that session tells
    assert near("DEFERRED_TO", "doc:RIV/COP/2008/10", "session:river-cop/5") == ["5"]
