"""The search for the chunks of a line: which cuts make it read best from the last chunk to the first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.reading.clean.atoms import EDGE, Atom, glued, sealed
from ingest.reading.clean.fluency import NOT_JOINED, Fluency, Pairs

# A pair of words that the document holds elsewhere is not torn apart.
BOUND = 2.3
# A number that runs into the next word does not stand where it was written.
RUN_INTO = -2.0
# A label opens a line; at its end it seldom has a place.
LABEL_LAST = -1.5


@dataclass(frozen=True, slots=True)
class Chunk:
    """Atoms that were drawn as one: atoms[first:last], their first and last word.

    `joined` if the last word goes on in the chunk that is read next.
    """

    first: int
    last: int
    head: Atom
    tail: Atom
    joined: bool


class _Stretch(NamedTuple):
    """Atoms that may be a chunk: how well they read, the words at both ends and next to them.

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


class _State(NamedTuple):
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


_Stretches = dict[int, dict[int, _Stretch]]


class ChunkSearch:
    """The best way to cut one line into chunks: dynamic programming over the last chunk."""

    def __init__(
        self, fluency: Fluency, atoms: list[Atom], here: Pairs, before: str, bound: float = BOUND
    ) -> None:
        """`here` are the pairs of words that this line taught, `before` the word before it.

        Words with an affinity of `bound` are not torn apart.
        """
        self._bound_at = bound
        self._fluency = fluency
        self._atoms = atoms
        self._here = here
        self._before = fluency.word(before, 0, 0, 0) if before else EDGE
        self._adjacent: dict[Atom, dict[Atom, float]] = {}
        self._joins: dict[tuple[Atom, Atom], float] = {}
        self._wholes: dict[tuple[Atom, Atom], Atom] = {}

    def as_it_stands(self) -> float:
        """How well the line reads in the order of the file."""
        words = [self._atoms[0]]
        for before, atom in pairwise(self._atoms):
            if glued(before, atom):
                words[-1] = self._whole(words[-1], atom)
            else:
                words.append(atom)
        score = self._opening(words[0]) + self._adjacency(words[-1], EDGE)
        score -= sum(word.cost for word in words)
        for first, second in pairwise(words):
            score += self._inside(first, second)
            if first.kind == "number" and second.kind == "word" and second.gap == 0:
                score += RUN_INTO
        return score + (LABEL_LAST if self._ends_in_label() else 0.0)

    def _ends_in_label(self) -> bool:
        """Whether the line ends with a label, `(ب)` or `-٢`, that no word before it asks for."""
        ending = self._atoms[-4:]
        texts = [atom.text for atom in ending]
        if len(texts) == 4 and texts[1] in "()" and texts[3] in "()" and len(texts[2]) <= 2:
            return not self._fluency.asks_number(texts[0])
        return len(texts) > 2 and texts[-2] == "-" and ending[-1].kind == "number"

    def best(self) -> tuple[list[Chunk], float]:
        """The chunks in the order of the file, and how well the line then reads."""
        count = len(self._atoms)
        seams = [0, *(place for place in range(1, count) if not self._bound(place))]
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
                    states[b][a] = self._extended(states[a], stretch, stretches, a)
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

    def _extended(
        self,
        earlier: dict[int, list[_State]],
        stretch: _Stretch,
        stretches: _Stretches,
        place: int,
    ) -> list[_State]:
        """The best ways to read a stretch before what was read up to `place`, where it begins."""
        tail = stretch.tail
        worth = stretch.worth + self._fluency.seam(self._atoms[place - 1], self._atoms[place])
        apart: tuple[float, _State] | None = None
        joined: tuple[float, _State] | None = None
        adjacent = self._row(tail)
        for start, states in earlier.items():
            following = stretches[start][place]
            join = self._join(tail, following.head)
            for state in states:
                adjacency = adjacent.get(state.head)
                if adjacency is None:
                    adjacency = self._adjacency(tail, state.head)
                score = state.score + adjacency
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

    def _gain(self, stretch: _Stretch, head: Atom, follower: Atom) -> float:
        """How much better a joined word goes with the words beside it than its parts did."""
        whole = self._whole(stretch.tail, head)
        gain = self._adjacency(whole, follower) - self._adjacency(head, follower)
        if stretch.penultimate is not None:
            gain += self._adjacency(stretch.penultimate, whole)
            gain -= self._adjacency(stretch.penultimate, stretch.tail)
        return gain

    def _opening(self, head: Atom) -> float:
        """How well the line may begin with `head`: after the line above, and as a line."""
        if self._before is EDGE or head.kind != "word":
            return self._adjacency(EDGE, head)
        return max(self._adjacency(self._before, head), self._join(self._before, head))

    def _stretches(self, seams: list[int]) -> _Stretches:
        """For each seam, the stretches of atoms that may be a chunk, by their end."""
        atoms, count = self._atoms, len(self._atoms)
        found: _Stretches = {}
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
                    if sealed(atoms[b - 1], atom):
                        break
                    if glued(atoms[b - 1], atom):
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
                    ends[b + 1] = _Stretch(worth, head, tail, second, penultimate)
        return found

    def _bound(self, place: int) -> bool:
        """Whether the words before and at a place stand together elsewhere too: no seam."""
        before, after = self._atoms[place - 1], self._atoms[place]
        words = before.kind == after.kind == "word" and after.gap == 1
        return words and self._adjacency(before, after) >= self._bound_at

    def _inside(self, first: Atom, second: Atom) -> float:
        if first is EDGE:
            return 0.0
        return self._fluency.inside(first, second, self._adjacency(first, second))

    def _row(self, first: Atom) -> dict[Atom, float]:
        row = self._adjacent.get(first)
        if row is None:
            row = self._adjacent[first] = {}
        return row

    def _adjacency(self, first: Atom, second: Atom) -> float:
        row = self._adjacent.get(first)
        if row is None:
            row = self._row(first)
        known = row.get(second)
        if known is None:
            known = row[second] = self._fluency.adjacent(first, second, self._here)
        return known

    def _join(self, first: Atom, second: Atom) -> float:
        if not (first.broken or second.broken):
            return NOT_JOINED
        known = self._joins.get((first, second))
        if known is None:
            known = self._joins[first, second] = self._fluency.joins(first, second)
        return known

    def _whole(self, first: Atom, second: Atom) -> Atom:
        whole = self._wholes.get((first, second))
        if whole is None:
            text = first.text + second.text
            whole = self._fluency.word(text, first.start, second.end, first.gap)
            self._wholes[first, second] = whole
        return whole
