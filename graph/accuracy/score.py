"""What of a key was found, what not, and what beyond it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# an item; a provision and a value; an edge without its type; a line and what it names
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What of `expected` was found (`right`), what not, and what was found beyond it.

    `extra` is None where the key does not claim to be complete: then there is no precision.
    """

    name: str
    right: tuple[Row, ...]
    missed: tuple[Row, ...]
    extra: tuple[Row, ...] | None

    @property
    def expected(self) -> int:
        """How many the key has."""
        return len(self.right) + len(self.missed)

    @property
    def recall(self) -> float | None:
        """The share of the key that was found; None if the key has nothing."""
        return len(self.right) / self.expected if self.expected else None

    @property
    def precision(self) -> float | None:
        """The share of what was found that the key has; None without scope or finds."""
        if self.extra is None or not (found := len(self.right) + len(self.extra)):
            return None
        return len(self.right) / found

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where the key gives no precision."""
        if self.extra is None:
            return None
        counted = 2 * len(self.right) + len(self.missed) + len(self.extra)
        return 2 * len(self.right) / counted if counted else None


def score_of(name: str, expected: Iterable[Row], found: Iterable[Row], complete: bool) -> Score:
    """Hold what was found against what a key has; `complete` says that the key has everything."""
    expected, found = set(expected), set(found)
    return Score(
        name=name,
        right=tuple(sorted(expected & found)),
        missed=tuple(sorted(expected - found)),
        extra=tuple(sorted(found - expected)) if complete else None,
    )
