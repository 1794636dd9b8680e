"""Tables of an answer for spreadsheets: links and nodes a row each, with citation and link.

The words of heads and cells come from whoever asks, in the language of its reader.
"""

from graph.export.tables.columns import Words, link_table, node_table
from graph.export.tables.comma_separated import comma_separated
from graph.export.tables.flat import flat_tables
from graph.export.tables.table import Table
from graph.export.tables.workbook import workbook

__all__ = [
    "Table",
    "Words",
    "comma_separated",
    "flat_tables",
    "link_table",
    "node_table",
    "workbook",
]
