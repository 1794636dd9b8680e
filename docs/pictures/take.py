"""The pictures of the tutorial, taken anew of the app on the digests of `data/`: `make pictures`.

Needs a Chromium on the PATH, or at MANDATES_CHROMIUM. Every picture is taken in the languages that
the tutorial is written in, and named `<what>.<language>.png` beside this file.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page, sync_playwright

from commands.build import build
from commands.bundle import digests_folder
from graph.stores import open_store
from tests.serving import app_running, free_port
from tests.views.visiting import PATIENCE, address, ready, visit
from views.parts.wording import Wording, wording_for

LANGUAGES = ("en", "ar")
FOLDER = Path(__file__).resolve().parent
WINDOW = {"width": 1280, "height": 1500}
SHARPNESS = 1.5  # dots a CSS pixel, so that a reader may enlarge what the site shows small
COLOURS = 128  # the pages have few; it keeps a picture below 150 KB
MARGIN = 14
FRAME = "#d0d0d0"  # tells a picture of a page from the page that shows it

DECISION = "dec:untoc-cop/3/2"
ITEM = "item:untoc-cop/4/2(c)"
REPORT = "doc:CTOC/COP/2008/4"
# The digests of the report of a session; the agenda of the next is what a reader adds to them.
REPORTS = [digests_folder() / f"CTOC_COP_2006_14.digest.{language}.txt" for language in LANGUAGES]
AGENDA = "CTOC_COP_2008_1.digest.{}.txt"
CARD = '[class*="st-key-provision-dec-untoc-cop-3-2-t"]'
EXPORTS = "[data-testid=stExpander]:has(.st-key-exports)"


def _as_it_opens(page: Page, wording: Wording) -> None:
    """The page needs nothing done."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A strip of a page: opened at `at`, made ready by `do`, from `top` on, `height` pixels of it.

    `top` is a selector; without it the strip begins with the page.
    """

    name: str
    height: int
    at: dict[str, str]
    top: str = ""
    do: Callable[[Page, Wording], None] = _as_it_opens


def _show_the_sentence(page: Page, wording: Wording) -> None:
    page.locator(CARD).get_by_role("button").first.click()
    page.locator(".st-key-evidence mark").first.wait_for(timeout=PATIENCE)


def _open_the_exports(page: Page, wording: Wording) -> None:
    page.get_by_text(wording.say("export.title")).click()
    page.locator(EXPORTS).get_by_role("button").first.wait_for(timeout=PATIENCE)
    page.wait_for_timeout(1000)  # it unfolds


def _drop_the_agenda(page: Page, wording: Wording) -> None:
    digest = digests_folder() / AGENDA.format(wording.language)
    page.locator("input[type=file]").set_input_files(digest)
    page.locator(".st-key-keep button").wait_for(timeout=PATIENCE)


def _begin_to_judge(page: Page, wording: Wording) -> None:
    page.get_by_role("link", name=wording.say("judgements.judge")).click()
    name = page.get_by_test_id("stForm").first.get_by_label(wording.say("judgements.who"))
    name.fill({"en": "A. Reader", "ar": "قارئ"}[wording.language])


TRACE = {"page": "trace", "id": DECISION}
READING = (
    Picture("start", 925, {}),
    Picture("trace", 1150, TRACE, "h2.act"),
    Picture("sentence", 820, TRACE, CARD, _show_the_sentence),
    Picture("evidence", 960, {"page": "evidence", "id": f"MANDATES {DECISION}#r {ITEM}"}, "h1"),
    Picture("why", 1250, {"page": "why", "id": ITEM}, "h2.act"),
    Picture("gaps", 1100, {"page": "gaps"}, "h1"),
    Picture("timeline", 1320, {"page": "timeline"}, "h1"),
    Picture("exports", 190, TRACE, EXPORTS, _open_the_exports),
)
ADDING = (Picture("adding", 1250, {"page": "documents"}, "h1", _drop_the_agenda),)
LINK = {"page": "evidence", "id": f"MANDATES {DECISION}#g {REPORT}"}
JUDGING = (Picture("judging", 650, LINK, "h1", _begin_to_judge),)


def main() -> None:
    """Take all pictures, and write them beside this file."""
    chromium = shutil.which(os.environ.get("MANDATES_CHROMIUM", "chromium"))
    if chromium is None:
        sys.exit("no Chromium on the PATH: install one, or set MANDATES_CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        with _serving([digests_folder()]) as served:
            _take(READING, browser, served)
        with _serving(REPORTS, "--uploads") as served:
            _take(ADDING, browser, served)
        with _serving([digests_folder()], "--judgements") as served:
            _take(JUDGING, browser, served)
        browser.close()


@contextmanager
def _serving(documents: Sequence[Path], *options: str) -> Iterator[str]:
    """The address of the app, as `mandates app` serves a new store of these documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_store(f"sqlite:///{folder / 'mandates.sqlite'}") as store:
            build(documents, store)
        port = free_port()
        mandates = str(Path(sys.executable).with_name("mandates"))
        command = [mandates, "app", "--port", str(port), *options]
        environment = os.environ | {"STREAMLIT_SERVER_HEADLESS": "true"}
        with app_running(
            command, port, folder / "log", environment=environment, folder=folder
        ) as served:
            yield served


def _take(pictures: Sequence[Picture], browser: Browser, served: str) -> None:
    for picture in pictures:
        for language in LANGUAGES:
            url = address(served, **picture.at, lang=language)
            with visit(browser, url, WINDOW, sharpness=SHARPNESS) as page:
                ready(page)
                picture.do(page, wording_for(language))
                _write(_strip(page, picture), FOLDER / f"{picture.name}.{language}.png")


def _strip(page: Page, picture: Picture) -> bytes:
    body = page.get_by_test_id("stMainBlockContainer")
    first = page.locator(picture.top).first if picture.top else body
    first.evaluate("one => one.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(1500)  # until what is drawn has come to rest
    top = max(first.bounding_box()["y"] - MARGIN, 0)
    whole = body.locator("[data-testid=stVerticalBlock]").first.bounding_box()
    clip = {
        "x": whole["x"] - MARGIN,
        "y": top,
        "width": whole["width"] + 2 * MARGIN,
        "height": min(picture.height, WINDOW["height"] - top),
    }
    return page.screenshot(clip=clip)


def _write(screenshot: bytes, path: Path) -> None:
    with Image.open(BytesIO(screenshot)) as image:
        framed = ImageOps.expand(image.convert("RGB"), border=2, fill=FRAME)
        few = framed.quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
    print(path.name, few.size, path.stat().st_size // 1024, "KB")


if __name__ == "__main__":
    main()
