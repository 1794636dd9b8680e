"""The site made from docs/: whole, without a dead link, and at home where there is no network."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from lxml import etree

import graph
import graph.library
import graph.questions
import graph.stores
from commands import COMMANDS
from tests.project.built_site import (
    SitePage,
    dead_links,
    leads_elsewhere,
    loaded,
    loaded_from_elsewhere,
    site_pages,
    target,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.packaging

# Folders of the checkout: a path that a page names in one of them is there, or a guide makes it.
FOLDERS = "benchmarks|commands|data|docs|graph|ingest|judgements|notebooks|tests|views"
PATH = re.compile(rf"(?:{FOLDERS})/[\w./*-]*")
# A reader who follows a guide makes such a file, and later others of its name.
MADE = re.compile(r"[Ss]ave [^`]*as `[\w/]+/(\w+)\.\w+`")
SVG = "{http://www.w3.org/2000/svg}"
WRITTEN_LATER = {"judgements/*.jsonl", "judgements/app.jsonl", "judgements/"}


@pytest.fixture(scope="module")
def site(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` makes it: a warning is an error."""
    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", folder / "doctrees"]
        + [checkout / "docs", folder / "a site"],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert built.returncode == 0, built.stderr
    return folder / "a site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, SitePage]:
    return site_pages(site)


def test_every_link_leads_to_a_place_that_is_there(site: Path, pages: dict[str, SitePage]) -> None:
    assert dead_links(site, pages) == []
    assert sum(len(page.links) for page in pages.values()) > 100


def test_links_to_others_are_addresses_and_safe(pages: dict[str, SitePage]) -> None:
    """Only their form is looked at: whether somebody answers there is not ours to keep."""
    elsewhere = {link for page in pages.values() for link in page.links if leads_elsewhere(link)}
    assert elsewhere
    assert {link for link in elsewhere if not _is_an_address(link)} == set()


def _is_an_address(link: str) -> bool:
    parts = urlsplit(link)
    if parts.hostname in {"127.0.0.1", "localhost"}:
        return parts.scheme == "http"
    return (
        parts.scheme == "https" and re.fullmatch(r"[a-z0-9.-]+\.[a-z]+", parts.netloc) is not None
    )


def test_no_page_loads_anything_from_elsewhere(site: Path, pages: dict[str, SitePage]) -> None:
    assert loaded_from_elsewhere(site, pages) == []
    assert any(one.endswith(".png") for _, one in loaded(site, pages))


def test_what_is_dead_or_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<link rel="stylesheet" href="site.css"><link rel="next" href="https://example.int/next">'
        '<script src="https://example.int/counter.js"></script><img src="gone.png">'
        '<article style="background: url(//example.int/paper.png)"><h1 id="top">Site</h1>'
        '<a href="#top">top</a> <a href="#foot">foot</a> <a href="guides/a.html#b">b</a>'
        '<a href="guides/c.html">c</a> <a href="https://example.int">elsewhere</a></article>'
    )
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "a.html").write_text('<p id="b"><a href="../index.html?q=x#top">up</a>')
    (tmp_path / "site.css").write_text(
        '@import "https://example.int/a.css"; p { src: url(x.woff) }'
    )
    pages = site_pages(tmp_path)
    assert dead_links(tmp_path, pages) == ["index.html: #foot", "index.html: guides/c.html"]
    assert sorted(loaded_from_elsewhere(tmp_path, pages)) == [
        "index.html: //example.int/paper.png",
        "index.html: gone.png",
        "index.html: https://example.int/counter.js",
        "site.css: https://example.int/a.css",
        "site.css: x.woff",
    ]


def test_every_page_is_reached_from_the_first(checkout: Path, pages: dict[str, SitePage]) -> None:
    docs = checkout / "docs"
    written = {f.relative_to(docs).with_suffix(".html").as_posix() for f in docs.rglob("*.md")}
    reached = {target("index.html", link)[0] for link in pages["index.html"].links}
    assert written - reached == set()


def test_every_file_named_is_there(checkout: Path, pages: dict[str, SitePage]) -> None:
    missing = []
    for guide in sorted((checkout / "docs").rglob("*.md")):
        name = guide.relative_to(checkout / "docs").with_suffix(".html").as_posix()
        made = set(MADE.findall(guide.read_text(encoding="utf-8")))
        missing += [
            f"{name}: {one}"
            for one in sorted(set(pages[name].names) - WRITTEN_LATER)
            if PATH.fullmatch(one) and made.isdisjoint(re.split(r"\W", one))
            if not any(checkout.glob(one))
        ]
    assert missing == []


def test_the_drawing_of_the_architecture_names_what_is_there(checkout: Path) -> None:
    """What lies behind a box is its title; the box itself shows the end of it."""
    drawing = etree.parse(checkout / "docs" / "pictures" / "architecture.svg")
    titles = [title for title in drawing.iterfind(f".//{SVG}g/{SVG}title") if title.text]
    paths = [path for title in titles for path in title.text.split()]
    assert len(paths) > 15
    assert [path for path in paths if not any(checkout.glob(path))] == ["judgements/*.jsonl"]
    for title in titles:
        shown = [text.text or "" for text in title.getparent().iterfind(f"{SVG}text")]
        assert all(title.text.find(part.removesuffix(".toml")) >= 0 for part in shown[-1].split())


def test_every_command_stands_in_the_reference(pages: dict[str, SitePage]) -> None:
    page = pages["reference/commands.html"]
    assert set(COMMANDS) <= set(page.headings)
    assert all(f"mandates {name} [OPTIONS]" in page.words for name in COMMANDS)


@pytest.mark.parametrize(
    "package", [graph, graph.library, graph.questions, graph.stores], ids=lambda one: one.__name__
)
def test_everything_public_stands_in_the_reference(
    pages: dict[str, SitePage], package: ModuleType
) -> None:
    public = [name for name in package.__all__ if callable(getattr(package, name))]
    anchors = pages["reference/python.html"].anchors
    assert [name for name in public if f"{package.__name__}.{name}" not in anchors] == []


@pytest.mark.browser
def test_opened_from_its_folder_it_is_searched_without_a_network(
    site: Path, browser: Browser
) -> None:
    from tests.views.visiting import WIDE, visit

    with visit(browser, (site / "index.html").as_uri(), WIDE) as page:
        page.context.set_offline(True)
        said: list[str] = []
        page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
        page.reload()
        assert page.locator("h1").inner_text().startswith("Mandates")
        assert page.locator("article img").first.evaluate("one => one.naturalWidth") > 0
        page.get_by_placeholder("Search").fill("displaCy")
        page.keyboard.press("Enter")
        found = page.locator("#search-results li a").first
        found.click()
        assert page.locator("h1").inner_text().startswith("The readers inside spaCy")
        assert page.locator("article .highlighted").first.inner_text() == "displaCy"
        assert said == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "scheme"), [("index", "light"), ("method", "dark"), ("reference/commands", "light")]
)
def test_a_page_is_accessible(site: Path, browser: Browser, name: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    from tests.views.visiting import PHONE, WIDE, visit

    with visit(browser, (site / f"{name}.html").as_uri(), WIDE, scheme) as page:
        found = Axe().run(page).response["violations"]
        assert [one for one in found if one["impact"] in ("serious", "critical")] == []
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
