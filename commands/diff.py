"""`mandates diff`: what came, went and changed between two stores."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from commands.layout.answers import Layout
from commands.layout.differing import laid_out
from commands.layout.terminal import Output, write_json
from commands.options import asked, full_option, json_option, language_option
from graph.export import jsonl
from graph.model.schema import load_model
from graph.questions import difference, to_plain
from graph.stores import Store, open_store


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE",
    type=click.Choice(list(load_model().nodes)),
    help="Nodes of this type only, for instance provision; may be given several times.",
)
@click.option(
    "--relation",
    "relations",
    multiple=True,
    metavar="RELATION",
    type=click.Choice(list(load_model().relations), case_sensitive=False),
    help="Links of this relation only, for instance MANDATES; may be given several times.",
)
@full_option
@click.option(
    "--exit-code", is_flag=True, help="End with status 1 where they differ, as diff does."
)
@language_option
@json_option
def command(
    old: str,
    new: str,
    types: tuple[str, ...],
    relations: tuple[str, ...],
    full: bool,
    exit_code: bool,
    language: str,
    as_json: bool,
) -> None:
    """Which nodes and links came, went or changed between two stores.

    OLD and NEW are files of stores, addresses (neo4j://…), or folders with an export as JSON lines.
    In what order a store holds its graph is no difference; where in its file a sentence stands is
    none either, such links are counted only.

    \b
    Example:
      mandates diff mandates.sqlite reports.sqlite
      mandates diff mandates.sqlite reports.sqlite --relation MANDATES --json
    """
    with _opened(old) as before, _opened(new) as after:
        answer = difference(before, after, *_wanted(types, relations))
    if as_json:
        write_json({"old": old, "new": new, **to_plain(answer)})
    else:
        Output().print(*laid_out(answer, Layout(language, full)), sep="\n")
    if exit_code and answer:
        click.get_current_context().exit(1)


def _wanted(
    types: Collection[str], relations: Collection[str]
) -> tuple[Collection[str] | None, Collection[str] | None]:
    """What is compared: who names types of nodes alone wants no links, and the other way round."""
    return (types, relations) if types or relations else (None, None)


def _opened(name: str) -> AbstractContextManager[Store]:
    folder = Path(name)
    return _exported(folder) if folder.is_dir() else asked(name)


@contextmanager
def _exported(folder: Path) -> Iterator[Store]:
    """An export as JSON lines in a store of its own, for as long as it is asked."""
    graph = jsonl.read(folder)
    with TemporaryDirectory() as place, open_store(str(Path(place) / "old.sqlite")) as store:
        store.write_graph(graph, {"version": "export"})
        yield store
