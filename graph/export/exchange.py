"""An answer as GraphML, for Gephi, yEd, Cytoscape and whatever else reads graphs."""

from __future__ import annotations

import io
from collections.abc import Iterable

from graph.export.tables.columns import Words
from graph.export.tables.table import printable
from graph.model.records import Node
from graph.questions.steps import Link


def graphml(links: Iterable[Link], nodes: Iterable[Node], words: Words) -> bytes:
    """Nodes with `label`, `type` and `text`; edges with relation, basis and where it is said.

    Links go in the direction in which the graph has them, whichever way the answer went; a link and
    a node stand there once.
    """
    import networkx  # here, for it takes as long to load as a page to show, and few pages need it

    drawn = networkx.MultiDiGraph()
    links = list(links)
    ends = [end for link in links for end in (link.source, link.target)]
    for node in (*nodes, *ends):
        drawn.add_node(
            node.id,
            label=printable(words.name(node)),
            type=node.type,
            text=printable(words.text(node)),
            held=bool(node.properties.get("known", True)),
        )
    for link in links:
        best = words.best(link)
        told: dict[str, str | float | bool] = {"relation": link.relation, "basis": link.basis}
        if link.confidence is not None:
            told["confidence"] = link.confidence
        if best:
            told["source"] = best.evidence.source
            told["quotation"] = printable(best.evidence.quotation)
            told["citation"] = printable(words.cite(best.citation))
        drawn.add_edge(link.source.id, link.target.id, key=link.relation, **told)
    file = io.BytesIO()
    networkx.write_graphml(drawn, file, encoding="utf-8", named_key_ids=True)
    return file.getvalue()
