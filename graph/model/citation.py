"""Ready citations: what a reader copies under a sentence, with the link to the official text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from graph.model.records import Evidence

# The permanent address of a document in the United Nations Official Document System.
OFFICIAL_SITE = "https://docs.un.org/"
OFFICIAL = OFFICIAL_SITE + "{language}/{symbol}"


@dataclass(frozen=True, slots=True)
class Citation:
    """`text` to copy, and `link` to the official text (None for a document without symbol)."""

    text: str
    link: str | None


def citation(evidence: Evidence, properties: Mapping[str, Any] | None = None) -> Citation:
    """The citation of a piece of evidence; `properties` are those of its document's node.

    Gives title and symbol, pinpoint and page as far as known, and the language of the text. What is
    quoted from a digest says so, though its link leads to the official text.
    """
    properties = properties or {}
    symbol = properties.get("symbol") or _symbol(evidence.document)
    titles = properties.get("title") or {}
    title = titles.get(evidence.language) or titles.get("en") or next(iter(titles.values()), None)
    pieces = [_named(title, symbol) or evidence.document]
    if evidence.pinpoint:
        pieces.append(evidence.pinpoint)
    if evidence.page is not None:
        pieces.append(f"page {evidence.page}")
    kind = "digest, " if evidence.source == "digest" else ""
    link = properties.get("link")
    if symbol and (not link or link.startswith(OFFICIAL_SITE)):
        # A document has one address in each language: the one of what is quoted.
        link = official_link(symbol, evidence.language)
    text = f"{', '.join(pieces)} [{kind}{evidence.language}]"
    return Citation(f"{text}, {link}" if link else text, link)


def official_link(symbol: str | None, language: str) -> str | None:
    """Where the official text of a symbol stands in a language; None without a symbol."""
    if not symbol:
        return None
    return OFFICIAL.format(language=language, symbol=quote(symbol, safe="/()"))


def _symbol(document: str) -> str | None:
    symbol = document.removeprefix("doc:")
    return symbol if document.startswith("doc:") and not symbol.startswith("~") else None


def _named(title: str | None, symbol: str | None) -> str | None:
    if title and symbol and symbol not in title:
        return f"{title} ({symbol})"
    return title or symbol
