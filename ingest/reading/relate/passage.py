"""A passage of text as patterns see it: folded, with its mentions in folded offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model.folding import fold_with_offsets
from ingest.cues import Cue
from ingest.packs import LanguagePack
from ingest.records import Mention


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a passage, in offsets of its folded text."""

    cue: Cue
    start: int
    end: int
    groups: re.Match[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one provision: `text` as read, `folded` as patterns see it.

    `origins[i]` is the offset in `text` of folded character i; `mentions` stand with their folded
    start and end, in order.
    """

    text: str
    folded: str
    origins: Sequence[int]
    pack: LanguagePack
    mentions: tuple[tuple[int, int, Mention], ...]

    @classmethod
    def of(
        cls, text: str, pack: LanguagePack, mentions: Sequence[Mention] = (), offset: int = 0
    ) -> Passage:
        """Fold `text`, which begins at `offset` of the document that `mentions` count in."""
        folded, origins = fold_with_offsets(text)
        inside = sorted(
            (m for m in mentions if offset <= m.start and m.end <= offset + len(text)),
            key=lambda m: (m.start, -m.end),
        )
        placed = (
            (bisect_left(origins, m.start - offset), bisect_left(origins, m.end - offset), m)
            for m in inside
        )
        return cls(text, folded, origins, pack, tuple(placed))

    def printed(self, start: int, end: int) -> str:
        """The text behind a stretch of the folded text, on one line."""
        return " ".join(self.text[self.origins[start] : self.origins[end]].split())

    def matches(self, section: str, start: int = 0, end: int | None = None) -> list[Match]:
        """What the cues of a section find between two folded offsets, in order.

        Of overlapping finds the one that begins first stays, of those the longest: "the bureau of
        the Conference" is the bureau, and a meeting "held before the fourth session" is no session.
        """
        found = sorted(self.every(section, start, end), key=lambda m: (m.start, -m.end))
        kept: list[Match] = []
        for match in found:
            if not kept or match.start >= kept[-1].end:
                kept.append(match)
        return kept

    def every(self, section: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """All finds of a section between two folded offsets, overlapping ones too, in no order."""
        stop = len(self.folded) if end is None else end
        for cue in self.pack.cues(section):
            for found in cue.pattern.finditer(self.folded, start, stop):
                yield Match(cue, found.start(), found.end(), found)
