"""What both forms of RDF write: the terms that are ours, and the graph, a file each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graph.export.formats import Written
from graph.export.rdf.ontology import ontology
from graph.export.rdf.resources import Resource, resources
from graph.stores import Store


def write_both(
    store: Store,
    terms: Path,
    graph: Path,
    language: str,
    lines: Callable[[Iterable[Resource]], Iterator[str]],
) -> Written:
    """Write both files as `lines` has resources in its form; labels are in the language."""
    for path, told in (
        (terms, ontology(store.nodes("provision"))),
        (graph, resources(store, language)),
    ):
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines(told))
    return Written((terms, graph))
