"""`mandates outline`: the structure seen in a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from commands.layout.terminal import Output, table, write_json
from commands.options import given_options, json_option
from graph.model.naming import shortened
from ingest.packs import load_packs
from ingest.reading import outline_document
from ingest.reading.formats import open_source
from ingest.records import Given, Outline, Paragraph

SHOWN = 100  # characters of a paragraph


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@given_options
@json_option
def command(
    file: Path,
    symbol: str | None,
    language: str | None,
    body: str | None,
    ocr: bool,
    as_json: bool,
) -> None:
    """The structure seen in a FILE: chapters, acts, paragraphs with part and label.

    With --json a line for every paragraph; offsets count characters of the file.

    \b
    Example:
      mandates outline data/CTOC_COP_2006_14.digest.ar.txt
      mandates outline data/CTOC_COP_2006_14.digest.ar.txt --json
    """
    outline = outline_document(open_source(file), load_packs(), Given(symbol, language, body, ocr))
    if as_json:
        for paragraph in outline.paragraphs:
            write_json(in_file(outline, paragraph))
    else:
        Output().print(
            table("part", "label", "act", "", rows=_rows(outline), header_style="dim"),
            Text(
                f"{outline.understood:.0%} of the text has a place in this structure", style="dim"
            ),
            sep="\n",
        )


def in_file(outline: Outline, paragraph: Paragraph) -> dict[str, Any]:
    """A paragraph as JSON: its place in the file (a half-open range), what it is, and its text."""
    spans = outline.text.spans(paragraph.start, paragraph.end)
    return {
        "start": min((start for start, _ in spans), default=None),
        "end": max((end for _, end in spans), default=None),
        "part": paragraph.part,
        "label": paragraph.label,
        "act": paragraph.act,
        "text": outline.text.repaired[paragraph.start : paragraph.end],
    }


def _rows(outline: Outline) -> Iterable[tuple[str | Text, ...]]:
    for paragraph in outline.paragraphs:
        text = shortened(outline.text.repaired[paragraph.start : paragraph.end], SHOWN)
        bold = "bold" if paragraph.part == "heading" else ""
        yield paragraph.part, paragraph.label or "", paragraph.act or "", Text(text, style=bold)
