"""`mandates fetch`: documents by symbol from the official site."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from commands.layout.terminal import say, write_json
from commands.options import json_option
from graph.model.errors import MandatesError, UnreadableDocument
from ingest.packs import load_packs

CACHE = ".fetched.sqlite"
MEGABYTE = 1_000_000


@click.command()
@click.argument("symbols", nargs=-1, required=True, metavar="SYMBOL…")
@click.option(
    "--lang",
    "languages",
    metavar="CODES",
    default="ar,en",
    show_default=True,
    help="In these languages, with a comma between them.",
)
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    default="documents",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the files go; `mandates build FOLDER` reads them.",
)
@click.option(
    "--base",
    metavar="URL",
    envvar="MANDATES_DOCUMENTS_AT",
    default="https://docs.un.org",
    show_default=True,
    show_envvar=True,
    help="The site; language and symbol follow.",
)
@click.option(
    "--largest",
    metavar="MB",
    default=100,
    show_default=True,
    type=click.IntRange(1),
    help="Refuse what is larger.",
)
@json_option
def command(
    symbols: tuple[str, ...],
    languages: str,
    folder: Path,
    base: str,
    largest: int,
    as_json: bool,
) -> None:
    """Get documents by SYMBOL, or by the first word of every line of standard input (-).

    Word goes before PDF where the site offers it. One request a second, and nothing but the document
    asked for; what was fetched before is asked for again only if it changed. A document that cannot
    be had is named at the end, and the others are fetched all the same.

    \b
    Example:
      mandates fetch CTOC/COP/2008/2 A/RES/55/25 --lang ar,en
      mandates missing --limit 10 --symbols | mandates fetch - --lang ar
    """
    codes = [code for code in languages.replace(" ", "").split(",") if code]
    packs = load_packs()
    if unknown := [code for code in codes if code not in packs.languages] or not codes:
        known = ", ".join(packs.languages)
        raise click.UsageError(f"--lang {languages}: {unknown} is no language; there are {known}")
    try:
        # Only who fetches needs an HTTP client: every other command does without.
        from ingest.fetching import Site, SiteClient, keep
    except ModuleNotFoundError as error:
        remedy = "install it with `pip install 'mandates[fetch]'`"
        raise UnreadableDocument(f"fetch: {error.name} is not installed; {remedy}") from error
    site = Site(base=base, largest=largest * MEGABYTE)
    failed: list[str] = []
    with SiteClient(site, folder / CACHE) as client:
        for symbol in _listed(symbols):
            for code in codes:
                try:
                    path = keep(client.document(symbol, code), symbol, code, folder, packs)
                except MandatesError as error:
                    failed.append(str(error))
                    continue
                if as_json:
                    write_json({"symbol": symbol, "language": code, "file": str(path)})
                else:
                    click.echo(path)
    for reason in failed:
        say(reason)
    if failed:
        raise SystemExit(1)


def _listed(symbols: Iterable[str]) -> Iterator[str]:
    """The symbols, each once; `-` stands for the first words of the lines of standard input."""
    named: dict[str, None] = {}
    for symbol in symbols:
        lines = sys.stdin if symbol == "-" else (symbol,)
        for line in lines:
            if word := line.strip() if symbol != "-" else next(iter(line.split()), ""):
                named[word] = None
    yield from named
