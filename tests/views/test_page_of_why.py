"""The page that leads a matter back to its first decision."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import river
from driven import markup, opened, words
from hostile import ACT, ONE_OF_EACH

from views.parts.wording import wording_for

pytestmark = pytest.mark.usefixtures("asks_the_store")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            ["Item 2(b) Rivers", "Decision 3/2 Clean rivers · Session 3 (2006)", "mandated by"],
        ),
        ("ar", ["البند 2(ب)", "المقرر 3/2 نظافة الأنهار · الدورة 3 (2006)", "بتكليف من"]),
    ],
)
def test_an_item_is_led_back_to_its_decision(
    checkout: Path, language: str, told: list[str]
) -> None:
    app = opened(checkout, page="why", id="item:river-cop/4/2(b)", lang=language)
    seen = words(markup(app))
    wording = wording_for(language)
    for one in [*told, "MANDATES as printed", wording.say("why.first"), "1–2"]:
        assert one in seen
    (frame,) = app.get("iframe")
    assert f'dir="{wording.direction}"' in frame.proto.srcdoc
    # the table holds what the picture shows
    table = markup(app).partition("<table>")[2].partition("</table>")[0]
    assert wording.value("basis", "stated") in words(table)
    assert "3/2" in words(table)


def test_every_step_leads_to_its_evidence(checkout: Path) -> None:
    seen = unescape(markup(opened(checkout, page="why", id="doc:RIV/COP/2008/4", lang="en")))
    for step in (
        "MANDATES+dec%3Ariver-cop%2F3%2F2%23a+doc%3ARIV%2FCOP%2F2008%2F4",
        "DOCUMENTATION+item%3Ariver-cop%2F4%2F2%28b%29+doc%3ARIV%2FCOP%2F2008%2F4",
    ):
        assert f"?page=evidence&id={step}&lang=en" in seen


def test_the_boxes_show_where_the_matter_is_and_a_choice_changes_the_address(
    checkout: Path,
) -> None:
    app = opened(checkout, page="why", id="item:river-cop/4/2(b)", lang="en")
    boxes = {one: app.selectbox(key=f"pick {one}") for one in ("body", "session", "matter")}
    assert boxes["session"].value == "session:river-cop/4"
    assert boxes["matter"].value == "item:river-cop/4/2(b)"
    boxes["matter"].select("item:river-cop/4/2(c)").run()
    assert app.query_params["id"] == "item:river-cop/4/2(c)"
    assert "Item 2(c) Lakes" in words(markup(app))


def test_words_find_items_before_the_provisions_that_use_them(checkout: Path) -> None:
    app = opened(checkout, page="why", q="rivers", lang="en")
    found = markup(app).partition('role="status"')[2].partition("</ul>")[0]
    led = re.findall(r"id=([^&]+)&amp;lang", found)
    assert led[0] == "item%3Ariver-cop%2F4%2F2%28b%29"
    assert "dec%3Ariver-cop%2F3%2F2" in led
    assert "?page=why&amp;" in found


@pytest.mark.parametrize(
    ("id", "said"),
    [
        # nothing asked for it, and nothing says where it came from
        ("item:river-cop/4/1", "why.nothing"),
        ("item:river-cop/9/9", "trouble.not_found"),
        # an actor came from nowhere
        ("actor:states", "trouble.not_found"),
        ("3/2", "trouble.several"),
    ],
)
def test_where_there_is_no_way_back_it_says_so(checkout: Path, id: str, said: str) -> None:
    wording = wording_for("en")
    assert wording.say(said) in words(markup(opened(checkout, page="why", id=id, lang="en")))


def test_without_a_choice_it_begins_with_an_item_that_was_asked_for(checkout: Path) -> None:
    seen = words(markup(opened(checkout, page="why", lang="en")))
    assert wording_for("en").say("why.first") in seen
    assert "mandated by" in seen


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_texts_stay_text(checkout: Path, language: str) -> None:
    for id in (ACT, "item:river-cop/4/13", "doc:RIV/COP/2008/106", river.ACT):
        app = opened(checkout, page="why", id=id, lang=language, q="window")
        for tag in ("<img", "<svg", '<a href="javascript', "<script>window"):
            assert tag not in markup(app)


@pytest.mark.parametrize("text", ONE_OF_EACH)
def test_hostile_addresses_get_a_word(checkout: Path, text: str) -> None:
    app = opened(checkout, page="why", id=f"{text}/9", q=text, lang="ar")
    assert wording_for("ar").say("trouble.not_found") in words(markup(app))
