"""Links as rows, each with the piece of its evidence that is to be read first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from graph.model.records import Edge
from graph.model.schema import load_model
from graph.questions.steps import Steps, best_piece
from graph.stores import Store
from graph.tidy.table import Column, TidyTable, columns

ENDS = columns(
    relation="string",
    source="string",
    source_type="string",
    target="string",
    target_type="string",
    basis="string",
    confidence="number",
)
SAID = columns(
    document="string",
    place="string",
    language="string",
    quotation="string",
    evidence_source="string",
    citation="string",
    link="string",
    pieces="integer",
)


def link_table(
    store: Store, relations: str | Collection[str] | None = None, language: str | None = None
) -> TidyTable:
    """A row for each link of one relation, of several or of all, in the order of the store.

    Columns are its ends with their types, basis, confidence, what the model declares of the
    relations, and the best piece of its evidence (an official text first, then one in `language`)
    with citation and link to the official text; `pieces` counts all of them. What a pack says (a
    protocol supplements its convention) stands in no document.
    """
    model = load_model()
    named = [relations] if isinstance(relations, str) else relations or model.relations
    own = {
        one.name: Column(one.name, one.kind)
        for name in named
        for one in model.relations[name].properties.values()
    }
    steps = Steps(store)
    rows = (_row(steps, edge, tuple(own), language or "en") for edge in store.edges(relations))
    return TidyTable("links", (*ENDS, *own.values(), *SAID), rows)


def _row(steps: Steps, edge: Edge, own: tuple[str, ...], language: str) -> tuple[Any, ...]:
    type_of = load_model().type_of
    return (
        edge.type,
        edge.source,
        type_of(edge.source),
        edge.target,
        type_of(edge.target),
        edge.basis,
        edge.confidence,
        *map(edge.properties.get, own),
        *_said(steps, edge, language),
        len(edge.evidence),
    )


def _said(steps: Steps, edge: Edge, language: str) -> Iterator[Any]:
    best = best_piece(map(steps.cited, edge.evidence), language)
    if best is None:
        return iter((None,) * (len(SAID) - 1))
    one = best.evidence
    told = (one.document, one.pinpoint, one.language, one.quotation, one.source)
    return iter((*told, best.citation.text, best.citation.link))
