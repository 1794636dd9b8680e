"""The page that traces a decision, run by the server's own test driver on a real store."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import river
from driven import markup, opened, press, unisolated
from hostile import ACT, HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.stores import open_store
from views.parts.wording import wording_for

pytestmark = pytest.mark.usefixtures("asks_the_store")


def untagged(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Decision 3/2", "Clean rivers", "(a)", "Requests the secretariat", "Secretariat"]),
        # the labels and titles of the Arabic text, in the order of the abjad
        ("ar", ["المقرر 3/2", "نظافة الأنهار", "(أ)", "يطلب إلى الأمانة", "الأمانة", "تقرير"]),
    ],
)
def test_a_decision_with_what_it_asked_for(checkout: Path, language: str, told: list[str]) -> None:
    app = opened(checkout, page="trace", id="dec:river-cop/3/2", lang=language)
    wording = wording_for(language)
    seen = markup(app)
    for words in told:
        assert words in seen
    assert wording.say("absent.title") in seen
    assert wording.value("status", "no follow-up found") in seen
    # as many provisions as the list below counts; the points of (b) are not provisions more
    options = [one.content for group in app.get("button_group") for one in group.proto.options]
    listed = [one for one in options if one.startswith(wording.say("provisions.all"))]
    (number,) = ("".join(filter(str.isdecimal, one)) for one in listed)
    assert wording.say("head.provisions", number=number) + " (" in seen
    assert f'dir": "{wording.direction}"' in seen
    (frame,) = app.get("iframe")
    assert f'dir="{wording.direction}"' in frame.proto.srcdoc


def test_every_session_without_its_report_is_named(checkout: Path) -> None:
    seen = markup(opened(checkout, page="trace", id="dec:river-cop/3/2", lang="en"))
    reports = seen.partition("Session reports:")[2].partition("</p>")[0]
    assert "<bdi>1–2</bdi>, <bdi>4–5</bdi>" in reports  # the report of session 3 is here
    assert "River Commission" in reports


def test_a_link_opens_its_evidence_and_stands_in_the_address(checkout: Path) -> None:
    app = press(opened(checkout, page="trace", id="dec:river-cop/3/2", lang="en"), "Item 2(b)")
    assert app.query_params["link"] == river.MANDATE
    seen = markup(app)
    # the file has two spaces where the repaired text has one: both are shown, both marked
    assert "<mark>MANDATES as printed</mark> in the file" in seen
    assert "<mark>MANDATES as printed</mark>  in the file" in seen
    assert "Annotated agenda (RIV/COP/2008/1), paragraph 1" in " ".join(untagged(seen).split())
    assert 'href="https://docs.un.org/en/RIV/COP/2008/1"' in seen
    closed = press(app, "Close")
    assert "link" not in closed.query_params
    assert wording_for("en").say("evidence.copy") not in markup(closed)


def test_a_permalink_opens_a_provision_with_its_evidence(checkout: Path) -> None:
    app = opened(checkout, page="trace", id="dec:river-cop/3/2#a", lang="ar", link=river.MANDATE)
    assert "MANDATES as printed" in markup(app)
    assert app.selectbox(key="decision").value == "dec:river-cop/3/2"
    press(app, wording_for("ar").say("page.whole"))
    assert app.query_params["id"] == "dec:river-cop/3/2"


def test_evidence_from_a_digest_says_so(checkout: Path, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    from graph.model.records import Edge, Graph

    shown = river.evidence(river.REPORT, "our own words", source="digest")
    nodes = [
        node for node in river.NODES if node.id in ("dec:river-cop/3/2", "session:river-cop/3")
    ]
    edge = Edge("ADOPTED_AT", "dec:river-cop/3/2", "session:river-cop/3", "stated", 1, {}, (shown,))
    url = f"sqlite:///{tmp_path / 'digest.sqlite'}"
    with open_store(url) as store:
        store.write_graph(Graph(tuple(nodes), (edge,), ()), {"version": "0.1"})
    monkeypatch.setenv("MANDATES_STORE", url)
    app = press(opened(checkout, page="trace", lang="en"), "adopted at")
    assert wording_for("en").say("head.digest") in markup(app)
    assert "[digest, en]" in untagged(markup(app))


def test_what_a_point_inherits_is_said_in_a_line(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mandate = river.edge("MANDATES", "dec:river-cop/3/2#b", "item:river-cop/4/2(d)")
    graph = replace(river.GRAPH, edges=(*river.GRAPH.edges, mandate))
    url = f"sqlite:///{tmp_path / 'inherited.sqlite'}"
    with open_store(url) as store:
        store.write_graph(graph, {"version": "0.1"})
    monkeypatch.setenv("MANDATES_STORE", url)
    app = opened(checkout, page="trace", id="dec:river-cop/3/2", lang="en")
    said = wording_for("en").say("provisions.inherited_short", provision="(b)", number=1)
    # its two points: the link itself stands once, above them
    assert markup(app).count(said) == 2
    under = [
        button
        for button in app.button
        if (button.key or "").startswith("step dec:river-cop/3/2#b")
        and "2(d)" in unisolated(button.label)
    ]
    assert len(under) == 1
    # whoever asks for the point alone sees what it inherits
    alone = opened(checkout, page="trace", id="dec:river-cop/3/2#b.1", lang="en")
    assert any("2(d)" in unisolated(button.label) for button in alone.button)
    assert said not in markup(alone)


def test_every_row_of_the_table_leads_to_its_evidence(checkout: Path) -> None:
    seen = markup(opened(checkout, page="trace", id="dec:river-cop/3/2", lang="en"))
    assert "?page=evidence&amp;id=MANDATES+dec%3Ariver-cop%2F3%2F2%23a+item" in seen


def test_the_view_can_be_exported(checkout: Path) -> None:
    app = opened(checkout, page="trace", id="dec:river-cop/3/2", lang="ar")
    labels = {one.proto.label for one in app.get("download_button")}
    say = wording_for("ar").say
    assert {"Excel", "GraphML", say("export.page"), say("export.picture")} <= labels
    assert {f"CSV · {say('export.links')}", f"CSV · {say('export.nodes')}"} <= labels


def test_choosing_another_session_shows_its_first_decision(checkout: Path) -> None:
    app = opened(checkout, page="trace", id="dec:river-cop/3/2", lang="en", link=river.MANDATE)
    app.selectbox(key="session").select("session:river-cop/4").run()
    assert not app.exception
    assert app.query_params["id"] == "dec:river-cop/4/1"
    assert "link" not in app.query_params
    assert "Dams" in markup(app)


def test_a_short_name_is_understood(checkout: Path) -> None:
    # another body has a 3/2 too, but its text is not here
    assert "Clean rivers" in markup(opened(checkout, page="trace", id="3/2", lang="en"))


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("state of rivers", "Decision 3/2 (a)"),
        # Arabic words, with marks that the searcher leaves out
        ("تعد تقريرا", "Decision 3/2 (a)"),
        # an item of an agenda leads to what asked for it
        ("Lakes", "asked for in Decision 3/2 (b)(2)"),
        ("3/2", "Decision 3/2"),
    ],
)
def test_a_search_leads_to_decisions(checkout: Path, words: str, label: str) -> None:
    app = opened(checkout, page="trace", lang="en", q=words)
    press(app, label)
    assert app.query_params["id"].startswith("dec:river-cop/3/2")
    assert "q" not in app.query_params


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_texts_stay_text(checkout: Path, language: str) -> None:
    app = opened(checkout, page="trace", id=ACT, lang=language)
    seen = markup(app)
    assert seen.count("<script>") == 1  # our own, for the direction of the page
    assert "<img" not in seen
    assert "<svg" not in seen
    for link in (link for link in app.button if "RIV/COP" in link.label):
        assert "](javascript" not in link.label
    document = f"MANDATES {ACT}#1 doc:RIV/COP/2008/101"
    shown = markup(opened(checkout, page="trace", id=ACT, lang=language, link=document))
    assert "&lt;script&gt;" in shown
    assert 'href="javascript' not in shown


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    address=st.dictionaries(
        st.sampled_from(["page", "id", "lang", "link", "q"]),
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(
                [*HOSTILE, "dec:river-cop/3/2", "3/2(b)(2)", river.MANDATE, "doc:RIV/COP/2008/4"]
            ),
        ),
        max_size=5,
    )
)
def test_no_address_breaks_the_page(checkout: Path, address: dict[str, str]) -> None:
    app = opened(checkout, **{"page": "trace", **address})
    assert "<h1 " in markup(app)
