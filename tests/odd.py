"""The river graph with texts that files of tables, and lists in them, are known to trip over."""

from __future__ import annotations

from dataclasses import replace

import river

from graph.export.neo4j_csv import SEPARATORS
from graph.model.records import Edge, Graph, Node

# What CSV files, and lists in them, are known to trip over.
ODD = {
    "quotation marks": 'يقول "نعم" ثم ""لا""',
    "a mark at the end": 'ends with one"',
    "a mark alone": '"',
    "line ends": "one\ntwo\r\nthree\rfour\u2028five\n",
    "semicolons and commas": "أولا؛ ثانيا; third, fourth,",
    "backslashes": '\\ \\" \\n C:\\',
    "blanks around": "  \t blanks \u00a0",
    "nothing": "",
    "the separators but for one": SEPARATORS[:-1],
    "beyond the first plane": "𠮷 and 🌊",
    "like a number": "007",
    "like a list": "[1, 2]",
}


def odd_graph() -> Graph:
    """The river graph, with odd texts as titles, in lists, and as quotations."""
    documents = tuple(
        Node(
            f"doc:ODD/{place}",
            "document",
            {
                "title": {"ar": text, "en": name},
                "languages": [text, name],
                "trust": place,
                "kind": text,
            },
        )
        for place, (name, text) in enumerate(ODD.items())
    )
    empty = Node("doc:ODD/empty", "document", {"title": {}, "languages": []})
    blank = Node("doc:ODD/blank", "document", {"languages": ["", ""]})
    cited = tuple(
        Edge(
            "CITES",
            river.AGENDA,
            document.id,
            "inferred",
            0.5,
            {"part": text, "paragraphs": [text, "1"]},
            (
                river.evidence(river.REPORT, text or "x", pinpoint=text or None, page=3),
                river.evidence(river.AGENDA, f"{text}!", box=(1.0, 2.0, 3.5, 4.25)),
            ),
        )
        for document, text in zip(documents, ODD.values(), strict=True)
    )
    return replace(
        river.GRAPH,
        nodes=(*river.NODES, *documents, empty, blank),
        edges=(*river.EDGES, *cited),
    )
