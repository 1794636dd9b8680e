"""Which files a build reads, and how each became a reading: in this process or in several."""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from multiprocessing import get_context, parent_process
from pathlib import Path

from graph.model.errors import MandatesError
from graph.stores import EvidenceText, StoredReading
from ingest.packs import load_packs
from ingest.reading import read_document
from ingest.reading.formats import open_source, readable
from ingest.records import Given, Reading, Source
from ingest.serial import fingerprint, reading_to_json

# Below this many bytes starting other processes takes longer than reading.
WORTH_WORKERS = 1_500_000
# Hidden files, and stores: a folder of documents is often where its store lies too.
LEFT_ALONE = re.compile(r"^\.|\.sqlite(-\w+)?$")


@dataclass(frozen=True, slots=True)
class Found:
    """The files that paths stand for, and what was wrong with some paths."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, and the stamp of the reading; `source` where its bytes are at hand already."""

    path: Path
    given: Given
    stamp: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: a reading, or why there is none, in one line."""

    task: Task
    reading: StoredReading | None = None
    failure: str | None = None


def find_files(paths: Iterable[Path]) -> Found:
    """The files named and those in the folders named, each once, in order of their paths.

    A file that is named is taken whatever its format, so that reading it says what is wrong; one
    that lies in a folder and has no reader is noted. Hidden files and stores are left alone.
    """
    files: dict[str, Path] = {}
    notes: list[str] = []
    failures: list[str] = []
    for path in paths:
        if not path.is_dir():
            files.setdefault(absolute(path), path)
            continue
        inside = sorted(_inside(path, failures))
        for one in inside:
            if readable(one):
                files.setdefault(absolute(one), one)
        notes += [
            f"{one}: left out, no reader for its format" for one in inside if not readable(one)
        ]
        if not inside:
            notes.append(f"{path}: no files in it")
    return Found(tuple(files[name] for name in sorted(files)), tuple(notes), tuple(failures))


def absolute(path: Path) -> str:
    """The name under which a store keeps a file. Links stay: their names tell of the document."""
    return os.path.abspath(path)  # noqa: PTH100  (Path.resolve follows links)


def _inside(folder: Path, failures: list[str]) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        failures.append(f"{error.filename}: cannot be opened: {error.strerror}")

    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(here, name)
            # a link that leads nowhere is a file that is missing; a pipe would never end
            if not LEFT_ALONE.search(name) and (path.is_file() or path.is_symlink()):
                yield path


def stamp(name: str, given: Given) -> str:
    """What a reading depends on besides its bytes: code and packs, file name, what was given."""
    return json.dumps([fingerprint(), name, asdict(given)])


def given_before(stamped: str) -> Given:
    """What was given when a reading was made; it holds until something else is given."""
    try:
        return Given(**json.loads(stamped)[2])
    except (ValueError, TypeError, IndexError):
        return Given()


def read_all(tasks: Sequence[Task], workers: int | None = None) -> Iterator[Outcome]:
    """Read files, in the order of the tasks, in `workers` processes (None: as many as it is worth).

    One file never stops the others: what cannot be read comes as an outcome with a failure.
    """
    if workers is None:
        workers = (os.cpu_count() or 1) if _bytes(tasks) > WORTH_WORKERS else 1
    if workers == 1 or len(tasks) < 2:
        yield from map(read, tasks)
        return
    done = 0
    try:
        for outcome in _in_processes(tasks, min(workers, len(tasks))):
            done += 1
            yield outcome
    except BrokenProcessPool:
        # One of the files took its process down; alone, each shows whether it was the one.
        for task in tasks[done:]:
            yield _alone(task)


def read(task: Task) -> Outcome:
    """Read one file into what a store keeps."""
    try:
        source = task.source or open_source(task.path)
        reading = read_document(source, load_packs(), task.given)
        return Outcome(task, _stored(reading, task))
    except MandatesError as error:
        return Outcome(task, failure=str(error))
    except Exception as error:  # a fault of ours in one document must not cost the others
        said = f"{type(error).__name__}: {error}"
        return Outcome(task, failure=f"{task.path}: a fault of this program in reading it: {said}")


def _stored(reading: Reading, task: Task) -> StoredReading:
    text = reading.text
    return StoredReading(
        checksum=reading.checksum,
        name=absolute(task.path),
        document=reading.identity.document,
        language=reading.identity.language,
        media_type=reading.media_type,
        source=reading.identity.source,
        text=EvidenceText(text.original, text.repaired, text.origins),
        payload=reading_to_json(reading),
        fingerprint=task.stamp,
        link=reading.identity.link,
        repairs={repair.step: repair.count for repair in text.repairs},
        trust=text.trust,
    )


def _bytes(tasks: Iterable[Task]) -> int:
    total = 0
    for task in tasks:
        try:
            total += len(task.source.data) if task.source else task.path.stat().st_size
        except OSError:
            continue  # reading it will say so
    return total


def _in_processes(tasks: Sequence[Task], workers: int) -> Iterator[Outcome]:
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_end_with_parent)
    try:
        yield from pool.map(read, tasks)
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(task: Task) -> Outcome:
    try:
        return next(_in_processes([task], 1))
    except BrokenProcessPool:
        return Outcome(task, failure=f"{task.path}: reading it ended its process: too large?")


def _end_with_parent() -> None:
    """Workers of a build that was killed would wait for work for ever."""

    def watch() -> None:
        parent = parent_process()
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
