"""What an export format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.stores import Store


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, what it is for, and what writes it.

    `write` puts the graph of a store into an existing folder and returns the files it wrote.
    """

    name: str
    says: str
    write: Callable[[Store, Path], tuple[Path, ...]]
