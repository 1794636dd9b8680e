"""Enacting formulas: where an act begins, "The General Assembly," or an organ that no pack knows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from ingest.cues import Cue
from ingest.packs import LanguagePack
from ingest.reading.segment.markers import TERMINAL, FoldedText, Heading

# Kinds of documents that may be one act, if an enacting formula stands in them.
SINGLE = ("act", "other")
# "79/196. International …", "2297 (XXII). Question of …", and the number within them
NUMBERED_TITLE = re.compile(
    r"(?P<number>[\w.-]*/\d+(?: ?[a-z](?!\w))?|\d{1,4}(?: [a-z])? ?\([\w-]{1,9}\))(?:\.| [-–—])? +(?=\w)"
)
PART_LETTER = re.compile(r"[a-h]\.?")
LONGEST_TITLE = 6  # lines
LEADING_NUMBER = re.compile(r"\W*(?:\d+\W+)?")  # the page number of a scan before the words
BEHIND_ORGAN = re.compile(r"\s*[,،;؛:]\s*")
CLAUSE_END = TERMINAL + ",،"
CONSIDERATION_END = ",،;؛"
SHORTEST_CONSIDERATION = 25  # characters


def find_single_acts(text: FoldedText, pack: LanguagePack, kind: str) -> list[Heading]:
    """Where the act that a document is begins: at the first enacting formula that opens a line.

    A page of a bound volume has the end of one act and the whole of the next: every formula below a
    numbered title opens one. A document of which nothing says that it is an act is one if the organ
    at the head of a line is followed by the opening of a preamble ("The Board of the Institute,⏎
    Considering that …") or announces what it adopts. Some acts lost their formula: they begin with
    the first of several considerations.
    """
    if kind not in SINGLE:
        return []
    lines = list(lines_between(text))
    sections = ("structure_enacting",) if kind == "act" else ("structure_organ",)
    formulas = [
        (place, Heading(match.start(), match.end(), "whole act"))
        for place, (start, end) in enumerate(lines)
        if (match := _at(text, start, end, pack, sections))
        and (kind == "act" or _act_follows(text, pack, match.end(), lines[place:]))
    ]
    titled = [formula for place, formula in formulas if any(title_above(text, lines[:place]))]
    if kind == "act" and titled:
        return titled
    if formulas:
        return [formulas[0][1]]
    if kind == "act" and (first := _below_number(text, pack, lines)) is not None:
        return [Heading(first, first, "whole act")]
    for (start, end), (next_start, next_end) in pairwise(lines):
        if _considers(text, pack, start, end) and _considers(text, pack, next_start, next_end):
            return [Heading(start, start, "whole act")]
    return _below_title(text, pack, lines)


def _below_number(
    text: FoldedText, pack: LanguagePack, lines: Sequence[tuple[int, int]]
) -> int | None:
    """Where the preamble begins of an act that has its number and title, and lost its formula."""
    for place, (start, end) in enumerate(lines):
        if NUMBERED_TITLE.match(text.folded, start, end):
            for first, last in lines[place + 1 : place + 1 + LONGEST_TITLE]:
                if opens_preamble(text, pack, first, last):
                    return first
    return None


def _below_title(
    text: FoldedText, pack: LanguagePack, lines: Sequence[tuple[int, int]]
) -> list[Heading]:
    """The act below a title such as "Recommendation 4" that no formula and no preamble follows."""
    for place, (start, end) in enumerate(lines[:LONGEST_TITLE]):
        title = _at(text, start, end, pack, ("structure_titled",))
        if title and title.end() >= end:
            said = (line for line in lines[place + 1 :] if text.folded[line[1] - 1] in CLAUSE_END)
            return [Heading(line[0], line[0], "whole act") for line in islice(said, 1)]
    return []


def title_above(
    text: FoldedText, above: Sequence[tuple[int, int]]
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The number with which the title of an act begins, and the letter of its part, above a formula.

    Parts of a resolution share its number: "56/210. Programme budget⏎A⏎Revised estimates⏎The
    General Assembly, …", then "B" and its own title.
    """
    letter = None
    for start, end in reversed(above[-LONGEST_TITLE:]):
        if number := NUMBERED_TITLE.match(text.folded, start, end):
            return number, letter
        letter = letter or PART_LETTER.fullmatch(text.folded, start, end)
        if text.folded[end - 1] in TERMINAL:
            break
    return None, letter


def formula_end(text: FoldedText, pack: LanguagePack, start: int, end: int) -> int | None:
    """Where the words behind an enacting formula begin in a line (its end, if there are none).

    None where the line is no formula. One that tells how the organ met and what it adopts ("The
    Conference, convened in Geneva …, adopts the following recommendation:") is one to its end.
    """
    match = _at(text, start, end, pack, ("structure_enacting", "structure_organ"))
    if match is None:
        return None
    if announces(text, pack, start, end):
        return end
    comma = re.compile(r"[,،;؛:]").search(text.folded, match.end(), end)
    if comma is None:
        return end if match.end() >= end or _names_organ(text, pack, start, end) else None
    rest = _behind(text, comma.end(), end)
    while other := _at(text, rest, end, pack, ("structure_enacting",)):
        # organs that act together: "The Conference of the Parties, the Conference … serving as …,"
        comma = re.compile(r"[,،;؛:]").search(text.folded, other.end(), end)
        rest = _behind(text, comma.end(), end) if comma else end
    if rest >= end or opens_preamble(text, pack, rest, end):
        return rest
    return None


def _behind(text: FoldedText, position: int, end: int) -> int:
    while position < end and text.folded[position] == " ":
        position += 1
    return position


def organ_end(text: FoldedText, pack: LanguagePack, start: int, end: int) -> int | None:
    """Where the name of an organ ends that a line begins with, if it does."""
    match = _at(text, start, end, pack, ("structure_enacting",))
    return match and match.end()


def opens_preamble(text: FoldedText, pack: LanguagePack, start: int, end: int) -> bool:
    """Whether a preambular clause begins at the head of a line: "Considering", «وإذ يلاحظ», "Que …"."""
    return _at(text, start, end, pack, ("structure_preambular",)) is not None


def announces(text: FoldedText, pack: LanguagePack, start: int, end: int) -> bool:
    """Whether a line announces all that follows it: "adopts the following recommendation:"."""
    return any(
        cue.pattern.search(text.folded, start, end) for cue in pack.cues("structure_leading")
    )


def _names_organ(text: FoldedText, pack: LanguagePack, start: int, end: int) -> bool:
    match = _at(text, start, end, pack, ("structure_organ",))
    return match is not None and match.end() >= end


def _act_follows(
    text: FoldedText, pack: LanguagePack, organ_end: int, lines: Sequence[tuple[int, int]]
) -> bool:
    """Whether a preamble opens behind the organ in the first of these lines, or in the next."""
    start, end = lines[0]
    behind = BEHIND_ORGAN.match(text.folded, organ_end, end)
    rest = behind.end() if behind else organ_end
    if announces(text, pack, start, end):
        return True
    if rest < end:
        return opens_preamble(text, pack, rest, end)
    return len(lines) > 1 and opens_preamble(text, pack, *lines[1])


def _considers(text: FoldedText, pack: LanguagePack, start: int, end: int) -> bool:
    """Whether a whole line is a consideration: it begins as one and ends no sentence."""
    clause = text.folded[end - 1] in CONSIDERATION_END and end - start > SHORTEST_CONSIDERATION
    return clause and opens_preamble(text, pack, start, end)


def lines_between(
    text: FoldedText, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int]]:
    """The lines of a stretch that say something, without the white space around them."""
    stop = len(text.folded) if end is None else end
    for line in [start, *text.line_starts[bisect_right(text.line_starts, start) :]]:
        if line >= stop:
            return
        first, last = text.line_at(line)
        first, last = max(first, start), min(last, stop)
        if first < last:
            yield first, last


def _at(
    text: FoldedText, start: int, end: int, pack: LanguagePack, sections: tuple[str, ...]
) -> re.Match[str] | None:
    """The longest match of a cue at the head of a line, behind a page number if one stands there."""
    bare = LEADING_NUMBER.match(text.folded, start, end)
    end += text.folded[end : end + 1] == " "  # some patterns look at the sign behind the organ
    places = {start, bare.end() if bare else start}
    found = [
        match
        for cue in _cues(pack, sections)
        for place in places
        if (match := cue.pattern.match(text.folded, place, end))
    ]
    return max(found, key=lambda match: match.end(), default=None)


def _cues(pack: LanguagePack, sections: tuple[str, ...]) -> Iterator[Cue]:
    for section in sections:
        yield from pack.cues(section)
