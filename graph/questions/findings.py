"""What a reader's words are found in, by kind: names first, then texts of every language."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.errors import QuestionError
from graph.model.records import Node
from graph.questions.names import candidates
from graph.questions.suggestions import suggestions
from graph.stores import Hit, Store

FOUND = 120
LOOKED_AT = 600  # hits, of which those in texts come before those in mere identifiers


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to: where is this?

    `named` are the nodes that the words name (`3/2`, a symbol), `groups` the hits by type of node,
    the type of the best hit first, `complete` whether that is all. Where nothing was found,
    `perhaps` are nodes whose names come near.
    """

    named: tuple[Node, ...]
    groups: tuple[tuple[str, tuple[Hit, ...]], ...]
    complete: bool
    perhaps: tuple[Node, ...]


def findings(store: Store, words: str, limit: int = FOUND) -> Findings:
    """Look for names and words; at most `limit` hits."""
    try:
        named = candidates(store, words)
    except QuestionError:
        named = ()
    hits = store.search(words, max(LOOKED_AT, limit + 1))
    hits = tuple(sorted(hits, key=lambda hit: hit.field == "id"))
    groups: dict[str, list[Hit]] = {}
    for hit in hits[:limit]:
        if hit.node.id not in named:
            groups.setdefault(hit.node.type, []).append(hit)
    near = () if named or hits else suggestions(store, words)
    return Findings(
        named=_nodes(store, named),
        groups=tuple((type, tuple(of)) for type, of in groups.items()),
        complete=len(hits) <= limit,
        perhaps=_nodes(store, near),
    )


def _nodes(store: Store, ids: tuple[str, ...]) -> tuple[Node, ...]:
    return tuple(node for id in ids if (node := store.node(id)))
