"""Fetched documents as files: called by symbol and language, and held to be what was asked for."""

from __future__ import annotations

import hashlib
from pathlib import Path

from graph.model.errors import UnreadableDocument
from ingest.fetching.site import Answer
from ingest.packs import Packs
from ingest.reading import text_of
from ingest.reading.find import find
from ingest.reading.formats import reader_of
from ingest.reading.identify import MASTHEAD
from ingest.records import Given, Source


def file_name(symbol: str, language: str, format: str) -> str:
    """A_RES_55_25.ar.docx: what a build reads symbol and language from."""
    return f"{symbol.replace('/', '_')}.{language}.{format}"


def keep(answer: Answer, symbol: str, language: str, folder: Path, packs: Packs) -> Path:
    """Write a fetched file, if it is the document that was asked for.

    A file that does not name the symbol on its first page is another one, and is refused; one that
    cannot be read here is refused too. A file that is there is replaced in one step.
    """
    path = folder / file_name(symbol, language, answer.format)
    reader = reader_of(path.name)
    if reader is not None:
        source = Source(
            str(path), answer.data, hashlib.sha256(answer.data).hexdigest(), reader.media_type
        )
        _is_asked_for(source, symbol, language, answer.address, packs)
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(answer.data)
    part.replace(path)
    return path


def _is_asked_for(source: Source, symbol: str, language: str, address: str, packs: Packs) -> None:
    first = text_of(source, Given(symbol, language)).repaired[:MASTHEAD]
    pack = packs.languages.get(language) or packs.languages["en"]
    asked, named = (
        {mention.target for mention in find(text, pack, packs, None) if mention.target}
        for text in (symbol, first)
    )
    if not asked & named and symbol.replace(" ", "") not in first.replace(" ", ""):
        raise UnreadableDocument(
            f"{symbol} [{language}]: {address} gave another document: its first page does not name the symbol"
        )
