"""The page of a link's evidence, run by the server's own test driver on a real store."""

from __future__ import annotations

from array import array
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
import river
from driven import markup, opened
from hostile import HOSTILE

from graph.model.citation import citation
from graph.model.records import Evidence
from graph.questions.linked import linked
from graph.stores import EvidenceText, open_store
from views.parts.citations import cited_text
from views.parts.evidence_link import evidence_address, evidence_link, link_key
from views.parts.names import Names
from views.parts.wording import wording_for, wordings

pytestmark = pytest.mark.usefixtures("asks_the_store")

ENGLISH, ARABIC = Names(wording_for("en"), {}), Names(wording_for("ar"), {})
BEFORE, AFTER = "water " * 2000, "stones " * 2000


@pytest.fixture
def several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store in which the mandate stands in a long Arabic text and in an English digest."""
    arabic = f"{BEFORE}نهر كبير{AFTER}"
    place = (len(BEFORE), len(BEFORE) + 8)
    official = Evidence(
        river.AGENDA, "ar", "c" * 64, (place,), "نهر كبير", "test", "official", "paragraph (r)", 7
    )
    digest = replace(
        official, language="en", checksum="d" * 64, quotation="Rivers, retold", source="digest"
    )
    reading = replace(
        river.reading(checksum="c" * 64),
        document=river.AGENDA,
        text=EvidenceText(arabic, arabic, array("i", range(len(arabic)))),
    )
    edges = tuple(
        replace(edge, evidence=(digest, official)) if " ".join(edge.key) == river.MANDATE else edge
        for edge in river.GRAPH.edges
    )
    url = f"sqlite:///{tmp_path / 'several.sqlite'}"
    with open_store(url) as store:
        store.put_reading(reading)
        store.write_graph(replace(river.GRAPH, edges=edges), {"version": "0.1"})
    monkeypatch.setenv("MANDATES_STORE", url)
    return url


@pytest.mark.parametrize("language", list(wordings()))
def test_the_sentence_stands_marked_in_its_text(checkout: Path, language: str) -> None:
    wording = wording_for(language)
    seen = markup(opened(checkout, page="evidence", id=river.MANDATE, lang=language))
    # the file has a space too many: both forms are shown, each with its mark
    assert escape(wording.say("evidence.original")) in seen
    assert escape(wording.say("evidence.repaired")) in seen
    assert "</mark>  in the file, with a space too many" in seen
    assert "</mark> in the file, with a space too many" in seen
    assert escape(wording.say("evidence.copy")) in seen
    assert escape(wording.say("evidence.stated_means")) in seen
    assert escape(wording.say("evidence.one_language")) in seen


def test_a_long_text_comes_in_portions_kept_in_the_address(checkout: Path, several: str) -> None:
    wording = ENGLISH.wording
    app = opened(checkout, page="evidence", id=river.MANDATE, lang="ar", n="2")
    short = len(markup(app))
    before = next(button for button in app.button if button.key == "more before")
    before.click().run()
    assert app.query_params["before"] == "1"
    assert 1500 < len(markup(app)) - short < 2500
    whole = opened(
        checkout, page="evidence", id=river.MANDATE, lang="en", n="2", before="9", after="9"
    )
    assert BEFORE.strip() in markup(whole)
    # nothing is left that could be shown
    labels = [button.label for button in whole.button]
    assert wording.say("evidence.more_before") not in labels
    assert wording.say("evidence.more_after") not in labels


def test_official_text_comes_first_and_a_digest_says_what_it_is(
    checkout: Path, several: str
) -> None:
    digest = ENGLISH.wording.say("head.digest")
    first = markup(opened(checkout, page="evidence", id=river.MANDATE, lang="en"))
    assert "<mark>نهر كبير</mark>" in first
    assert digest not in first
    chosen = markup(opened(checkout, page="evidence", id=river.MANDATE, lang="en", n="1"))
    assert digest in chosen
    assert "<mark>Rivers, retold</mark>" in chosen
    assert ENGLISH.wording.say("evidence.not_stored") in chosen


def test_other_languages_stand_beside_and_every_piece_can_be_chosen(
    checkout: Path, several: str
) -> None:
    app = opened(checkout, page="evidence", id=river.MANDATE, lang="en")
    seen = markup(app)
    # the English digest beside the Arabic text, which is shown above too
    assert seen.count("<mark>نهر كبير</mark>") == 2
    assert "<mark>Rivers, retold</mark>" in seen
    assert "n=1" in seen
    pieces = [button for button in app.button if (button.key or "").startswith("step piece")]
    assert len(pieces) == 2
    next(button for button in pieces if button.key == "step piece 1").click().run()
    assert app.query_params["n"] == "1"
    assert ENGLISH.wording.say("head.digest") in markup(app)


@pytest.mark.parametrize("names", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_a_citation_is_in_the_language_of_the_page(names: Names) -> None:
    evidence = Evidence(
        "doc:RIV/1", "ar", "c" * 64, ((0, 1),), "x", "test", "digest", "paragraph (r)", 7
    )
    said = cited_text(citation(evidence, {"symbol": "RIV/1", "title": {"en": "Rivers"}}), names)
    if names is ENGLISH:
        assert said.startswith("Rivers (RIV/1), paragraph (r), page 7 [digest, ar], https://")
    else:
        # (ص) is the eighteenth letter of the abjad
        assert "الفقرة (ص)" in said
        assert "الصفحة 7 [خلاصة، ar]، https://" in said
        assert not {"paragraph", "page", "digest"} & set(said.replace("،", " ").split())


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "MANDATES",
        "MANDATES dec:river-cop/3/2#a item:river-cop/4/9",
        "NO_SUCH_RELATION dec:river-cop/3/2#a item:river-cop/4/2(b)",
        "a b c d",
        "\x00 \u202e ..",
        *HOSTILE,
    ],
)
def test_a_link_that_is_not_there_gives_a_word(checkout: Path, asked: str) -> None:
    app = opened(checkout, page="evidence", id=asked, lang="en", n="-1", before="1e9", after="²")
    seen = markup(app)
    assert ENGLISH.wording.say("evidence.none") in seen
    if "<" in asked:
        assert asked not in seen


def test_a_number_that_no_evidence_has_shows_the_first(checkout: Path, several: str) -> None:
    for number in ("0", "3", "99999999999999999999", "x", "²"):
        assert "<mark>نهر كبير</mark>" in markup(
            opened(checkout, page="evidence", id=river.MANDATE, n=number)
        )


def test_an_anchor_leads_to_the_evidence_and_names_the_link(store_url: str) -> None:
    key = link_key(river.MANDATE)
    assert key
    with open_store(store_url, create=False) as store:
        link = linked(store, *key)
    anchor = evidence_link(link, ENGLISH)
    assert "page=evidence" in anchor
    assert "id=MANDATES+dec%3Ariver-cop%2F3%2F2%23a+item%3Ariver-cop%2F4%2F2%28b%29" in anchor
    assert ENGLISH.name(link.target) in anchor
    assert evidence_address(link, ENGLISH.wording, 2).endswith("&n=2&lang=en")
