"""Whether a load may be killed at any moment: 20 times while it writes, and run again each time.

    python benchmarks/kills.py URL [--times 20] [--nodes 10000] [--edges 30000] [--seed 1]

URL is that of a database of this program's own, or of an empty one. Each line says when the loader
was killed, how much it had stored by then, and whether the next load, read back through the store,
made the graph of the source of it. The moment is any within the time that the last load took; those
in which it did not write do not count. The exit status is 1 if a graph was not equal.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from synthetic import write_synthetic  # noqa: E402

from graph.model.content import Content, content_of  # noqa: E402
from graph.stores import open_store  # noqa: E402
from graph.stores.neo4j.address import address_of  # noqa: E402
from graph.stores.neo4j.connection import Connection  # noqa: E402

MANIFEST = "MATCH (m:Manifest:Mandates) RETURN m.state AS state, m.loaded AS loaded"
STORED = "MATCH (n:Mandates {loaded: $loaded}) WHERE NOT n:Manifest RETURN count(n) AS number"
RELATED = "MATCH (:Mandates)-[r {loaded: $loaded}]->() RETURN count(r) AS number"


def held(url: str) -> Content:
    """What a store holds, read through the store."""
    with open_store(url, create=False) as store:
        return content_of(store.nodes(), store.edges())


def killed(words: list[str], after: float, connection: Connection) -> str | None:
    """Start a load, kill it, and say how far it had got; None if it was not writing."""
    loader = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    loader.kill()
    loader.wait()
    manifest = connection.rows(MANIFEST)[0]
    if manifest["state"] == "complete":
        return None
    nodes = connection.rows(STORED, loaded=manifest["loaded"])[0]["number"]
    relations = connection.rows(RELATED, loaded=manifest["loaded"])[0]["number"]
    return f"{nodes:6} nodes and {relations:7} relations of it stored"


def loaded(words: list[str]) -> float:
    """Load to the end; the seconds that it took."""
    start = time.monotonic()
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    return time.monotonic() - start


def main() -> None:
    """Kill as often as the arguments say."""
    arguments = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    arguments.add_argument("url")
    arguments.add_argument("--times", type=int, default=20)
    arguments.add_argument("--nodes", type=int, default=10_000)
    arguments.add_argument("--edges", type=int, default=30_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    random = Random(given.seed)
    wrong = 0
    with TemporaryDirectory() as folder:
        path = Path(folder, "synthetic.sqlite")
        write_synthetic(path, given.nodes, given.edges)
        expected = held(f"sqlite:///{path}")
        words = [sys.executable, "-m", "commands", "load", given.url, "--from", f"sqlite:///{path}"]
        loaded(words)  # makes constraints and plans, and takes longer than those that follow
        whole = loaded(words)
        connection = Connection(address_of(given.url))
        place = 0
        while place < given.times:
            after = random.uniform(0, whole)
            far = killed(words, after, connection)
            if far is None:
                continue
            place += 1
            whole = loaded(words)
            equal = held(given.url) == expected
            wrong += not equal
            then = f"the next took {whole:.1f} s: {'equal' if equal else 'NOT EQUAL'}"
            print(f"{place:3}. killed after {after:5.2f} s, {far}; {then}", flush=True)
        print(f"{given.times - wrong} of {given.times} equal, content {expected.hash}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
