"""The first page: what is there, where to begin, and a search over everything."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import river
from driven import markup, opened
from hostile import ONE_OF_EACH

from graph.questions.examples import examples
from graph.questions.findings import findings
from graph.stores import open_store
from views.parts.address import page_address
from views.parts.wording import wording_for, wordings

pytestmark = pytest.mark.usefixtures("asks_the_store")


@pytest.fixture
def river_url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'river.sqlite'}"
    with open_store(url) as store:
        store.write_graph(river.GRAPH, {"version": "0.1"})
    return url


def test_examples_are_chosen_by_what_the_store_holds(river_url: str) -> None:
    with open_store(river_url) as store:
        chosen = examples(store)
    # (a), (b.2) and (c) of 3/2 led to a report, three items and a group; 4/1 to nothing
    assert (chosen.decision and chosen.decision.id, chosen.results) == (river.ACT, 5)
    assert chosen.item
    assert chosen.item.id.startswith("item:river-cop/4/2")
    assert chosen.mandated
    assert chosen.mandated.basis == "stated"
    assert chosen.mandated.evidence
    # of those never taken up it is the one that somebody was asked to see to by a session
    assert chosen.request
    assert chosen.request.id == f"{river.ACT}#b"
    assert chosen.asked
    assert chosen.asked.node.id == "actor:secretariat"


def test_a_store_without_decisions_has_no_examples_and_still_a_page(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'bodies.sqlite'}"
    bodies = tuple(node for node in river.NODES if node.type == "body")
    with open_store(url) as store:
        store.write_graph(river.Graph(bodies, ()), {"version": "0.1"})
        assert examples(store).decision is None
    monkeypatch.setenv("MANDATES_STORE", url)
    assert wording_for("en").say("start.questions") not in markup(opened(checkout, lang="en"))


@pytest.mark.parametrize("language", list(wordings()))
def test_a_newcomer_finds_the_four_questions(checkout: Path, language: str) -> None:
    seen = unescape(markup(opened(checkout, lang=language)))
    wording = wording_for(language)
    for question in ("led_to", "why", "unanswered", "where"):
        assert wording.say(f"start.{question}") in seen
    # each leads to the page that answers it
    for page in ("trace", "why", "gaps", "evidence"):
        assert re.search(rf'href="\?page={page}(&id=[^"]+)?&lang={language}"', seen), page
    assert wording.value("basis", "inferred") in seen
    assert wording.value("status", "no follow-up found") in seen
    assert 'dir="rtl"' in seen or language != "ar"


@pytest.mark.parametrize(
    ("words", "named", "types"),
    [
        ("3/2", ["dec:river-cop/3/2", "dec:air-cop/3/2"], {"provision"}),
        ("RIV/COP/2008/4", ["doc:RIV/COP/2008/4"], set()),
        ("الأنهار", [], {"body", "decision", "provision"}),
        ("rivers", [], {"document", "decision", "provision", "agenda item"}),
    ],
)
def test_names_and_words_of_every_language_are_found(
    river_url: str, words: str, named: list[str], types: set[str]
) -> None:
    with open_store(river_url) as store:
        found = findings(store, words)
    assert sorted(node.id for node in found.named) == sorted(named)
    assert types <= {type for type, _ in found.groups}
    for type, hits in found.groups:
        assert {hit.node.type for hit in hits} == {type}
        assert not {hit.node.id for hit in hits} & set(named)


def test_words_in_texts_come_before_words_in_identifiers(river_url: str) -> None:
    with open_store(river_url) as store:
        # every act and session of the river commission has the word in its identifier
        first = findings(store, "river", limit=2)
    assert {hit.field for _, hits in first.groups for hit in hits} == {"title"}
    assert not first.complete


def test_too_much_is_cut_and_too_little_is_answered_with_what_comes_near(river_url: str) -> None:
    with open_store(river_url) as store:
        assert not findings(store, "river", limit=2).complete
        near = findings(store, "dec:river-cop/3/2#zz")
    assert not near.groups
    assert river.ACT in [node.id for node in near.perhaps]


def test_the_words_are_marked_where_they_stand(checkout: Path) -> None:
    seen = markup(opened(checkout, page="start", q="أنهار", lang="ar"))
    assert "نظافة الأنهار" in re.sub("<[^>]+>", "", seen)
    assert "<mark>أنهار</mark>" in seen
    assert page_address("trace", "ar", id=river.ACT).replace("&", "&amp;") in seen


@pytest.mark.parametrize("words", [*ONE_OF_EACH, "?", "«»", "\u202e", "%", '"', "a" * 5000])
def test_hostile_words_stay_words(checkout: Path, words: str) -> None:
    seen = markup(opened(checkout, page="start", q=words, lang="en"))
    assert seen.count("<script>") == 1  # our own, for the direction of the page
    assert "<img" not in seen
    assert "<svg" not in seen
