"""What Neo4j keeps beside the graph, as flat properties: files as read, remarks, words to search."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from graph.model.folding import fold
from graph.model.plain import remark_from_plain, remark_to_plain
from graph.model.records import Node, Remark
from graph.stores.contract import EvidenceText, ReadingSummary, StoredReading
from graph.stores.neo4j.rows import Row, to_json
from graph.stores.packing import packed, unpacked
from graph.stores.words import FIELD_ORDER, OTHER_FIELDS, searched

FORM = 1  # of the graph in Neo4j, as schema.cypher tells it; a change of rows.py needs a new one
MANIFEST = "Manifest"
SUMMARY = (
    *("checksum", "name", "document", "language", "media_type", "source", "fingerprint", "trust"),
    "characters",
)
# A text index refuses what takes more than 32,766 bytes; of UTF-8, a character has four at most.
LONGEST = 8_000


def reading_row(reading: StoredReading) -> Row:
    """A reading as properties of a :SourceText, its text and map with it."""
    text = reading.text
    row = {name: getattr(reading, name) for name in SUMMARY if name != "characters"}
    row |= {
        "characters": len(text.original),
        "repairs": to_json(dict(reading.repairs)),
        "original": text.original,
        "repaired": text.repaired,
        # Text, for files that are imported hold no bytes.
        "origins": base64.b64encode(packed(text.origins)).decode("ascii"),
    }
    if reading.link is not None:
        row["link"] = reading.link
    if reading.payload:
        row["payload"] = zlib.compress(reading.payload, 1)
    return row


def reading_from_row(row: Mapping[str, Any]) -> StoredReading:
    """The reading that `reading_row` made the properties of."""
    payload = row.get("payload")
    return StoredReading(
        **{name: row[name] for name in SUMMARY if name != "characters"},
        link=row.get("link"),
        repairs=json.loads(row["repairs"]),
        text=text_from_row(row),
        payload=zlib.decompress(payload) if payload else b"",
    )


def summary_from_row(row: Mapping[str, Any]) -> ReadingSummary:
    """The reading without its text and payload."""
    return ReadingSummary(
        **{name: row[name] for name in SUMMARY},
        link=row.get("link"),
        repairs=json.loads(row["repairs"]),
    )


def text_from_row(row: Mapping[str, Any]) -> EvidenceText:
    """The text of a reading, with its map."""
    origins = unpacked(base64.b64decode(row["origins"]))
    return EvidenceText(row["original"], row["repaired"], origins)


def remark_row(remark: Remark, position: int) -> Row:
    """A remark as properties; `position` is its place in the order of writing."""
    known = {name: value for name, value in remark_to_plain(remark).items() if value is not None}
    return {"position": position, **known}


def remark_from_row(row: Mapping[str, Any]) -> Remark:
    """The remark that `remark_row` made the properties of."""
    return remark_from_plain(row)


def words_rows(node: Node) -> Iterator[Row]:
    """What search looks through for a node: its id, its symbol, every text by language, folded.

    A text that is too long for the index stands under another name, and is looked through whole.
    """
    for field, language, text in searched(node):
        folded = fold(text)
        yield {
            "node": node.id,
            "field": field,
            "language": language,
            "folded" if len(folded) <= LONGEST else "long": folded,
            "length": len(folded),
            "rank": FIELD_ORDER.get(field, OTHER_FIELDS),
        }


def judgement_row(judgement: Mapping[str, Any], position: int) -> Row:
    """A judgement as properties; `position` is its place among them."""
    return {"position": position, "line": to_json(dict(judgement))}


def answer_row(name: str, answer: Any) -> Row:
    """An answer that the source had kept, as properties."""
    return {"name": name, "answer": to_json(answer)}


def manifest_row(*, state: str, content: str, record: str, loaded: str) -> Row:
    """What a graph is: `state` "loading" or "complete", `content` its hash, `record` JSON.

    `loaded` is the load that writes here; one that finds another's name gives way.
    """
    return {"form": FORM, "state": state, "content": content, "record": record, "loaded": loaded}
