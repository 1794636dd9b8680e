"""The page of sessions along time."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import river
from driven import markup, opened, words
from hostile import HOSTILE
from streamlit.testing.v1 import AppTest

from graph.model.records import Graph, Node
from graph.stores import open_store
from views.parts.wording import wording_for

pytestmark = pytest.mark.usefixtures("asks_the_store")


def rows(app: AppTest, number: int) -> list[list[str]]:
    """The rows of a table of the page: the words of each cell."""
    table = markup(app).split("<table>")[number + 1].partition("</table>")[0]
    lines = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    return [[words(cell) for cell in re.split(r"</t[hd]>", line)[:-1]] for line in lines]


def test_each_session_says_what_it_asked_for_and_what_became_of_it(checkout: Path) -> None:
    head, third, fourth, fifth = rows(opened(checkout, page="timeline", lang="en"), 0)
    told = dict(zip(head, third, strict=True))
    # the hostile decision set a mandate for each of its texts, all of them answered
    hostile = len(HOSTILE)
    assert told["Decisions"] == "2"
    assert [told[one] for one in ("Mandates set", "Taken up", "Pending", "Open")] == [
        *(str(6 + hostile), str(3 + hostile), "1", "2")
    ]
    assert fourth[:3] == ["Session 4 (2008)", "2008-10-08", ""]
    assert fifth[:2] == ["Session 5", wording_for("en").say("sessions.not_held")]


def test_the_mandates_left_open_are_one_press_away(checkout: Path) -> None:
    seen = unescape(markup(opened(checkout, page="timeline", lang="en")))
    assert "?page=gaps&kind=mandate&session=session%3Ariver-cop%2F3&lang=en" in seen


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_decision_stands_against_the_sessions_it_came_back_at(
    checkout: Path, language: str
) -> None:
    wording = wording_for(language)
    head, *lines = rows(opened(checkout, page="timeline", lang=language), 1)
    assert [one.split()[0] for one in head[1:4]] == ["3", "4", "5"]
    (line,) = (one for one in lines if "3/2" in one[0])
    assert wording.say("timeline.adopted") in line[1]
    # the items by name, the one document too; the group is of no session
    for told in ("2(b)", "2(c)", "2(d)", "RIV/COP/2008/4") if language == "en" else ("2(ب)",):
        assert told in line[2]
    assert wording.say("timeline.due") in line[3]
    assert wording.say("timeline.not_held") in head[3]
    assert "fish" in line[4]


def test_a_time_in_the_address_is_cut_out(checkout: Path) -> None:
    at = "session:river-cop/4"
    app = opened(checkout, page="timeline", lang="en", to=at, **{"from": at})
    assert [one[0] for one in rows(app, 0)[1:]] == ["Session 4 (2008)"]
    assert app.selectbox(key="timeline from").value == at
    app.selectbox(key="timeline from").select("session:river-cop/3").run()
    assert app.query_params["from"] == "session:river-cop/3"
    assert len(rows(app, 0)) == 3


def test_thirty_sessions_stay_readable(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nodes = [Node("body:long-cop", "body", {"title": {"en": "Long"}})]
    edges = []
    for number in range(1, 31):
        nodes.append(Node(f"session:long-cop/{number}", "session"))
        if number > 20:
            nodes.append(Node(f"dec:long-cop/{number}/1", "decision"))
            nodes.append(Node(f"item:long-cop/{number}/1", "agenda item"))
            edges.append(river.edge("ADOPTED_AT", nodes[-2].id, f"session:long-cop/{number}"))
            edges.append(
                river.edge("ITEM_OF", nodes[-1].id, f"session:long-cop/{number}", "structural")
            )
        if number > 21:
            edges.append(river.edge("PURSUANT_TO", nodes[-1].id, f"dec:long-cop/{number - 1}/1"))
    url = f"sqlite:///{tmp_path / 'long.sqlite'}"
    with open_store(url) as store:
        store.write_graph(Graph(tuple(nodes), tuple(edges)), {"version": "0.1"})
    monkeypatch.setenv("MANDATES_STORE", url)
    app = opened(checkout, page="timeline", lang="en")
    # twenty sessions of which nothing is held are one row, and one column
    assert len(rows(app, 0)) == 1 + 1 + 10
    assert "Sessions 1–20" in rows(app, 0)[1][0]
    head, *lines = rows(app, 1)
    assert len(head) == 1 + 1 + 10
    assert len(lines) == 9
    assert "Item 1" in lines[0][3]


# blanks alone name no body, and ask for none
@pytest.mark.parametrize("text", ["sea-cop", *(one for one in HOSTILE if one.strip())])
def test_a_body_that_is_not_there_is_named(checkout: Path, text: str) -> None:
    wording = wording_for("ar")
    said = {"from": text, "to": text}
    app = opened(checkout, page="timeline", body=text, part=text, lang="ar", **said)
    assert wording.say("timeline.unknown_body") in words(markup(app))
    for tag in ("<img", "<svg", '<a href="javascript', "<script>window"):
        assert tag not in markup(app)
    assert len(rows(app, 0)) == 4
