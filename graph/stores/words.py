"""Search in SQLite: folded texts in a trigram index, and another way for words too short for it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model.folding import fold, fold_with_offsets, folded_words
from graph.model.records import Node
from graph.model.schema import load_model
from graph.stores.contract import Hit

TRIGRAM = 3
# What a reader means by a word is more often a name than a sentence.
FIELD_ORDER = {"id": 0, "symbol": 0, "title": 1}
OTHER_FIELDS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the index that holds every word."""

    node: str
    field: str
    language: str
    words: tuple[str, ...]

    def hit(self, node: Node) -> Hit:
        """The hit on `node`, with the places of the words in its text as written."""
        text = node.id
        if self.language:
            text = node.properties[self.field][self.language]
        elif self.field != "id":
            text = node.properties[self.field]
        return Hit(node, self.field, self.language, text, places(text, self.words))


def index(database: sqlite3.Connection, nodes: Iterable[Node]) -> None:
    """Put the id, the symbol and every text by language of `nodes` into the index.

    The rows are written in the order in which hits are shown: the first hits are then found without
    the others, of which a common word has hundreds of thousands.
    """
    database.execute("CREATE TEMP TABLE unranked (rank, folded, node, field, language)")
    database.executemany(
        "INSERT INTO unranked VALUES (?, ?, ?, ?, ?)",
        (
            (FIELD_ORDER.get(field, OTHER_FIELDS), fold(text), node.id, field, language)
            for node in nodes
            for field, language, text in searched(node)
        ),
    )
    # Shorter texts first among equals: a title that is the word before one that mentions it.
    database.execute(
        "INSERT INTO words (folded, node, field, language)"
        " SELECT folded, node, field, language FROM unranked"
        " ORDER BY rank, length(folded), node, language"
    )
    database.execute("DROP TABLE unranked")


def searched(node: Node) -> Iterator[tuple[str, str, str]]:
    """What search looks through for a node: field, language (empty for a name) and text of each."""
    yield "id", "", node.id
    for name in ("symbol", "designation"):
        if written := node.properties.get(name):
            yield name, "", written
    for name in load_model().nodes[node.type].texts:
        for language, text in (node.properties.get(name) or {}).items():
            yield name, language, text


def find(database: sqlite3.Connection, words: str, limit: int) -> list[Found]:
    """The best row of each node that holds every one of `words`, best node first."""
    wanted = folded_words(words)
    if not wanted:
        return []
    where, values = _holding(wanted)
    query = f"SELECT node, field, language FROM words WHERE {where} ORDER BY rowid"
    found: dict[str, Found] = {}
    for node, field, language in database.execute(query, values):
        if node not in found:
            found[node] = Found(node, field, language, wanted)
            if len(found) == limit:
                break
    return list(found.values())


def find_all(database: sqlite3.Connection, words: str) -> list[str]:
    """Every node that holds every one of `words`, without looking at where."""
    wanted = folded_words(words)
    if not wanted:
        return []
    where, values = _holding(wanted)
    return [
        id for (id,) in database.execute(f"SELECT DISTINCT node FROM words WHERE {where}", values)
    ]


def _holding(wanted: Iterable[str]) -> tuple[str, list[str]]:
    """The condition of a row that holds every word, with its values."""
    conditions: list[str] = []
    values: list[str] = []
    # The index knows runs of three characters; Chinese words have two.
    long = [word for word in wanted if len(word) >= TRIGRAM]
    if long:
        conditions.append("words MATCH ?")
        values.append(" ".join('"' + word.replace('"', '""') + '"' for word in long))
    for word in wanted:
        if len(word) < TRIGRAM:
            conditions.append("folded LIKE ? ESCAPE '\\'")
            values.append("%" + re.sub(r"([\\%_])", r"\\\1", word) + "%")
    return " AND ".join(conditions), values


def places(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where folded `words` stand in `text`: offsets of the text as written, without overlaps."""
    folded, offsets = fold_with_offsets(text)
    marked: list[tuple[int, int]] = []
    for word in words:
        for match in re.finditer(re.escape(word), folded):
            marked.append((offsets[match.start()], offsets[match.end() - 1] + 1))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marked):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
