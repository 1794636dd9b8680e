"""In a real browser no hostile text runs, loads or asks, on the pages that show all of them."""

from __future__ import annotations

import pytest
from hostile import ACT, HOSTILE
from playwright.sync_api import Browser, Page, expect
from visiting import PATIENCE, WIDE, address, ready, visit

pytestmark = pytest.mark.browser

BEGINNING = 40  # signs of a text: a list may show no more of it


@pytest.mark.parametrize("name", ["trace", "node"])
def test_no_text_of_a_long_list_runs(browser: Browser, served: str, name: str) -> None:
    with visit(browser, address(served, page=name, id=ACT, lang="ar"), WIDE) as page:
        ready(page)
        _bring_all(page)
        seen = _signs(page.get_by_test_id("stMain").text_content() or "")
        assert [text for text in HOSTILE if _signs(text)[:BEGINNING] not in seen] == []
        assert _unharmed(page)


def test_no_text_of_an_address_runs(browser: Browser, served: str) -> None:
    everything = " ".join(HOSTILE).replace("\x00", "")
    for name in ("start", "gaps", "unknown"):
        url = address(served, page=name, q=everything, words=everything, lang="ar")
        with visit(browser, url[:6000], WIDE) as page:
            ready(page)
            assert _unharmed(page)


def _bring_all(page: Page) -> None:
    """Press what brings more of a list until nothing is left behind it."""
    more = page.locator("[class*=st-key-more]").get_by_role("button")
    more.first.wait_for(timeout=PATIENCE)
    while more.count():
        says = more.first.inner_text()
        more.first.click()
        expect(page.get_by_role("button", name=says, exact=True)).to_have_count(0, timeout=PATIENCE)
        ready(page)


def _signs(text: str) -> str:
    """What can be seen of a text, or be told from another."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


def _unharmed(page: Page) -> bool:
    return all(frame.evaluate("window.hostile === undefined") for frame in page.frames)
