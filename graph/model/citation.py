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
# The languages that it publishes in; a translation into another is held against the English text.
PUBLISHED = frozenset({"ar", "en", "es", "fr", "ru", "zh"})


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says, part by part; `text` puts it together in English, ready to copy.

    `document` is the title with its symbol, `link` leads to the official text (None for a document
    without symbol). `digest` says that the words quoted are a retelling, whatever the link leads to.
    """

    document: str
    pinpoint: str | None
    page: int | None
    language: str
    digest: bool
    link: str | None

    @property
    def source(self) -> str:
        """ "digest" for a retelling, "official" for a document of the body itself."""
        return "digest" if self.digest else "official"

    @property
    def text(self) -> str:
        """The citation in English, as commands print it; pages say it in their own language."""
        pieces = [self.document]
        if self.pinpoint:
            pieces.append(self.pinpoint)
        if self.page is not None:
            pieces.append(f"page {self.page}")
        kind = "digest, " if self.digest else ""
        text = f"{', '.join(pieces)} [{kind}{self.language}]"
        return f"{text}, {self.link}" if self.link else text


def citation(evidence: Evidence, properties: Mapping[str, Any] | None = None) -> Citation:
    """The citation of a piece of evidence; `properties` are those of its document's node.

    Gives title and symbol, pinpoint and page as far as known, and the language of the text.
    """
    properties = properties or {}
    symbol = properties.get("symbol") or _symbol(evidence.document)
    titles = properties.get("title") or {}
    title = titles.get(evidence.language) or titles.get("en") or next(iter(titles.values()), None)
    link = properties.get("link")
    if symbol and (not link or link.startswith(OFFICIAL_SITE)):
        # A document has one address in each language: the one of what is quoted.
        link = official_link(symbol, evidence.language)
    return Citation(
        document=_named(title, symbol) or evidence.document,
        pinpoint=evidence.pinpoint,
        page=evidence.page,
        language=evidence.language,
        digest=evidence.source == "digest",
        link=link,
    )


def official_link(symbol: str | None, language: str) -> str | None:
    """Where the official text of a symbol stands in a language; None without a symbol."""
    if not symbol:
        return None
    published = language if language in PUBLISHED else "en"
    return OFFICIAL.format(language=published, symbol=quote(symbol, safe="/()"))


def _symbol(document: str) -> str | None:
    symbol = document.removeprefix("doc:")
    return symbol if document.startswith("doc:") and not symbol.startswith("~") else None


def _named(title: str | None, symbol: str | None) -> str | None:
    if title and symbol and symbol not in title:
        return f"{title} ({symbol})"
    return title or symbol
