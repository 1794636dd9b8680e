"""Pages of nodes, origins and times as a person walks through them, in both directions of writing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from test_every_page import headings_in_order, violations
from visiting import PATIENCE, PHONE, WIDE, address, ready, visit, whole

from views.parts.wording import wording_for

pytestmark = pytest.mark.browser

ITEM = "item:river-cop/4/2(b)"


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_from_the_timeline_to_an_item_and_back_to_its_decision(
    browser: Browser, served: str, screenshots: Path, language: str, way: str
) -> None:
    wording = wording_for(language)
    with visit(browser, address(served, page="timeline", lang=language), WIDE) as page:
        ready(page)
        heads = page.locator(".grid th[scope=col]")
        first, last = (heads.nth(n).bounding_box() for n in (0, heads.count() - 1))
        assert (first["x"] > last["x"]) is (way == "rtl")
        page.locator(".grid td a").filter(has_text="2(").first.click()
        ready(page)
        expect(page.locator("h2.act")).to_contain_text("2(", timeout=PATIENCE)
        assert "page=node" in page.url
        page.get_by_role("link", name=wording.say("node.why")).click()
        page.wait_for_url("**page=why**")
        ready(page, picture=True)
        expect(page.locator("html")).to_have_attribute("dir", way)
        expect(page.locator(".badge").first).to_contain_text("3/2")
        expect(page.locator("blockquote").first).to_contain_text("as printed")
        whole(page, screenshots / f"why.{language}.png")
        page.locator(".proof a").first.click()
        page.wait_for_url("**page=evidence**")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("id", ["session:river-cop/4", "body:river-cop", "actor:secretariat"])
def test_a_node_of_another_type_is_accessible(
    browser: Browser, served: str, screenshots: Path, id: str, language: str
) -> None:
    with visit(browser, address(served, page="node", id=id, lang=language), WIDE) as page:
        ready(page)
        assert headings_in_order(page)
        assert violations(page) == []
        whole(page, screenshots / f"{id.partition(':')[0]}.{language}.png")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_wide_table_scrolls_by_itself_and_keeps_its_first_column(
    browser: Browser, served: str, screenshots: Path, language: str
) -> None:
    with visit(browser, address(served, page="timeline", lang=language), PHONE) as page:
        ready(page)
        act = page.locator(".grid th[scope=row]").first
        before = act.bounding_box()["x"]
        sign = -1 if language == "ar" else 1
        page.locator(".grid").evaluate(f"grid => grid.scrollLeft = {sign} * 200")
        moved = page.locator(".grid").evaluate("grid => Math.abs(grid.scrollLeft)")
        assert moved > 20, "nothing to scroll: the test looks at nothing"
        assert abs(act.bounding_box()["x"] - before) < 2
        page.screenshot(path=screenshots / f"timeline.phone.{language}.png")


def test_what_hostile_nodes_are_called_does_not_run(browser: Browser, served: str) -> None:
    for page_name, id in (
        ("node", "doc:RIV/COP/2008/106"),
        ("node", "session:river-cop/4"),
        ("why", "item:river-cop/4/16"),
        ("timeline", ""),
    ):
        url = address(served, page=page_name, id=id, lang="ar", q="window")
        with visit(browser, url, WIDE) as page:
            ready(page)
            for frame in page.frames:
                assert frame.evaluate("window.hostile === undefined")
