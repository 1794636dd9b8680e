"""Texts as rows: what was read, in which language, and whether it is official or a digest."""

from __future__ import annotations

from collections.abc import Collection

from graph.model.ids import order_of
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
KINDS = {"official": "official text", "digest": "digest"}
NAMED = 2  # documents that a line has room for; more are counted


def text_table(store: Store) -> TidyTable:
    """A row for each text that was read: one file in one language.

    `source` is "official" or "digest", `name` that of the file, `trust` how much of it could be read
    (0 to 1), `link` leads to the official text.
    """
    rows = (
        (
            *(one.document, one.language, one.source, one.name, one.media_type),
            *(one.characters, one.trust, one.link, one.checksum),
        )
        for one in store.readings()
    )
    return TidyTable("texts", COLUMNS, rows)


def source_line(store: Store, documents: Collection[str] | None = None) -> str:
    """What goes below a figure: "Source: digests of RIV/COP/2006/9 and RIV/COP/2008/1".

    Of all texts that were read, or of those of some documents; many are counted.
    """
    readings, told = store.readings(), []
    for source, kind in KINDS.items():
        read = {one.document for one in readings if one.source == source}
        held = sorted(read if documents is None else read & set(documents), key=order_of)
        if held:
            names = " and ".join(one.partition(":")[2].lstrip("~") for one in held)
            number = "" if len(held) == 1 else "s"
            of = names if len(held) <= NAMED else f"{len(held)} documents"
            told.append(f"{kind}{number} of {of}")
    return f"Source: {'; '.join(told)}"
