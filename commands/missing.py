"""`mandates missing`: what the graph refers to and the store lacks, most wanted first."""

from __future__ import annotations

from collections.abc import Iterable

import click

from commands.layout.terminal import Output, say, table, write_json
from commands.options import asked, body_option, json_option, language_option, store_option
from graph.model.naming import in_language, shortened
from graph.questions import Missing, missing, to_plain

SHOWN = 90  # characters of a title


@click.command()
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Show at most so many.")
@click.option("--symbols", is_flag=True, help="Symbols only, a line each, for `mandates fetch -`.")
@body_option
@language_option
@json_option
@store_option
def command(
    limit: int | None, symbols: bool, body: str | None, language: str, as_json: bool, url: str
) -> None:
    """Documents and acts that the graph refers to and the store lacks, most wanted first.

    An act of a body that publishes its decisions in reports has no symbol of its own: the report of
    its session is what is missing (see `mandates gaps`).

    \b
    Example:
      mandates missing --limit 20
      mandates missing --body untoc-cop --symbols
    """
    with asked(url) as store:
        found = missing(store, body)
    if symbols:
        found = tuple(one for one in found if one.symbol)
    found = found[:limit]
    if as_json:
        for one in found:
            write_json(to_plain(one))
    elif symbols:
        for one in found:
            click.echo(one.symbol)
    elif found:
        Output().print(table("wanted>", "symbol", "", rows=_rows(found, language)))
    else:
        say("nothing is missing: all that is referred to is here")


def _rows(found: Iterable[Missing], language: str) -> Iterable[tuple[str, str, str]]:
    for one in found:
        title = in_language(one.node.properties.get("title"), language)
        named = one.symbol or one.node.id.partition(":")[2]
        yield str(one.wanted), named, shortened(title, SHOWN)
