"""`mandates picture`: what a decision led to, as one self-contained page or as a drawing."""

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
from graph.questions import Chain, Trace, chain, resolve_name, trace
from graph.questions.standing import standing
from graph.stores import Store
from views.parts.chain_svg import trace_svg
from views.parts.names import Names, designations
from views.parts.picture import chain_page
from views.parts.wording import wording_for


def _page(store: Store, answer: Trace, laid_out: Chain, names: Names) -> str:
    return chain_page(answer, laid_out, names)


def _drawing(store: Store, answer: Trace, laid_out: Chain, names: Names) -> str:
    stands = standing(store, laid_out.nodes, names.wording.language)
    return trace_svg(answer, laid_out, stands, names)


WRITTEN = {".html": _page, ".svg": _drawing}  # by the ending of the file's name


@click.command()
@name_argument
@click.option(
    "-o",
    "--out",
    "file",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write: a page (.html) or a drawing (.svg).",
)
@depth_option(2, "Steps from a provision.")
@body_option
@language_option
@store_option
def command(
    name: tuple[str, ...], file: Path, depth: int, body: str | None, language: str, url: str
) -> None:
    """What a decision or a provision led to, in one file that needs no network.

    The ending of its name says what it is: a page with picture and table (.html), or a drawing for
    print and for drawing programs (.svg), whose boxes and arrows link to the official texts.

    \b
    Example:
      mandates picture 3/2 -o chain.html
      mandates picture '3/2#r' -o chain.svg --lang ar
    """
    if file.suffix.lower() not in WRITTEN:
        raise click.UsageError(f"{file}: name a file that ends in {' or '.join(WRITTEN)}")
    with asked(url) as store:
        answer = trace(store, resolve_name(store, " ".join(name), body), depth)
        laid_out = chain(store, answer)
        bodies = {body.id: body for body in store.nodes("body")}
        names = Names(wording_for(language), designations(laid_out.nodes), bodies)
        drawn = WRITTEN[file.suffix.lower()](store, answer, laid_out, names)
    try:
        file.write_text(drawn, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{file}: cannot be written: {error.strerror}") from error
    say(f"{file}: written")
