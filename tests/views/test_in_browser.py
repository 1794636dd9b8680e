"""The page as a person meets it, in a real browser: both languages, wide and narrow, light and dark.

Screenshots go to `screenshots/`, to be looked at.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
import river
from hostile import ACT
from playwright.sync_api import Browser, Page, expect
from visiting import PATIENCE, PHONE, WIDE, address, ready, visit, whole

from graph.questions import chain, trace
from graph.stores import open_store
from views.parts.names import Names
from views.parts.picture import chain_page
from views.parts.wording import wording_for

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_a_decision_its_provisions_and_their_documents(
    browser: Browser, served: str, screenshots: Path, language: str, way: str
) -> None:
    wording = wording_for(language)
    url = address(served, page="trace", id="dec:river-cop/3/2", lang=language)
    with visit(browser, url, WIDE) as page:
        ready(page, picture=True)
        root = page.locator("html")
        expect(root).to_have_attribute("dir", way)
        expect(root).to_have_attribute("lang", language)
        card = page.locator('[class*="st-key-provision-dec-river-cop-3-2-a"]')
        expect(card).to_contain_text("(أ)" if language == "ar" else "(a)")
        expect(card).to_contain_text("RIV/COP/2008/4")
        frame = page.frame_locator("iframe")
        expect(frame.locator("html")).to_have_attribute("dir", way)
        # the widgets too run from the right: the first box to choose from stands at the start
        body, decision = (
            page.locator(f".st-key-{key}").bounding_box() for key in ("body", "decision")
        )
        assert (body["x"] > decision["x"]) is (way == "rtl")
        whole(page, screenshots / f"trace.{language}.png")
        page.get_by_text(wording.say("table.title")).click()
        expect(page.locator("table")).to_contain_text("RIV/COP/2008/4")
        cells = page.locator("table th")
        first, last = (cells.nth(n).bounding_box() for n in (0, cells.count() - 1))
        assert (first["x"] > last["x"]) is (way == "rtl")
        page.locator("table").screenshot(path=screenshots / f"table.{language}.png")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_link_shows_its_sentence_beside_it(
    browser: Browser, served: str, screenshots: Path, language: str
) -> None:
    url = address(served, page="trace", id="dec:river-cop/3/2", lang=language)
    with visit(browser, url, WIDE, "dark") as page:
        ready(page, picture=True)
        card = page.locator('[class*="st-key-provision-dec-river-cop-3-2-a"]')
        card.get_by_role("button").filter(has_text="2(").first.click()
        evidence = page.locator(".st-key-evidence")
        expect(evidence.locator("mark").first).to_contain_text("as printed", timeout=PATIENCE)
        assert "link=MANDATES" in page.url
        # beside the card that was pressed, which did not move away
        expect(evidence.locator("mark").first).to_be_in_viewport()
        expect(card.get_by_role("button").first).to_be_in_viewport()
        page.wait_for_timeout(500)
        page.screenshot(path=screenshots / f"evidence.dark.{language}.png")
    with visit(browser, url + "&" + urlencode({"link": river.MANDATE}), WIDE) as page:
        expect(page.locator(".st-key-evidence mark").first).to_be_in_viewport(timeout=PATIENCE)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_on_a_phone(browser: Browser, served: str, screenshots: Path, language: str) -> None:
    url = address(served, id="dec:river-cop/3/2", lang=language)
    with visit(browser, url, PHONE) as page:
        ready(page, picture=True)
        # nothing sticks out to the side
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        whole(page, screenshots / f"phone.{language}.png")
    with visit(browser, url + "&" + urlencode({"link": river.MANDATE}), PHONE) as page:
        ready(page, picture=True)
        expect(page.locator(".st-key-evidence mark").first).to_be_in_viewport(timeout=PATIENCE)
        page.screenshot(path=screenshots / f"phone.evidence.{language}.png")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_texts_do_not_run(
    browser: Browser, served: str, screenshots: Path, language: str
) -> None:
    link = f"MANDATES {ACT}#6 doc:RIV/COP/2008/106"
    with visit(
        browser, address(served, id=ACT, lang=language, link=link, q="window"), WIDE
    ) as page:
        ready(page, picture=True)
        _hover_over_boxes(page)
        for frame in page.frames:
            assert frame.evaluate("window.hostile === undefined")
        whole(page, screenshots / f"hostile.{language}.png")


HOVERED = 40  # boxes; the texts of all others are made as theirs


def _hover_over_boxes(page: Page) -> None:
    """Bring up what each box of the picture tells."""
    frame = page.frames[-1]
    corner = page.locator("iframe").bounding_box()
    places = frame.evaluate(
        "nodes.getIds().map(id => network.canvasToDOM(network.getPosition(id)))"
    )
    page.locator("iframe").scroll_into_view_if_needed()
    corner = page.locator("iframe").bounding_box()
    shown = 0
    for place in places[:HOVERED]:
        if 0 < place["x"] < corner["width"] and 0 < place["y"] < corner["height"]:
            page.mouse.move(corner["x"] + place["x"], corner["y"] + place["y"])
            page.wait_for_timeout(200)
            shown += frame.evaluate(
                "[...document.querySelectorAll('.vis-tooltip')]"
                ".some(one => one.style.visibility === 'visible')"
            )
    assert shown > 3, "no box told anything: the test hovers over nothing"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_picture_as_a_file_of_its_own(
    browser: Browser, store_url: str, tmp_path: Path, screenshots: Path, language: str
) -> None:
    with open_store(store_url, create=False) as store:
        answer = trace(store, "dec:river-cop/3/2")
        html = chain_page(answer, chain(store, answer), Names(wording_for(language), {}))
    file = tmp_path / "chain.html"
    file.write_text(html, encoding="utf-8")
    with visit(browser, file.as_uri(), WIDE) as page:
        page.locator("canvas").wait_for(timeout=PATIENCE)
        expect(page.locator("h1")).to_contain_text("3/2")
        page.wait_for_timeout(500)
        page.screenshot(path=screenshots / f"picture.{language}.png", full_page=True)
