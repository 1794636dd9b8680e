"""Visits of pages in a real browser: nothing goes wrong on them, and no other host is asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, expect

WIDE, PHONE = {"width": 1400, "height": 1000}, {"width": 390, "height": 844}
PATIENCE = 30_000  # milliseconds
OURS = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:", "file:")


@contextmanager
def visit(
    browser: Browser, url: str, size: dict[str, int], scheme: str = "light", sharpness: float = 1
) -> Iterator[Page]:
    """A page on which nothing went wrong, and that asked no other host for anything."""
    page = browser.new_page(viewport=size, color_scheme=scheme, device_scale_factor=sharpness)
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.goto(url)
    yield page
    assert [address for address in asked if not address.startswith(OURS)] == []
    assert wrong == []
    page.close()


def address(served: str, **said: str) -> str:
    """The address of a page of the served app."""
    return f"{served}/?{urlencode(said)}"


def ready(page: Page, *, picture: bool = False) -> None:
    """Wait until the page has run to its end and, if it has one, its picture is drawn."""
    page.get_by_test_id("stApp").wait_for(timeout=PATIENCE)
    page.locator("h1").wait_for(timeout=PATIENCE)
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=PATIENCE
    )
    if picture:
        page.frame_locator("iframe").locator("canvas").wait_for(timeout=PATIENCE)


def whole(page: Page, path: Path) -> None:
    """A screenshot of the page from its head to its foot."""
    size = page.viewport_size
    height = page.get_by_test_id("stMain").evaluate("one => one.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": height})
    page.wait_for_timeout(1200)
    page.screenshot(path=path)
    page.set_viewport_size(size)
