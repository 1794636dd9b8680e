"""The manifest of every export: it tells of all files, holds them, and depends on no clock."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
import river

from graph.export import differences, export, formats, read_manifest
from graph.export.manifest import MANIFEST
from graph.model.content import content_of
from graph.model.errors import StoreError
from graph.model.records import Graph
from graph.stores import open_store

SQLITE = "sqlite:///"


def written(url: str, format: str, folder: Path) -> dict[str, bytes]:
    """The files of an export, by name."""
    with open_store(url, create=False) as store:
        return {path.name: path.read_bytes() for path in export(store, format, folder)}


@pytest.mark.parametrize("format", formats())
def test_one_graph_gives_equal_bytes_wherever_it_lies(
    format: str, digests: str, tmp_path: Path
) -> None:
    moved = tmp_path / "elsewhere.sqlite"
    with open_store(digests, create=False):  # an open store may have a log beside it
        shutil.copy(digests.removeprefix(SQLITE), moved)
    once = written(digests, format, tmp_path / "once")
    assert once == written(f"{SQLITE}{moved}", format, tmp_path / "deeper" / "twice")
    assert once == written(digests, format, tmp_path / "once"), "over itself"
    assert {path.name for path in (tmp_path / "once").iterdir()} == set(once)
    assert not differences(tmp_path / "once")


@pytest.mark.parametrize("format", formats())
def test_it_tells_what_was_written_and_of_which_graph(
    format: str, digests: str, tmp_path: Path
) -> None:
    files = written(digests, format, tmp_path)
    manifest = json.loads(files.pop(MANIFEST))
    assert {file["name"]: (file["bytes"], file["sha256"]) for file in manifest["files"]} == {
        name: (len(content), sha256(content).hexdigest()) for name, content in files.items()
    }
    with open_store(digests, create=False) as store:
        content = content_of(store.nodes(), store.edges())
        pieces = sum(len(edge.evidence) for edge in store.edges())
        assert manifest["build"]["built"] == store.manifest()["built"]
        assert {source["sha256"] for source in manifest["sources"]} == {
            one.checksum for one in store.readings()
        }
    assert manifest["format"] == format
    assert manifest["graph"]["hash"] == content.hash
    assert sum(manifest["graph"]["nodes"].values()) == content.nodes
    assert sum(manifest["graph"]["edges"].values()) == content.edges
    assert manifest["evidence"]["digest"] == pieces
    assert f"{pieces} of {pieces}" in manifest["notices"][0], "digests are no official text"
    assert not any("/" in source["file"] for source in manifest["sources"])


def test_official_texts_need_no_notice(tmp_path: Path) -> None:
    url = f"{SQLITE}{tmp_path / 'mandates.sqlite'}"
    with open_store(url) as store:
        store.write_graph(river.GRAPH, {"version": "1"})
        export(store, "jsonl", tmp_path / "out")
    manifest = read_manifest(tmp_path / "out")
    assert manifest["notices"] == []
    assert manifest["evidence"] == {"official": len(river.EDGES), "digest": 0}


def test_a_graph_that_differs_in_one_word_has_another_hash(tmp_path: Path) -> None:
    changed = replace(river.EDGES[0], basis="inferred")
    hashes = set()
    for number, edges in enumerate([river.EDGES, (changed, *river.EDGES[1:])]):
        with open_store(f"{SQLITE}{tmp_path / str(number)}.sqlite") as store:
            store.write_graph(Graph(river.NODES, edges), {"version": "1"})
            export(store, "jsonl", tmp_path / str(number))
        hashes.add(read_manifest(tmp_path / str(number))["graph"]["hash"])
    assert len(hashes) == 2


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda folder: (folder / "edges.jsonl").unlink(), "edges.jsonl: missing"),
        (lambda folder: (folder / "edges.jsonl").write_bytes(b"{}"), "edges.jsonl: 2 bytes, "),
        (
            lambda folder: (folder / "edges.jsonl").write_bytes(
                (folder / "edges.jsonl").read_bytes().replace(b"stated", b"STATED")
            ),
            "edges.jsonl: as many bytes, but not those that were written",
        ),
        (
            lambda folder: (folder / MANIFEST).write_text(
                (folder / MANIFEST).read_text(encoding="utf-8").replace("edges.js", "../edges.js"),
                encoding="utf-8",
            ),
            "../edges.jsonl: named in the manifest, and not of this folder",
        ),
    ],
)
def test_it_says_which_file_differs(
    change: object, says: str, digests: str, tmp_path: Path
) -> None:
    written(digests, "jsonl", tmp_path)
    assert callable(change)
    change(tmp_path)
    (told,) = differences(tmp_path)
    assert says in told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "no whole export"),
        ("{", "not the manifest of an export"),
        ("[]", "not the manifest of an export"),
        ('{"form": 1}', "not the manifest of an export"),
        ('{"form": 0, "files": []}', "of another version"),
        ('{"form": 1, "files": [{"name": "x"}]}', "of another version, or of something else"),
    ],
)
def test_what_is_no_manifest_is_said_to_be_none(
    text: str | None, says: str, tmp_path: Path
) -> None:
    if text is not None:
        (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=says):
        differences(tmp_path)


def test_an_export_in_another_format_stays_whole(digests: str, tmp_path: Path) -> None:
    written(digests, "jsonl", tmp_path)
    with pytest.raises(StoreError, match="holds an export as jsonl; name another folder"):
        written(digests, "neo4j-csv", tmp_path)
    assert not differences(tmp_path)


def test_a_manifest_of_something_else_stays(digests: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"name": "a web app"}', encoding="utf-8")
    with pytest.raises(StoreError, match="name another folder"):
        written(digests, "jsonl", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


def test_what_an_earlier_export_wrote_does_not_lie_beside_the_new(
    digests: str, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    before = written(digests, "neo4j-csv", folder)
    assert "relations-BECAME.csv" in before
    (folder / "my-notes.txt").write_text("mine", encoding="utf-8")
    with (folder / "relations-ABOUT.csv").open("a", encoding="utf-8") as changed:
        changed.write("mine")
    body = river.node("body:river-cop", "body", title={"en": "River Commission"})
    with open_store(f"{SQLITE}{tmp_path / 'small.sqlite'}") as store:
        store.write_graph(Graph((body,), ()), {"version": "1"})
        now = {path.name for path in export(store, "neo4j-csv", folder)}
    left = {path.name for path in folder.iterdir()} - now
    assert left == {"my-notes.txt", "relations-ABOUT.csv"}, "what somebody changed is theirs"
