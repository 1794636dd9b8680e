"""What stands on the pages of the built site: their anchors, their links, what they load."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from lxml import html

# What a browser asks for by itself. Other <link>s (next, search …) say how pages belong together.
LOADED = (
    "//script/@src | //img/@src | //iframe/@src | //source/@src | //video/@src | //audio/@src"
    " | //object/@data | //embed/@src | //link[contains(@rel, 'stylesheet')]/@href"
    " | //link[contains(@rel, 'icon')]/@href | //link[contains(@rel, 'pre')]/@href"
)
IN_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page: `links` are followed by a reader, `loads` by the browser; both as written."""

    headings: tuple[str, ...]
    anchors: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]
    names: tuple[str, ...]
    words: str


def site_pages(site: Path) -> dict[str, SitePage]:
    """All pages by their path in the site."""
    return {
        file.relative_to(site).as_posix(): _page(file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
    }


def dead_links(site: Path, pages: dict[str, SitePage]) -> list[str]:
    """Links within the site to a file or an anchor that is not there."""
    return [
        f"{name}: {link}"
        for name, page in pages.items()
        for link in page.links
        if not leads_elsewhere(link)
        for file, anchor in [target(name, link)]
        if not (site / file).is_file() or (anchor and anchor not in pages[file].anchors)
    ]


def loaded(site: Path, pages: dict[str, SitePage]) -> list[tuple[str, str]]:
    """What pages and style sheets load, as written, each with who does."""
    styles = {
        file.relative_to(site).as_posix(): _in_style(file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.css"))
    }
    listed = {name: page.loads for name, page in pages.items()} | styles
    return [(name, one) for name, loads in listed.items() for one in loads]


def loaded_from_elsewhere(site: Path, pages: dict[str, SitePage]) -> list[str]:
    """What pages and style sheets load that is no file of the site."""
    return [
        f"{name}: {one[:100]}"
        for name, one in loaded(site, pages)
        if not one.startswith(("data:", "#"))
        and (leads_elsewhere(one) or not (site / target(name, one)[0]).is_file())
    ]


def target(page: str, address: str) -> tuple[str, str]:
    """The file of the site and the anchor in it that an address without a host leads to."""
    parts = urlsplit(address)
    if not parts.path:
        return page, unquote(parts.fragment)
    file = normpath((PurePosixPath(page).parent / unquote(parts.path)).as_posix())
    return file, unquote(parts.fragment)


def leads_elsewhere(address: str) -> bool:
    """Whether an address names a host or a way to reach one (`mailto:`)."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def _page(markup: str) -> SitePage:
    tree = html.fromstring(markup)
    inline = [*tree.xpath("//style/text()"), *tree.xpath("//@style")]
    return SitePage(
        headings=tuple(
            heading.text_content().rstrip("¶") for heading in tree.xpath("//article//h1|//h2|//h3")
        ),
        anchors=frozenset(tree.xpath("//@id")),
        links=tuple(tree.xpath("//a/@href | //area/@href | //*[local-name()='use']/@href")),
        loads=(*tree.xpath(LOADED), *(url for style in inline for url in _in_style(style))),
        names=tuple(
            code.text_content() for code in tree.xpath("//article//code[not(ancestor::pre)]")
        ),
        words=" ".join(tree.xpath("string(//article)").split()),
    )


def _in_style(text: str) -> list[str]:
    return [one or other for one, other in IN_STYLE.findall(text)]
