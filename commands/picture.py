"""`mandates picture`: one self-contained page with what a decision led to."""

from __future__ import annotations

from pathlib import Path

import click

from commands.layout.terminal import say
from commands.options import (
    asked,
    body_option,
    depth_option,
    language_option,
    name_argument,
    store_option,
)
from graph.model.errors import StoreError
from graph.questions import chain, resolve_name, trace
from views.parts.picture import chain_page


@click.command()
@name_argument
@click.option(
    "-o",
    "--out",
    "file",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page to write.",
)
@depth_option(2, "Steps from a provision.")
@body_option
@language_option
@store_option
def command(
    name: tuple[str, ...], file: Path, depth: int, body: str | None, language: str, url: str
) -> None:
    """One self-contained page with what a decision or a provision led to; it needs no network.

    \b
    Example:
      mandates picture 3/2 -o chain.html
      mandates picture '3/2#r' -o chain.html --lang ar
    """
    with asked(url) as store:
        answer = trace(store, resolve_name(store, " ".join(name), body), depth)
        page = chain_page(answer, chain(store, answer), language)
    try:
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{file}: cannot be written: {error.strerror}") from error
    say(f"{file}: written")
