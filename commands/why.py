"""`mandates why`: where an agenda item, a document or a working group came from."""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.console import RenderableType
from rich.text import Text

from commands.layout.answers import Layout
from commands.layout.terminal import Output, Prose, indented, write_json
from commands.options import (
    asked,
    body_option,
    depth_option,
    full_option,
    json_option,
    language_option,
    name_argument,
    store_option,
)
from graph.model.naming import full_name_of
from graph.questions import Why, resolve_name, to_plain, why


@click.command()
@name_argument
@depth_option(3, "Steps to go back.")
@full_option
@body_option
@language_option
@json_option
@store_option
def command(
    name: tuple[str, ...],
    depth: int,
    full: bool,
    body: str | None,
    language: str,
    as_json: bool,
    url: str,
) -> None:
    """Where an agenda item or a document came from, step by step backwards, with evidence.

    NAME may begin with what it is: item '4/2(c)', document CTOC/COP/2008/4.

    \b
    Example:
      mandates why item '4/2(c)'
      mandates why CTOC/COP/2008/4
    """
    with asked(url) as store:
        answer = why(store, resolve_name(store, " ".join(name), body), depth)
    if as_json:
        write_json(to_plain(answer))
    else:
        Output().print(*laid_out(answer, Layout(language, full)), sep="\n")


def laid_out(answer: Why, layout: Layout) -> Iterator[RenderableType]:
    """The reasons of a node for reading, each with what lies behind it."""
    yield Prose(full_name_of(answer.node, layout.language), style="bold underline")
    yield Text(answer.node.id, style="dim")
    for node in answer.above:
        yield indented(Prose(f"below {full_name_of(node, layout.language)}", style="dim"))
    yield Text()
    if not answer.reasons:
        yield Text("Nothing in the store says why.")
    yield from layout.steps(answer.reasons)
    if answer.absent:
        yield Text()
        yield from layout.absences(answer.absent)
