"""Inflection: the forms of a word in a language whose nouns and adjectives change their endings.

A pack gives names as dictionaries do («Генеральная Ассамблея»); texts have «Генеральной Ассамблее».
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# What is left of a word without its ending; shorter words («по», «о») are prepositions or particles.
SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Inflection:
    """The endings of a language: an ending as names have it, and those that may stand instead.

    An empty ending is that of words that none of the others fits («Совет», «Совета»).
    """

    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def forms(self, word: str) -> tuple[str, ...]:
        """The word and its other forms; the longest ending that fits the word tells them."""
        for size in range(len(word) - SHORTEST_STEM, -1, -1):
            stem, ending = word[: len(word) - size], word[len(word) - size :]
            if ending in self.endings:
                return (word, *(stem + other for other in self.endings[ending]))
        return (word,)
