"""What a reader of a file format offers."""

from __future__ import annotations

from typing import Protocol

from ingest.records import Source


class Reader(Protocol):
    """Turns the bytes of one media type into text."""

    media_type: str
    endings: tuple[str, ...]

    def text(self, source: Source) -> str:
        """The text of a source; raises UnreadableDocument where the bytes are of another kind."""
        ...
