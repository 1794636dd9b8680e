"""Lines extracted from left to right: their chunks back in reading order.

A right-to-left line is drawn in chunks (runs of one font or direction). Extraction puts the chunks
in the order in which they stand on the page from left to right; inside a chunk the letters are in
reading order. So the line is to be read chunk by chunk from its end: `٢٢تقضي المادة` is
`تقضي المادة 22`, `)أ(` is `(أ)`. Where a chunk ends is seen from numbers, brackets and Latin
letters (always chunks of their own, by the Unicode bidirectional algorithm, UAX #9), from
punctuation, wide gaps and words run together. Between them the order is chosen that reads best.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ingest.reading.clean.damage import Damage
from ingest.reading.clean.glyphs import Glyphs
from ingest.reading.clean.turned_in_place import put_back, turned_brackets
from ingest.reading.clean.vocabulary import Vocabulary, bare, neighbours

_LETTERS = "\u0621-\u0652\u0670"
_DIGITS = "0-9\u0660-\u0669"
_ATOM = re.compile(
    # a symbol, with its brackets where they were drawn with it
    r"(?P<latin>\([A-Za-z][^()\u0600-\u06ff]*\)|[A-Za-z][A-Za-z0-9./_-]*)"
    # slash, point, comma and colon keep digits together (UAX #9, W4); a hyphen does not
    rf"|(?P<number>[{_DIGITS}]+(?:[/.,:][{_DIGITS}]+)*)"
    rf"|(?P<word>[{_LETTERS}]+)"
    r"|(?P<mark>[^\s])"
)
_CLOSING = frozenset(".،؛:؟!)")
_STOPS = frozenset(".،؛:؟!")
_BRACKETS = frozenset("()[]\"‘’“”/-–`'")
# What speaks against each bracket that is closed before it is opened, or never closed.
_TURNED = 2.0
# A pair of words that the document holds elsewhere is not torn apart.
_BOUND = 2.3
# How much better a line reads by chance when its chunks may be chosen.
_FREEDOM = 2.0
# What speaks for the order that most lines of a document have.
_PRIOR = 4.0
_FINAL = ("ة", "ى")  # letters that only end a word
_PREFIX = re.compile("^(?:[وف]?(?:لل|[بلك]?ال)|[وف][بل]?|[بل])?(.*)$")


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """What is never broken: a word or part of one, a number, a symbol, a mark."""

    kind: str
    text: str  # without vowel signs
    start: int
    end: int
    gap: int  # spaces before it
    cost: float  # what speaks against a word being one
    hard: bool  # a chunk of its own by the bidirectional algorithm


EDGE = Atom("edge", "", 0, 0, 0, 0.0, False)


class VisualOrder:
    """Puts lines into reading order, judging by the words and pairs of words of the document."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        cost: Callable[[str], float],
        damage: Damage,
    ) -> None:
        """`cost` says what speaks against a string being a word."""
        self._prior = 0.0
        self._draft: dict[str, str] = {}
        # headings and titles recur
        self._plan = cache(self._planned)
        self._vocabulary = vocabulary
        self._cost = cost
        self._damage = damage

    def learn(self, lines: Iterable[Glyphs]) -> None:
        """Whether the chunks of this document's lines are reversed, or only numbers turned."""
        votes = [
            self._reversed(line, "")[0] > self._in_place(line, "")[0] + _FREEDOM
            for line in lines
            if self._atoms(line.chars)
        ]
        self._prior = _PRIOR * (2 * sum(votes) / len(votes) - 1) if votes else 0.0

    def learn_from(self, draft: list[tuple[str, str]]) -> None:
        """Learn which words go together from lines and how they were read in a first draft."""
        self._draft = dict(draft)
        self._vocabulary.learn(read for _, read in draft)
        self._plan.cache_clear()

    def _neighbours(self, chars: str) -> Counter[tuple[str, str]]:
        """The pairs of words that this very line has given to what was learnt."""
        return Counter(neighbours(self._draft.get(chars, chars)))

    def read(self, line: Glyphs, before: str) -> tuple[Glyphs, float, bool]:
        """The line in reading order, how well it reads, and if that differs from the file's order.

        `before` is the last word of the line above, which this line may go on; "" if it does not.
        """
        read, score = self._plan(line.chars, before)
        origins = tuple(line.origins[place] if place >= 0 else place for place in read.origins)
        return Glyphs(read.chars, origins), score, read.chars != line.chars

    def _planned(self, chars: str, before: str) -> tuple[Glyphs, float]:
        """The reading of a line whose origins are the places in the line itself."""
        line = Glyphs(chars, tuple(range(len(chars))))
        if not self._atoms(chars):
            return line, 0.0
        reversed_score, read = self._reversed(line, before)
        score, in_place = self._in_place(line, before)
        if reversed_score + self._prior >= score:
            return read, reversed_score + self._prior
        return in_place, score

    def _reversed(self, line: Glyphs, before: str) -> tuple[float, Glyphs]:
        """The best reading of the line's chunks from the last to the first, and its score."""
        atoms = self._atoms(line.chars)
        chunks, score = _Search(self, atoms, self._neighbours(line.chars), before).best()
        read = self._joined(line, atoms, chunks)
        return score - _TURNED * turned_brackets(read.chars), read

    def _in_place(self, line: Glyphs, before: str) -> tuple[float, Glyphs]:
        """The better of the line as it stands and with turned numbers and brackets put back."""
        here = self._neighbours(line.chars)
        put = put_back(line)
        scored = []
        for read in (line,) if put is line else (line, put):
            score = _Search(self, self._atoms(read.chars), here, before).as_it_stands()
            scored.append((score - _TURNED * turned_brackets(read.chars), read))
        return max(scored, key=lambda option: option[0])

    def _atoms(self, chars: str) -> list[Atom]:
        atoms: list[Atom] = []
        end = 0
        for match in _ATOM.finditer(chars):
            kind = match.lastgroup or "mark"
            gap = match.start() - end
            edges = [match.start(), match.end()]
            if kind == "word":
                edges[1:1] = [match.start() + cut for cut in self._cuts(match[0])]
            for a, b in pairwise(edges):
                if kind == "word":
                    atoms.append(self.word(chars[a:b], a, b, gap))
                else:
                    hard = kind != "mark" or chars[a:b] in _BRACKETS
                    atoms.append(Atom(kind, chars[a:b], a, b, gap, 0.0, hard))
                gap = 0
            end = match.end()
        return atoms

    def _cuts(self, word: str) -> list[int]:
        """Where a string that is no word may be two words, or the parts of two, run together."""
        if len(word) < 4 or self._cost(word) < 1.5 or self._vocabulary.repeated(word):
            return []
        length = len(word)
        return [
            place
            for place in range(1, length)
            if any(self._known(word[start:place]) for start in range(max(0, place - 3) + 1))
            or any(
                self._known(word[place:end]) for end in range(min(length, place + 3), length + 1)
            )
        ]

    def _known(self, word: str) -> bool:
        return len(word) > 1 and self._cost(word) <= 1.0

    def adjacent(self, first: Atom, second: Atom, here: Counter[tuple[str, str]]) -> float:
        """How well `second` reads after `first`."""
        if first is EDGE:
            return -3.0 if second.text in _CLOSING or second.text == "/" else 0.0
        if second is EDGE:
            return -3.0 if first.text in "([/" else 0.5 if first.text in ".؛" else 0.0
        if first.kind == second.kind == "word":
            pair = first.text, second.text
            affinity = self._vocabulary.affinity(*pair, here=here)
            if affinity <= 0 and self._leads_on(first.text):
                affinity -= 1.2 if second.text in self._damage.prepositions else 0.0
            return affinity
        if second.kind == "number":
            if first.kind == "word":
                return 1.5 if self.asks_number(first.text) else 0.0
            return 0.0
        if first.kind == "number" and second.kind == "word":
            return 1.0 if second.text in self._damage.after_number else 0.0
        if second.text in _STOPS:
            if first.kind == "word":
                return -1.5 if self._leads_on(first.text) else 0.0
            return -2.0 if first.text in _STOPS or first.text in "([" else 0.0
        if first.text in _STOPS:
            return -2.0 if second.text == ")" else 0.0
        return 0.0

    def _leads_on(self, word: str) -> bool:
        """Whether the word is never the last of its phrase."""
        return word in self._damage.prepositions or word in self._damage.conjunctions

    def asks_number(self, word: str) -> bool:
        """Whether a number follows the word as a rule: an article, a decision, a month."""
        match = _PREFIX.match(word)
        return word in self._damage.before_number or (
            match is not None and match[1] in self._damage.before_number
        )

    def joins(self, first: Atom, second: Atom) -> float:
        """How much better the two read as one word; below 0 if they do not."""
        if not first.kind == second.kind == "word":
            return -9.0
        if first.text == "و" and not second.text.startswith("و"):
            return 0.3
        parts = first.cost + second.cost
        if parts <= 1.2:
            return -9.0
        joined = first.text + second.text
        if not self._vocabulary.lists(joined):
            return -9.0
        whole = self._cost(joined)
        if whole > 1.5:
            return -9.0
        return parts - whole - 0.7

    def word(self, text: str, start: int, end: int, gap: int) -> Atom:
        """The atom of a word or of a part of one."""
        plain = bare(text)
        return Atom("word", plain, start, end, gap, self._cost(plain), False)

    def _joined(self, line: Glyphs, atoms: list[Atom], chunks: list[Chunk]) -> Glyphs:
        """The chunks from the last to the first, parts of one word put together."""
        pieces: list[Glyphs] = []
        for chunk, after in zip(chunks[::-1], [*chunks[-2::-1], None], strict=True):
            pieces.append(line[atoms[chunk.first].start : atoms[chunk.last - 1].end])
            if after is None or chunk.joined or not _apart(chunk.tail, after.head):
                continue
            if chunk.last < len(atoms) and atoms[chunk.last].gap:
                start = atoms[chunk.last].start
                pieces.append(line[start - 1 : start])
            else:
                pieces.append(Glyphs.inserted(" "))
        return Glyphs.concatenated(pieces)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Atoms as they stand: how well they read, and the words at both ends and next to them.

    Where `single`, head and tail are the one word; `second` and `penultimate` then are None.
    """

    worth: float
    head: Atom
    tail: Atom
    second: Atom | None
    penultimate: Atom | None

    @property
    def single(self) -> bool:
        return self.second is None


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch that was drawn as one: atoms[first:last]; `joined` if its end is half a word."""

    first: int
    last: int
    head: Atom
    tail: Atom
    joined: bool


def _apart(first: Atom, second: Atom) -> bool:
    """Whether print sets a space between the two."""
    if first.kind != "mark":
        return second.kind != "mark" or second.text in "(["
    return first.text in _CLOSING and (second.kind != "mark" or second.text in "(")


def _glued(first: Atom, second: Atom) -> bool:
    return second.gap == 0 and first.kind == second.kind == "word"


@dataclass(frozen=True, slots=True)
class _State:
    """The best reading of the atoms up to a place: how well it reads, and its last chunk.

    `head` is the word that it begins with, put together if it was in two chunks, `follower` the
    next one. `joined` if the end of the last chunk goes on in the chunk that is read after it.
    """

    score: float
    start: int
    earlier: _State | None
    joined: bool
    head: Atom
    follower: Atom


class _Search:
    """The best way to cut one line into chunks: dynamic programming over the last chunk."""

    def __init__(
        self, order: VisualOrder, atoms: list[Atom], here: Counter[tuple[str, str]], before: str
    ) -> None:
        self._order = order
        self._atoms = atoms
        self._here = here
        self._before = order.word(before, 0, 0, 0) if before else EDGE
        self._adjacent: dict[tuple[Atom, Atom], float] = {}
        self._joins: dict[tuple[Atom, Atom], float] = {}
        self._wholes: dict[tuple[Atom, Atom], Atom] = {}

    def best(self) -> tuple[list[Chunk], float]:
        """The chunks in the order of the file, and how well the line then reads."""
        count = len(self._atoms)
        seams = [0, *(place for place in range(1, count) if not self._bound(place))]
        cut = {place: self._cut(place) for place in seams if place}
        stretches = self._stretches(seams)
        # states[b]: the best readings of atoms[:b], by the beginning of their last chunk
        states: list[dict[int, list[_State]]] = [{} for _ in range(count + 1)]
        for a in seams:
            for b, stretch in stretches[a].items():
                if a == 0:
                    score = stretch.worth + self._adjacency(stretch.tail, EDGE)
                    second = stretch.second or EDGE
                    states[b][0] = [_State(score, 0, None, False, stretch.head, second)]
                else:
                    worth = stretch.worth + cut[a]
                    states[b][a] = self._extended(states[a], stretch, stretches, a, worth)
        finals = [
            (state.score + self._opening(state.head), state)
            for found in states[count].values()
            for state in found
        ]
        total, last = max(finals, key=lambda final: (final[0], -final[1].start))
        chunks: list[Chunk] = []
        state: _State | None = last
        end = count
        while state is not None:
            start, stretch = state.start, stretches[state.start][end]
            chunks.append(Chunk(start, end, stretch.head, stretch.tail, state.joined))
            state, end = state.earlier, start
        return chunks[::-1], total

    def as_it_stands(self) -> float:
        """How well the line reads in the order of the file."""
        words = [self._atoms[0]]
        for before, atom in pairwise(self._atoms):
            if _glued(before, atom):
                words[-1] = self._whole(words[-1], atom)
            else:
                words.append(atom)
        score = self._opening(words[0]) + self._adjacency(words[-1], EDGE)
        score -= sum(word.cost for word in words)
        for first, second in pairwise(words):
            score += self._inside(first, second)
            if first.kind == "number" and second.kind == "word" and second.gap == 0:
                score -= 2.0
        return score

    def _extended(
        self,
        earlier: dict[int, list[_State]],
        stretch: Stretch,
        stretches: dict[int, dict[int, Stretch]],
        place: int,
        worth: float,
    ) -> list[_State]:
        """The best ways to read a stretch before what was read up to `place`, where it begins."""
        tail = stretch.tail
        apart: tuple[float, _State] | None = None
        joined: tuple[float, _State] | None = None
        for start, states in earlier.items():
            following = stretches[start][place]
            join = self._join(tail, following.head)
            for state in states:
                score = state.score + self._adjacency(tail, state.head)
                if apart is None or score > apart[0]:
                    apart = score, state
                # a part of a word that stands alone is joined on one side only
                if join > 0 and not (state.joined and following.single):
                    score = state.score + join + self._gain(stretch, following.head, state.follower)
                    if joined is None or score > joined[0]:
                        joined = score, state
        options: list[_State] = []
        if apart is not None:
            score, state = apart
            second = stretch.second or state.head
            options.append(_State(score + worth, place, state, False, stretch.head, second))
        if joined is not None:
            score, state = joined
            if stretch.second is None:
                head, second = self._whole(tail, state.head), state.follower
            else:
                head, second = stretch.head, stretch.second
            options.append(_State(score + worth, place, state, True, head, second))
        if not stretch.single or len(options) == 1:
            return [max(options, key=lambda state: state.score)]
        return options

    def _gain(self, stretch: Stretch, head: Atom, follower: Atom) -> float:
        """How much better a joined word goes with the words beside it than its parts did."""
        whole = self._whole(stretch.tail, head)
        gain = self._adjacency(whole, follower) - self._adjacency(head, follower)
        if stretch.penultimate is not None:
            gain += self._adjacency(stretch.penultimate, whole)
            gain -= self._adjacency(stretch.penultimate, stretch.tail)
        return gain

    def _whole(self, first: Atom, second: Atom) -> Atom:
        whole = self._wholes.get((first, second))
        if whole is None:
            text = first.text + second.text
            whole = self._order.word(text, first.start, second.end, first.gap)
            self._wholes[first, second] = whole
        return whole

    def _opening(self, head: Atom) -> float:
        """How well the line may begin with `head`: after the line above, and as a line."""
        if self._before is EDGE or head.kind != "word":
            return self._order.adjacent(EDGE, head, self._here)
        return max(self._adjacency(self._before, head), self._join(self._before, head))

    def _adjacency(self, first: Atom, second: Atom) -> float:
        known = self._adjacent.get((first, second))
        if known is None:
            known = self._order.adjacent(first, second, self._here)
            self._adjacent[first, second] = known
        return known

    def _join(self, first: Atom, second: Atom) -> float:
        known = self._joins.get((first, second))
        if known is None:
            known = self._joins[first, second] = self._order.joins(first, second)
        return known

    def _cut(self, place: int) -> float:
        """What it costs to begin a new chunk at an atom: less where extraction shows a seam."""
        before, after = self._atoms[place - 1], self._atoms[place]
        if before.hard or after.hard:
            return 0.0
        if ":" in (before.text, after.text):
            return -0.3
        if after.text in _STOPS:
            return -0.3 if after.gap else -1.5
        if before.text in _STOPS - {"،"} and (before.gap or place == 1):
            return 0.5
        if before.text in _STOPS:
            return -0.3 if after.gap == 0 or after.gap > 1 else -2.2
        if after.gap == 0:
            return -0.4 if before.text[-1:] in _FINAL or after.text.startswith("ال") else -1.2
        if after.gap > 1:
            return 0.2 if after.gap == 2 else 0.6
        return -1.6

    def _bound(self, place: int) -> bool:
        """Whether the words before and at a place stand together elsewhere too: no seam."""
        before, after = self._atoms[place - 1], self._atoms[place]
        words = before.kind == after.kind == "word" and after.gap == 1
        return words and self._adjacency(before, after) >= _BOUND

    def _stretches(self, seams: list[int]) -> dict[int, dict[int, Stretch]]:
        """For each seam, the stretches of atoms that may be a chunk, by their end."""
        atoms, count = self._atoms, len(self._atoms)
        found: dict[int, dict[int, Stretch]] = {}
        ending = {*seams, count}
        for a in seams:
            found[a] = ends = {}
            score = 0.0
            head = tail = atoms[a]
            previous = EDGE
            second: Atom | None = None
            for b in range(a, count):
                atom = atoms[b]
                if b > a:
                    if _sealed(atoms[b - 1], atom):
                        break
                    if _glued(atoms[b - 1], atom):
                        tail = self._whole(tail, atom)
                        head = tail if previous is EDGE else head
                    else:
                        score += self._inside(previous, tail) - tail.cost
                        previous, tail = tail, atom
                    if previous is head:
                        second = tail
                if b + 1 in ending:
                    worth = score + self._inside(previous, tail) - tail.cost
                    penultimate = None if previous is EDGE else previous
                    ends[b + 1] = Stretch(worth, head, tail, second, penultimate)
        return found

    def _inside(self, first: Atom, second: Atom) -> float:
        """How well two neighbours read as they stand: signs of visual order speak against it."""
        if first is EDGE:
            return 0.0
        adjacent = self._adjacency(first, second)
        if second.text in _STOPS and second.gap:
            return adjacent - 2.0
        if first.text in _STOPS and second.gap == 0:
            return adjacent - 2.0
        if first.text in _STOPS - {"،", ":"} and first.gap:
            return adjacent - 2.0
        return adjacent


def _sealed(first: Atom, second: Atom) -> bool:
    """Whether one chunk never holds both: numbers, brackets and symbols stand alone.

    But a stop beside a bracket may have been drawn with it: `). ١/٦المقرر (`, `) أ: (التالية`.
    """
    if first.text == ")" and second.text in _STOPS:
        return second.gap > 0
    if first.text in _STOPS and second.text == "(":
        return second.gap == 0
    return first.hard or second.hard
