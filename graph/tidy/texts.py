"""Texts as rows: what was read, in which language, and whether it is official or a digest."""

from __future__ import annotations

from pathlib import PurePath

from graph.stores import Store
from graph.tidy.table import TidyTable, columns

COLUMNS = columns(
    document="string",
    language="string",
    source="string",
    name="string",
    media_type="string",
    characters="integer",
    trust="number",
    link="string",
    checksum="string",
)


def text_table(store: Store) -> TidyTable:
    """A row for each text that was read: one file in one language.

    `source` is "official" or "digest", `name` that of the file, `trust` how much of it could be read
    (0 to 1), `link` leads to the official text.
    """
    rows = (
        (
            *(one.document, one.language, one.source, PurePath(one.name).name, one.media_type),
            *(one.characters, one.trust, one.link, one.checksum),
        )
        for one in store.readings()
    )
    return TidyTable("texts", COLUMNS, rows)
