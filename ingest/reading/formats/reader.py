"""What a reader of a file format offers."""

from __future__ import annotations

from typing import Protocol

from ingest.records import Source


class Reader(Protocol):
    """Turns the bytes of one media type into text."""

    @property
    def media_type(self) -> str:
        """The media type that it reads."""
        ...

    @property
    def endings(self) -> tuple[str, ...]:
        """The file name endings by which the type is told."""
        ...

    def text(self, source: Source) -> str:
        """The text of a source; raises UnreadableDocument where the bytes are of another kind."""
        ...
