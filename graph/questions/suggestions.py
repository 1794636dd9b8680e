"""What an identifier that fits nothing may have been meant for."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.errors import QuestionError
from graph.model.ids import parent_labels, session_of, whole_of
from graph.questions.names import candidates
from graph.stores import Store

SUGGESTED = 12


def suggestions(store: Store, name: str, limit: int = SUGGESTED) -> tuple[str, ...]:
    """Ids of nodes that a name fits or comes near to, the nearest first; none if nothing does.

    What has the name comes before what the node would be part of (an act of which it would be a
    paragraph, the session of an item), and this before what its words, or the beginning of its
    symbol, are found in.
    """
    found: dict[str, None] = {}
    for id in _near(store, name):
        found.setdefault(id)
        if len(found) == limit:
            break
    return tuple(found)


def _near(store: Store, name: str) -> Iterator[str]:
    rest = name.partition(":")[2] or name
    for one in (name, rest, rest.partition("/")[2]):
        try:
            yield from candidates(store, one) if one else ()
        except QuestionError:
            continue
    upper = (*parent_labels(name), whole_of(name), session_of(name))
    yield from (id for id in upper if id and store.node(id))
    whole = whole_of(rest)
    for words in (whole.replace("-", " "), whole.rpartition("/")[0]):
        yield from (hit.node.id for hit in store.search(words) if words.strip())
