"""Reading in a process of its own: whatever a file does there costs no more than that file."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from graph.model.errors import UnreadableDocument
from ingest.reading.formats.apart import Limits, read_apart
from ingest.records import Extracted, Given, Place, Repair, Source
from tests.reading.traps import Trap

TIGHT = Limits(seconds=1, seconds_per_megabyte=0, memory=300_000_000, characters=1_000)


def source(content: str) -> Source:
    data = content.encode()
    return Source("locks.trap", data, hashlib.sha256(data).hexdigest(), Trap.media_type)


def test_what_was_read_comes_back_whole() -> None:
    found = read_apart(Trap(), source("أقفال locks"), Given(language="ar"))
    assert found == Extracted(
        "أقفال locks ar",
        (Place(0, 5, 3, (72.0, 700.5, 300.0, 712.0)),),
        ("page 2 is empty",),
        (Repair("hyphen", 2),),
        0.5,
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        # a page that points to itself
        ("loop", "not read within 1 seconds: a trap, or damaged?"),
        # a few bytes that unpack to gigabytes: held in memory, or handed back as text
        ("bomb", "takes more than 300 MB of memory to read: a trap, or too large: split it"),
        ("long", "more than 1000 characters: a trap?"),
        # a fault in a library written in C, or one that leaves without a word
        ("crash", "reading it ended its process: damaged, or too large?"),
        ("exit", "reading it ended its process: damaged, or too large?"),
        # what a library says of a damaged file comes on one line
        ("raise", "cannot be read: damaged? (ValueError: no table of contents)"),
        # what the reader itself says of a file stays as it said it
        ("refuse", "encrypted: save it without a password"),
    ],
)
def test_a_trap_gets_one_clear_line(content: str, says: str) -> None:
    with pytest.raises(UnreadableDocument) as raised:
        read_apart(Trap(), source(content), Given(), TIGHT)
    assert str(raised.value) == f"locks.trap: {says}"


def test_programs_that_a_reader_started_end_with_it(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    with pytest.raises(UnreadableDocument, match="not read within 1 seconds"):
        read_apart(Trap(), source(f"child {noted}"), Given(), TIGHT)
    pid = int(noted.read_text())
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return
        if state == "Z":  # ended; only its entry waits for a parent
            return
        time.sleep(0.05)
    os.kill(pid, 9)
    pytest.fail("it still runs")
