"""The files of judgements: one JSON object a line, read by builds and appended to by the app."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.model.errors import StoreError
from graph.model.judgements import Judgement

try:
    import fcntl
except ImportError:  # Windows has none; there the lock within this process has to do
    fcntl = None  # type: ignore[assignment]

APPENDED_TO = "app.jsonl"
ALONE = threading.Lock()


def read_judgements(folder: Path) -> tuple[list[Mapping[str, Any]], list[str]]:
    """The judgements in the `*.jsonl` files of a folder, in order, and what could not be read."""
    judgements: list[Mapping[str, Any]] = []
    failures: list[str] = []
    for file in sorted(folder.glob("*.jsonl")):
        try:
            lines = file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            failures.append(f"{file}: cannot be read: {error}")
            continue
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                judgements.append(_judgement(json.loads(line)))
            except ValueError as error:
                failures.append(f"{file}, line {number}: no judgement: {error}")
    return judgements, failures


def append_judgement(folder: Path, judgement: Judgement) -> None:
    """Add a judgement to the folder's file, whole and on the disk before this returns.

    Several readers may judge at once, in this process or in others. Raises StoreError where the
    folder cannot be written.
    """
    line = json.dumps(judgement.line(), ensure_ascii=False) + "\n"
    path = folder / APPENDED_TO
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ALONE, path.open("ab+") as file, _locked(file.fileno()):
            # A line that was cut off, by a full disk or a power cut, must not swallow this one.
            if not _ends_a_line(path):
                line = "\n" + line
            file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"{path}: the judgement cannot be kept: {error.strerror}") from error


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


@contextmanager
def _locked(descriptor: int) -> Iterator[None]:
    if fcntl is None:
        yield
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _judgement(plain: Any) -> Mapping[str, Any]:
    if not isinstance(plain, dict):
        raise ValueError("not a JSON object")
    return plain
