"""What a store was read from, in words for the foot of a figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model.records import Graph, Node
from graph.questions import read_from
from graph.stores import open_store


def document(id: str, source: str | None, symbol: str | None = None) -> Node:
    told = {"known": source is not None, "source": source, "symbol": symbol}
    return Node(id, "document", {name: value for name, value in told.items() if value is not None})


@pytest.mark.parametrize(
    ("documents", "told"),
    [
        ([document("doc:R/1", "official", "R/1")], "R/1"),
        ([document("doc:R/1", "digest", "R/1")], "digests of R/1"),
        # of a document that is only referred to nothing was read
        ([document("doc:R/1", None, "R/1")], "no document"),
        (
            [document("doc:R/2", "digest", "R/2"), document("doc:~notes", "official")],
            "notes and digests of R/2",
        ),
        ([document(f"doc:R/{n}", "official", f"R/{n}") for n in range(1, 6)], "5 documents"),
    ],
    ids=["official", "digest", "nothing", "both", "many"],
)
def test_documents_are_named_while_they_are_few(
    documents: list[Node], told: str, tmp_path: Path
) -> None:
    with open_store(f"sqlite:///{tmp_path / 'documents.sqlite'}") as store:
        store.write_graph(Graph(tuple(documents), ()), {})
        assert read_from(store) == told
