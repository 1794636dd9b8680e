"""How long questions take when the graph is in Neo4j, beside the same in the file it is a copy of.

    mandates build data && mandates load bolt://localhost:7687
    python benchmarks/bolt.py bolt://localhost:7687 [--from sqlite:///mandates.sqlite] [--times 20]

Every question opens its store anew, as a page of the app does. The first of each kind is left out:
the server plans a statement once.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graph.questions import about, gaps, overview, trace, why  # noqa: E402
from graph.stores import DEFAULT_URL, Store, open_store  # noqa: E402

OF_THE_WHOLE: dict[str, Callable[[Store], object]] = {
    "search": lambda store: store.search("report"),
    "overview": overview,
    "gaps": gaps,
}
OF_A_NODE: dict[str, tuple[str, Callable[[Store, str], object]]] = {
    "trace": ("decision", trace),
    "why": ("agenda item", why),
    "about": ("document", about),
}


def spread(store: Store, type: str, times: int) -> list[str]:
    """Ids of nodes of a type whose text is here, from the first to the last."""
    ids = list(store.ids(type, known=True))
    return ids[:: max(1, len(ids) // times)][: times + 1]


def milliseconds(url: str, question: Callable[[Store], object]) -> float:
    """From opening the store to the answer."""
    began = time.perf_counter()
    with open_store(url, create=False) as store:
        question(store)
    return (time.perf_counter() - began) * 1000


def row(name: str, url: str, questions: list[Callable[[Store], object]]) -> str:
    """What the questions took, but for the first."""
    taken = [milliseconds(url, question) for question in questions][1:]
    scheme = url.partition(":")[0]
    median, longest = statistics.median(taken), max(taken)
    return f"{name:<10} {scheme:<7} {len(taken):>4} {median:>9.1f} {longest:>9.1f}"


def main() -> None:
    """Print a line for each kind of question and store: median and longest, in milliseconds."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("copy", metavar="URL")
    arguments.add_argument("--from", dest="source", default=DEFAULT_URL)
    arguments.add_argument("--times", type=int, default=20)
    given = arguments.parse_args()
    print(f"{'question':<10} {'store':<7} {'':>4} {'median':>9} {'longest':>9} ms")
    with open_store(given.source, create=False) as store:
        chosen = {
            name: (spread(store, type, given.times), question)
            for name, (type, question) in OF_A_NODE.items()
        }
    for url in (given.source, given.copy):
        for name, (ids, question) in chosen.items():
            asked = [lambda store, id=id, question=question: question(store, id) for id in ids]
            print(row(name, url, asked))
        for name, whole in OF_THE_WHOLE.items():
            print(row(name, url, [whole] * 6))


if __name__ == "__main__":
    main()
