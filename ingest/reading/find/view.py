"""The text as the finders see it: folded for words, with the case of Latin letters kept beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from graph.model.folding import fold, fold_with_offsets
from ingest.cues import Cue
from ingest.records import Mention, Paragraph

# Chinese puts no spaces between words: every character is looked up as one.
HAN = "\u3400-\u9fff"
WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+")
# A sentence ends at a full stop before white space; "Add.1" and "art. 5" hold none.
SENTENCE_END = re.compile(rf"(?<![\s.]\w)[.!?؟](?=\s)|[؛;](?=[\s{HAN}])|。")


class View:
    """One text in folded form.

    All finders speak in positions of `folded`; `cased` has the same length and keeps capitals, because
    the B of 56/210 B and the L of a symbol are capitals and the "a" after a number is a word.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded, self.offsets = fold_with_offsets(text)
        self.cased = "".join(
            letter.upper() if text[offset].isupper() else letter
            for letter, offset in zip(self.folded, self.offsets, strict=False)
        )

    @cached_property
    def words(self) -> list[tuple[str, int, int]]:
        """Every word with its bounds."""
        return [(match[0], match.start(), match.end()) for match in WORD.finditer(self.folded)]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where sentences and clauses between semicolons begin, in order."""
        return [0, *(match.end() for match in SENTENCE_END.finditer(self.folded))]

    def matches(self, cues: Iterable[Cue]) -> Iterator[tuple[Cue, re.Match[str]]]:
        """Every match of the cues, cue by cue.

        A cue whose row has `stems` is only tried at words that hold one of them: a search for a plain
        string is some fifty times faster than a pattern tried at every position.
        """
        for cue in cues:
            stems = cue.data.get("stems")
            if not stems:
                yield from ((cue, match) for match in cue.pattern.finditer(self.folded))
                continue
            reached = -1
            for start in sorted({start for stem in stems for start in self._starts(fold(stem))}):
                match = cue.pattern.match(self.folded, start) if start >= reached else None
                if match:
                    reached = match.end()
                    yield cue, match

    def _starts(self, stem: str) -> Iterator[int]:
        """Where the words begin that hold a stem; "sixty-ninth" also begins at "sixty"."""
        hit = self.folded.find(stem)
        while hit >= 0:
            start = self._word_start(hit)
            yield start
            while start > 1 and self.folded[start - 1] == "-" and self.folded[start - 2].isalnum():
                start = self._word_start(start - 2)
                yield start
            hit = self.folded.find(stem, hit + len(stem))

    def _word_start(self, position: int) -> int:
        while position and (
            self.folded[position - 1].isalnum() or self.folded[position - 1] == "_"
        ):
            position -= 1
        return position

    def in_text(self, mention: Mention) -> Mention:
        """The mention with its bounds in the text as given, and the words that stand there."""
        start = self.offsets[mention.start]
        end = self.offsets[mention.end - 1] + 1
        return Mention(
            mention.kind,
            start,
            end,
            self.text[start:end],
            mention.target,
            mention.candidates,
            mention.symbolic,
            mention.properties,
            mention.rule,
        )

    def in_folded(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int, int]]:
        """Paragraphs with their bounds in the folded text."""
        for paragraph in paragraphs:
            yield (
                paragraph,
                bisect_left(self.offsets, paragraph.start),
                bisect_left(self.offsets, paragraph.end),
            )
