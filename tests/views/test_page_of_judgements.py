"""Judgements from the page to the file, the graph and back: on a store that is really built."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from driven import markup, opened
from hostile import HOSTILE
from streamlit.testing.v1 import AppTest

from commands.build import build
from commands.bundle import JUDGEMENTS_SET, digests_folder
from graph.judgement_files import APPENDED_TO
from graph.model.records import Edge
from graph.stores import open_store
from views.parts.wording import wording_for

Key = tuple[str, str, str]
SAY = wording_for("en").say


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "mandates.sqlite"
    with open_store(f"sqlite:///{path}") as store:
        build([digests_folder()], store)
    return path


@pytest.fixture
def store(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of the digests of its own, on a server that takes judgements."""
    path = tmp_path / "mandates.sqlite"
    shutil.copy(built, path)
    url = f"sqlite:///{path}"
    monkeypatch.setenv("MANDATES_STORE", url)
    monkeypatch.setenv(JUDGEMENTS_SET, str(tmp_path / "decided"))
    return url


def edge(url: str, key: Key) -> Edge | None:
    with open_store(url, create=False) as store:
        found = list(store.edges(key[0], source=key[1], target=key[2]))
    return found[0] if found else None


def an_inferred_link(url: str) -> Key:
    with open_store(url, create=False) as store:
        return [one.key for one in store.edges("MANDATES") if one.basis == "inferred"][0]


def lines(folder: Path) -> list[dict[str, str]]:
    file = folder / "decided" / APPENDED_TO
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def judge(checkout: Path, key: Key, action: str, why: str = "I read both texts") -> AppTest:
    app = opened(checkout, page="judgements", lang="en", link=" ".join(key))
    app.radio[0].set_value(action)
    app.text_input(key="judge who").input("A. Reader")
    app.text_area(key="judge why").input(why)
    app.button(key="FormSubmitter:judge-" + SAY("judgements.send")).click().run()
    assert not app.exception, app.exception
    return app


def test_a_rejected_link_stays_away_until_it_is_withdrawn(
    checkout: Path, store: str, tmp_path: Path
) -> None:
    key = an_inferred_link(store)
    app = judge(checkout, key, "reject", "the title is of another matter")
    assert SAY("judgements.done") in markup(app)
    assert edge(store, key) is None
    assert [line["action"] for line in lines(tmp_path)] == ["reject"]
    # a build from nothing but the files and what researchers decided
    anew = f"sqlite:///{tmp_path / 'anew.sqlite'}"
    with open_store(anew) as other:
        build([digests_folder()], other, judgements_folder=tmp_path / "decided")
    assert edge(anew, key) is None
    judge(checkout, key, "withdraw", "I misread it")
    back = edge(store, key)
    assert back
    assert back.basis == "inferred"
    assert "judgement" not in back.properties
    seen = markup(opened(checkout, page="judgements", lang="en"))
    assert SAY("judgements_state.overruled") in seen


@pytest.mark.parametrize("page", ["trace", "evidence", "node"])
def test_a_confirmed_link_shows_who_decided_and_why(checkout: Path, store: str, page: str) -> None:
    key = an_inferred_link(store)
    judge(checkout, key, "confirm", "it answers (a) word for word")
    confirmed = edge(store, key)
    assert confirmed
    assert confirmed.basis == "stated"
    assert confirmed.properties["judgement"]["who"] == "A. Reader"
    about = {
        "trace": {"id": key[1], "link": " ".join(key)},
        "evidence": {"id": " ".join(key)},
        "node": {"id": key[1]},
    }[page]
    app = opened(checkout, page=page, lang="en", **about)
    told = markup(app) + "".join(button.label for button in app.button)
    assert "Decided by a researcher: it answers (a) word for word" in told


def add(checkout: Path, source: str, target: str, **filled: str) -> AppTest:
    app = opened(checkout, page="judgements", lang="en", source=source)
    app.text_input(key="add to").input(target)
    app.text_input(key="add who").input("A. Reader")
    app.text_area(key="add why").input(filled.get("why", "the report says so"))
    if document := filled.get("document"):
        (chosen,) = [box for box in app.selectbox if box.label == SAY("judgements.document")]
        chosen.select(document)
        app.text_area(key="add sentence").input(filled["sentence"])
    app.button(key="FormSubmitter:add-" + SAY("judgements.add")).click().run()
    assert not app.exception, app.exception
    return app


def a_pair_without_link(url: str) -> Key:
    """A mandate, and a document that is not linked with it."""
    with open_store(url, create=False) as store:
        linked = {source for _, source, _ in store.edge_keys("MANDATES")}
        mandates = [n.id for n in store.nodes("provision") if n.properties.get("is_mandate")]
        documents = [n.id for n in store.nodes("document") if n.properties.get("known")]
    return "MANDATES", [id for id in mandates if id not in linked][0], documents[0]


def test_an_added_link_rests_on_the_sentence_pointed_to(checkout: Path, store: str) -> None:
    key = a_pair_without_link(store)
    with open_store(store, create=False) as opened_store:
        (reading, *_) = [one for one in opened_store.readings() if one.language == "ar"]
        text = opened_store.evidence_text(reading.checksum)
    assert text
    # as it is copied from a page: spaces run together, marks and kashida left out
    sentence = " ".join(text.repaired[600:760].split())
    app = add(checkout, key[1], key[2], document=reading.document, sentence=sentence)
    assert SAY("judgements.done") in markup(app), markup(app)
    added = edge(store, key)
    assert added
    assert added.basis == "stated"
    (evidence,) = added.evidence
    assert evidence.checksum == reading.checksum
    assert " ".join(evidence.quotation.split()) == sentence
    with open_store(store, create=False) as opened_store:
        mandate = opened_store.node(key[1])
    assert mandate
    assert mandate.properties["status"] == "answered"


def test_an_added_link_without_a_sentence_counts_as_inferred(checkout: Path, store: str) -> None:
    key = a_pair_without_link(store)
    add(checkout, key[1], key[2])
    added = edge(store, key)
    assert added
    assert added.basis == "inferred"
    assert added.evidence[0].quotation


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"target": "actor:secretariat"}, "not one of document"),
        ({"target": "dec:nobody/1/1"}, "nothing in"),
        ({"why": "   "}, "a judgement needs a name and a reason"),
        ({"sentence": "a sentence that stands in no document at all"}, "none of its texts"),
        ({"sentence": "the"}, "too short"),
    ],
)
def test_what_the_model_or_the_store_does_not_bear_out_is_refused(
    checkout: Path, store: str, tmp_path: Path, change: dict[str, str], told: str
) -> None:
    _, source, target = a_pair_without_link(store)
    filled = dict(change)
    if "sentence" in change:
        filled["document"] = target
    app = add(checkout, source, filled.pop("target", target), **filled)
    seen = markup(app)
    assert SAY("judgements.refused") in seen
    assert told in seen
    assert not (tmp_path / "decided" / APPENDED_TO).exists()


def test_hostile_reasons_stay_text(checkout: Path, store: str, tmp_path: Path) -> None:
    key = an_inferred_link(store)
    why = " ".join(HOSTILE[:9])
    judge(checkout, key, "confirm", why)
    assert len(lines(tmp_path)) == 1
    for page in ("judgements", "evidence"):
        seen = markup(opened(checkout, page=page, lang="ar", id=" ".join(key)))
        assert "<img" not in seen
        assert "<svg" not in seen
        assert "window.hostile = 1</script>" not in seen


@pytest.mark.parametrize("link", ["", "x", *HOSTILE[:4], "MANDATES dec:a/1/1#a doc:B"])
def test_a_link_that_is_none_has_no_form(checkout: Path, store: str, link: str) -> None:
    app = opened(checkout, page="judgements", lang="en", link=link)
    assert not app.radio


def test_nothing_is_taken_where_judgements_are_off(
    checkout: Path, store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = an_inferred_link(store)
    app = opened(checkout, page="judgements", lang="en", link=" ".join(key))
    app.text_input(key="judge who").input("A. Reader")
    app.text_area(key="judge why").input("sent all the same")
    # switched off after the form was sent out: the button alone must not be what is hidden
    monkeypatch.delenv(JUDGEMENTS_SET)
    app.button(key="FormSubmitter:judge-" + SAY("judgements.send")).click().run()
    assert not (tmp_path / "decided").exists()
    assert edge(store, key)
    shown = opened(checkout, page="judgements", lang="en", link=" ".join(key))
    assert not shown.radio
    assert not shown.text_input
    assert SAY("judgements.off") in markup(shown)
    assert SAY("judgements.judge") not in markup(
        opened(checkout, page="evidence", lang="en", id=" ".join(key))
    )
