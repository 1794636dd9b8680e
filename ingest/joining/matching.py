"""Matching: how much of one text another says, in one language, word forms aside."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

import snowballstemmer

from graph.model.folding import fold
from ingest.packs import LanguagePack

WORD = re.compile(r"\w+")
SHORTEST_STEM = 3  # letters


class Matcher:
    """Compares texts of one language by the stems of their words, rare ones weighing more.

    `texts` are those among which a word is rare or common (inverse document frequency, after Spärck
    Jones 1972), squared as in the cosine of two texts: what all provisions say tells none apart.
    """

    def __init__(self, pack: LanguagePack, texts: Iterable[str]) -> None:
        self.pack = pack
        self._stemmer = snowballstemmer.stemmer(pack.stemmer) if pack.stemmer else None
        self._stems: dict[str, str] = {}
        counts: Counter[str] = Counter()
        self._size = 0
        for text in texts:
            counts.update(self.stems(text))
            self._size += 1
        self._counts = counts

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text's words; pairs of characters where a script has no spaces."""
        folded = fold(text)
        if not self.pack.whole_words:
            letters = "".join(WORD.findall(folded))
            return frozenset(letters[place : place + 2] for place in range(len(letters) - 1))
        return frozenset(self._stem(word) for word in WORD.findall(folded))

    def _stem(self, word: str) -> str:
        if word not in self._stems:
            self._stems[word] = self._stemmer.stemWord(word) if self._stemmer else self._light(word)
        return self._stems[word]

    def _light(self, word: str) -> str:
        """Take off what the pack says is joined to a word's front and back, leaving a stem to stand.

        A light stemmer after Larkey, Ballesteros and Connell (light10, 2007): it does not look for
        roots, so that it treats a word with and without its article alike.
        """
        for affix in self.pack.affixes.get("front", ()):
            if word.startswith(affix) and len(word) - len(affix) >= SHORTEST_STEM:
                word = word[len(affix) :]
                break
        for affix in self.pack.affixes.get("back", ()):
            if word.endswith(affix) and len(word) - len(affix) >= SHORTEST_STEM:
                word = word[: -len(affix)]
        return word

    def weight(self, stems: Iterable[str]) -> float:
        """What stems weigh together: of each the square of its inverse document frequency."""
        return sum(math.log(1 + self._size / (1 + self._counts[stem])) ** 2 for stem in stems)

    def coverage(self, said: frozenset[str], by: frozenset[str]) -> float:
        """The share, by weight, of what `said` says that `by` says too; from 0 to 1."""
        whole = self.weight(said)
        return self.weight(said & by) / whole if whole else 0.0
