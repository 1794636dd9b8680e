"""Words broken at a kashida: their line was extracted piece by piece, last piece first.

A justified line is drawn in pieces that begin where a word is stretched. Extraction puts them
from left to right, so that the suffix (it begins with kashida) stands before the prefix:
`ـية الأمـ ... اتفاقـ` for `اتفاقية الأم...`. Putting the pieces in reverse order heals all words of
the line at once; that every suffix then meets its prefix shows that the reading is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ingest.reading.clean.glyphs import Glyphs
from ingest.reading.clean.vocabulary import bare

_LETTER = "\u0621-\u063f\u0641-\u0652"
# A suffix: kashida with a letter after it and none before it.
SUFFIX = re.compile(f"(?<![{_LETTER}\u0640])\u0640+(?=[{_LETTER}])")
# A prefix whose kashida was torn off by spaces: `المكم ـ`, `بش ـ`.
_TORN = re.compile(f"(?<=[{_LETTER}]) +\u0640+(?= |$)")
_LAST_WORD = re.compile(f"([{_LETTER}]+)\u0640*[ ]*$")
_FIRST_WORD = re.compile(f"^\u0640*([{_LETTER}]+)")
_NO_WORD = 2.0
_RARE = 0.3
_AS_GOOD = 0.2
_GAP = re.compile('(?<=\\S) +|(?<=[("‘]) *| +(?=[)\u0660-\u0669])')


def orders(line: Glyphs, cost: Callable[[str], float]) -> list[Glyphs]:
    """The line with its pieces put back, in the ways that heal its words; [line] if none does.

    `cost` tells what speaks against a string being a word: 0 nothing, 1.5 and more too much.
    """
    starts = [match.start() for match in SUFFIX.finditer(line.chars)]
    if not starts:
        return [line]
    edges = [0, *starts, len(line)]
    pieces = [line[a:b] for a, b in zip(edges, edges[1:], strict=False) if b > a]
    *earlier, last = pieces
    found: list[tuple[float, Glyphs]] = []
    for cut in _cuts(last):
        order = [last[cut:], last[:cut], *reversed(earlier)]
        if healed := _healed(order, cost):
            found.append((healed, Glyphs.concatenated(_closed(order))))
    if not found:
        return [line]
    best = max(healed for healed, _ in found)
    ways = [joined for healed, joined in found if healed > best - _AS_GOOD]
    # one suffix that meets a prefix may do so by chance: `ـا تقرير` is a torso of بها
    return ways if best > 1 else [*ways, line]


def _cuts(piece: Glyphs) -> Iterator[int]:
    for match in _GAP.finditer(piece.chars):
        yield match.end() if match.end() < len(piece) else match.start()
    # the whole piece is the beginning of the line: nothing stands before it
    yield 0


def _healed(order: list[Glyphs], cost: Callable[[str], float]) -> float:
    """How many words the order heals, rare ones counting less; 0 if it leaves too many broken."""
    costs: list[float] = []
    broken = 0
    pieces = [piece for piece in order if piece.chars.strip()]
    for before, after in pairwise(pieces):
        if not after.chars.startswith("\u0640"):
            continue
        prefix, suffix = _LAST_WORD.search(before.chars), _FIRST_WORD.match(after.chars)
        whole = cost(bare(prefix[1] + suffix[1])) if prefix and suffix else _NO_WORD
        if whole < _NO_WORD:
            costs.append(whole)
        else:
            broken += 1
    return len(costs) - sum(costs) * _RARE if len(costs) > 2 * broken else 0.0


def _closed(order: list[Glyphs]) -> Iterator[Glyphs]:
    """The pieces without the space between a prefix and its suffix."""
    pieces = [piece for piece in order if piece.chars]
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        if after is not None and after.chars.startswith("\u0640"):
            yield piece[: len(piece.chars.rstrip(" "))]
        else:
            yield piece


def rejoin_torn_kashida(line: Glyphs) -> tuple[Glyphs, int]:
    """`المكم ـ` to `المكمـ`: the prefix keeps its kashida, which tells that it is one."""
    return line.substituted(_TORN, lambda match: line[match.end() - 1 : match.end()])
