"""What a node may be called for short: parts of its id, its symbol, its number as printed."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.folding import fold
from graph.model.records import Node


def short_name(text: str) -> str:
    """A name as short names are compared: folded, without blanks ("1/ CP.22" -> "1/cp.22")."""
    return "".join(fold(text).split())


def short_names(node: Node) -> Iterator[str]:
    """The short names of a node, each once: `dec:river-cop/3/2` is `river-cop/3/2` and `3/2`.

    A provision has none: it is called by the name of its act and its label.
    """
    if node.type == "provision":
        return
    whole = node.id.partition(":")[2]
    called = (whole, whole.partition("/")[2], *map(node.properties.get, ("symbol", "designation")))
    yield from dict.fromkeys(filter(None, map(short_name, filter(None, called))))
