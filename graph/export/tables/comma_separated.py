"""Comma-separated values, as RFC 4180 has them and Excel reads them."""

from __future__ import annotations

import csv
import io

from graph.export.tables.table import Table, harmless


def comma_separated(table: Table) -> bytes:
    """A table as a file in UTF-8; it begins with the mark without which Excel takes it for Latin-1."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow([harmless(one) for one in table.head])
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return lines.getvalue().encode("utf-8-sig")
