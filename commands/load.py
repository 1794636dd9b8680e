"""`mandates load`: a store copied into Neo4j."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TaskID

from commands.layout.terminal import Output, say, write_json
from commands.options import json_option, password_prompt
from graph.model.errors import StoreError
from graph.stores import DEFAULT_URL, open_store
from graph.stores.neo4j.address import EXAMPLE, address_of, is_address

if TYPE_CHECKING:
    from graph.loading import Loaded


@click.command()
@click.argument("target", metavar="URL", envvar="NEO4J_URI")
@click.option(
    "--from",
    "source",
    metavar="URL",
    default=DEFAULT_URL,
    envvar="MANDATES_STORE",
    show_default=True,
    show_envvar=True,
    help="The store to copy.",
)
@json_option
def command(target: str, source: str, as_json: bool) -> None:
    """Copy a store into a Neo4j database, in place of what an earlier load put there.

    The user's name and password come from NEO4J_USERNAME and NEO4J_PASSWORD (a password that is not
    set is asked for), the address from NEO4J_URI if none is given, the database from the end of
    the address or NEO4J_DATABASE. It may be stopped at any moment: the same command goes on.

    \b
    Example:
      mandates load neo4j://localhost:7687
      mandates load neo4j+s://example.org/mandates --from sqlite:///reports.sqlite
    """
    if not is_address(target):
        raise click.UsageError(f"{target}: not the address of a Neo4j database, like {EXAMPLE}")
    try:
        # Only who uses Neo4j needs its driver: the help, and every other command, does without.
        from graph.loading import load
        from graph.stores.neo4j.connection import Connection
    except ModuleNotFoundError as error:
        remedy = "install it with `pip install 'mandates[neo4j]'`"
        raise StoreError(f"{target}: {error.name} is not installed; {remedy}") from error
    prompt = password_prompt()
    with open_store(source, create=False, prompt=prompt) as store:
        connection = Connection(address_of(target, prompt))
        errors = Console(stderr=True)
        columns = (*Progress.get_default_columns(), MofNCompleteColumn())
        bar = Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal)
        tasks: dict[str, TaskID] = {}

        def progress(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        with bar:
            loaded = load(store, connection, progress)
    if as_json:
        write_json({"source": source, "target": target, **_summary(loaded)})
    else:
        graph = loaded.holds.graph
        Output().print(f"{graph.nodes} nodes, {graph.edges} relations, content {graph.hash}")
        if loaded.dropped:
            say(f"{loaded.dropped} nodes and relations that the source no longer has were dropped")


def _summary(loaded: Loaded) -> dict[str, object]:
    beside = loaded.holds.beside
    return {
        "load": loaded.name,
        **asdict(loaded.holds.graph),
        "dropped": loaded.dropped,
        "beside": dict(beside),
    }
