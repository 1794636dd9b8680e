"""Numbers in lists: "3 (d) and 4", "12, 13 and 18", "29 to 32", "2 (b) `3` to `6`"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.packs import LanguagePack
from ingest.reading.find.view import View
from ingest.reading.segment.markers import letter_value, roman_value
from ingest.reading.segment.nesting import letter_name

QUOTES = "`'‘’‛\"“”«»"
LONGEST_RANGE = 60
# "(تسليم المجرمين)": the title of an article or decision, put behind its number.
TITLE_IN_BRACKETS = r"(?:\s*\((?=[^()]{4})[^\d()][^()]{3,160}\))?"
# French, Spanish and Russian close the bracket of a letter without having opened it: "19 f)", "a) et b)",
# «5 а)» in either script.
HALF_OPEN = r"(?<!\w)(?:[a-zа-я]{1,2}|[ivx]{1,5})\)"
# Chinese counts articles in words: «第五十一条».
IN_WORDS = "[一二三四五六七八九十百零]{1,6}"
# Treaties number their articles in Roman numerals as well: "article VI of the Treaty"; the I before a
# longer word is none ("the articles I mentioned").
ROMAN_NUMBER = r"(?!I\s(?!and\b|del\b)[a-z]{3})[IVX]{1,6}(?!\w)"
BELOW_NUMBER = (
    rf"(?P<below>(?:\s*\(\s*[^\W\d_]{{1,4}}\s*\)|\s*{HALF_OPEN}"
    rf"|\s*[{QUOTES}]\s*\d{{1,2}}\s*[{QUOTES}])*)"
)
NO_NUMBER_GOES_ON = r"(?![/%:]\d|[.,]\d|[A-Za-z0-9_])"
# "items 9 (b) and 12 (a–c)": several letters in one bracket; "agenda item 7a": a letter without any.
LETTERS = re.compile(r"\s*\(\s*(?P<first>[a-z])\s*[-–]\s*(?P<last>[a-z])\s*\)")
TIGHT = re.compile(r"(?P<number>\d{1,3})(?P<letter>[a-z])(?!\w)")
BELOW = re.compile(
    rf"(?:\(\s*|(?={HALF_OPEN}))(?P<letter>[^\W\d_]{{1,4}})\s*\)|[{QUOTES}]\s*(?P<point>\d{{1,2}})"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label and its path: "2 (b) `3`" is ("2", "b", "3"), "(c)" is ("", "c")."""

    start: int
    end: int
    path: tuple[str, ...]

    @property
    def bracketed(self) -> str:
        """As articles and agenda items write it: 2(b)(3)."""
        first, *rest = self.path
        return first + "".join(f"({step})" for step in rest)

    @property
    def dotted(self) -> str:
        """As the ids of provisions write it: g.1."""
        return ".".join(step for step in self.path if step)


class ListGrammar:
    """How one language joins the members of a list; its words `joint` and `through`, folded.

    With `articles` the numbers may also be Roman or in words («المادة السادسة», "article premier"), as
    those of articles are; «الفقرة السادسة» of a preamble has no label.
    """

    def __init__(self, pack: LanguagePack, *, articles: bool = False) -> None:
        self.pack = pack
        numbers = [r"\d{1,3}(?!\d)", IN_WORDS]
        if articles:
            numbers += [ROMAN_NUMBER, rf"{pack.word('article_in_words').pattern}(?!\w)"]
        self.label = re.compile(
            rf"(?P<number>{'|'.join(numbers)})?{BELOW_NUMBER}{NO_NUMBER_GOES_ON}"
        )
        self.joint = pack.word("joint")
        self.through = pack.word("through")
        # "resolutions 4/19 on mineral resources and 5/12 on …": another number must follow.
        self.topic = re.compile(
            rf"(?:{pack.word('topic').pattern})(?=(?:{self.joint.pattern})\d{{1,4}}(?:/\d| \(\d))"
        )
        self.aside = re.compile(f"{TITLE_IN_BRACKETS}(?:{pack.word('dated').pattern})?")

    def labels(self, view: View, position: int, *, many: bool, tight: bool = False) -> list[Label]:
        """The labels that begin at `position`; after a head in the singular only points of one number.

        With `tight` a letter may follow its number without brackets.
        """
        labels: list[Label] = []
        open_range = False
        while True:
            match = self.label.match(view.cased, position)
            before = labels[-1].path if labels else ()
            read = self._path(match, before) if match and match[0].strip() else None
            if tight and (close := TIGHT.match(view.cased, position)):
                match, read = close, ((close["number"], close["letter"]), close.end())
            if match is None or read is None:
                return labels
            path, end = read
            if labels and path[0] and not (many or open_range):
                return labels
            if labels and not path[0]:
                path = _inherit(before, path)
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            if open_range:
                labels += _between(labels[-1], path, start, end)
            labels.append(Label(start, end, path))
            if path[-1].isdecimal() and (letters := LETTERS.match(view.cased, end)):
                end = letters.end()
                labels[-1:] = [
                    Label(start, end, (*path, chr(letter)))
                    for letter in range(ord(letters["first"]), ord(letters["last"]) + 1)
                ]
            joined = self._joined(view, end)
            if joined is None:
                return labels
            position, open_range = joined

    def _joined(self, view: View, end: int) -> tuple[int, bool] | None:
        """Where the next member begins and whether "to" stands before it; None at the list's end.

        A title or date may stand aside behind the member: "18 (Mutual legal assistance)", and its
        matter behind that: "24/33 of 27 September 2013 on minorities, 37/5 of …".
        """
        aside = self.aside.match(view.folded, end)
        dated = self.topic.match(view.folded, aside.end()) if aside else None
        ends = (self.topic.match(view.folded, end), dated, aside)
        for after in dict.fromkeys([*(match.end() for match in ends if match), end]):
            if through := self.through.match(view.folded, after):
                return through.end(), True
            if joint := self.joint.match(view.folded, after):
                return joint.end(), False
        return None

    def _path(
        self, match: re.Match[str], before: tuple[str, ...]
    ) -> tuple[tuple[str, ...], int] | None:
        """The path of a label and where it ends; a bracket that holds no label is left to the title."""
        number = match["number"] or ""
        path = [str(self.pack.ordinals.get(number) or _roman(number) or number)]
        under = before if not path[0] else ()
        end = match.end("number") if match["number"] else match.start()
        for step in BELOW.finditer(match["below"]):
            printed = (step["letter"] or step["point"]).lower()
            value = str(int(printed)) if step["point"] else self._letter(printed, path, under)
            if value is None:
                break
            path.append(value)
            end = match.start("below") + step.end() + (1 if step["point"] else 0)
        return (tuple(path), end) if any(path) else None

    def _letter(self, printed: str, path: list[str], under: tuple[str, ...]) -> str | None:
        """What a letter in brackets stands for.

        (i) alone is the ninth letter; below a letter, or after a point as in "2 (b) (iii) to (vi)",
        it is a point.
        """
        roman = roman_value(printed)
        after_letter = len(path) > 1 and path[-1].isalpha()
        after_point = len(path) == 1 and len(under) > 2 and under[-1].isdecimal()
        if roman is not None and (after_letter or after_point):
            return str(roman)
        if (value := letter_value(printed, self.pack)) is not None:
            return letter_name(value)
        if printed.isascii() and len(set(printed)) == 1 and len(printed) < 3:
            return printed
        return str(roman) if roman is not None else None

    def members(
        self, view: View, position: int, member: re.Pattern[str]
    ) -> Iterator[tuple[re.Match[str], bool]]:
        """The matches of `member` that are joined to a list from `position` on.

        Yields each with whether "to" stands before it (29 to 32).
        """
        joined: tuple[int, bool] | None = (position, False)
        while joined and (match := member.match(view.cased, joined[0])):
            yield match, joined[1]
            joined = self._joined(view, match.end())


def _roman(number: str) -> int | None:
    return roman_value(number.lower()) if number.isascii() and number.isalpha() else None


def _inherit(before: tuple[str, ...], path: tuple[str, ...]) -> tuple[str, ...]:
    """A letter or point alone stands under what the member before it stands under."""
    if path[1].isalpha():
        return before[:1] + path[1:]
    depth = max((place for place, step in enumerate(before) if step.isalpha()), default=0) + 1
    return before[:depth] + path[1:]


def _between(first: Label, last: tuple[str, ...], start: int, end: int) -> list[Label]:
    """What "29 to 32" holds between its ends, standing where its last member stands."""
    if first.path[:-1] != last[:-1]:
        return []
    low, high = first.path[-1], last[-1]
    if low.isdecimal() and high.isdecimal() and 0 < int(high) - int(low) <= LONGEST_RANGE:
        steps = [str(step) for step in range(int(low) + 1, int(high))]
    elif len(low) == len(high) == 1 and low.isalpha() and high.isalpha():
        steps = [chr(step) for step in range(ord(low) + 1, ord(high))]
    else:
        steps = []
    return [Label(start, end, (*last[:-1], step)) for step in steps]
