"""Ligatures that extraction dropped: `ارمين` for المجرمين, `مكوناا` for مكوناتها."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.reading.clean.damage import Damage
from ingest.reading.clean.glyphs import Glyphs
from ingest.reading.clean.vocabulary import RAREST, WORD, Vocabulary, bare

# How much more common (centibels: 100 is ten times) the whole word must be than the torso, which
# frequency lists know too where their sources are damaged.
_CLEARLY = 60
# A restored word must itself be no rarity; a short one, which chance may make, a common one.
_USUAL = 640
_USUAL_IF_SHORT = 520
# No Arabic word has two alefs in a row: something between them was dropped.
_TWO_ALEFS = re.compile("[اأإآ]ا")
_PARTICLES = "وفبل"
# Letters that are not joined to the next: a ligature of beginnings stands after them or first.
_UNJOINED = frozenset("اأإآدذرزوؤةىء")
# Shorter strings say too little: those that are met are listed in the data.
_SHORTEST = 3


class Ligatures:
    """Restores dropped ligatures where that turns a string that is no word into one that is."""

    def __init__(self, damage: Damage, vocabulary: Vocabulary) -> None:
        self._letters = tuple(ligature.letters for ligature in damage.ligatures)
        self._torsos = {torso.word: torso for torso in damage.torsos}
        self._vocabulary = vocabulary
        self.restored = cache(self._restored)

    def restore(self, text: Glyphs) -> tuple[Glyphs, int]:
        """The text with its torsos made whole, and how many there were.

        A torso that is a word too is told by the word after it, if there are others in the text.
        """

        def sure(match: re.Match[str]) -> Glyphs | None:
            found = self.restored(match[0])
            return _put(text[match.start() : match.end()], *found) if found else None

        def told(match: re.Match[str]) -> Glyphs | None:
            torso = self._torsos.get(match[0])
            following = WORD.match(text.chars, match.end() + 1)
            if torso is None or following is None or following[0] not in torso.following:
                return None
            return _put(text[match.start() : match.end()], torso.place, torso.letters)

        text, count = text.substituted(WORD, sure)
        if not count:
            return text, 0
        text, more = text.substituted(WORD, told)
        return text, count + more

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
        torso = self._torsos.get(word)
        if torso is not None:
            return None if torso.following else (torso.place, torso.letters)
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
        torn = _TWO_ALEFS.search(word) is not None
        usual = _USUAL_IF_SHORT if len(word) == _SHORTEST else RAREST if torn else _USUAL
        found: list[tuple[int, int, str]] = []
        for letters in self._letters:
            for place in _places(word):
                whole = word[:place] + letters + word[place:]
                rank = self._vocabulary.rarity(whole)
                if rank is None or rank > usual:
                    continue
                if rarity is not None and rank + _CLEARLY > rarity:
                    continue
                if place == len(word) - 1 and not torn and self._vocabulary.knows(word[:-1]):
                    # `أصدرا` is a dual, not a torso of أصدرتها
                    continue
                found.append((rank, place, letters))
        if found:
            _, place, letters = min(found)
            return place, letters
        if word.endswith("اا") and self._vocabulary.knows(word[:-1] + "ت"):
            # a plural in -at with its pronoun: `بروتوكولاا` of بروتوكولات
            return len(word) - 1, "ته"
        return None


def _places(word: str) -> Iterator[int]:
    """Where in the word a ligature can have stood that begins a joined group of letters."""
    for place in range(len(word)):
        if place == 0 or word[place - 1] in _UNJOINED:
            yield place


def _put(word: Glyphs, place: int, letters: str) -> Glyphs:
    return word[:place] + Glyphs.inserted(letters) + word[place:]
