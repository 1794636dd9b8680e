"""Plain text: UTF-8, with or without byte-order mark."""

from __future__ import annotations

import codecs

from graph.model.errors import UnreadableDocument
from ingest.records import Extracted, Given, Source


class PlainText:
    """Reads text files; another encoding is refused rather than guessed."""

    media_type = "text/plain"
    endings = (".txt", ".text")
    apart = False

    def read(self, source: Source, given: Given) -> Extracted:
        """Decode the file; the byte-order mark is left out, line ends stay."""
        if source.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise UnreadableDocument(
                f"{source.name}: UTF-16, not UTF-8: convert it, for example "
                f"`iconv -f UTF-16 -t UTF-8`"
            )
        if b"\0" in source.data[:4096]:
            raise UnreadableDocument(
                f"{source.name}: binary data, not text: give the file the ending of its real format"
            )
        try:
            return Extracted(source.data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise UnreadableDocument(
                f"{source.name}: not UTF-8 at byte {error.start}: convert it, for example "
                f"`iconv -f WINDOWS-1256 -t UTF-8`"
            ) from error
