"""The manifest of an export: what was written, of which graph, and whether it is still so.

`manifest.json` is written last, so that a folder without one holds no whole export. No clock but
the store's own, and no place on this machine, goes into it: one graph exported twice gives equal
bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import file_digest, sha256
from importlib import resources
from importlib.metadata import version
from pathlib import Path, PurePath
from typing import Any

from graph.export.formats import Format, Written
from graph.model.content import Tally
from graph.model.errors import StoreError
from graph.stores import Store

MANIFEST = "manifest.json"
FORM = 1  # of the manifest itself
FILE = {"name", "bytes", "sha256"}  # what it says of a file
DIGESTS = (
    "{digests} of {all} pieces of evidence stand in digests, which retell a document in other "
    "words: what they quote is not the official text. Each piece says which it is, and the link "
    "in its citation leads to the official text."
)


def write_manifest(store: Store, format: Format, folder: Path, written: Written) -> Path:
    """Write the manifest of an export that is in `folder`; the file written.

    It holds the versions (`mandates`; `model`, the SHA-256 of the declared model), the `format`,
    `build` (what the store's own manifest says), `graph` (hash, nodes by type, edges by relation),
    `evidence` (how much is official, how much digest), `notices`, `sources` (each file that was
    read, with its SHA-256) and `files` (each file written, with its SHA-256 and size in bytes).
    """
    path = folder / MANIFEST
    told = {
        "form": FORM,
        "format": format.name,
        "mandates": version("mandates"),
        "model": sha256(_declaration()).hexdigest(),
        **_held(store, written.notices),
        "files": [_of_file(file) for file in written.files],
    }
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def read_manifest(folder: Path) -> Mapping[str, Any]:
    """The manifest of an export; StoreError if the folder has none that can be read."""
    path = folder / MANIFEST
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["form"] != FORM or any(set(file) != FILE for file in told["files"]):
            raise StoreError(f"{path}: the manifest of another version, or of something else")
    except FileNotFoundError as error:
        raise StoreError(f"{folder}: no {MANIFEST} there, so no whole export", "missing") from error
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: not the manifest of an export: {error!r}") from error
    return dict(told)


def differences(folder: Path) -> tuple[str, ...]:
    """What in a folder is not as its manifest says, a line a file; none if all is in order.

    Raises StoreError if there is no manifest.
    """
    return tuple(_differences(folder, read_manifest(folder)["files"]))


def make_way(folder: Path, format: Format) -> None:
    """Remove what an earlier export in this format left, so that nothing old lies beside the new.

    A file that was changed since stays. Raises StoreError if the folder holds an export in another
    format, for one manifest cannot tell of two, or a manifest of something else.
    """
    if not (folder / MANIFEST).exists():
        return
    try:
        earlier = read_manifest(folder)
    except StoreError as error:
        raise StoreError(f"{error}; name another folder for the export") from error
    if earlier["format"] != format.name:
        told = f"holds an export as {earlier['format']}; name another folder"
        raise StoreError(f"{folder}: {told}")
    (folder / MANIFEST).unlink()
    for file in earlier["files"]:
        if not any(_differences(folder, [file])):
            (folder / file["name"]).unlink()


def _held(store: Store, notices: Iterable[str]) -> dict[str, Any]:
    tally = Tally()
    nodes = Counter(node.type for node in tally.nodes(store.nodes()))
    edges: Counter[str] = Counter()
    evidence = Counter({"official": 0, "digest": 0})
    for edge in tally.edges(store.edges()):
        edges[edge.type] += 1
        evidence.update(one.source for one in edge.evidence)
    digests = DIGESTS.format(digests=evidence["digest"], all=evidence.total())
    return {
        # The checksums that a build keeps are told below, with the names of their files.
        "build": {name: one for name, one in store.manifest().items() if name != "readings"},
        "graph": {"hash": tally.content().hash, "nodes": nodes, "edges": edges},
        "evidence": evidence,
        "notices": [*([digests] if evidence["digest"] else []), *notices],
        "sources": [
            {
                "document": one.document,
                "language": one.language,
                "source": one.source,
                "file": PurePath(one.name).name,
                "sha256": one.checksum,
            }
            for one in store.readings()
        ],
    }


def _of_file(path: Path) -> dict[str, str | int]:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return {"name": path.name, "bytes": path.stat().st_size, "sha256": digest}


def _differences(folder: Path, files: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for told in files:
        name = str(told["name"])
        path = folder / name
        if PurePath(name).name != name:
            yield f"{name}: named in the manifest, and not of this folder"
        elif not path.is_file():
            yield f"{path}: missing; export again"
        elif (found := _of_file(path)) != told:
            size = f"{found['bytes']} bytes, {told['bytes']} were written"
            same = "as many bytes, but not those that were written"
            says = same if found["bytes"] == told["bytes"] else size
            yield f"{path}: {says}; export again"


def _declaration() -> bytes:
    return resources.files("graph.model").joinpath("model.toml").read_bytes()
