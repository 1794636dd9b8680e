"""How well a line reads: what speaks for two words side by side, and for a seam between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from ingest.reading.clean.atoms import ATOM, BRACKETS, CLOSING, EDGE, STOPS, Atom
from ingest.reading.clean.damage import Damage
from ingest.reading.clean.vocabulary import BEGINNING, Vocabulary, bare

Pairs = Counter[tuple[str, str]]

# All weights are on one scale, about that of natural logarithms of odds, and were chosen on the
# damaged document and on damaged lines of the parallel corpus (benchmarks/repair.py).
IMPOSSIBLE = -3.0  # a line that begins with its full stop, or ends with an open bracket
UNLIKELY = -2.0  # two stops in a row, a stop after an open bracket or away from its word
BROKEN_OFF = -2.0  # a phrase that ends after a preposition
PREPOSITIONS = -1.5  # two prepositions in a row
TOGETHER = 2.4  # `الأمم المتحدة`
VERB = 1.1  # `أن` and a verb after it
RELATIVE = 0.8  # `التي` without a noun before it
SENTENCE = 0.8  # "and" after a full stop, or another word
ASKED = 2.0  # a number after a word that asks for one
ANSWERED = 0.8  # a month after its day, a letter in brackets after its number
ENDED = 0.7  # a line that ends with a full stop
JOIN = -0.2  # making one word of two parts
ARTICLE = 2.0  # the article and its noun, parted after its first letter: `لمؤتمرا`
AND_JOINED = 1.3  # the particle "and" and its word

SEAM_AT_COLON = -0.3
SEAM_BEFORE_STOP = 0.0  # ` ،حث`: a stop that does not touch the word before it
SEAM_BEFORE_ITS_STOP = -1.0  # `الدولي،`
SEAM_AFTER_LONE_STOP = 0.5  # `. الأمم`: a full stop that touches nothing before it
SEAM_AFTER_LONE_COMMA = -0.6
SEAM_AFTER_STOP = 0.2  # `؛انتخاب`, or a wide gap after a stop
SEAM_AFTER_STOP_AND_SPACE = -1.8
SEAM_AFTER_FINAL = -0.7  # `التنظيميةالمسائل`: after a letter that only ends words, or before "al-"
SEAM_IN_WORD = -1.2
SEAM_AT_SPACE = -1.6
SEAM_AT_TWO_SPACES = 0.2
SEAM_AT_WIDE_GAP = 1.0

_FINAL = ("ة", "ى")
_PREFIX = re.compile("^(?:[وف]?(?:لل|[بلك]?ال)|[وف][بل]?|[بل])?(.*)$")
NOT_JOINED = -9.0
_PART = 1.2
_PARTS = frozenset("وا")
_KNOWN = 1.0
_PLAIN = 0.3
_DOUBTFUL = 1.5


class Fluency:
    """Judges words, pairs of words and seams, by general Arabic and by the document itself."""

    def __init__(
        self, vocabulary: Vocabulary, cost: Callable[[str], float], damage: Damage
    ) -> None:
        """`cost` says what speaks against a string being a word."""
        self._vocabulary = vocabulary
        self._cost = cost
        self._damage = damage
        self._phrase = damage.phrase

    def atoms(self, line: str) -> list[Atom]:
        """What the line is made of; a string that is no word is given in parts."""
        atoms: list[Atom] = []
        end = 0
        for match in ATOM.finditer(line):
            kind, start, gap = match.lastgroup or "mark", match.start(), match.start() - end
            end = match.end()
            if kind != "word":
                hard = kind != "mark" or match[0] in BRACKETS
                atoms.append(Atom(kind, match[0], start, end, gap, hard=hard))
                continue
            edges = [start, *(start + cut for cut in self._cuts(match[0])), end]
            for a, b in pairwise(edges):
                atoms.append(self.word(line[a:b], a, b, gap))
                gap = 0
        return atoms

    def word(self, text: str, start: int, end: int, gap: int) -> Atom:
        """The atom of a word or of a part of one."""
        plain = bare(text)
        cost = self._cost(plain)
        broken = cost > _PART / 2 or plain in _PARTS
        return Atom("word", plain, start, end, gap, cost=cost, broken=broken)

    def _cuts(self, word: str) -> list[int]:
        """Where a string that is no word may be two words, or the parts of two, run together."""
        if len(word) < 4 or self._cost(word) < _DOUBTFUL or self._vocabulary.repeated(word):
            return []
        return [place for place in range(1, len(word)) if self._may_cut(word, place)]

    def _may_cut(self, word: str, place: int) -> bool:
        """Whether a word ends or begins there: at an end of the string, or a plain one inside."""
        left, right = word[:place], word[place:]
        if left.endswith(_FINAL) or right.startswith("ال"):
            return True
        if any(len(part) > 1 and self._cost(part) <= _KNOWN for part in (left, right)):
            return True
        inside = [left[start:] for start in range(1, place - 3)]
        inside += [right[:end] for end in range(4, len(right))]
        return any(self._cost(part) <= _PLAIN for part in inside)

    def adjacent(self, first: Atom, second: Atom, here: Pairs) -> float:
        """How well `second` reads after `first`; `here` are the pairs that this line taught."""
        if first is EDGE:
            if second.kind == "word":
                return max(0.0, self._vocabulary.affinity(BEGINNING, second.text, here))
            return IMPOSSIBLE if second.text in CLOSING or second.text == "/" else 0.0
        if second is EDGE:
            return IMPOSSIBLE if first.text in "([/" else ENDED if first.text in ".؛:" else 0.0
        if first.kind == second.kind == "word":
            affinity = self._vocabulary.affinity(first.text, second.text, here)
            return affinity if affinity > 0 else affinity + self._syntax(first.text, second.text)
        if second.kind == "number":
            return ASKED if first.kind == "word" and self.asks_number(first.text) else 0.0
        if first.kind == "number" and (second.kind == "word" or second.text == "("):
            after = second.text == "(" or second.text in self._damage.after_number
            return ANSWERED if after else 0.0
        if second.text in STOPS:
            if first.kind == "word":
                return BROKEN_OFF if self._leads_on(first.text) else 0.0
            return UNLIKELY if first.text in STOPS or first.text in "([" else 0.0
        if first.text == "." and second.kind == "word":
            begins = second.text.startswith(self._phrase.sentence_begins)
            return SENTENCE if begins else -SENTENCE
        return UNLIKELY if first.text in STOPS and second.text == ")" else 0.0

    def _syntax(self, first: str, second: str) -> float:
        """What grammar says of two words that the document does not hold side by side."""
        phrase = self._phrase
        if (first, second) in phrase.together:
            return TOGETHER
        if second in phrase.prepositions and self._leads_on(first):
            return PREPOSITIONS
        if first in phrase.before_verb:
            if second.startswith(phrase.article):
                return -VERB
            return VERB if second.startswith(phrase.verb_begins) else 0.0
        if second in phrase.relative and not first.startswith(phrase.article):
            return -RELATIVE
        return 0.0

    def inside(self, first: Atom, second: Atom, adjacent: float) -> float:
        """How well two neighbours read where they stand: signs of visual order speak against it."""
        away = second.text in STOPS and second.gap
        touching = first.text in STOPS and second.gap == 0
        alone = first.text in STOPS - {"،", ":"} and first.gap
        return adjacent + UNLIKELY if away or touching or alone else adjacent

    def _leads_on(self, word: str) -> bool:
        """Whether the word is never the last of its phrase."""
        return word in self._phrase.prepositions or word in self._phrase.conjunctions

    def asks_number(self, word: str) -> bool:
        """Whether a number follows the word as a rule: an article, a decision, a month."""
        match = _PREFIX.match(word)
        return word in self._damage.before_number or (
            match is not None and match[1] in self._damage.before_number
        )

    def joins(self, first: Atom, second: Atom) -> float:
        """How much better the two read as one word; below 0 if they do not."""
        if not first.kind == second.kind == "word":
            return NOT_JOINED
        if first.text == "و" and not second.text.startswith("و"):
            return AND_JOINED
        parts = first.cost + second.cost
        if first.text == "ا" and second.text.startswith("ل"):
            parts += ARTICLE
        whole = first.text + second.text
        if parts <= _PART or not self._vocabulary.lists(whole):
            return NOT_JOINED
        cost = self._cost(whole)
        return parts - cost + JOIN if cost <= _DOUBTFUL else NOT_JOINED

    def seam(self, before: Atom, after: Atom) -> float:
        """What speaks for a new chunk between two neighbours: where extraction shows a seam."""
        if before.hard or after.hard:
            return 0.0
        if ":" in (before.text, after.text):
            return SEAM_AT_COLON
        if after.text in STOPS:
            return SEAM_BEFORE_STOP if after.gap else SEAM_BEFORE_ITS_STOP
        if before.text in STOPS - {"،"} and (before.gap or before.start == 0):
            return SEAM_AFTER_LONE_STOP
        if before.text == "،" and (before.gap or before.start == 0):
            return SEAM_AFTER_LONE_COMMA
        if before.text in STOPS:
            return SEAM_AFTER_STOP_AND_SPACE if after.gap == 1 else SEAM_AFTER_STOP
        if after.gap == 0:
            final = before.text.endswith(_FINAL) or after.text.startswith("ال")
            return SEAM_AFTER_FINAL if final else SEAM_IN_WORD
        if after.gap == 1:
            return SEAM_AT_SPACE
        return SEAM_AT_TWO_SPACES if after.gap == 2 else SEAM_AT_WIDE_GAP
