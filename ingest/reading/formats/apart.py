"""Reading apart: a reader of a format that can hold traps works in a process of its own, with limits.

A page may unpack to gigabytes, point to itself, or bring down the library that draws it. None of that
may cost more than this one file: what happens in the other process comes back as text, or as one line.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass

from graph.model.errors import UnreadableDocument
from ingest.reading.formats.reader import Reader
from ingest.records import Extracted, Given, Place, Repair, Source

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take; a large file has more time, so that only a trap runs out of it."""

    seconds: float = 60
    seconds_per_megabyte: float = 30
    memory: int = 1_500 * MEGABYTE  # of address space
    characters: int = 30_000_000  # of text that comes back: the longest reports have two million

    def time(self, size: int) -> float:
        """Seconds of processor time for a file of so many bytes."""
        return self.seconds + self.seconds_per_megabyte * size / MEGABYTE


ORDINARY = Limits()
# Recognising the characters of a scanned page takes some seconds a page.
RECOGNISING = Limits(seconds=300, seconds_per_megabyte=300, memory=4_000 * MEGABYTE)
# Other programs may hold up a process that itself takes little time.
PATIENCE = 4


def read_apart(
    reader: Reader, source: Source, given: Given, limits: Limits | None = None
) -> Extracted:
    """What `reader` sees in a source, read in a process of its own.

    Raises UnreadableDocument, one line, where the reader does, where it fails for whatever reason,
    and where it takes more time or memory than `limits` (of the kind of reading if not given) allow.
    """
    limits = limits or (RECOGNISING if given.ocr else ORDINARY)
    order = {
        "reader": [type(reader).__module__, type(reader).__qualname__],
        "name": source.name,
        "checksum": source.checksum,
        "media_type": source.media_type,
        "given": asdict(given),
        "limits": asdict(limits),
    }
    seconds = limits.time(len(source.data))
    process = subprocess.Popen(
        [sys.executable, "-m", "ingest.reading.formats.within_limits", json.dumps(order)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that programs which it starts end with it
    )
    try:
        answer, _ = process.communicate(source.data, timeout=seconds * PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(_too_long(source, seconds)) from error
    finally:
        _end(process)
    return _understood(answer, process.returncode, source, limits, seconds)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError, AttributeError):
        os.killpg(process.pid, signal.SIGKILL)  # AttributeError: Windows has no groups
    process.kill()
    process.wait()


def _understood(
    answer: bytes, code: int, source: Source, limits: Limits, seconds: float
) -> Extracted:
    try:
        said = json.loads(answer)
    except ValueError:
        if code == -getattr(signal, "SIGXCPU", 0):
            raise UnreadableDocument(_too_long(source, seconds)) from None
        raise UnreadableDocument(
            f"{source.name}: reading it ended its process: damaged, or too large?"
        ) from None
    match said:
        case {"unreadable": str(why)}:
            raise UnreadableDocument(why)
        case {"memory": _}:
            raise UnreadableDocument(
                f"{source.name}: takes more than {limits.memory // MEGABYTE} MB of memory to read: "
                f"a trap, or too large: split it"
            )
        case {"failure": str(what)}:
            raise UnreadableDocument(f"{source.name}: cannot be read: damaged? ({what})")
        case {"text": str(text)}:
            return Extracted(
                text,
                tuple(
                    Place(start, end, page, tuple(box)) for start, end, page, *box in said["places"]
                ),
                tuple(said["notes"]),
                tuple(Repair(step, count) for step, count in said["repairs"]),
                said["trust"],
                said["language"],
            )
    raise UnreadableDocument(f"{source.name}: cannot be read: damaged?")


def _too_long(source: Source, seconds: float) -> str:
    return f"{source.name}: not read within {seconds:.0f} seconds: a trap, or damaged?"
