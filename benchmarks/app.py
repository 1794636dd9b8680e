"""What a reader waits for on a large store: the first page, and each answer, at the server.

    python benchmarks/app.py [--store PATH] [--nodes 100000] [--edges 500000]

Starts the app as `mandates app` does, asks it for pages as a browser does, and takes the time from
the question until the last piece of the answer was sent. Nothing is asked twice, so no answer comes
out of a memory. Beside the time stands what of it the server computed: on a machine that does other
things too, that is the part which is the app's. Without a store, a synthetic one is made first.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.synthetic import write_synthetic  # noqa: E402
from commands.bundle import app_file, streamlit_flags  # noqa: E402
from graph.questions.kept_gaps import gaps_by_kind  # noqa: E402
from graph.stores import open_store  # noqa: E402
from tests.serving import free_port, wait_until_served  # noqa: E402
from tests.streaming import page_sent, stream  # noqa: E402

FIRST, EACH = 2.0, 0.3  # seconds
READS = 10  # seconds that a reader looks at the first page, while the server fetches ahead
ASKED: tuple[tuple[str, dict[str, str]], ...] = (
    ("search: a number", {"page": "start", "q": "3/2"}),
    ("search: words", {"page": "start", "q": "level flow lake"}),
    ("search: a word of every text", {"page": "start", "q": "اللجنة", "lang": "ar"}),
    ("search: two letters", {"page": "start", "q": "of"}),
    ("search: nothing", {"page": "start", "q": "xyzzy"}),
    ("trace of a decision", {"page": "trace", "id": "dec:lake-cop/5/2"}),
    ("the same in Arabic, another", {"page": "trace", "id": "dec:river-cop/9/3", "lang": "ar"}),
    ("trace of a provision", {"page": "trace", "id": "dec:delta-cop/7/1#c"}),
    ("why an item", {"page": "why", "id": "item:river-cop/4/2"}),
    ("why a document", {"page": "why", "id": "doc:RIVER/COP/S6/3"}),
    ("evidence", {"page": "evidence", "id": "PURSUANT_TO item:river-cop/4/2 dec:river-cop/4/2"}),
    ("a decision", {"page": "node", "id": "dec:lake-cop/6/1"}),
    ("a session", {"page": "node", "id": "session:river-cop/3"}),
    ("a body", {"page": "node", "id": "body:river-cop"}),
    ("an actor, asked 1,700 times", {"page": "node", "id": "actor:office-3"}),
    ("an article", {"page": "node", "id": "art:waters/3"}),
    ("around a decision", {"page": "graph", "id": "dec:lake-cop/5/3"}),
    ("around an actor", {"page": "graph", "id": "actor:office-5"}),
    ("gaps", {"page": "gaps"}),
    ("gaps of a body", {"page": "gaps", "body": "body:lake-cop"}),
    ("gaps with words", {"page": "gaps", "words": "silt"}),
    ("gaps, another part", {"page": "gaps", "part": "100"}),
    ("documents without mandate", {"page": "gaps", "kind": "document"}),
    ("timeline of a body", {"page": "timeline", "body": "river-cop"}),
    ("timeline of two", {"page": "timeline", "body": "lake-cop,delta-cop"}),
    ("timeline of three", {"page": "timeline", "body": "coast-cop,glacier-cop,spring-cop"}),
    ("method", {"page": "method"}),
    ("start, a second reader", {"page": "start", "lang": "fr"}),
)


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds until a page was sent, seconds of them that the server computed, seconds allowed."""

    name: str
    waited: float
    computed: float
    allowed: float


def measured(store: Path) -> list[Taken]:
    """Ask everything once."""
    port = free_port()
    flags = [*streamlit_flags(), f"--server.port={port}", "--server.headless=true"]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "app.log"
        with log.open("wb") as said:
            server = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", str(app_file()), *flags],
                env=os.environ | {"MANDATES_STORE": f"sqlite:///{store}"},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        try:
            wait_until_served(f"http://127.0.0.1:{port}", server, log, 90)
            first = timed("first page", server.pid, port, {"page": "start"}, FIRST)
            time.sleep(READS)
            return [first, *(timed(name, server.pid, port, what, EACH) for name, what in ASKED)]
        finally:
            server.terminate()
            server.wait(timeout=30)


def timed(name: str, server: int, port: int, asked: dict[str, str], allowed: float) -> Taken:
    """One page, to a reader of whom the server knows nothing."""
    with stream(port) as connection:
        began, computed = time.perf_counter(), computed_by(server)
        sent = page_sent(connection, **{"lang": "en"} | asked)
        waited, computed = time.perf_counter() - began, computed_by(server) - computed
    if any(one.delta.new_element.HasField("exception") for one in sent):
        raise SystemExit(f"{asked}: the page failed")
    return Taken(name, waited, computed, allowed)


def computed_by(process: int) -> float:
    """Seconds that the processors worked for a process so far, as Linux tells; else nothing."""
    told = Path(f"/proc/{process}/stat")
    if not told.exists():
        return 0.0
    fields = told.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print a line for each question; end with an error if one took too long."""
    arguments = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    arguments.add_argument("--store", type=Path, help="an SQLite store that is there")
    arguments.add_argument("--nodes", type=int, default=100_000)
    arguments.add_argument("--edges", type=int, default=500_000)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store
        if store is None:
            store = Path(folder) / "mandates.sqlite"
            write_synthetic(store, given.nodes, given.edges)
            with open_store(f"sqlite:///{store}") as written:
                gaps_by_kind(written)  # as `mandates build` does
        late = 0
        print(f"{'':32} {'waited':>10} {'computed':>10}")
        for one in measured(store.resolve()):
            late += one.waited > one.allowed
            mark = "" if one.waited <= one.allowed else f"  more than {one.allowed:g} s"
            waited, computed = one.waited * 1000, one.computed * 1000
            print(f"{one.name:32} {waited:7.0f} ms {computed:7.0f} ms{mark}")
    sys.exit(f"{late} took too long" if late else 0)


if __name__ == "__main__":
    main()
