"""Formats: a reader for each media type turns a file's bytes into text, or says why it cannot."""

from __future__ import annotations

import hashlib
from pathlib import Path

from graph.model.errors import UnreadableDocument
from ingest.reading.formats.apart import read_apart
from ingest.reading.formats.html import Html
from ingest.reading.formats.pdf import Pdf
from ingest.reading.formats.plain import PlainText
from ingest.reading.formats.reader import Reader
from ingest.reading.formats.word import OldWord, Word
from ingest.records import Extracted, Given, Source

UNDERSTOOD: tuple[Reader, ...] = (PlainText(), Word(), Pdf(), Html())
READERS: tuple[Reader, ...] = (*UNDERSTOOD, OldWord())


def reader_of(name: str) -> Reader | None:
    """The reader for a file name's ending, if there is one."""
    ending = Path(name).suffix.lower()
    return next((reader for reader in READERS if ending in reader.endings), None)


def readable(path: Path) -> bool:
    """Whether a reader exists for this file's format, told by its ending."""
    return reader_of(path.name) is not None


def open_source(path: Path) -> Source:
    """Read a file's bytes.

    Raises UnreadableDocument for a format without reader, a file that is not there (any more) or not
    to be opened, and for an empty file.
    """
    try:
        path.stat()  # of a name that is mistyped not the ending is wrong
        reader = _reader_for(path)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(
            f"{path}: not there: check its name, or whether it was moved"
        ) from error
    except OSError as error:
        raise UnreadableDocument(f"{path}: cannot be opened: {error.strerror}") from error
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise UnreadableDocument(
            f"{path}: {len(data)} bytes, nothing to read: is the download complete?"
        )
    return Source(str(path), data, hashlib.sha256(data).hexdigest(), reader.media_type)


def _reader_for(path: Path) -> Reader:
    reader = reader_of(path.name)
    if reader is None:
        known = ", ".join(sorted(ending for each in UNDERSTOOD for ending in each.endings))
        raise UnreadableDocument(
            f"{path}: no reader for the format {path.suffix or 'without ending'!r}: save it as one of {known}"
        )
    return reader


def extract(source: Source, given: Given = Given()) -> Extracted:  # noqa: B008  (frozen)
    """What is in a source, as its format's reader sees it.

    Raises UnreadableDocument where the bytes are not what the media type says, or cannot be read
    within the limits of time and memory.
    """
    reader = next(reader for reader in READERS if reader.media_type == source.media_type)
    if reader.apart:
        return read_apart(reader, source, given)
    return reader.read(source, given)
