"""Ligatures that extraction dropped: `ارمين` for المجرمين, `مكوناا` for مكوناتها."""

from __future__ import annotations

from functools import cache

from ingest.reading.clean.damage import Damage
from ingest.reading.clean.vocabulary import Vocabulary, bare

# How much more common (centibels: 100 is ten times) the whole word must be than the torso, which
# frequency lists know too where their sources are damaged.
_CLEARLY = 60
# A restored word must itself be no rarity.
_USUAL = 640
_PARTICLES = "وفبل"
# Shorter strings say too little: those that are met are listed in the data.
_SHORTEST = 4


class Ligatures:
    """Restores dropped ligatures where that turns a string that is no word into one that is."""

    def __init__(self, damage: Damage, vocabulary: Vocabulary) -> None:
        self._letters = tuple(ligature.letters for ligature in damage.ligatures)
        self._short = damage.short_words
        self._vocabulary = vocabulary
        self.restored = cache(self._restored)

    def whole(self, word: str) -> bool:
        """Whether the string is a word, or becomes one when a ligature is put back."""
        return self._vocabulary.knows(word) or self.restored(word) is not None

    def cost(self, word: str) -> float:
        """As Vocabulary.cost, a word that can be restored counting as a rare one."""
        cost = self._vocabulary.cost(word)
        if cost > 1.0 and self.restored(word) is not None:
            return 1.0
        return cost

    def _restored(self, word: str) -> tuple[int, str] | None:
        """Where in the word which letters were dropped; None if it is better left."""
        if word in self._short:
            return self._short[word]
        if len(word) < _SHORTEST or bare(word) != word:
            return None
        return self._best(word) or self._after_particle(word)

    def _after_particle(self, word: str) -> tuple[int, str] | None:
        """`ووكالاا`: the frequency list may hold the word only without its particle."""
        if word[0] not in _PARTICLES or len(word) <= _SHORTEST or self._vocabulary.knows(word):
            return None
        found = self._best(word[1:])
        return (found[0] + 1, found[1]) if found else None

    def _best(self, word: str) -> tuple[int, str] | None:
        rarity = self._vocabulary.rarity(word)
        found: list[tuple[int, int, str]] = []
        for letters in self._letters:
            for place in range(len(word) + 1):
                whole = word[:place] + letters + word[place:]
                rank = self._vocabulary.rarity(whole)
                if rank is None or rank > _USUAL:
                    continue
                if rarity is not None and rank + _CLEARLY > rarity:
                    continue
                found.append((rank, place, letters))
        if not found:
            return None
        _, place, letters = min(found)
        return place, letters
