"""What a store was read from, in a line: figures and tables that leave it have to say so."""

from __future__ import annotations

from collections.abc import Sequence

from graph.stores import Store

NAMED = 4  # documents in a line; more are counted


def read_from(store: Store) -> str:
    """The documents by symbol, official texts before digests, or their number where they are many.

    Such as "A/RES/55/25 and digests of CTOC/COP/2006/14, CTOC/COP/2008/1".
    """
    read: dict[str, dict[str, None]] = {"official": {}, "digest": {}}
    for reading in store.readings():
        symbol = reading.document.removeprefix("doc:").removeprefix("~")
        read[reading.source][symbol] = None
    official, digests = (list(symbols) for symbols in read.values())
    told = [_named(official)] if official else []
    told += [f"digests of {_named(digests)}"] if digests else []
    return " and ".join(told) or "no document"


def _named(symbols: Sequence[str]) -> str:
    return f"{len(symbols)} documents" if len(symbols) > NAMED else ", ".join(symbols)
