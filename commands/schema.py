"""`mandates schema`: the model as statements for Neo4j, or as the page of the documentation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from commands.layout.terminal import say
from graph.model.errors import ModelError, StoreError
from graph.model.schema import Model, load_model
from graph.model.schema_page import model_page
from graph.model.schema_text import schema_text

# A form: where the checkout keeps it, and what writes it.
FORMS: Mapping[str, tuple[Path, Callable[[Model], str]]] = MappingProxyType(
    {
        "cypher": (Path("schema.cypher"), schema_text),
        "markdown": (Path("docs", "reference", "model.md"), model_page),
    }
)


@click.command()
@click.option(
    "--form",
    type=click.Choice(tuple(FORMS)),
    default="cypher",
    show_default=True,
    help="Statements for Neo4j, or a page to read.",
)
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
    help="Write nothing; fail if FILE differs from it (if none is given: the checkout's own).",
)
def command(form: str, file: Path | None, check: bool) -> None:
    """Constraints and indexes of the graph in Neo4j, with a description of all that is in it.

    It is written from the model alone and needs neither a store nor a server. `--form markdown` is
    the model as a page of the documentation.

    \b
    Example:
      mandates schema
      mandates schema -o schema.cypher
      mandates schema --check
      mandates schema --form markdown -o model.md
    """
    kept, written = FORMS[form]
    text = written(load_model())
    if check:
        _compare(file or kept, text, form)
    elif file:
        _write(file, text)
    else:
        click.echo(text, nl=False)


def _compare(file: Path, text: str, form: str) -> None:
    try:
        written = file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ModelError(f"{file}: cannot be read: {error.strerror}") from error
    if written != text:
        said = "" if form == "cypher" else f"--form {form} "
        remedy = f"`mandates schema {said}-o {file}` writes it"
        raise ModelError(f"{file}: not what the model says; {remedy}")
    say(f"{file}: what the model says")


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(f"{file}: cannot be written: {error.strerror}") from error
    say(f"{file}: written")
