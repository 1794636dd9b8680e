"""Search in Neo4j: texts folded as everywhere, and an index that knows parts of words."""

from __future__ import annotations

from graph.model.cypher import OWNED
from graph.model.folding import fold
from graph.stores.contract import Hit
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.rows import node_from_row
from graph.stores.words import FIELD_ORDER, Found


def find(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """The best text of each node that holds every one of `words`, best node first."""
    wanted = tuple(dict.fromkeys(fold(words).split()))
    if not wanted or limit < 1:
        return ()
    holds = " AND ".join(f"w.folded CONTAINS $wanted[{place}]" for place in range(len(wanted)))
    # The order is that of the other store: names first, then the shorter text.
    query = (
        f"MATCH (w:Words:{OWNED}) WHERE {holds} "
        "WITH w.node AS node, w.field AS field, w.language AS language, w.length AS length "
        f"WITH node, field, language, length, {FIELD_ORDER} AS rank "
        "ORDER BY rank, length, node, language "
        "WITH node, collect([rank, length, language, field])[0] AS best "
        "ORDER BY best[0], best[1], node, best[2] LIMIT $limit "
        f"MATCH (n:{OWNED} {{id: node}}) "
        "RETURN labels(n) AS labels, properties(n) AS row, best[3] AS field, best[2] AS language "
        "ORDER BY best[0], best[1], node, best[2]"
    )
    hits = []
    for row in connection.rows(query, wanted=list(wanted), limit=limit):
        node = node_from_row(row["labels"], row["row"])
        hits.append(Found(node.id, row["field"], row["language"], wanted).hit(node))
    return tuple(hits)
