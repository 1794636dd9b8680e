"""Every page that there is, in Arabic and English: accessible, alone with its server, whole.

One visit each: checked by axe-core in light and dark, then on a phone. Screenshots go to
`screenshots/pages/`, to be looked at.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
import river
from playwright.sync_api import Browser, Frame, Page, expect
from visiting import PHONE, WIDE, address, ready, visit, whole

import views
from views.parts.wording import wording_for

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
GRAVE = ("serious", "critical")
PAGES = sorted(
    file.stem for file in Path(views.__path__[0]).glob("*.py") if file.stem != "__init__"
)
# what a page is shown of that needs to be told; other pages are shown as they begin
ABOUT: dict[str, dict[str, str]] = {
    "evidence": {"id": river.MANDATE},
    "graph": {"id": river.ACT},
    "node": {"id": river.ACT},
    "start": {"q": "river"},
    "trace": {"id": river.ACT, "link": river.MANDATE},
    "why": {"id": "item:river-cop/4/2(b)"},
    "unknown": {"page": "nowhere"},
}
# Of Streamlit's own making, out of an app's reach.
STREAMLITS = {
    # the main part of a page scrolls, and the keyboard reaches it through what stands in it
    ("scrollable-region-focusable", ".stMain"),
}


def test_every_file_is_a_page_that_is_registered(checkout: Path) -> None:
    tree = ast.parse((checkout / "app.py").read_text(encoding="utf-8"))
    (registered,) = (
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PAGES"
    )
    assert sorted(registered) == PAGES


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_whole(
    browser: Browser, served: str, screenshots: Path, name: str, language: str
) -> None:
    folder = screenshots / "pages"
    folder.mkdir(exist_ok=True)
    about = {"page": name, "lang": language} | ABOUT.get(name, {})
    with visit(browser, address(served, **about), WIDE) as page:
        ready(page)
        assert page.get_by_test_id("stException").count() == 0
        assert page.title() == " · ".join(
            wording_for(language).say(key) for key in (f"{name}.title", "shell.program")
        )
        assert headings_in_order(page)
        assert violations(page) == []
        whole(page, folder / f"{name}.{language}.png")
        page.emulate_media(color_scheme="dark")
        page.wait_for_timeout(600)
        assert violations(page, ["color-contrast"]) == []
        page.screenshot(path=folder / f"{name}.{language}.dark.png")
        page.set_viewport_size(PHONE)
        page.wait_for_timeout(600)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert sticking_out(page) == []
        whole(page, folder / f"{name}.{language}.phone.png")


def test_the_keyboard_reaches_the_content_first(browser: Browser, served: str) -> None:
    with visit(browser, address(served, page="method", lang="en"), WIDE) as page:
        ready(page)
        skip = page.locator(".skip")
        for _ in range(2):  # the part of the page that scrolls may come first
            page.keyboard.press("Tab")
            if skip.evaluate("one => one === document.activeElement"):
                break
        expect(skip).to_be_focused()
        assert skip.bounding_box()["height"] > 10  # it shows itself
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "H1"


def violations(page: Page, rules: list[str] | None = None) -> list[dict[str, Any]]:
    """What axe-core finds to be serious or critical on the page and in its pictures, and stays.

    On a busy machine a frame may still be drawing itself: what is gone a moment later is no fault.
    """
    found = grave(page, rules)
    if found:
        page.wait_for_timeout(2000)
        found = grave(page, rules)
    return found


def grave(page: Page, rules: list[str] | None) -> list[dict[str, Any]]:
    """What axe-core finds to be serious or critical at this moment."""
    return [
        {
            "rule": found["id"],
            "says": found["help"],
            "where": [node["target"] for node in found["nodes"]][:5],
            "markup": [node["html"][:200] for node in found["nodes"]][:3],
        }
        for frame in page.frames
        if frame.url != "about:blank"
        for found in checked(frame, rules)
        if found["impact"] in GRAVE and not ours_not(found)
    ]


def checked(frame: Frame, rules: list[str] | None) -> list[dict[str, Any]]:
    if frame.evaluate("typeof axe") == "undefined":
        frame.evaluate(AXE.read_text(encoding="utf-8"))
    only = {"runOnly": rules} if rules else {}
    found: list[dict[str, Any]] = frame.evaluate(
        "options => axe.run(document, { iframes: false, ...options }).then(one => one.violations)",
        only,
    )
    return found


def ours_not(found: dict[str, Any]) -> bool:
    # A target in a shadow tree is a list: the way there.
    return all(
        (found["id"], str(target)) in STREAMLITS for n in found["nodes"] for target in n["target"]
    )


def headings_in_order(page: Page) -> bool:
    """One h1, and no level left out on the way down."""
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])"
    )
    steps = zip(levels, levels[1:], strict=False)
    return levels.count(1) == 1 and levels[0] == 1 and all(b <= a + 1 for a, b in steps)


def sticking_out(page: Page) -> list[str]:
    """Texts and widgets that are cut off at the side, though nothing scrolls there."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stHtml"] *, button, input')]
          .filter(one => {
            const box = one.getBoundingClientRect();
            if (!box.width || !box.height || getComputedStyle(one).visibility === 'hidden') return false;
            if (one.closest('.wide, .skip, [class*=scroll], svg, iframe, pre')) return false;
            return box.left < -1 || box.right > document.documentElement.clientWidth + 1;
          })
          .map(one => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 60)}`).slice(0, 5)"""
    )
    return found
