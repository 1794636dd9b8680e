"""What a reader of a file format offers."""

from __future__ import annotations

from typing import Protocol

from ingest.records import Extracted, Given, Source


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

    @property
    def apart(self) -> bool:
        """Whether it reads in a process of its own: formats in which a file can be a trap."""
        ...

    def read(self, source: Source, given: Given) -> Extracted:
        """What is in a source; raises UnreadableDocument where the bytes are of another kind."""
        ...
