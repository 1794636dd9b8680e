"""Readings as JSON, for the store that keeps them, and the fingerprint that says when one is stale."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from graph.model.plain import (
    edge_from_plain,
    edge_to_plain,
    node_from_plain,
    node_to_plain,
    remark_from_plain,
    remark_to_plain,
)
from ingest.records import Identity, Mention, Paragraph, Place, Reading, Repair, Text


def reading_to_json(reading: Reading) -> bytes:
    """A reading as UTF-8 JSON; `reading_from_json` gives it back equal."""
    text = reading.text
    plain: dict[str, Any] = {
        "name": reading.name,
        "checksum": reading.checksum,
        "media_type": reading.media_type,
        "identity": asdict(reading.identity),
        "text": {
            "original": text.original,
            "repaired": None if text.repaired == text.original else text.repaired,
            "origins": base64.b64encode(zlib.compress(text.origins.tobytes(), 1)).decode("ascii"),
            "repairs": [asdict(repair) for repair in text.repairs],
            "trust": text.trust,
            "places": [[one.start, one.end, one.page, *one.box] for one in text.places],
            "notes": text.notes,
        },
        "nodes": [node_to_plain(node) for node in reading.nodes],
        "edges": [edge_to_plain(edge) for edge in reading.edges],
        "mentions": [asdict(mention) for mention in reading.mentions],
        "paragraphs": [asdict(paragraph) for paragraph in reading.paragraphs],
        "remarks": [remark_to_plain(remark) for remark in reading.remarks],
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def reading_from_json(data: bytes) -> Reading:
    """The reading that `reading_to_json` wrote."""
    plain = json.loads(data)
    text = plain["text"]
    origins = array("i")
    origins.frombytes(zlib.decompress(base64.b64decode(text["origins"])))
    return Reading(
        name=plain["name"],
        checksum=plain["checksum"],
        media_type=plain["media_type"],
        identity=Identity(**plain["identity"]),
        text=Text(
            text["original"],
            text["original"] if text["repaired"] is None else text["repaired"],
            origins,
            tuple(Repair(**repair) for repair in text["repairs"]),
            text["trust"],
            tuple(
                Place(start, end, page, (left, bottom, right, top))
                for start, end, page, left, bottom, right, top in text["places"]
            ),
            tuple(text["notes"]),
        ),
        nodes=tuple(node_from_plain(node) for node in plain["nodes"]),
        edges=tuple(edge_from_plain(edge) for edge in plain["edges"]),
        mentions=tuple(
            Mention(**{**mention, "candidates": tuple(mention["candidates"])})
            for mention in plain["mentions"]
        ),
        paragraphs=tuple(Paragraph(**paragraph) for paragraph in plain["paragraphs"]),
        remarks=tuple(remark_from_plain(remark) for remark in plain["remarks"]),
    )


@cache
def fingerprint() -> str:
    """What a reading depends on besides its bytes: a digest of this package's code and packs."""
    digest = hashlib.sha256()
    for file in _files(resources.files("ingest")):
        if file.name.endswith((".py", ".toml")) and file.name != "calibration.toml":
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry)
        else:
            yield entry
