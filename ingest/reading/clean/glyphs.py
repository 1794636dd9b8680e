"""Characters that know where they came from: what every repair takes and gives back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

INSERTED = -1
_LINE = re.compile("([^\\r\\n]*)(\\r?\\n|\\r|$)")


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A piece of text with the offset in the original file of each of its characters.

    `origins[i]` is the offset (in code points) of `chars[i]`, or -1 where a repair put it in.
    """

    chars: str
    origins: tuple[int, ...]

    @classmethod
    def inserted(cls, chars: str) -> Glyphs:
        """Characters that the file does not have."""
        return cls(chars, (INSERTED,) * len(chars))

    @classmethod
    def concatenated(cls, pieces: Iterable[Glyphs]) -> Glyphs:
        """The pieces one after the other."""
        chars: list[str] = []
        origins: list[int] = []
        for piece in pieces:
            chars.append(piece.chars)
            origins.extend(piece.origins)
        return cls("".join(chars), tuple(origins))

    def __len__(self) -> int:
        return len(self.chars)

    def __add__(self, other: Glyphs) -> Glyphs:
        return Glyphs(self.chars + other.chars, self.origins + other.origins)

    def __getitem__(self, place: slice) -> Glyphs:
        return Glyphs(self.chars[place], self.origins[place])

    def lines(self) -> Iterator[tuple[Glyphs, Glyphs]]:
        """The lines, each with its line end (empty after the last one)."""
        for match in _LINE.finditer(self.chars):
            yield self[match.start(1) : match.end(1)], self[match.start(2) : match.end(2)]

    def mapped(self, table: dict[int, str]) -> Glyphs:
        """Each character replaced by one other, one for one."""
        return Glyphs(self.chars.translate(table), self.origins)

    def substituted(
        self, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], Glyphs | None]
    ) -> tuple[Glyphs, int]:
        """Every match of `pattern` replaced; how many were. `replace` gives None to leave one."""
        pieces: list[Glyphs] = []
        end = count = 0
        for match in pattern.finditer(self.chars):
            replacement = replace(match)
            if replacement is None:
                continue
            pieces += (self[end : match.start()], replacement)
            end = match.end()
            count += 1
        if not count:
            return self, 0
        return Glyphs.concatenated((*pieces, self[end:])), count

    def without(self, pattern: re.Pattern[str]) -> tuple[Glyphs, int]:
        """Every match of `pattern` dropped; how many were."""
        return self.substituted(pattern, lambda _: NOTHING)


NOTHING = Glyphs("", ())
