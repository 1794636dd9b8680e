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
from collections.abc import Iterable, Mapping
from typing import Any

import click
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from graph.model.ids import label_of
from graph.model.records import Node
from graph.model.schema import load_model

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


def in_language(texts: Mapping[str, str] | None, language: str) -> str:
    """The text in a language, else in English, else in any; empty if there is none."""
    texts = texts or {}
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def name_of(node: Node, language: str, longest: int | None = None) -> str:
    """What a reader calls a node: kind, number or symbol, and title, as far as they are known.

    `longest` is the number of characters to which a title is cut.
    """
    properties = node.properties
    title = in_language(properties.get("title"), language)
    if node.type in ("body", "instrument"):
        title = in_language(properties.get("short_title"), language) or title
    title = shortened(title, longest) if longest else title
    tail = node.id.partition(":")[2]
    kind = in_language(load_model().nodes[node.type].label, language)
    match node.type:
        case "decision":
            resolution = node.id.startswith("res:") and language == "en"
            kind = "resolution" if resolution else kind
            name = f"{kind} {properties.get('designation') or properties.get('symbol') or tail}"
        case "document":
            name = properties.get("symbol") or tail
        case "agenda item":
            name = f"{kind} {node.id.split('/')[1]}/{label_of(node.id)}"
            name += f" (draft in {node.id.partition('@')[2]})" if "@" in node.id else ""
        case "session":
            name = f"{kind} {tail}"
        case "provision":
            return f"{tail.partition('#')[0]} {printed_label(label_of(node.id))}"
        case "article" | "rule":
            name = f"{kind} {tail.rpartition('/')[2]}, {tail.rpartition('/')[0]}"
        case _:
            return title or tail
    return f"{name} · {title}" if title else name


def printed_label(label: str) -> str:
    """A provision's label as print has it: (g) (1) for `g.1`, annex 3 for `annex.3`."""
    annex, _, own = label.partition(".") if label.startswith("annex") else ("", "", label)
    first, *points = own.split(".")
    printed = [first if first.isdecimal() else f"({first})", *(f"({point})" for point in points)]
    return " ".join([annex, *printed] if annex else printed)


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut at a word if it is longer than that many characters."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0] or text[:longest]} …"
