"""Excel: one workbook, a sheet for each table of a store."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from graph.export.formats import Format, Written
from graph.export.tables import flat_tables
from graph.export.tables.workbook import write_workbook
from graph.stores import Store

FILE = "mandates.xlsx"
UNDATED = "1980-01-01T00:00:00"  # of a store whose manifest does not say when it was built


def write(store: Store, folder: Path, language: str) -> Written:
    """Write the workbook; names and the sentences picked are in the language.

    Notices tell of texts that are longer than a cell may be: they stand in full on another sheet.
    """
    path = folder / FILE
    built = datetime.fromisoformat(store.manifest().get("built", UNDATED))
    notices: list[str] = []
    tables = flat_tables(store, language, notices)
    notices += write_workbook(path, tables, made=built, streamed=True)
    return Written((path,), tuple(notices))


FORMAT = Format("xlsx", "an Excel workbook with a sheet for each table", write)
