"""The page of one node: of every type, in every language, found or not."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import river
from driven import markup, opened, words
from hostile import ACT, HOSTILE_GRAPH, ONE_OF_EACH
from streamlit.testing.v1 import AppTest

from graph.model.records import Edge, Graph, Node
from graph.model.schema import load_model
from graph.stores import open_store
from views.parts import facts
from views.parts.wording import wording_for, wordings

pytestmark = pytest.mark.usefixtures("asks_the_store")

HREF = re.compile(r'href="(\?[^"]+)"')


def shown(checkout: Path, id: str, language: str = "en") -> AppTest:
    return opened(checkout, page="node", id=id, lang=language)


def ways(app: AppTest) -> list[dict[str, list[str]]]:
    """Where the links of the page lead."""
    return [parse_qs(unescape(address)[1:]) for address in HREF.findall(markup(app))]


@pytest.mark.parametrize(
    ("id", "told"),
    [
        # a decision: when it was adopted, its provisions, what cites it
        (river.ACT, ["Decision 3/2 Clean rivers", "العربية نظافة الأنهار", "2006-10-18"]),
        (
            river.ACT,
            ["Has provision (6)", "state of rivers · ✓ answered by a document", "Cited by (1)"],
        ),
        (f"{river.ACT}#a", ["answered by a document", "To deliver report", "Mandates (2)"]),
        # a session: its agenda with the documents under each item
        ("session:river-cop/4", ["Agenda", "Item 2(b) Rivers RIV/COP/2008/4 State of rivers"]),
        ("session:river-cop/4", ["Begins 2008-10-08", "River Commission session"]),
        # a body: its sessions, what is held of each
        ("body:river-cop", ["Session 3 (2006)", "RIV/COP/2006/9", "nothing of it in this store"]),
        # an actor: what it was asked, by when, and what came of it
        ("actor:secretariat", ["What was asked of it", "Provisions: 2", "Decision 3/2"]),
        ("actor:secretariat", ["Due Session 4 (2008)", "mandates: Item 2(c) · Session 4"]),
        ("wg:river-cop/fish", ["Mandated by (1)", "Words of paragraph c"]),
        ("doc:RIV/COP/2008/4", ["its own text is not in this store", "Considered under (1)"]),
        ("item:river-cop/4/2(b)", ["Pursuant to (1)", "Session 4 (2008)"]),
        ("res:ga/55/25", ["Resolution A/RES/55/25", "Cited by (1)", "doubtful symbol"]),
        ("dec:air-cop/12/5", ["Nothing in this store is linked to it."]),
    ],
)
def test_what_is_known_of_it(checkout: Path, id: str, told: list[str]) -> None:
    seen = words(markup(shown(checkout, id))).replace(" ,", ",")
    for one in told:
        assert one in seen


def test_nothing_is_announced_where_nothing_is_left_to_tell(checkout: Path) -> None:
    # all that is known of it stands under what it was asked
    assert wording_for("en").say("node.linked") not in words(
        markup(shown(checkout, "actor:secretariat"))
    )


def test_in_arabic_names_labels_and_relations_are_arabic(checkout: Path) -> None:
    seen = words(markup(shown(checkout, f"{river.ACT}#a", "ar")))
    for one in ("المقرر 3/2 (أ)", "النص يطلب إلى الأمانة", "كلّف بـ", "تقرير", "中文"):
        assert one in seen


def test_every_link_has_its_basis_and_leads_to_its_sentence(checkout: Path) -> None:
    app = shown(checkout, f"{river.ACT}#a")
    evidence = {one["id"][0] for one in ways(app) if one["page"] == ["evidence"]}
    assert evidence == {
        f"MANDATES {river.ACT}#a doc:RIV/COP/2008/4",
        f"MANDATES {river.ACT}#a item:river-cop/4/2(b)",
        f"PURSUANT_TO item:river-cop/4/2(b) {river.ACT}#a",
        f"ADDRESSED_TO {river.ACT}#a actor:secretariat",
        f"HAS_PROVISION {river.ACT} {river.ACT}#a",
    }
    assert markup(app).count('class="chip basis-') == len(evidence)


def test_one_goes_on_from_it(checkout: Path) -> None:
    found = {
        one["page"][0] for one in ways(shown(checkout, river.ACT)) if one.get("id") == [river.ACT]
    }
    assert {"trace", "why", "graph"} <= found
    # an actor led to nothing and came from nowhere
    found = {
        one["page"][0]
        for one in ways(shown(checkout, "actor:states"))
        if one.get("id") == ["actor:states"]
    }
    # and the same page in the other languages
    assert found == {"graph", "node"}


@pytest.mark.parametrize(
    ("id", "leads_to"),
    [
        # several have this number: both are offered
        ("3/2", [river.ACT, "dec:air-cop/3/2"]),
        # nothing has this name: what it may have been meant for
        (f"{river.ACT}#z", [river.ACT]),
        ("doc:RIV/COP/2008/4x", [river.AGENDA]),
    ],
)
def test_a_name_that_is_not_plain_is_answered_with_what_may_be_meant(
    checkout: Path, id: str, leads_to: list[str]
) -> None:
    offered = [one["id"][0] for one in ways(shown(checkout, id)) if "id" in one]
    assert set(leads_to) <= set(offered)


# the store has documents whose very symbols are hostile: these are none of them
@pytest.mark.parametrize("id", ["", "no:such", *(f"{text}/9" for text in ONE_OF_EACH)])
def test_a_name_of_nothing_gets_a_word(checkout: Path, id: str) -> None:
    wording = wording_for("ar")
    app = shown(checkout, id, "ar")
    assert wording.say("trouble.not_found") in words(markup(app))
    assert "<img" not in markup(app)


@pytest.mark.parametrize(
    "id",
    [
        ACT,
        "session:river-cop/4",
        *(node.id for node in HOSTILE_GRAPH.nodes if node.type == "document"),
    ],
)
def test_hostile_texts_stay_text(checkout: Path, id: str) -> None:
    seen = markup(shown(checkout, id, "ar"))
    assert seen.count("<script>") == 1  # our own, for the direction of the page
    for tag in ("<img", "<svg", '<a href="javascript'):
        assert tag not in seen


def test_an_actor_who_is_asked_for_much_is_told_a_portion_at_a_time(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts = [f"dec:river-cop/{session}/{number}" for session in (9, 10) for number in range(1, 11)]
    nodes = [Node("actor:states", "actor", {"title": {"en": "States"}})]
    edges: list[Edge] = []
    for act in acts:
        nodes += [Node(act, "decision"), Node(f"{act}#1", "provision", {"known": False})]
        edges.append(river.edge("ADDRESSED_TO", f"{act}#1", "actor:states"))
    url = f"sqlite:///{tmp_path / 'many.sqlite'}"
    with open_store(url) as store:
        store.write_graph(Graph(tuple(nodes), tuple(edges)), {"version": "0.1"})
    monkeypatch.setenv("MANDATES_STORE", url)
    app = shown(checkout, "actor:states")
    assert "Provisions: 20, in decisions and reports: 20" in words(markup(app))
    assert "Decision 9/10" in words(markup(app))
    assert "Decision 10/1" not in words(markup(app))
    (button,) = (one for one in app.button if "10" in one.label)
    button.click().run()
    assert "Decision 10/10" in words(markup(app))


@pytest.mark.parametrize("language", list(wordings()))
def test_every_property_that_is_shown_has_a_word(language: str) -> None:
    messages = wording_for(language).messages
    declared = {name for node in load_model().nodes.values() for name in node.properties}
    told = (declared - facts.ELSEWHERE) | set(facts.TEXTS)
    assert [name for name in sorted(told) if f"property.{name}" not in messages] == []
