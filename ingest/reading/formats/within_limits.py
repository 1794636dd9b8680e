"""The other side of `apart`: reads one file from standard input and answers in JSON."""

from __future__ import annotations

import importlib
import json
import math
import os
import sys
from contextlib import suppress
from typing import Any, cast

from graph.model.errors import UnreadableDocument
from ingest.reading.formats.apart import Limits
from ingest.reading.formats.reader import Reader
from ingest.records import Extracted, Given, Source


def main(argument: str) -> None:
    """Read as ordered; the answer is all that goes to standard output, whatever libraries print."""
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        try:
            answer = json.dumps(_answer(json.loads(argument))).encode()
        except MemoryError:
            answer = b'{"memory": true}'
        out.write(answer)


def _answer(order: dict[str, Any]) -> dict[str, Any]:
    limits = Limits(**order["limits"])
    data = sys.stdin.buffer.read()
    module, name = order["reader"]
    reader = cast(Reader, getattr(importlib.import_module(module), name)())
    source = Source(order["name"], data, order["checksum"], order["media_type"])
    _limit(limits, len(data))
    try:
        found = reader.read(source, Given(**order["given"]))
    except UnreadableDocument as error:
        return {"unreadable": str(error)}
    except MemoryError:
        raise
    except Exception as error:  # whatever a library makes of a damaged file
        said = " ".join(f"{type(error).__name__}: {error}".split())
        return {"failure": said[:200]}
    if len(found.text) > limits.characters:
        return {"unreadable": f"{source.name}: more than {limits.characters} characters: a trap?"}
    return _plain(found)


def _limit(limits: Limits, size: int) -> None:
    # Windows has no such limits; there the time that the other side waits is the only one.
    with suppress(ImportError, ValueError, OSError):
        import resource

        seconds = math.ceil(limits.time(size))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def _plain(found: Extracted) -> dict[str, Any]:
    return {
        "text": found.text,
        "places": [[one.start, one.end, one.page, *one.box] for one in found.places],
        "notes": found.notes,
        "repairs": [[repair.step, repair.count] for repair in found.repairs],
        "trust": found.trust,
        "language": found.language,
    }


if __name__ == "__main__":
    main(sys.argv[1])
