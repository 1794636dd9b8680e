"""Composing: from the glyphs of all pages to one text, in which every line knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.reading.formats.pdf.columns import Column, columns_of
from ingest.reading.formats.pdf.footnotes import (
    main_size,
    mark_of,
    part_notes,
    without_calls,
    without_mark,
)
from ingest.reading.formats.pdf.furniture import without_furniture
from ingest.reading.formats.pdf.hyphenation import is_one_word
from ingest.reading.formats.pdf.opening import Page
from ingest.reading.formats.pdf.paragraphs import Line, lines_of, paragraphs_of
from ingest.reading.formats.pdf.rows import Row, rows_of
from ingest.reading.formats.written import NOTES
from ingest.records import Place

HYPHENS = ("-", "\u2010", "\u00ad")
OPENING = ("(", "[", "«")
DASHES = ("–", "—", "/")


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of a document, and where its lines stand."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark, where that was set apart from its words, and its lines."""

    mark: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a page's text, and its footnotes: each with the line that calls it, if one does."""

    lines: tuple[Line, ...]
    notes: tuple[tuple[Line | None, Note], ...]


def composed(pages: Sequence[Page]) -> tuple[Composed, int]:
    """The text of the pages, and how many heads, feet and numbers of pages were left out."""
    rows, dropped = without_furniture(
        [rows_of(page.glyphs) for page in pages], [page.size for page in pages]
    )
    bodies = [_body(page.number, of_page) for page, of_page in zip(pages, rows, strict=True)]
    lines = [line for body in bodies for line in body.lines]
    text = Composer(lines)
    notes = _called(bodies)
    waiting: list[Note] = list(notes.get(None, ()))
    for paragraph in paragraphs_of(lines):
        text.add(paragraph)
        waiting += [note for line in paragraph for note in notes.get(id(line), ())]
        text.add_notes(waiting)
        waiting = []
    text.add_notes(waiting)
    return text.composed(), dropped


def _body(number: int, rows: Sequence[Row]) -> Body:
    size = main_size(rows)
    lines: list[Line] = []
    notes: list[tuple[Line | None, Note]] = []
    for column in columns_of(rows):
        column, small = part_notes(column, size)
        marked = _by_mark(small)
        marks = {mark for mark, _ in marked}
        plain = Column(
            tuple(without_calls(row, marks) for row in column.rows), column.left, column.right
        )
        written = lines_of(plain, number)
        for mark, note in marked:
            plain_note = (without_mark(note[0]), *note[1:])
            noted = tuple(lines_of(Column(plain_note, column.left, column.right), number))
            caller = next(
                (
                    line
                    for line, row in zip(written, column.rows, strict=True)
                    if _calls(row, line, mark)
                ),
                written[-1] if written else None,
            )
            bare = plain_note[0] is not note[0] and plain_note[0].words != note[0].words
            notes.append((caller, Note(f"{mark} " if bare else "", noted)))
        lines += written
    return Body(tuple(lines), tuple(notes))


def _by_mark(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    notes: list[tuple[str, list[Row]]] = []
    for row in rows:
        mark = mark_of(row)
        if mark is not None or not notes:
            notes.append((mark or "", [row]))
        else:
            notes[-1][1].append(row)
    return notes


def _calls(row: Row, line: Line, mark: str) -> bool:
    """Whether the mark was taken out of a row, or stands in it as an asterisk."""
    if mark.startswith("*"):
        return re.search(rf"(?<!\*){re.escape(mark)}(?!\*)", row.text) is not None
    return row is not line.row and len(row.text) > len(line.row.text) and mark in row.text


def _called(bodies: Sequence[Body]) -> dict[int | None, list[Note]]:
    called: dict[int | None, list[Note]] = {}
    last: Line | None = None
    for body in bodies:
        last = body.lines[-1] if body.lines else last
        for caller, note in body.notes:
            line = caller or last
            called.setdefault(id(line) if line else None, []).append(note)
    return called


class Composer:
    """Writes paragraphs one after the other, and notes where each line comes to stand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.pieces: list[str] = []
        self.places: list[Place] = []
        self.length = 0
        self.words = frozenset(
            word for line in lines for word in re.findall(r"[\w-]+", line.text.casefold())
        )

    def add(self, paragraph: Sequence[Line]) -> None:
        """Write a paragraph and end it."""
        for place, line in enumerate(paragraph):
            text = " ".join(line.text.split(" ")).strip()
            following = paragraph[place + 1].text.strip() if place + 1 < len(paragraph) else None
            self._write(line, *self._joined(text, following))
        self._append("\n")

    def add_notes(self, notes: Sequence[Note]) -> None:
        """Write a block of footnotes, a line each."""
        if not notes:
            return
        self._append(NOTES)
        for note in notes:
            self._append(note.mark)
            self.add(note.lines)
        self._append(f"{NOTES}\n")

    def composed(self) -> Composed:
        """What was written."""
        return Composed("".join(self.pieces), tuple(self.places))

    def _joined(self, text: str, following: str | None) -> tuple[str, str]:
        """A line and what parts it from the next one of its paragraph."""
        if following is None:
            return text, ""
        if (
            text.endswith(HYPHENS)
            and len(text) > 1
            and text[-2].isalpha()
            and following[:1].islower()
        ):
            return (text if self._hyphen_stays(text, following) else text[:-1]), ""
        if text.endswith((*HYPHENS, *DASHES)) and len(text) > 1 and not text[-2].isspace():
            return text, ""
        return text, "" if text.endswith(OPENING) else " "

    def _hyphen_stays(self, text: str, following: str) -> bool:
        """Whether a word is written with its hyphen: as the text has it elsewhere, else as others do."""
        if text.endswith("\u00ad"):
            return False
        head = re.split(r"\W", text[:-1].casefold())[-1]
        rest = re.split(r"\W", following.casefold())[0]
        if f"{head}-{rest}" in self.words or f"{head}{rest}" in self.words:
            return f"{head}-{rest}" in self.words
        return not is_one_word(head, rest)

    def _write(self, line: Line, text: str, behind: str) -> None:
        if text:
            box = line.row.box
            start, end = self.length, self.length + len(text)
            self.places.append(Place(start, end, line.page, box))
        self._append(text + behind)

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
