"""The page of gaps, run by the server's own test driver on a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
import river
from driven import markup, opened, press

from graph.model.records import Graph, Node
from graph.questions.gap_list import KINDS, gap_list
from graph.stores import open_store
from views.parts.gap_export import gap_export
from views.parts.names import Names, designations
from views.parts.paging import PORTION
from views.parts.wording import wording_for

pytestmark = pytest.mark.usefixtures("asks_the_store")


def rows(seen: str) -> list[str]:
    """The rows of the table, without its head."""
    return seen.partition("<tbody>")[2].partition("</tbody>")[0].split("</tr>")[:-1]


def test_mandates_without_follow_up_stand_first(checkout: Path) -> None:
    seen = markup(opened(checkout, page="gaps", lang="en"))
    listed = rows(seen)
    assert len(listed) == 4  # (b) (1), (e), (f) and a paragraph of the report
    (undue,) = [row for row in listed if "paragraph f<" in row]
    assert "no follow-up found here" in undue
    # what came of it may stand in the reports of the sessions after it, which are not here
    assert "<td><bdi>4–5</bdi></td>" in undue
    assert "page=evidence&amp;id=HAS_PROVISION" in undue
    assert "page=node&amp;id=dec%3Ariver-cop%2F3%2F2%23f" in undue
    (awaited,) = [row for row in listed if "paragraph e<" in row]
    assert "among them the one at which it was due: 5" in awaited


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ({"status": "pending"}, ["Decision 3/2 (e)"]),
        ({"due": "session:river-cop/5"}, ["Decision 3/2 (e)"]),
        ({"words": "maps"}, ["RIV/COP/2006/9 paragraph 12"]),
        ({"kind": "item", "session": "session:river-cop/4", "words": "organ"}, ["Item 1"]),
        ({"kind": "document", "words": "nowhere"}, ["RIV/COP/2008/10"]),
        ({"kind": "deferred"}, ["RIV/COP/2008/10"]),
        ({"kind": "unresolved"}, ["the Lake Board"]),
        # what only mandates have does not empty the list of another kind
        ({"kind": "deferred", "status": "pending"}, ["RIV/COP/2008/10"]),
    ],
)
def test_filters_stand_in_the_address(
    checkout: Path, address: dict[str, str], told: list[str]
) -> None:
    listed = rows(markup(opened(checkout, page="gaps", lang="en", **address)))
    assert len(listed) == len(told)
    for row, words in zip(listed, told, strict=True):
        assert words in row


def test_a_doubtful_symbol_shows_what_is_printed_and_what_it_was_led_to(checkout: Path) -> None:
    seen = markup(opened(checkout, page="gaps", lang="en", kind="suspect", words="res:ga"))
    (row,) = rows(seen)
    assert "CITES as printed" in row
    assert "Resolution A/RES/55/25" in row


def test_a_choice_goes_into_the_address_and_can_be_cleared(checkout: Path) -> None:
    app = opened(checkout, page="gaps", lang="en", part="3")
    app.selectbox(key="filter status").select("pending").run()
    assert not app.exception
    assert app.query_params["status"] == "pending"
    assert "part" not in app.query_params
    press(app, wording_for("en").say("gaps.clear"))
    assert "status" not in app.query_params
    assert len(rows(markup(app))) == 4


def test_what_no_gap_has_is_said_and_does_not_filter(checkout: Path) -> None:
    app = opened(checkout, page="gaps", lang="en", body="<b>nobody</b>", kind="=1+1", part="-7")
    seen = markup(app)
    assert "&lt;b&gt;nobody&lt;/b&gt;" in seen
    assert len(rows(seen)) == 4


def test_long_lists_come_in_parts(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'long.sqlite'}"
    more = tuple(
        Node(f"item:river-cop/4/{n}", "agenda item", {"label": str(n)}) for n in range(20, 90)
    )
    edges = tuple(
        river.edge("ITEM_OF", one.id, "session:river-cop/4", "structural") for one in more
    )
    with open_store(url) as store:
        graph = Graph(river.GRAPH.nodes + more, river.GRAPH.edges + edges, river.GRAPH.remarks)
        store.write_graph(graph, {"version": "0.1"})
    monkeypatch.setenv("MANDATES_STORE", url)
    app = opened(checkout, page="gaps", lang="en", kind="item")
    assert len(rows(markup(app))) == PORTION
    assert "1–40 of 71" in markup(app)
    press(app, "Next")
    assert app.query_params["part"] == "2"
    assert "41–71 of 71" in markup(app)
    assert len(rows(markup(app))) == 31


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_missing_reports_of_a_body_are_named(checkout: Path, language: str) -> None:
    seen = markup(opened(checkout, page="gaps", lang=language, body="body:river-cop"))
    assert wording_for(language).say("absent.title") in seen
    assert "<bdi>1–2</bdi>" in seen


@pytest.mark.parametrize("kind", KINDS)
def test_all_gaps_of_a_kind_are_exported_with_their_citations(store_url: str, kind: str) -> None:
    with open_store(store_url, create=False) as store:
        gaps = [gap for gap in gap_list(store) if gap.kind == kind]
        bodies = {node.id: node for node in store.nodes("body")}
        names = Names(wording_for("en"), designations(store.nodes("decision")), bodies)
    table = gap_export(kind, gaps, store_url, names)
    assert len(table.rows) == len(gaps)
    if kind == "mandate":
        by_id = {row[0]: row for row in table.rows}
        id, _, text, status, _, due, missing, citation, link = by_id[f"{river.ACT}#e"]
        assert text == "Words of paragraph e"
        assert status == wording_for("en").value("status", "pending")
        assert (due, missing) == ("Session 5", "4–5")
        assert "RIV/COP/2006/9" in citation
        assert link.startswith("https://")
