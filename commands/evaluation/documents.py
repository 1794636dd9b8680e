"""Keys of documents: a graph held against what a reader found in a set of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from commands.evaluation.figures import details_of_scores, plain_scores, score_tables
from graph.accuracy import Accuracy


def figures_of(result: Accuracy) -> dict[str, Any]:
    """The figures of one key, ready for JSON: agendas, structure, relations and fields by name."""
    return {
        "key": result.key.name,
        "documents": list(result.key.documents),
        "agendas": plain_scores(result.agendas),
        "structure": plain_scores(result.structure),
        "relations": plain_scores(result.relations),
        "fields": plain_scores(result.fields),
    }


def details_of(result: Accuracy) -> dict[str, Any]:
    """What was missed and what is beyond one key, ready for JSON."""
    return details_of_scores(
        (*result.agendas, *result.structure, *result.relations, *result.fields)
    )


def laid_out(results: Iterable[Accuracy], details: bool) -> Iterator[RenderableType]:
    """The figures of keys for reading."""
    for result in results:
        yield Text(f"{result.key.name}: {', '.join(result.key.documents)}", style="bold")
        for title, scores in (
            ("agenda", result.agendas),
            ("structure", result.structure),
            ("relation", result.relations),
            ("field", result.fields),
        ):
            yield from score_tables(title, scores, details)
