"""Which Arabic words there are, and how common: what tells a broken word from a whole one."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from wordfreq import available_languages, read_cBpack

MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
WORD = re.compile("[\u0621-\u0652\u0670]+")

# wordfreq keeps words in bins of one centibel; the 700th bin holds words met once in 10 million,
# the 770th once in 50 million. Rarer ones are left out: many are misspelt.
RAREST = 770
# What stands before the first word of a line.
BEGINNING = ""
# A word as common as this (one in a million) is a word and no fragment that happens to be listed.
COMMON = 600
_UNLISTED = RAREST + 100
# Two words side by side are rarer than the word that they would make by no more than this.
_BY_CHANCE = 650
# A word that rare may be one that was run together in the text that was counted.
_TOO_RARE = 700
# Particles written together with the word that they stand before.
_PARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_INFLECTIONS = ("ان", "ين", "ات")
_CONJUNCTIONS = frozenset("وف")
_SUFFIXES = ("ها", "هما", "هم", "هن", "ه", "نا")
# Frequency lists hold these as words, from text that is damaged itself: they never stand alone.
_NEVER_ALONE = frozenset(
    ("ال", "وال", "بال", "فال", "كال", "لل", "ها", "ات", "ين", "ون", "ية", "نا", "تها")
)
# One letter is a word only as the particle "and"; the rest of the alphabet is listed by wordfreq.
_SHORTEST = 2


@cache
def _ranks() -> dict[str, int]:
    bins = read_cBpack(available_languages("large")["ar"])
    return {
        word: rank
        for rank, words in enumerate(bins[: RAREST + 1])
        for word in words
        # rare short strings are mostly fragments
        if rank <= COMMON or len(word) > 3
    }


def bare(word: str) -> str:
    """The word without vowel signs and kashida."""
    return MARKS.sub("", word)


def neighbours(line: str) -> Iterator[tuple[str, str]]:
    """The words of the line that one space parts, in pairs; its first with BEGINNING."""
    words = list(WORD.finditer(line))
    if words and not line[: words[0].start()].strip():
        yield BEGINNING, bare(words[0][0])
    for first, second in pairwise(words):
        if line[first.end() : second.start()] == " ":
            yield bare(first[0]), bare(second[0])


class Vocabulary:
    """The words of general Arabic and of one document, and which of its words follow each other.

    Word frequencies come from wordfreq (https://github.com/rspeer/wordfreq), in centibels below
    certainty: 300 is one word in a thousand, 600 one in a million.
    """

    def __init__(self, lines: list[str]) -> None:
        self._ranks = _ranks()
        self._cost: dict[str, float] = {}
        self.learn(lines)

    def learn(self, lines: Iterable[str]) -> None:
        """The words of these lines and their order, instead of what was learnt before."""
        self._count: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for line in lines:
            self._count.update(bare(word) for word in WORD.findall(line))
            self._count[BEGINNING] += 1
            self._pairs.update(neighbours(line))
        self._total = self._count.total() - self._count[BEGINNING]

    @property
    def size(self) -> int:
        """How many words the document has."""
        return self._total

    def share_known(self, text: str) -> float:
        """Which share of the words of `text` are words, labels apart: from 0 to 1, three digits."""
        words = [bare(word) for word in WORD.findall(text) if len(word) >= _SHORTEST]
        return round(sum(map(self.knows, words)) / len(words), 3) if words else 1.0

    def rarity(self, word: str) -> int | None:
        """Centibels below certainty; None if the word is not known."""
        return self._ranks.get(word)

    def knows(self, word: str) -> bool:
        """Whether this is a word, with or without a particle before it."""
        return self.cost(word) <= 1.5

    def cost(self, word: str) -> float:
        """How much speaks against this being a word: 0 a common one, 1 a rare one, 4 none."""
        known = self._cost.get(word)
        if known is None:
            known = self._cost[word] = self._judge(bare(word))
        return known

    def _judge(self, word: str) -> float:
        if len(word) < _SHORTEST:
            return 0.5 if word == "و" else 3.0
        if word in _NEVER_ALONE or (len(word) == 3 and word.startswith("ال")):
            return 3.0
        rank = self._ranks.get(word)
        if rank is not None:
            short = 1.0 if len(word) == _SHORTEST and rank > 420 else 0.0
            return short + max(0.0, (rank - 450) / 250)
        if word[0] in _CONJUNCTIONS and word[1:] in self._ranks and len(word) > 3:
            return 0.2 + self._judge(word[1:])
        for ending in _INFLECTIONS:
            if word.endswith(ending) and self._ranks.get(word[:-2], RAREST) <= COMMON:
                return 1.2
        for stem in _stems(word):
            if self._ranks.get(stem, RAREST) <= COMMON:
                return 1.5
        return 4.0

    def halves(self, first: str, second: str) -> bool:
        """Whether the two are no words of their own, but the two halves of one."""
        if first == "ا":
            # a word of its own that lost a ligature: `الملحقة ا وقد`
            return False
        whole = self.rarity(first + second)
        if whole is None or whole > _TOO_RARE:
            return False
        gain = self.cost(first) + self.cost(second) - self.cost(first + second)
        apart = (self.rarity(first) or _UNLISTED) + (self.rarity(second) or _UNLISTED)
        return gain >= 1.0 or (gain > 0.2 and apart - whole > _BY_CHANCE)

    def lists(self, word: str) -> bool:
        """Whether the very string stands in the frequency list or elsewhere in the document."""
        plain = bare(word)
        if plain in self._ranks or self._count[plain] > 0:
            return True
        return plain[0] in _CONJUNCTIONS and self._ranks.get(plain[1:], RAREST) <= COMMON

    def repeated(self, word: str) -> bool:
        """Whether the document holds the string more than once."""
        return self._count[word] > 1

    def affinity(self, first: str, second: str, here: Counter[tuple[str, str]]) -> float:
        """How much the document speaks for `second` standing after `first`: -2.4 to 2.4.

        From the mutual information of the pair, the present line (whose pairs are `here`) not
        counted; a pair that elsewhere stands the other way round more often is a bad one.
        """
        seen = self._pairs.get((first, second), 0)
        turned = self._pairs.get((second, first), 0)
        if seen:
            seen = max(0, seen - here.get((first, second), 0))
        if turned:
            turned = max(0, turned - here.get((second, first), 0))
        if turned > seen:
            return -min(2.4, 0.6 * math.log2((1 + turned) / (1 + seen)))
        ones = self._count.get(first, 0) * self._count.get(second, 0)
        if seen > 0:
            return (
                min(2.4, max(0.4, 0.4 * math.log2(seen * self._total / ones))) * seen / (seen + 0.7)
            )
        return -0.4 if ones > 9 else 0.0


def _stems(word: str) -> Iterator[str]:
    """The word without particles before it and pronouns after it; at least four letters remain."""
    for particle in ("", *_PARTICLES):
        for suffix in ("", *_SUFFIXES):
            end = len(word) - len(suffix)
            if word.startswith(particle) and word.endswith(suffix) and end - len(particle) > 3:
                yield word[len(particle) : end]
                if suffix:
                    yield word[len(particle) : end].removesuffix("ت") + "ة"
