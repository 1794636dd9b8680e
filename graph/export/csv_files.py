"""CSV: every table of a store as a file that spreadsheets read and run nothing of."""

from __future__ import annotations

from pathlib import Path

from graph.export.formats import Format, Written
from graph.export.tables import comma_separated, flat
from graph.stores import Store
from graph.tidy import all_tables


def write(store: Store, folder: Path, language: str) -> Written:
    """Write a file for each table; names and the sentences picked are in the language."""
    files = []
    for table in all_tables(store, language):
        files.append(folder / f"{table.name.replace(' ', '-')}.csv")
        files[-1].write_bytes(comma_separated(flat(table)))
    return Written(tuple(files))


FORMAT = Format("csv", "the same tables as CSV, safe to open in a spreadsheet", write)
