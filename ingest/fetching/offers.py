"""The files that a page offers: links to it, and what it shows inside itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import parse_qs, urljoin, urlsplit

# Attributes by which a page shows or links a file.
SOURCES: Mapping[str, str] = {"a": "href", "iframe": "src", "embed": "src", "object": "data"}
# Formats as addresses spell them, those first that keep most of the text: Word knows its letters,
# PDF only where they stand. The Word of the years before 2007 has no reader.
FORMATS = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that a page offers: its address and its format ("docx", "pdf")."""

    address: str
    format: str


def offers(page: str, address: str) -> tuple[Offer, ...]:
    """What a page offers, best format first, each address once; `address` is the page's own.

    An address counts where its path ends in a format, or a parameter of it names one (`t=pdf`), and
    where it leads to the same site: the host of the page or one beside it (documents.un.org beside
    docs.un.org).
    """
    parser = _Links()
    parser.feed(page)
    parser.close()
    found = dict.fromkeys(
        Offer(absolute, format)
        for link in parser.links
        if _beside(absolute := urljoin(address, link), address) and (format := _format(absolute))
    )
    return tuple(sorted(found, key=lambda offer: FORMATS.index(offer.format)))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        link = dict(attributes).get(SOURCES.get(tag, ""))
        if link:
            self.links.append(link.strip())


def _format(address: str) -> str | None:
    parts = urlsplit(address)
    endings = [PurePosixPath(parts.path).suffix.removeprefix(".")]
    endings += [value for values in parse_qs(parts.query).values() for value in values]
    return next((format for format in FORMATS if format in map(str.lower, endings)), None)


def _beside(one: str, other: str) -> bool:
    """Whether two addresses are of one site, by https or as the other is."""
    a, b = urlsplit(one), urlsplit(other)
    if a.scheme not in ("https", b.scheme) or not a.hostname or not b.hostname:
        return False
    above = b.hostname.partition(".")[2]
    return a.netloc == b.netloc or ("." in above and a.hostname.endswith(f".{above}"))
