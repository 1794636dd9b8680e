"""What readers may change where it is turned on, as they meet it: documents added, links judged."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_every_page import headings_in_order, violations
from visiting import PHONE, WIDE, address, ready, visit, whole

from commands.build import build
from commands.bundle import digests_folder
from graph.judgement_files import APPENDED_TO
from graph.stores import open_store
from tests.serving import app_running, free_port
from views.parts.wording import wording_for

pytestmark = pytest.mark.browser

PATIENCE = 120_000  # milliseconds: a build in a process of its own, on a machine that is busy
REPORT = "CTOC_COP_2006_14.digest.{}.txt"
AGENDA = "CTOC_COP_2008_1.digest.{}.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("changing")


@pytest.fixture(scope="module")
def changing(folder: Path) -> Iterator[str]:
    """The app as `mandates app --judgements --uploads` starts it, with one digest in its store."""
    with open_store(f"sqlite:///{folder / 'mandates.sqlite'}") as store:
        build([digests_folder() / REPORT.format("en")], store)
    port = free_port()
    mandates = [str(Path(sys.executable).with_name("mandates")), "app", "--port", str(port)]
    command = [*mandates, "--judgements", "--uploads", "1"]
    environment = os.environ | {"STREAMLIT_SERVER_HEADLESS": "true"}
    with app_running(
        command, port, folder / "log", environment=environment, folder=folder
    ) as address:
        yield address


def in_order(page: Page, screenshot: Path) -> None:
    """Accessible, and whole on a desk and on a phone."""
    assert headings_in_order(page)
    assert violations(page) == []
    whole(page, screenshot)
    page.set_viewport_size(PHONE)
    page.wait_for_timeout(600)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.set_viewport_size(WIDE)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_document_is_looked_at_and_kept(
    browser: Browser, changing: str, folder: Path, screenshots: Path, language: str
) -> None:
    say = wording_for(language).say
    name = AGENDA.format(language)
    with visit(browser, address(changing, page="documents", lang=language), WIDE) as page:
        ready(page)
        page.locator("input[type=file]").set_input_files(digests_folder() / name)
        keep = page.locator(".st-key-keep button")
        keep.wait_for(timeout=PATIENCE)
        expect(page.locator("table").first).to_contain_text("CTOC/COP/2008/1")
        in_order(page, screenshots / f"adding.{language}.png")
        keep.click()
        expect(page.get_by_role("status").first).to_have_text(
            say("documents.kept"), timeout=PATIENCE
        )
    with open_store(f"sqlite:///{folder / 'mandates.sqlite'}", create=False) as store:
        assert name in [Path(one.name).name for one in store.readings()]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_link_is_judged_from_its_evidence(
    browser: Browser, changing: str, folder: Path, screenshots: Path, language: str
) -> None:
    say = wording_for(language).say
    with open_store(f"sqlite:///{folder / 'mandates.sqlite'}", create=False) as store:
        (key, *_) = list(store.edge_keys("ADDRESSED_TO"))
    about = {"page": "evidence", "id": " ".join(key), "lang": language}
    why = f"<b>{language}</b>: قرأت النصين =1+1"
    with visit(browser, address(changing, **about), WIDE) as page:
        ready(page)
        page.get_by_role("link", name=say("judgements.judge")).click()
        form = page.get_by_test_id("stForm").first
        form.get_by_label(say("judgements.who")).fill("A. Reader")
        form.get_by_label(say("judgements.why")).fill(why)
        in_order(page, screenshots / f"judging.{language}.png")
        form.get_by_role("button", name=say("judgements.send")).click()
        expect(page.get_by_role("status").first).to_have_text(
            say("judgements.done"), timeout=PATIENCE
        )
        expect(page.locator("table")).to_contain_text(why)
        whole(page, screenshots / f"judged.{language}.png")
        page.goto(address(changing, **about))
        expect(page.locator(".chip.judged")).to_contain_text(why, timeout=PATIENCE)
    assert why in (folder / "judgements" / APPENDED_TO).read_text(encoding="utf-8")
