"""What a reader does with the pointer: presses boxes and arrows, copies, downloads."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote_plus

import openpyxl
import pytest
import river
from hostile import ACT
from playwright.sync_api import Browser, Page, expect
from visiting import PATIENCE, WIDE, address, ready, visit, whole

from views.parts.wording import wording_for

pytestmark = pytest.mark.browser

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])


@LANGUAGES
def test_evidence_is_scrolled_to_and_its_citation_copied(
    browser: Browser, served: str, screenshots: Path, language: str
) -> None:
    url = address(served, page="evidence", id=river.MANDATE, lang=language)
    with visit(browser, url, WIDE) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        ready(page)
        for place in range(2):  # repaired and as in the file, side by side
            expect(page.locator(".text mark").nth(place)).to_be_in_viewport()
        left, right = (page.locator("figure.quoted").nth(place).bounding_box() for place in (0, 1))
        assert left["y"] == right["y"]
        page.get_by_role("button", name=wording_for(language).say("evidence.copy")).click()
        expect(page.locator(".citation [role=status]")).not_to_be_empty()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator(".citation .words").inner_text()
        assert "(RIV/COP/2008/1)" in copied
        assert copied.endswith("https://docs.un.org/en/RIV/COP/2008/1")
        whole(page, screenshots / f"evidence.page.{language}.png")


@LANGUAGES
def test_the_picture_of_a_trace_leads_to_nodes_and_evidence(
    browser: Browser, served: str, language: str
) -> None:
    url = address(served, page="trace", id=river.ACT, lang=language)
    item = "item:river-cop/4/2(b)"
    box = f"network.canvasToDOM(network.getPosition('{item}'))"
    # the last piece of an arrow begins just before the box that it leads to
    before = f"edges.get().find(one => one.to === '{item}').from"
    arrow = f"network.canvasToDOM(network.getPosition({before}))"
    # that of (a): its ways to the item and to the report part there
    evidence = f"page=evidence&id=MANDATES {river.ACT}#a"
    with visit(browser, url, WIDE) as page:
        for place, said in ((box, f"page=node&id={item}"), (arrow, evidence)):
            page.goto(url)
            ready(page, picture=True)
            page.wait_for_timeout(800)
            frame = page.frames[-1]
            # the picture fits its frame: a frame that scrolls would hide the end of the way
            assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
            at = frame.evaluate(place)
            page.locator("iframe").scroll_into_view_if_needed()
            corner = page.locator("iframe").bounding_box()
            page.mouse.click(corner["x"] + at["x"], corner["y"] + at["y"])
            page.wait_for_url(
                lambda url, wanted=said: wanted in unquote_plus(url), timeout=PATIENCE
            )


def decoded(url: str) -> str:
    return unquote_plus(url)


@LANGUAGES
def test_a_network_is_opened_without_losing_its_layout(
    browser: Browser, served: str, screenshots: Path, language: str
) -> None:
    url = address(served, page="graph", id=f"{river.ACT}#a", lang=language)
    item = "item:river-cop/4/2(b)"
    with visit(browser, url, WIDE) as page:
        ready(page)
        canvas = page.locator(".network canvas")
        canvas.wait_for(timeout=PATIENCE)
        page.wait_for_timeout(500)
        before = positions(page)
        press_node(page, item, twice=True)
        page.wait_for_url(lambda url: f"open={item}" in decoded(url), timeout=PATIENCE)
        # what the item hangs on came with it
        expect(page.locator(".stApp")).to_contain_text("Water", timeout=PATIENCE)
        page.wait_for_timeout(800)
        after = positions(page)
        assert {id: after[id] for id in before} == before
        assert "item:river-cop/4/2" in after
        page.wait_for_timeout(600)
        whole(page, screenshots / f"graph.{language}.png")


def positions(page: Page) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = page.locator(".network").evaluate(
        "one => one.network.getPositions()"
    )
    return found


def press_node(page: Page, id: str, *, twice: bool = False) -> None:
    network = page.locator(".network")
    network.scroll_into_view_if_needed()
    corner = network.bounding_box()
    at = network.evaluate("(one, id) => one.network.canvasToDOM(one.network.getPosition(id))", id)
    page.mouse.click(corner["x"] + at["x"], corner["y"] + at["y"], click_count=2 if twice else 1)


def test_hostile_texts_do_not_run_in_a_network(
    browser: Browser, served: str, screenshots: Path
) -> None:
    url = address(served, page="graph", id=ACT, lang="ar", open=f"{ACT}#1 {ACT}#2 {ACT}#6")
    with visit(browser, url, WIDE) as page:
        ready(page)
        page.locator(".network canvas").wait_for(timeout=PATIENCE)
        page.wait_for_timeout(800)
        network = page.locator(".network")
        network.scroll_into_view_if_needed()
        corner = network.bounding_box()
        told = 0
        for number in range(1, 13):
            at = network.evaluate(
                "(one, id) => one.network.canvasToDOM(one.network.getPosition(id))",
                f"{ACT}#{number}",
            )
            page.mouse.move(corner["x"] + at["x"], corner["y"] + at["y"])
            page.wait_for_timeout(300)
            told += network.locator(".vis-tooltip").evaluate(
                "one => one.style.visibility === 'visible' && one.children.length === 0"
            )
        assert told > 6, "few boxes told anything: the test hovers over nothing"
        assert page.evaluate("window.hostile === undefined")
        whole(page, screenshots / "graph.hostile.ar.png")


def test_a_file_is_written_when_it_is_asked_for(
    browser: Browser, served: str, tmp_path: Path
) -> None:
    with visit(browser, address(served, page="graph", id=river.ACT, lang="ar"), WIDE) as page:
        ready(page)
        say = wording_for("ar").say
        page.get_by_text(say("export.title")).click()
        with page.expect_download(timeout=PATIENCE) as awaited:
            page.get_by_role("button", name="Excel").click()
        file = tmp_path / awaited.value.suggested_filename
        awaited.value.save_as(file)
    assert file.name == "graph-dec-river-cop-3-2.xlsx"
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == [say("export.links"), say("export.nodes")]
    assert river.ACT in [row[0].value for row in book.worksheets[1].iter_rows()]
