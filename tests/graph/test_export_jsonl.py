"""The export as JSON lines: its form, and that it reads back as what was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import river

from graph.export import export, formats, jsonl
from graph.model.errors import StoreError
from graph.model.records import Graph
from graph.stores import Store, open_store


def test_it_reads_back(store: Store, tmp_path: Path) -> None:
    written = export(store, "jsonl", tmp_path / "new" / "folder")
    assert [path.name for path in written] == ["nodes.jsonl", "edges.jsonl", "manifest.json"]
    back = jsonl.read(tmp_path / "new" / "folder")
    assert (back.nodes, back.edges) == (river.NODES, river.EDGES)


def test_the_form_of_a_line(store: Store, tmp_path: Path) -> None:
    _, edges, _ = export(store, "jsonl", tmp_path)
    rows = [json.loads(line) for line in edges.read_text(encoding="utf-8").splitlines()]
    row = next(row for row in rows if row["type"] == "ADOPTED_AT")
    assert set(row) == {"type", "from", "to", "confidence", "basis", "properties", "evidence"}
    assert row["properties"] == {"date": "2006-10-18"}
    shown = row["evidence"][0]
    assert shown.keys() == {
        *("document", "language", "checksum", "spans", "start", "end", "quotation"),
        *("page", "box", "pinpoint", "rule", "source", "citation", "link"),
    }
    assert [shown["start"], shown["end"]] == shown["spans"][0]
    assert shown["source"] == "official"
    assert "paragraph 1" in shown["citation"]
    assert shown["citation"].endswith(shown["link"])


def test_a_provision_has_the_citation_of_its_text(store: Store, tmp_path: Path) -> None:
    nodes, *_ = export(store, "jsonl", tmp_path)
    rows = [json.loads(line) for line in nodes.read_text(encoding="utf-8").splitlines()]
    provisions = [row for row in rows if row["type"] == "provision"]
    assert provisions
    assert all(row["link"].endswith("/RIV/COP/2006/9") for row in provisions)
    assert all(row["citation"].endswith(row["link"]) for row in provisions)
    assert all("citation" not in row for row in rows if row["type"] == "actor")


def test_a_text_with_odd_line_ends_stays_one_line(tmp_path: Path) -> None:
    # PDF text carries U+2028, which some readers take for the end of a line
    body = river.node("body:river-cop", "body", title={"en": "River\u2028Commission\nagain"})
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as store:
        store.write_graph(Graph((body,), ()), {})
        export(store, "jsonl", tmp_path)
    assert jsonl.read(tmp_path).nodes == (body,)


def test_what_cannot_be_written_or_read(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such format; there are .*jsonl"):
        export(store, "papyrus", tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        export(store, "jsonl", tmp_path / "file")
    with pytest.raises(StoreError, match="no nodes.jsonl there; .*export"):
        jsonl.read(tmp_path / "nothing")
    (tmp_path / "nodes.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(StoreError, match="not an export"):
        jsonl.read(tmp_path)
    assert "jsonl" in formats()
