"""`mandates export`: the graph in the formats of others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from commands.layout.terminal import say
from commands.options import asked, language_option, store_option
from graph.export import differences, export, formats, read_manifest


@click.command()
@click.option(
    "--format",
    "name",
    type=click.Choice(list(formats())),
    help="; ".join(f"{one.name}: {one.says}" for one in formats().values()),
)
@click.option(
    "--out",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Made if it is not there.",
)
@click.option(
    "--check",
    "checked",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write nothing: is every file of this export as its manifest says?",
)
@language_option
@store_option
def command(
    name: str | None, folder: Path | None, checked: Path | None, language: str, url: str
) -> None:
    """Write the graph into files of a folder, and print their names.

    Beside them stands manifest.json: versions, the documents that were read, counts, and the size
    and SHA-256 of every file. --check holds an export against it; the exit status is 1 if a file
    is missing or another.

    \b
    Example:
      mandates export --format jsonl --out graph-as-json
      mandates export --format graphml --lang ar --out for-gephi
      mandates export --check graph-as-json
    """
    if checked and (name or folder):
        raise click.UsageError("--check takes an export as it is: give no --format, no --out")
    if checked:
        check(checked)
        return
    if not name or not folder:
        raise click.UsageError("--format and --out are needed, or --check")
    with asked(url) as store:
        files = export(store, name, folder, language)
    for file in files:
        click.echo(file)
    manifest = read_manifest(folder)
    say(held(manifest))
    for notice in manifest["notices"]:
        say(f"note: {notice}")


def check(folder: Path) -> None:
    """Say which files of an export are not as its manifest says; exit status 1 if any is."""
    manifest = read_manifest(folder)
    found = differences(folder)
    for difference in found:
        say(difference)
    if found:
        click.get_current_context().exit(1)
    number = len(manifest["files"])
    click.echo(f"{folder}: {manifest['format']}, {number} files as written, {held(manifest)}")


def held(manifest: Mapping[str, Any]) -> str:
    """How much an export holds."""
    nodes, edges = (sum(manifest["graph"][kind].values()) for kind in ("nodes", "edges"))
    return f"{nodes} nodes, {edges} edges"
