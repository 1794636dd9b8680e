"""Search in Neo4j: texts folded as everywhere, and an index that knows parts of words."""

from __future__ import annotations

from graph.model.cypher import OWNED
from graph.model.folding import folded_words
from graph.stores.contract import Hit
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.kept import LONGEST
from graph.stores.neo4j.rows import node_from_row
from graph.stores.words import Found


def find(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """The best text of each node that holds every one of `words`, best node first."""
    wanted = folded_words(words)
    if not wanted or limit < 1:
        return ()
    places = range(len(wanted))
    short, long = (
        " AND ".join(f"w.{text} CONTAINS $wanted[{place}]" for place in places)
        for text in ("folded", "long")
    )
    # Names first, then the shorter text, as in every store.
    order = "rank, length, node, language"
    query = (
        f"CALL {{ MATCH (w:Words:{OWNED}) WHERE {short} RETURN w UNION ALL "
        f"MATCH (w:Words:{OWNED}) WHERE w.length > $longest AND {long} RETURN w }} "
        "WITH w.rank AS rank, w.length AS length, w.node AS node, w.language AS language, "
        f"w.field AS field ORDER BY {order} "
        "WITH node, collect([rank, length, language, field])[0] AS best "
        "WITH node, best[0] AS rank, best[1] AS length, best[2] AS language, best[3] AS field "
        f"ORDER BY {order} LIMIT $limit MATCH (n:{OWNED} {{id: node}}) "
        f"RETURN labels(n) AS labels, properties(n) AS row, field, language ORDER BY {order}"
    )
    hits = []
    for row in connection.rows(query, wanted=list(wanted), limit=limit, longest=LONGEST):
        node = node_from_row(row["labels"], row["row"])
        hits.append(Found(node.id, row["field"], row["language"], wanted).hit(node))
    return tuple(hits)
