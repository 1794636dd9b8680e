"""All tables of a store, for who takes the whole of it away."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.schema import load_model
from graph.stores import Store
from graph.tidy.evidence import evidence_table
from graph.tidy.links import link_table
from graph.tidy.mandates import mandate_table
from graph.tidy.nodes import node_table
from graph.tidy.table import TidyTable
from graph.tidy.texts import text_table


def all_tables(store: Store, language: str) -> Iterator[TidyTable]:
    """A table for each type of nodes, then mandates, links, evidence and texts.

    Titles and texts of nodes stand in a column for each language; names, and the sentence that is
    picked where there are several, are in `language`.
    """
    for type in load_model().nodes:
        yield node_table(store, type, names=language)
    yield mandate_table(store, language)
    yield link_table(store, language=language)
    yield evidence_table(store)
    yield text_table(store)
