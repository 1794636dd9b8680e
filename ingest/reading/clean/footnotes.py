"""Footnotes on a page: which of its lines they are, told by the numbers that run through the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.clean.glyphs import Glyphs

LARGEST_GAP = 3  # notes that were not recognized
REACH = 30  # lines from the foot of a page
_LABEL = re.compile(
    r"\s*(?:\d{1,3}[.)]|\d{1,3} ?-|\(\w{1,5}\)|[a-z]{1,5}\)|[IVXLivxl]{1,6}\.|[A-Z]\.)(?=\s|$)"
)
_NUMBER = re.compile(r"\s*(?P<number>\d{1,3})(?=\s*$| +\S)")
_DATE = re.compile(
    r"\s*\d{1,2}\.?(?: de)? [^\W\d_]+\.?(?: de)? \d{4}\b"
)  # "1 December 1997", below an act
_FIGURES = re.compile(r"[\d.,\s]+")
_ASTERISK = re.compile(r"\s*\*{1,3}(?=\s*$|\s+\S)")


def begins_with_label(line: str) -> bool:
    """Whether a line begins with what may be the label of a paragraph, a point or a section."""
    return _LABEL.match(line) is not None


class Footnotes:
    """Parts the pages of a text, in order, into body and footnotes.

    Numbers of notes grow by one, or begin again with 1 in the next act; the first on a page has its
    mark in the text above it ("programme budget,1").
    """

    def __init__(self) -> None:
        self.last = 0

    def parted(self, page: Sequence[Glyphs]) -> tuple[list[Glyphs], list[Glyphs], list[Glyphs]]:
        """The lines of the body of a page, those of its footnotes, and a heading printed below them."""
        printed = [place for place, line in enumerate(page) if line.chars.strip()][-REACH:]
        start = next((place for place in printed if self._begins(page, place)), None)
        if start is None:
            return list(page), [], []
        body, notes = self._from(page, start)
        while notes and not notes[-1].chars.strip():
            notes.pop()
        below = [notes.pop()] if _is_heading(notes) else []
        return body, notes, below

    def _begins(self, page: Sequence[Glyphs], place: int) -> bool:
        line = page[place].chars
        body = "".join(before.chars for before in page[:place])
        if _ASTERISK.match(line):
            return re.search(r"[\w.,;:)]\*+(?!\w)", body) is not None
        match = self._number(line)
        if not match or self._in_table(page[place:]):
            return False
        if self.last and line.strip() == str(self.last + 1):
            return True  # its mark may stand behind a digit: "FCCC/SB/2011/INF.14;"
        mark = rf"(?<=[^\W\d_]|[.,;:)\]”’\"»]){match['number']}(?![\w/])"
        return re.search(mark, body) is not None

    def _in_table(self, lines: Sequence[Glyphs]) -> bool:
        """Whether figures stand below that number no notes: "33.83", "108", the same one twice."""
        figures = [line.chars.strip() for line in lines if _FIGURES.fullmatch(line.chars)]
        figures = [figure for figure in figures if figure]
        most = self.last + REACH
        return len(set(figures)) < len(figures) or any(
            not figure.isdecimal() or int(figure) > most for figure in figures
        )

    def _number(self, line: str) -> re.Match[str] | None:
        """The number with which a line begins, if a note may have it now."""
        match = _NUMBER.match(line)
        if not match or begins_with_label(line) or _DATE.match(line):
            return None
        number = int(match["number"])
        return match if number == 1 or self.last < number <= self.last + LARGEST_GAP else None

    def _from(self, page: Sequence[Glyphs], start: int) -> tuple[list[Glyphs], list[Glyphs]]:
        """Body and notes where the first note begins at a line.

        Extraction may put the number of a note before the last points of the body: a label, and the
        words beside or below it, are none of a note's.
        """
        body, notes = list(page[:start]), []
        waits = bool(body) and _label_alone(_last(body))
        inside = False
        for line in page[start:]:
            printed = line.chars.strip()
            match = _NUMBER.match(line.chars)
            if (
                match
                and int(match["number"]) in (self.last + 1, 1)
                and not begins_with_label(line.chars)
            ):
                self.last, inside = int(match["number"]), False
                notes.append(line)
                continue
            if not printed:
                inside = inside and waits
                (body if inside else notes).append(line)
                continue
            if waits or begins_with_label(line.chars):
                inside, waits = True, _label_alone(printed)
            (body if inside else notes).append(line)
        return body, notes


def _is_heading(notes: Sequence[Glyphs]) -> bool:
    """Whether the last line stands behind a finished note and ends no sentence itself ("Decision 3/2")."""
    printed = [line.chars.strip() for line in notes if line.chars.strip()]
    return (
        len(printed) > 1
        and printed[-2].endswith(".")
        and printed[-1][-1].isalnum()
        and (not printed[-1].isdecimal())
    )


def _last(lines: Sequence[Glyphs]) -> str:
    return next((line.chars.strip() for line in reversed(lines) if line.chars.strip()), "")


def _label_alone(printed: str) -> bool:
    return begins_with_label(printed) and len(printed.split()) == 1
