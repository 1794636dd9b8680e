"""Lines extracted from left to right: their chunks back in reading order.

A right-to-left line is drawn in chunks (runs of one font or direction). Extraction puts the chunks
in the order in which they stand on the page from left to right; inside a chunk the letters are in
reading order. So the line is to be read chunk by chunk from its end: `٢٢تقضي المادة` is
`تقضي المادة 22`, `)أ(` is `(أ)`. Where a chunk ends is seen from numbers, brackets and Latin
letters (always chunks of their own, by the Unicode bidirectional algorithm, UAX #9), from
punctuation, wide gaps and words run together. Between them the order is chosen that reads best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from ingest.reading.clean.atoms import Atom, apart
from ingest.reading.clean.chunk_search import BOUND, Chunk, ChunkSearch
from ingest.reading.clean.fluency import Fluency, Pairs
from ingest.reading.clean.glyphs import Glyphs
from ingest.reading.clean.turned_in_place import put_back, turned_brackets
from ingest.reading.clean.vocabulary import Vocabulary, neighbours

# What speaks against each bracket that is closed before it is opened, or never closed.
TURNED = -2.0
# How much better a line reads by chance when its chunks may be chosen.
FREEDOM = 1.0
# What speaks for the order that all lines of a document have.
PRIOR = 4.0
# No printed line is longer: a paragraph was not drawn from left to right as a whole.
LONGEST = 600
# A draft may be quick.
BOUND_IN_DRAFT = 0.5


class VisualOrder:
    """Puts lines into reading order, learning from the document as it goes."""

    def __init__(self, vocabulary: Vocabulary, fluency: Fluency) -> None:
        self._vocabulary = vocabulary
        self._fluency = fluency
        self._prior = 0.0
        self._draft: dict[str, str] = {}
        # headings and titles recur
        self._plan = cache(self._planned)

    def learn_order(self, lines: Iterable[Glyphs]) -> None:
        """Whether the chunks of this document's lines are reversed, or only numbers turned."""
        votes = [
            max(-1.0, min(1.0, self._reversed(line, "")[0] - self._in_place(line, "")[0] - FREEDOM))
            for line in lines
            if len(line) <= LONGEST and self._fluency.atoms(line.chars)
        ]
        self._prior = PRIOR * sum(votes) / len(votes) if votes else 0.0

    def learn_words(self, draft: list[tuple[str, str]]) -> None:
        """Which words go together, from lines and how they were read in a first draft."""
        self._draft = dict(draft)
        self._vocabulary.learn(read for _, read in draft)
        self._plan.cache_clear()

    def read(self, line: Glyphs, before: str) -> tuple[Glyphs, float]:
        """The line in reading order, and how well it reads.

        `before` is the last word of the line above, which this line may go on; "" if it does not.
        """
        read, score = self._plan(line.chars, before)
        origins = tuple(line.origins[place] if place >= 0 else place for place in read.origins)
        return Glyphs(read.chars, origins), score

    def _planned(self, chars: str, before: str) -> tuple[Glyphs, float]:
        """The reading of a line whose origins are the places in the line itself."""
        line = Glyphs(chars, tuple(range(len(chars))))
        if not self._fluency.atoms(chars):
            return line, 0.0  # white space, or kashida and marks without a letter
        if len(chars) > LONGEST:
            return self._in_place(line, before)[::-1]
        reversed_score, read = self._reversed(line, before)
        score, in_place = self._in_place(line, before)
        if reversed_score + self._prior >= score:
            return read, reversed_score + self._prior
        return in_place, score

    def _reversed(self, line: Glyphs, before: str) -> tuple[float, Glyphs]:
        """The best reading of the line's chunks from the last to the first, and its score."""
        atoms = self._fluency.atoms(line.chars)
        chunks, score = self._search(line.chars, atoms, before).best()
        read = _joined(line, atoms, chunks)
        return score + TURNED * turned_brackets(read.chars), read

    def _in_place(self, line: Glyphs, before: str) -> tuple[float, Glyphs]:
        """The better of the line as it stands and with turned numbers and brackets put back."""
        put = put_back(line)
        scored: list[tuple[float, Glyphs]] = []
        for read in (line,) if put is line else (line, put):
            search = self._search(line.chars, self._fluency.atoms(read.chars), before)
            score = search.as_it_stands() + TURNED * turned_brackets(read.chars)
            scored.append((score, read))
        return max(scored, key=lambda option: option[0])

    def _search(self, chars: str, atoms: list[Atom], before: str) -> ChunkSearch:
        taught: Pairs = Counter(neighbours(self._draft.get(chars, chars)))
        bound = BOUND if self._draft else BOUND_IN_DRAFT
        return ChunkSearch(self._fluency, atoms, taught, before, bound)


def _joined(line: Glyphs, atoms: list[Atom], chunks: list[Chunk]) -> Glyphs:
    """The chunks from the last to the first, parts of one word put together."""
    pieces: list[Glyphs] = []
    for chunk, after in zip(chunks[::-1], [*chunks[-2::-1], None], strict=True):
        pieces.append(line[atoms[chunk.first].start : atoms[chunk.last - 1].end])
        if after is None or chunk.joined or not apart(chunk.tail, after.head):
            continue
        if chunk.last < len(atoms) and atoms[chunk.last].gap:
            start = atoms[chunk.last].start
            pieces.append(line[start - 1 : start])
        else:
            pieces.append(Glyphs.inserted(" "))
    return Glyphs.concatenated(pieces)
