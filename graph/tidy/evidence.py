"""Evidence as rows: every piece of every link."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from graph.questions.steps import Steps
from graph.stores import Store
from graph.tidy.table import TidyTable, columns

COLUMNS = columns(
    relation="string",
    source="string",
    target="string",
    document="string",
    language="string",
    place="string",
    page="integer",
    start="integer",
    end="integer",
    quotation="string",
    rule="string",
    evidence_source="string",
    citation="string",
    link="string",
    checksum="string",
    spans="records",
    box="records",
)


def evidence_table(store: Store, relations: str | Collection[str] | None = None) -> TidyTable:
    """A row for each piece of evidence of the links of a relation, of several or of all.

    `start`, `end` and `spans` count code points of the file whose SHA-256 is `checksum`; `box` is
    the place on the page, in points. What a pack says (rule `pack:…`) has no citation.
    """
    return TidyTable("evidence", COLUMNS, _rows(store, relations))


def _rows(store: Store, relations: str | Collection[str] | None) -> Iterator[tuple[Any, ...]]:
    steps = Steps(store)
    for edge in store.edges(relations):
        for one in edge.evidence:
            cited = steps.cited(one).citation if one.in_document else None
            yield (
                *edge.key,
                one.document or None,
                one.language or None,
                one.pinpoint,
                one.page,
                one.start if one.spans else None,
                one.end if one.spans else None,
                one.quotation or None,
                one.rule,
                one.source,
                cited.text if cited else None,
                cited.link if cited else None,
                one.checksum or None,
                [list(span) for span in one.spans],
                list(one.box) if one.box else None,
            )
