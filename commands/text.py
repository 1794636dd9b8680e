"""`mandates text`: what the tool reads in a file."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.reading.clean import clean
from ingest.reading.formats import extract, open_source


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--original", is_flag=True, help="As extracted, before any repair.")
def command(file: Path, original: bool) -> None:
    """What the tool reads in a FILE: repaired, or as extracted.

    \b
    Example:
      mandates text data/CTOC_COP_2008_1.digest.ar.txt
      mandates text data/CTOC_COP_2008_1.digest.ar.txt --original
    """
    extracted = extract(open_source(file))
    text = extracted if original else clean(extracted).repaired
    click.echo(text, nl=not text.endswith("\n"))
