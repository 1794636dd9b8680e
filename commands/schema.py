"""`mandates schema`: constraints and indexes of the graph in Neo4j, as the model says them."""

from __future__ import annotations

from pathlib import Path

import click

from commands.layout.terminal import say
from graph.model.errors import ModelError, StoreError
from graph.model.schema import load_model
from graph.model.schema_text import schema_text

FILE = Path("schema.cypher")


@click.command()
@click.option(
    "-o",
    "--out",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it into this file instead of printing it.",
)
@click.option(
    "--check",
    is_flag=True,
    help=f"Write nothing; fail if FILE ({FILE} if none is given) differs from it.",
)
def command(file: Path | None, check: bool) -> None:
    """Constraints and indexes of the graph in Neo4j, with a description of all that is in it.

    It is written from the model alone and needs neither a store nor a server.

    \b
    Example:
      mandates schema
      mandates schema -o schema.cypher
      mandates schema --check
    """
    text = schema_text(load_model())
    if check:
        _compare(file or FILE, text)
    elif file:
        _write(file, text)
    else:
        click.echo(text, nl=False)


def _compare(file: Path, text: str) -> None:
    try:
        written = file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ModelError(f"{file}: cannot be read: {error.strerror}") from error
    if written != text:
        remedy = f"`mandates schema -o {file}` writes it"
        raise ModelError(f"{file}: not what the model says; {remedy}")
    say(f"{file}: what the model says")


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(f"{file}: cannot be written: {error.strerror}") from error
    say(f"{file}: written")
