"""`mandates export`: the graph in the formats of others."""

from __future__ import annotations

from pathlib import Path

import click

from commands.layout.terminal import say
from commands.options import asked, store_option
from graph.export import export, formats


@click.command()
@click.option(
    "--format",
    "name",
    required=True,
    type=click.Choice(list(formats())),
    help="; ".join(f"{one.name}: {one.says}" for one in formats().values()),
)
@click.option(
    "--out",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Made if it is not there.",
)
@store_option
def command(name: str, folder: Path, url: str) -> None:
    """Write the graph into files of a folder, and print their names.

    \b
    Example:
      mandates export --format jsonl --out graph-as-json
    """
    with asked(url) as store:
        files = export(store, name, folder)
        counts = store.manifest().get("counts", {})
    for file in files:
        click.echo(file)
    if counts:
        say(f"{counts['nodes']} nodes, {counts['edges']} edges")
