"""CSV: every table of a store as a file that spreadsheets read and run nothing of."""

from __future__ import annotations

from pathlib import Path

from graph.export.formats import Format, Written
from graph.export.tables import comma_separated, flat_tables
from graph.stores import Store


def write(store: Store, folder: Path, language: str) -> Written:
    """Write a file for each table; names and the sentences picked are in the language."""
    files: list[Path] = []
    notices: list[str] = []
    for table in flat_tables(store, language, notices):
        files.append(folder / f"{table.title.replace(' ', '-')}.csv")
        files[-1].write_bytes(comma_separated(table))
    return Written(tuple(files), tuple(notices))


FORMAT = Format("csv", "a CSV file for each table, safe to open in a spreadsheet", write)
