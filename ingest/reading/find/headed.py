"""Acts listed below a heading that says what they are: "General Assembly resolutions", then "66/288"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ingest.cues import Cue
from ingest.reading.find.context import Named
from ingest.reading.find.numbering import ACT_NUMBER, Numbering
from ingest.reading.find.view import View
from ingest.records import Mention

LINE = re.compile(r"[^\n]+")
LONGEST_HEADING = 100  # characters; what is longer is a sentence
# The first cell of a row, with the bars of a table or the tab of a list.
CELL = re.compile(r"[|\s]*(?P<cell>[^|\t\n]+?)\s*(?:[|\t]|$)")
BETWEEN = re.compile(r"[\s;,،؛、；]*")  # noqa: RUF001  (the separators of six languages)
KINDS = {"decision": "dec", "resolution": "res"}


class HeadedActs:
    """Finds acts in lists whose heading alone says of which organ and kind they are.

    Lists of legislative mandates in programme budgets are so: numbers in a table, none of which has
    a word before it.
    """

    def __init__(self, cues: Sequence[Cue], numbering: Numbering) -> None:
        self.cues, self.numbering = cues, numbering

    def find(self, view: View, bodies: Named) -> Iterator[Mention]:
        """The acts below such headings, until a line that is neither of the list nor empty."""
        heading: tuple[str, list[str] | None] | None = None
        for line in LINE.finditer(view.text):
            words = line[0].strip("|\t \r")
            numbers = self._numbers(line[0]) if heading else None
            if numbers and heading:
                yield from self._mentions(line.start(), numbers, heading, view)
            elif words:
                heading = self._heading(words, line, view, bodies) or (
                    heading if heading and line[0].lstrip().startswith("|") else None
                )

    def _heading(
        self, words: str, line: re.Match[str], view: View, bodies: Named
    ) -> tuple[str, list[str] | None] | None:
        """Kind of act and slugs of the organ, if a line is a heading of acts."""
        if len(words) > LONGEST_HEADING or any(map(str.isdecimal, words)):
            return None
        start, end = (bisect_left(view.offsets, place) for place in line.span())
        for cue in self.cues:
            if cue.pattern.search(view.folded, start, end):
                owners = [
                    id.removeprefix("body:")
                    for mention in bodies.before(end, start)
                    for id in ([mention.target] if mention.target else mention.candidates)
                    if id
                ]
                return KINDS[cue.value], owners or None
        return None

    def _numbers(self, line: str) -> list[tuple[str, int, int]]:
        """The numbers that the first cell of a row consists of; none if it says more."""
        cell = CELL.match(line)
        if cell is None or BETWEEN.fullmatch(ACT_NUMBER.sub("", cell["cell"])) is None:
            return []
        start = cell.start("cell")
        return [
            (match[0], start + match.start(), start + match.end())
            for match in ACT_NUMBER.finditer(cell["cell"])
        ]

    def _mentions(
        self,
        line: int,
        numbers: Sequence[tuple[str, int, int]],
        heading: tuple[str, list[str] | None],
        view: View,
    ) -> Iterator[Mention]:
        act, owners = heading
        for number, start, end in numbers:
            begins, ends = (bisect_left(view.offsets, line + place) for place in (start, end))
            ids = self.numbering.ids(act, number, owners)
            target = ids[0] if len(ids) == 1 else None
            candidates = () if target else tuple(ids)
            marks = {} if target else {"act": act, "number": number}
            yield Mention(
                "decision",
                begins,
                ends,
                "",
                target,
                candidates,
                properties=marks,
                rule="number below a heading of acts",
            )
