"""`mandates text`: what the tool reads in a file."""

from __future__ import annotations

from pathlib import Path

import click

from commands.layout.terminal import say
from commands.options import ocr_option
from ingest.reading import text_of
from ingest.reading.formats import open_source
from ingest.records import Given


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--original", is_flag=True, help="As extracted, before any repair.")
@click.option("--lang", "language", metavar="CODE", help="The language of a scan.")
@ocr_option
def command(file: Path, original: bool, language: str | None, ocr: bool) -> None:
    """What the tool reads in a FILE: repaired, or as extracted.

    \b
    Example:
      mandates text data/CTOC_COP_2008_1.digest.ar.txt
      mandates text data/CTOC_COP_2008_1.digest.ar.txt --original
    """
    text = text_of(open_source(file), Given(language=language, ocr=ocr))
    for note in text.notes:
        say(f"note: {file}: {note}")
    shown = text.original if original else text.repaired
    click.echo(shown, nl=not shown.endswith("\n"))
