"""Sentences made of figures: a number with its noun, a list with its "and"."""

from __future__ import annotations

from collections.abc import Sequence


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number and what it counts: "1 agenda item", "1,200 agenda items", "2 bodies"."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def listed(names: Sequence[str], nothing: str = "none") -> str:
    """Names in a row: "Parties", "Parties and States", "Parties, States and the Bureau"."""
    if len(names) <= 1:
        return names[0] if names else nothing
    return f"{', '.join(names[:-1])} and {names[-1]}"
