"""Tidy tables of a store: a row an observation, a column a variable (Wickham, "Tidy Data", 2014).

One form for data frames and for exports: what an analyst loads and what a file holds is the same.
"""

from graph.tidy.evidence import evidence_table
from graph.tidy.links import link_table
from graph.tidy.mandates import mandate_table
from graph.tidy.missing import missing_table
from graph.tidy.nodes import node_table
from graph.tidy.table import Column, TidyTable
from graph.tidy.texts import text_table
from graph.tidy.whole import all_tables

__all__ = [
    "Column",
    "TidyTable",
    "all_tables",
    "evidence_table",
    "link_table",
    "mandate_table",
    "missing_table",
    "node_table",
    "text_table",
]
