"""A file that a reader offers, built into a scratch store of its own: what it is, what is in it."""

from __future__ import annotations

import hashlib
import re
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from commands.build import Given, build_apart
from graph.model.records import Node, Remark
from graph.questions import Overview, overview
from graph.stores import open_store

SQLITE = "sqlite:///"
NAME = 100  # characters of a file's name
# Symbols in file names are letters, digits and these; all else could lead out of the folder.
NOT_IN_NAMES = re.compile(r"[^\w.()~+ -]")


@dataclass(frozen=True, slots=True)
class Trial:
    """What a build made of one file; `held` is None where it failed.

    The folder holds file and scratch store, and goes when nobody holds the trial any more.
    """

    name: str
    checksum: str
    given: Given
    folder: tempfile.TemporaryDirectory[str]
    failures: tuple[str, ...]
    notes: tuple[str, ...]
    held: Overview | None = None
    remarks: tuple[Remark, ...] = ()
    nodes: tuple[Node, ...] = ()

    @property
    def file(self) -> Path:
        """The file as it was given."""
        return Path(self.folder.name, self.name)


def try_out(name: str, data: bytes, given: Given) -> Trial:
    """Read a file and join what is in it, apart from every store that others use."""
    folder = tempfile.TemporaryDirectory(prefix="mandates-")
    safe, checksum = safe_name(name), hashlib.sha256(data).hexdigest()
    path = Path(folder.name, safe)
    path.write_bytes(data)
    # beside the folder of the file, which is searched for judgements
    url = f"{SQLITE}{path.with_name('.trial.sqlite')}"
    failures, notes = build_apart(path, url, given=given)
    if failures:
        return Trial(safe, checksum, given, folder, failures, notes)
    with open_store(url, create=False) as scratch:
        held, remarks = overview(scratch), tuple(scratch.remarks())
        documents = {reading.document for reading in held.readings}
        nodes = tuple(node for id in sorted(documents) if (node := scratch.node(id)))
    return Trial(safe, checksum, given, folder, (), notes, held, remarks, nodes)


def keep(trial: Trial, url: str) -> tuple[str, ...]:
    """Keep the file of a trial beside a store, and build it in; what went wrong, a line each."""
    beside = Path(url.removeprefix(SQLITE)).absolute().parent
    kept = beside / "uploads" / trial.checksum[:12] / trial.name
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(trial.file.read_bytes())
    except OSError as error:
        return (f"{trial.name}: cannot be kept beside the store: {error.strerror}",)
    return build_apart(kept, url, given=trial.given)[0]


def safe_name(name: str) -> str:
    """The name of an uploaded file without folders, controls and signs that mean something."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    stem, dot, ending = NOT_IN_NAMES.sub("_", last).strip(" .-").rpartition(".")
    stem = (stem if dot else ending).strip(" .-")[:NAME] or "document"
    return f"{stem}.{ending[:8]}" if dot else stem
