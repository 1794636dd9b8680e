"""What an export format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.stores import Store


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote, and what its reader has to know of it (a text that had to be cut)."""

    files: tuple[Path, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, what it is for, and what writes it.

    `write` puts the graph of a store into an existing folder; names of nodes and the first of several
    pieces of evidence are in the language given, where a format has room for one only. What it writes
    is the same whenever and wherever the same graph is written.
    """

    name: str
    says: str
    write: Callable[[Store, Path, str], Written]
