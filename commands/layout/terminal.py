"""Terminal output laid out for reading, right-to-left text included.

Terminals that know the bidirectional algorithm see a line as left-to-right; Arabic within it drags
brackets, numbers and the borders of tables along, unless it is isolated. A line that is broken into
several needs that on each of them.
"""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable
from typing import Any

import click
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

RIGHT_TO_LEFT, END = "\u2067", "\u2069"  # an isolate that reads right to left, and its end
MARK = "reads from the right"  # a style that looks like nothing
RUN = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
    r"(?:[^A-Za-z\u0370-\u058f\u3000-\u9fff\n]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])?"
)


class Output(Console):
    """Standard output for a reader. Not cut to 80 columns where nobody looks at a terminal."""

    def __init__(self) -> None:
        width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 100
        super().__init__(highlight=False, soft_wrap=False, width=width)

    def print(self, *objects: Any, **look: Any) -> None:
        """As Rich prints; where nobody looks at a terminal, without the blanks behind lines."""
        if self.is_terminal:
            super().print(*objects, **look)
            return
        with self.capture() as printed:
            super().print(*objects, **look)
        lines = printed.get().split("\n")
        click.echo("\n".join(line.rstrip(" ") for line in lines), nl=False)

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError  # the group of commands knows what to do


class Prose:
    """Text of any direction, broken into lines each of which is isolated where it must be."""

    def __init__(self, text: Text | str, style: str = "") -> None:
        self._text = Text(text, style=style) if isinstance(text, str) else text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in marked(self._text).wrap(console, max(1, options.max_width)):
            line.rstrip()
            yield isolated(line)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self._text)


def reads_from_right(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that is written from right to left."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return False
            case "R" | "AL":
                return True
    return False


def marked(text: Text) -> Text:
    """A text with marks on what reads from the right: its runs, or the whole if it starts so."""
    plain = text.plain
    runs = [(0, len(plain))] if reads_from_right(plain) else [r.span() for r in RUN.finditer(plain)]
    text = text.copy()
    for start, end in runs:
        text.stylize(MARK, start, end)
    return text


def isolated(line: Text) -> Text:
    """A line of a marked text with its marked runs isolated; styles stay in place."""
    runs = sorted((span.start, span.end) for span in line.spans if span.style == MARK)
    line.spans = [span for span in line.spans if span.style != MARK]
    ends = [min(place, len(line)) for run in runs for place in run]
    signs = [sign for _ in runs for sign in (RIGHT_TO_LEFT, END)]
    pieces = line.divide(ends)
    return Text.assemble(
        *(part for piece, sign in zip(pieces, [*signs, ""], strict=True) for part in (piece, sign))
    )


def table(*columns: str, rows: Iterable[Iterable[RenderableType | None]], **look: Any) -> Table:
    """A table without vertical lines; a column whose heading ends in `>` is set to the right."""
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), title_justify="left", **look)
    for column in columns:
        drawn.add_column(
            column.removesuffix(">"), justify="right" if column.endswith(">") else "left"
        )
    for row in rows:
        drawn.add_row(*(Prose(cell) if isinstance(cell, str | Text) else cell for cell in row))
    return drawn


class Indented:
    """Content some columns to the right, without blanks behind it."""

    def __init__(self, content: RenderableType, columns: int) -> None:
        self._content = Prose(content) if isinstance(content, str | Text) else content
        self._columns = columns

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        inner = options.update_width(max(1, options.max_width - self._columns))
        for line in console.render_lines(self._content, inner, pad=False):
            yield Segment(" " * self._columns)
            yield from line
            yield Segment.line()


def indented(content: RenderableType, columns: int = 2) -> Indented:
    """Content some columns to the right."""
    return Indented(content, columns)


def say(message: str) -> None:
    """A message to the user, on standard error."""
    click.echo(message, err=True)


def write_json(value: Any) -> None:
    """One JSON value on standard output, on a line of its own."""
    click.echo(json.dumps(value, ensure_ascii=False))
