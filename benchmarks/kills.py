"""Whether a load may be killed at any moment: 20 times at random, and run again each time.

    python benchmarks/kills.py URL [--times 20] [--nodes 10000] [--edges 30000] [--seed 1]

URL is that of a database of this program's own, or of an empty one. Each line says when the loader
was killed, how much it had stored by then, and whether the next load, read back through the store,
made the graph of the source of it. The exit status is 1 if one did not.
"""

from __future__ import annotations

import argparse
import json
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

STORED = "MATCH (n:Mandates {loaded: $loaded}) RETURN count(n) AS number"
RELATED = "MATCH (:Mandates)-[r {loaded: $loaded}]->() RETURN count(r) AS number"


def held(url: str) -> Content:
    """What a store holds, read through the store."""
    with open_store(url, create=False) as store:
        return content_of(store.nodes(), store.edges())


def killed(words: list[str], after: float, connection: Connection) -> str:
    """Start a load, kill it, and say how far it had got."""
    loader = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    loader.kill()
    if loader.wait() == 0:
        return "it was done before"
    manifest = connection.rows(
        "MATCH (m:Manifest:Mandates) RETURN m.state AS state, m.loaded AS loaded"
    )
    if manifest[0]["state"] == "complete":
        return "before it began to write, or after it had written all"
    name = manifest[0]["loaded"]
    nodes = connection.rows(STORED, loaded=name)[0]["number"]
    relations = connection.rows(RELATED, loaded=name)[0]["number"]
    return f"{nodes:7} nodes and {relations:7} relations of it stored"


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
        for _ in range(2):  # the first makes constraints and plans, and takes longer
            start = time.monotonic()
            done = subprocess.run(
                [*words, "--json"], cwd=ROOT, check=True, capture_output=True, text=True
            )
            whole = time.monotonic() - start
        content = json.loads(done.stdout)["hash"]
        print(f"a whole load takes {whole:.1f} s; content {content}", flush=True)
        connection = Connection(address_of(given.url))
        for place in range(given.times):
            after = random.uniform(0, whole)
            far = killed(words, after, connection)
            subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
            equal = held(given.url) == expected
            wrong += not equal
            print(
                f"{place + 1:3}. after {after:6.2f} s: {far}; then {'equal' if equal else 'NOT EQUAL'}"
            )
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
