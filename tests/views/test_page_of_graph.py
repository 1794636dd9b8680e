"""The page of a node's surroundings, run by the server's own test driver on a real store."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
import river
from driven import markup, opened
from hostile import ACT, HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.questions.surroundings import surroundings
from graph.stores import open_store
from views.parts.caption import Caption
from views.parts.drawing_svg import svg
from views.parts.names import Names
from views.parts.network_drawing import draw_network, for_vis
from views.parts.wording import wording_for, wordings

pytestmark = pytest.mark.usefixtures("asks_the_store")

MIDDLE = "dec:river-cop/3/2"
ENGLISH, ARABIC = Names(wording_for("en"), {}), Names(wording_for("ar"), {})


@pytest.mark.parametrize("language", list(wordings()))
def test_picture_table_and_legend_say_the_same(checkout: Path, language: str) -> None:
    wording = wording_for(language)
    seen = markup(opened(checkout, page="graph", id=f"{MIDDLE}#a", lang=language))
    rows = seen.count("<tr>") - seen.count("<thead><tr>")
    assert rows == 5
    assert "page=evidence&amp;id=MANDATES" in seen
    assert wording.say("picture.inferred") in seen
    assert escape(wording.say("graph.shown", number=5, most=70, rest=0)) in seen


def test_what_is_opened_stands_in_the_address(checkout: Path) -> None:
    app = opened(checkout, page="graph", id=f"{MIDDLE}#a", lang="en")
    entry = app.selectbox(key="entry")
    assert entry.value == f"{MIDDLE}#a"
    entry.select("item:river-cop/4/2(b)").run()
    app.button(key="open").click().run()
    assert not app.exception
    assert app.query_params["open"] == "item:river-cop/4/2(b)"
    # what the item hangs on came into the picture with it
    assert "Water" in markup(app)
    permalink = opened(checkout, **{name: app.query_params[name] for name in app.query_params})
    assert markup(permalink).count("<tr>") == markup(app).count("<tr>")
    app.button(key="fold").click().run()
    assert "open" not in app.query_params
    assert "Water" not in markup(app)
    app.button(key="to middle").click().run()
    assert app.query_params["id"] == "item:river-cop/4/2(b)"


def test_relations_can_be_picked(checkout: Path) -> None:
    app = opened(checkout, page="graph", id=f"{MIDDLE}#a", lang="ar", relations="MANDATES")
    seen = markup(app)
    assert seen.count("<tr>") - seen.count("<thead><tr>") == 2
    assert app.multiselect(key="relations").value == ["MANDATES"]
    app.multiselect(key="relations").unselect("MANDATES").run()
    assert "relations" not in app.query_params


def test_evidence_of_a_link_stands_beside_the_picture(checkout: Path) -> None:
    seen = markup(opened(checkout, page="graph", id=f"{MIDDLE}#a", lang="en", link=river.MANDATE))
    assert "<mark>MANDATES as printed</mark>" in seen


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_texts_stay_text(checkout: Path, language: str) -> None:
    for id in (ACT, f"{ACT}#1"):
        seen = markup(opened(checkout, page="graph", id=id, lang=language, open=f"{ACT}#1 {ACT}#2"))
        assert "&lt;script&gt;window.hostile" in seen
        assert "<script>window" not in seen
        assert "<img" not in seen
        assert 'href="javascript' not in seen


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    address=st.dictionaries(
        st.sampled_from(["id", "open", "at", "relations", "link", "lang"]),
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(
                [*HOSTILE, MIDDLE, river.MANDATE, "MANDATES CITES", "3/2", "actor:states"]
            ),
        ),
        max_size=6,
    )
)
def test_no_address_breaks_the_page(checkout: Path, address: dict[str, str]) -> None:
    assert "<h1" in markup(opened(checkout, page="graph", **address))


@pytest.mark.parametrize("names", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_the_picture_isolates_every_line_and_points_as_relations_read(
    store_url: str, names: Names
) -> None:
    with open_store(store_url, create=False) as store:
        found = surroundings(store, f"{MIDDLE}#a")
    drawing = draw_network(found, names)
    data = for_vis(drawing, {found.node.id})
    for node in data["nodes"]:
        for line in node["label"].split("\n"):
            assert line[0] in "\u2066\u2067\u2068"
            assert line[-1] == "\u2069"
    boxes = {node["id"]: node for node in data["nodes"]}
    assert boxes[found.node.id]["borderWidth"] > boxes["item:river-cop/4/2(b)"]["borderWidth"]
    assert boxes["doc:RIV/COP/2008/4"]["shapeProperties"]["borderDashes"]
    edges = {edge["id"]: edge for edge in data["edges"]}
    # the item is pursuant to the provision: the arrow reads as the relation does
    back = edges[f"PURSUANT_TO item:river-cop/4/2(b) {MIDDLE}#a"]
    assert (back["from"], back["to"]) == ("item:river-cop/4/2(b)", f"{MIDDLE}#a")
    # two links between the same nodes do not lie on each other
    assert back["smooth"]["enabled"] is not edges[river.MANDATE]["smooth"]["enabled"]
    assert edges[f"MANDATES {MIDDLE}#a doc:RIV/COP/2008/4"]["dashes"] is True
    assert json.loads(json.dumps(data)) == data
    assert svg(drawing, Caption("x"), ENGLISH.wording).count("<g>") == len(found.nodes)
