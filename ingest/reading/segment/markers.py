"""Markers: the labels and headings from which a text's structure is read.

Two kinds of text come in: one that keeps its lines, where a label opens its line, and one that runs on
(a report stored as one line of 94,000 characters), where a label is told by what stands before it and
by its place in a sequence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from graph.model.folding import fold_with_offsets
from ingest.cues import Cue
from ingest.packs import LanguagePack

FLOWING_LINE = 4_000
WRAPPED = 40  # characters; no line of wrapped text is shorter but a paragraph's last
LONGEST_WRAPPED = 160  # characters; in text that keeps a paragraph on a line, many lines are longer
LONGEST_WIDE = 60  # the same in a script of wide signs
WIDE_SIGNS = re.compile("[\u4e00-\u9fff]{4}")
FULL = 0.6  # of the length that nine lines in ten do not pass
FOOTNOTE_MARK = re.compile(r"\(\d{0,3}\)\s*$")
FOOTNOTES = re.compile("\f[^\f]*\f")
SENTENCE_END = ".:;؛؟?!،,。；：，"
TERMINAL = ".:;؛؟?!。；："
BEFORE_TITLE = ".:–—-،*"  # an asterisk points to a footnote
HEADED = re.compile(r"(?:[—–-] ?\d+ ?[—–-] )?(?P<heading>[^\n\d]{6,150}?) (?=\d{1,3}[.)] )")
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Marker:
    """A label in the text, in offsets of the folded text.

    `start` is where the label begins, `end` where its content begins. `readings` are the kinds and
    values it may have: "(i)" is the ninth letter or the first point. `opened` says that a colon stands
    before it, `bounded` that a sentence ends before it, `at_line_start` that it opens a line.
    """

    start: int
    end: int
    readings: tuple[tuple[str, int], ...]
    opened: bool
    bounded: bool
    at_line_start: bool

    @property
    def number(self) -> int | None:
        """Its value as a plain number; None where it is a letter, a point or a Roman numeral."""
        return next((value for kind, value in self.readings if kind == "number"), None)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that opens a region: contents, agenda, annotations, documents, act, annex …

    `number` is the number printed in it, as folded ("ii" of "Annex II").
    """

    start: int
    end: int
    region: str
    number: str | None = None


class FoldedText:
    """A text folded for matching, with its lines and the way back to its own offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded, self.offsets = fold_with_offsets(text)

    def back(self, position: int) -> int:
        """The offset in the text of a position in the folded text."""
        return self.offsets[min(position, len(self.offsets) - 1)]

    @cached_property
    def line_starts(self) -> list[int]:
        """Positions in the folded text where a line begins (line ends fold to spaces)."""
        starts = [0]
        for position, offset in enumerate(self.offsets[:-1]):
            if self.text[offset] == "\n":
                starts.append(position + 1)
        return starts

    @cached_property
    def flowing(self) -> bool:
        """Whether the text runs on without lines (its longest line is a whole document)."""
        bounds = [*self.line_starts, len(self.folded)]
        return (
            max(end - start for start, end in zip(bounds, bounds[1:], strict=False)) > FLOWING_LINE
        )

    @cached_property
    def label_starts(self) -> frozenset[int]:
        """Where the first visible character of a line stands, or the label behind a heading.

        Scans run a heading in capitals into its first paragraph: "TEACHERS 12. Schools should …".
        """
        starts = set()
        for start in self.line_starts:
            while start < len(self.folded) and self.folded[start] == " ":
                start += 1
            starts.add(start)
            headed = HEADED.match(self.text, self.back(start))
            if headed and headed["heading"].isupper():
                starts.add(bisect_left(self.offsets, headed.end()))
        return frozenset(starts)

    def opens_line(self, position: int) -> bool:
        """Whether a line begins there, in a capital if the script has any."""
        return position in self.label_starts and not self.text[self.back(position)].islower()

    @cached_property
    def wrapped(self) -> bool:
        """Whether lines are broken at a width, as in text out of a PDF; else each is a paragraph."""
        bounds = [*self.line_starts, len(self.folded)]
        lengths = sorted(end - start for start, end in zip(bounds, bounds[1:], strict=False))
        narrow = WIDE_SIGNS.search(self.folded) is None
        return lengths[int(len(lengths) * 0.95)] < (LONGEST_WRAPPED if narrow else LONGEST_WIDE)

    def line_at(self, position: int) -> tuple[int, int]:
        """The bounds of the line that holds a position, without the white space around it."""
        return self._lines[bisect_right(self.line_starts, position) - 1]

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        bounds = []
        for start, after in pairwise([*self.line_starts, len(self.folded)]):
            said = self.folded[start:after].rstrip(" ")
            end = start + len(said)
            bounds.append((end - len(said.lstrip(" ")), end))
        return bounds

    @cached_property
    def wide(self) -> int:
        """The length from which a line counts as full: most lines of wrapped text reach it."""
        bounds = [*self.line_starts, len(self.folded)]
        lengths = sorted(end - start for start, end in zip(bounds, bounds[1:], strict=False))
        return max(WRAPPED, int(lengths[int(len(lengths) * 0.9)] * FULL)) if lengths else WRAPPED

    def blank_line(self, start: int, end: int) -> int:
        """Where a paragraph breaks off in a range: its first blank line; its end if there is none.

        Text of a PDF has blank lines in the middle of sentences; a full line that ends no sentence
        goes on behind them.
        """
        position = start
        while position < end:
            if self.text[self.offsets[position]] == "\n":
                after = position + 1
                while after < end and self._is_space(after):
                    after += 1
                if after < end and self.text[self.offsets[after]] == "\n":
                    first, last = self.line_at(position)
                    ends = self.folded[last - 1 : last] in TERMINAL
                    if ends or last - first < self.wide:
                        return position
            position += 1
        return end

    def _is_space(self, position: int) -> bool:
        return self.folded[position] == " " and self.text[self.offsets[position]] != "\n"


def find_markers(text: FoldedText, pack: LanguagePack) -> list[Marker]:
    """All labels that may open a paragraph, in order; which of them do, the sequence decides."""
    readings: dict[int, tuple[int, list[tuple[str, int]]]] = {}
    for cue in pack.cues("structure_marker"):
        if text.flowing and cue.data.get("lines_only"):
            continue
        for match in cue.pattern.finditer(text.folded):
            value = marker_value(cue, match["value"], pack)
            if value is None or (
                cue.data.get("before_verb") and not _verb_follows(text, match, pack)
            ):
                continue
            # "B.Election": the word behind the label belongs to the heading
            start, last = match.span("label" if "label" in match.re.groupindex else 0)
            end, found = readings.get(start, (last, []))
            readings[start] = (max(end, last), [*found, (cue.value, value)])
    markers = []
    joined = pack.anywhere(r"[;؛,،]\s*{link}\s*\Z")
    for start, (end, found) in sorted(readings.items()):
        at_line_start = start in text.label_starts
        if not text.flowing and not at_line_start:
            continue
        before = FOOTNOTE_MARK.sub("", text.folded[max(0, start - 40) : start].rstrip()).rstrip()
        while end < len(text.folded) and text.folded[end] == " ":
            end += 1
        markers.append(
            Marker(
                start,
                end,
                tuple(found),
                opened=before.endswith((":", "：")),
                bounded=not before
                or before[-1] in SENTENCE_END
                or (
                    at_line_start
                    and not text.flowing
                    and not _wrapped_letter(text, start, found, joined)
                ),
                at_line_start=at_line_start,
            )
        )
    return markers


def _wrapped_letter(
    text: FoldedText, start: int, readings: Iterable[tuple[str, int]], joined: re.Pattern[str]
) -> bool:
    """Whether a wrapped line only happens to begin with a label: "in subparagraphs⏎(a) to (h)".

    Then the line above is full and ends neither a sentence nor a point ("…; and").
    """
    if not text.wrapped or not {kind for kind, _ in readings} <= {"letter", "point"}:
        return False
    first, last = text.line_at(max(0, start - 2))
    _, end = text.line_at(start)
    if text.folded[last:start].count(" ") > 1 or not text.folded[start:end].count(" "):
        return False  # a blank line stands between, or the label alone: an extraction set it apart
    return last - first >= text.wide and joined.search(text.folded, first, last) is None


def _verb_follows(text: FoldedText, label: re.Match[str], pack: LanguagePack) -> bool:
    """Whether a label opens a line and an operative verb stands behind it."""
    if label.start() not in text.label_starts:
        return False
    _, end = text.line_at(label.start())
    start = label.end()
    while start < end and text.folded[start] == " ":
        start += 1
    return any(cue.pattern.match(text.folded, start, end) for cue in pack.cues("action"))


def marker_value(cue: Cue, printed: str, pack: LanguagePack) -> int | None:
    """The number that a printed label stands for; None where it is none of its kind."""
    how = cue.data.get("counts", "digits")
    printed = printed.strip()
    if how == "digits":
        return int(printed)
    if how == "letters":
        return letter_value(printed, pack)
    if how == "roman":
        return roman_value(printed)
    if how == "ordinals":
        return pack.ordinals.get(printed)
    return pack.numerals.get(printed)


def letter_value(printed: str, pack: LanguagePack) -> int | None:
    """The place of a letter label: "c" is 3, "aa" 27; look-alikes of another script count as meant."""
    letters = [fold_with_offsets(letter)[0] for letter in pack.letters]
    printed = "".join(pack.look_alikes.get(letter, letter) for letter in printed)
    if len(set(printed)) != 1 or printed[0] not in letters:
        return None
    return letters.index(printed[0]) + 1 + len(letters) * (len(printed) - 1)


def roman_value(printed: str) -> int | None:
    """The value of a Roman numeral in lower case; None where the letters make none ("iiii" does not)."""
    values = [ROMAN.get(letter, 0) for letter in printed]
    if not values or 0 in values:
        return None
    total = sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )
    return total if roman_numeral(total) == printed else None


def roman_numeral(value: int) -> str:
    """The lower-case Roman numeral of a number from 1 to 399."""
    numeral = ""
    for size, sign in (
        (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")
    ):  # fmt: skip
        while value >= size:
            numeral += sign
            value -= size
    return numeral


def find_headings(text: FoldedText, pack: LanguagePack) -> list[Heading]:
    """Headings that open a region; in a text with lines a heading fills its line or opens it."""
    headings: list[Heading] = []
    for cue in pack.cues("structure_heading"):
        where = cue.data.get("where", "line")
        if where == "flow" and not text.flowing or where in ("line", "line start") and text.flowing:
            continue
        if where in ("line", "line start"):
            headings += _line_headings(text, cue, whole=where == "line")
            continue
        for match in cue.pattern.finditer(text.folded):
            # Without lines a capital is all that tells "Decision 3/2" from "in its decision 3/2".
            if not cue.data.get("capital") or text.text[text.back(match.start())].isupper():
                headings.append(Heading(match.start(), match.end(), cue.value))
    headings.sort(key=lambda heading: (heading.start, -heading.end))
    return headings


def find_footnotes(text: FoldedText) -> list[Heading]:
    """The blocks of footnotes, which `clean` leaves between two form feeds."""
    return [
        Heading(
            bisect_left(text.offsets, match.start()),
            bisect_left(text.offsets, match.end()),
            "footnotes",
        )
        for match in FOOTNOTES.finditer(text.text)
    ]


def _line_headings(text: FoldedText, cue: Cue, whole: bool) -> Iterator[Heading]:
    """Where a cue opens a line, or fills it; never beyond its end, for a list may begin below."""
    for line in text.line_starts:
        start, end = text.line_at(line)
        match = cue.pattern.match(text.folded, start, end)
        if match is None:
            continue
        rest = text.folded[match.end() : end].strip()
        if whole and rest.strip(" .:,،*"):
            continue
        if not whole and rest and rest[0] not in BEFORE_TITLE:
            continue  # a sentence that begins with the name of an act
        yield Heading(match.start(), match.end(), cue.value, match.groupdict().get("value"))
