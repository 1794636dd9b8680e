"""What a store was read from, in words for the foot of a figure."""

from __future__ import annotations

from array import array
from hashlib import sha256
from pathlib import Path

import pytest

from graph.questions import read_from
from graph.stores import EvidenceText, StoredReading, open_store


def reading(document: str, source: str = "official", language: str = "en") -> StoredReading:
    name = f"{document} {source} {language}"
    return StoredReading(
        checksum=sha256(name.encode()).hexdigest(),
        name=name,
        document=document,
        language=language,
        media_type="text/plain",
        source=source,
        text=EvidenceText("", "", array("i", [])),
        payload=b"",
    )


@pytest.mark.parametrize(
    ("readings", "told"),
    [
        ([reading("doc:R/1")], "R/1"),
        ([reading("doc:R/1", "digest")], "digests of R/1"),
        ([reading("doc:R/1", language="ar"), reading("doc:R/1", language="en")], "R/1"),
        # what is quoted in English comes from the digest
        (
            [reading("doc:R/1", "digest"), reading("doc:R/1", language="ar")],
            "R/1 and digests of R/1",
        ),
        ([reading("doc:~notes"), reading("doc:R/2", "digest")], "notes and digests of R/2"),
        ([reading(f"doc:R/{n}") for n in range(1, 6)], "5 documents"),
        ([], "no document"),
    ],
    ids=["official", "digest", "two languages", "both of one", "both", "many", "nothing"],
)
def test_documents_are_named_while_they_are_few(
    readings: list[StoredReading], told: str, tmp_path: Path
) -> None:
    with open_store(f"sqlite:///{tmp_path / 'documents.sqlite'}") as store:
        for one in readings:
            store.put_reading(one)
        assert read_from(store) == told
