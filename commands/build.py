"""`mandates build`: files and folders into a store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from commands.batch.files import Task, absolute, find_files, given_before, read_all, stamp
from commands.layout.built import summary
from commands.layout.terminal import Output, say, write_json
from commands.options import given_options, json_option, store_option
from graph.judgement_files import read_judgements
from graph.model.errors import MandatesError, StoreError
from graph.model.records import Graph
from graph.questions import overview, to_plain
from graph.questions.kept_gaps import gaps_by_kind
from graph.stores import ReadingSummary, Store, open_store
from graph.stores.neo4j.address import is_address
from ingest.joining import join
from ingest.packs import Packs, load_packs
from ingest.reading.formats import open_source
from ingest.records import Given, Reading, Source
from ingest.serial import fingerprint, reading_from_json

JUDGEMENTS = Path("judgements")
READ_WITHIN = 180  # seconds; a long report takes a few
Progressing = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: readings made and kept, and what there is to say about them.

    `failures` are what did not work, `notes` what a user may want to know; a line each.
    """

    read: tuple[ReadingSummary, ...]
    unchanged: int
    notes: tuple[str, ...]
    failures: tuple[str, ...]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="Processes that read; as many as are worth it if not given.",
)
@click.option(
    "--judgements",
    "judgements_folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help=f"What researchers decided; {JUDGEMENTS}/ if it is there.",
)
@given_options
@json_option
@store_option
def command(
    paths: tuple[Path, ...],
    workers: int | None,
    judgements_folder: Path | None,
    symbol: str | None,
    language: str | None,
    body: str | None,
    ocr: bool,
    as_json: bool,
    url: str,
) -> None:
    """Read files, and what is in folders, into a store; join them with what it holds already.

    What did not change is not read again. The exit status is 1 if something could not be read;
    everything else is in the store all the same.

    \b
    Example:
      mandates build data
      mandates build reports --store sqlite:///reports.sqlite --workers 4
      mandates build agenda.txt --symbol CTOC/COP/2008/1 --lang ar --body untoc-cop
    """
    if symbol and (len(paths) > 1 or paths[0].is_dir()):
        raise click.UsageError("--symbol names one document: give one file with it")
    if language and language not in load_packs().languages:
        known = ", ".join(load_packs().languages)
        raise click.UsageError(f"--lang {language}: no such language pack; there are {known}")
    if judgements_folder is None and JUDGEMENTS.is_dir():
        judgements_folder = JUDGEMENTS
    if is_address(url):
        raise StoreError(
            f"{url}: holds a copy, without what building needs: build into a file, then run "
            f"`mandates load {url}`"
        )
    with open_store(url) as store:
        errors = Console(stderr=True)
        bar = Progress(console=errors, transient=True, disable=not errors.is_terminal)
        reading = bar.add_task("reading", total=None)
        with bar:
            built = build(
                paths,
                store,
                given=Given(symbol, language, body, ocr),
                workers=workers,
                judgements_folder=judgements_folder,
                progress=lambda done, total: bar.update(reading, completed=done, total=total),
            )
        held = overview(store)
        remarks = list(store.remarks())
    if as_json:
        write_json({**to_plain(built), "holds": to_plain(held)})
    else:
        Output().print(*summary(built.read, built.unchanged, held, remarks), sep="\n")
        for note in built.notes:
            say(f"note: {note}")
    for failure in built.failures:
        say(f"failed: {failure}")
    if built.failures:
        click.get_current_context().exit(1)


def build(
    paths: Iterable[Path],
    store: Store,
    *,
    given: Given = Given(),  # noqa: B008  (frozen)
    workers: int | None = None,
    judgements_folder: Path | None = None,
    progress: Progressing = lambda done, total: None,
) -> Built:
    """Read files into a store and write the graph of all that it then holds.

    Every reading is kept as soon as it is made, so that a build that was cut off need not start
    again. Raises StoreError where the store cannot be written, ModelError where the graph is not
    as declared; then the old graph stays.
    """
    found = find_files(paths)
    notes, failures = list(found.notes), list(found.failures)
    before = store.readings()
    tasks, kept = _tasks(found.files, store, given, notes, failures)
    read = set()
    progress(0, len(tasks))
    for done, outcome in enumerate(read_all(tasks, workers), 1):
        if outcome.reading:
            store.put_reading(outcome.reading)
            read.add(outcome.reading.checksum)
            _forget_older(store, before, outcome.reading.name, read)
        else:
            failures.append(str(outcome.failure))
        progress(done, len(tasks))
    if judgements_folder:
        judgements, faults = read_judgements(judgements_folder)
        failures += faults
        store.put_judgements(judgements)
    readings = _readings(store)
    if readings:
        _join(readings, store)
        notes += _remarkable(readings, {*read, *kept}, load_packs())
    summaries = tuple(one for one in store.readings() if one.checksum in read)
    return Built(summaries, len(kept), tuple(notes), tuple(failures))


def rejoin(store: Store, judgements_folder: Path | None = None) -> bool:
    """Join what a store has read anew, with the judgements of a folder as they are now.

    False, and nothing done, where that cannot be: the store is a copy of one that is built
    elsewhere, or holds readings of another version of the program; then the next build does it.
    Who reads the store meanwhile sees the graph as it was. Raises StoreError as `build` does.
    """
    summaries = store.readings()
    if not store.url.startswith("sqlite:") or not summaries or not all(map(is_current, summaries)):
        return False
    if judgements_folder:
        judgements, _ = read_judgements(judgements_folder)
        store.put_judgements(judgements)
    _join(_readings(store), store)
    return True


def build_apart(
    path: Path, url: str, *, given: Given, seconds: int = READ_WITHIN
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Build one file into a store in a process of its own; failures and notes, a line each.

    Whoever serves others must not be held up, or brought down, by a file that takes for ever or
    more memory than there is. The judgements are those that the store holds.
    """
    options = [("--symbol", given.symbol), ("--lang", given.language), ("--body", given.body)]
    said = [word for option, value in options if value for word in (option, value)]
    said += ["--ocr"] if given.ocr else []
    kind, _, place = url.partition(":///")
    store = f"{kind}:///{absolute(Path(place))}" if kind == "sqlite" else url
    try:
        done = subprocess.run(
            [sys.executable, "-m", "commands", "build", "--json", *said]
            + ["--store", store, "--", path.name],
            cwd=path.parent,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return (f"{path.name}: not read within {seconds} seconds: too large, or damaged?",), ()
    if done.returncode < 0:
        return (f"{path.name}: reading it ended its process: too large?",), ()
    try:
        told = json.loads(done.stdout)
        return tuple(told["failures"]), tuple(told["notes"])
    except (ValueError, KeyError, TypeError):
        return tuple(done.stderr.strip().splitlines()[-1:]) or (f"{path.name}: not read",), ()


def _join(readings: Sequence[Reading], store: Store) -> None:
    graph = join(readings, store.judgements(), load_packs())
    store.write_graph(graph, _manifest(readings, graph))
    gaps_by_kind(store)  # found now and kept, so that no reader waits for it


def _tasks(
    files: Sequence[Path], store: Store, given: Given, notes: list[str], failures: list[str]
) -> tuple[list[Task], set[str]]:
    """What has to be read, and the checksums of what need not be.

    Readings of other files are made again, from the text that the store keeps, where they are of
    another version of the program than this one.
    """
    stored = {one.checksum: one for one in store.readings()}
    tasks: list[Task] = []
    unchanged: set[str] = set()
    named: dict[str, str] = {}
    for path in files:
        try:
            checksum = open_source(path).checksum
        except MandatesError as error:
            failures.append(str(error))
            continue
        name, before = absolute(path), stored.get(checksum)
        if before and before.name != name and _lies_at(Path(before.name), checksum):
            named.setdefault(checksum, before.name)
        if named.setdefault(checksum, name) != name:
            notes.append(f"{path}: the same bytes as {named[checksum]}, read once")
            continue
        meant = given if given != Given() or not before else given_before(before.fingerprint)
        stamped = stamp(path.name, meant)
        if before and (before.name, before.fingerprint) == (name, stamped):
            unchanged.add(checksum)
            _forget_older(store, stored.values(), name, unchanged)
        else:
            tasks.append(Task(path, meant, stamped))
    return [*tasks, *_outdated(store, {absolute(task.path) for task in tasks})], unchanged


def _lies_at(path: Path, checksum: str) -> bool:
    try:
        return open_source(path).checksum == checksum
    except MandatesError:
        return False


def _outdated(store: Store, names: set[str]) -> Iterator[Task]:
    for one in store.readings():
        if one.name in names or is_current(one):
            continue
        path, given = Path(one.name), given_before(one.fingerprint)
        if one.media_type != "text/plain":
            # What a reader made of a file is no file: where it is gone, its reading goes too.
            if _lies_at(path, one.checksum):
                yield Task(path, given, stamp(path.name, given))
        elif reading := store.reading(one.checksum):
            data = reading.text.original.encode()
            source = Source(one.name, data, one.checksum, one.media_type)
            yield Task(path, given, stamp(path.name, given), source)


def is_current(one: ReadingSummary) -> bool:
    """Whether a reading was made by this version of the program."""
    return one.fingerprint == stamp(Path(one.name).name, given_before(one.fingerprint))


def _forget_older(
    store: Store, before: Iterable[ReadingSummary], name: str, current: Collection[str]
) -> None:
    """A new version of a file takes the place of the one that was read before.

    Unless the old version was read anew, under another name.
    """
    for one in before:
        if one.name == name and one.checksum not in current:
            store.remove_reading(one.checksum)


def _readings(store: Store) -> list[Reading]:
    """All readings that this version of the program can use, in an order that is always the same."""
    stored = (store.reading(one.checksum) for one in store.readings() if is_current(one))
    return [reading_from_json(one.payload) for one in stored if one]


def _manifest(readings: Sequence[Reading], graph: Graph) -> dict[str, Any]:
    """What the graph was made of; `graph` differs whenever anything in it does."""
    return {
        "version": version("mandates"),
        "built": datetime.now(UTC).isoformat(timespec="seconds"),
        "fingerprint": fingerprint(),
        "readings": sorted(reading.checksum for reading in readings),
        "counts": {"nodes": len(graph.nodes), "edges": len(graph.edges)},
        "graph": sha256(repr(graph).encode()).hexdigest(),
    }


def _remarkable(readings: Sequence[Reading], checksums: set[str], packs: Packs) -> Iterator[str]:
    """What is worth a note about the documents of this build."""
    organs = {row["slug"] for row in packs.rows("organ")}
    languages: dict[str, set[str]] = {}
    for reading in readings:
        languages.setdefault(reading.identity.document, set()).add(reading.identity.language)
    told: set[str] = set()
    for reading in readings:
        identity = reading.identity
        if reading.checksum not in checksums:
            continue
        yield from (f"{reading.name}: {note}" for note in reading.text.notes)
        if identity.symbol is None:
            yield f"{reading.name}: no symbol found, kept as {identity.document}; --symbol gives one"
        if identity.body not in organs:
            called = f"its body {identity.body}" if identity.body else "its body"
            yield f"{reading.name}: no pack knows {called}: its acts may be missed; --body gives one"
        others = languages[identity.document]
        if len(others) > 1 and identity.document not in told:
            told.add(identity.document)
            yield f"{identity.document}: one document in {', '.join(sorted(others))}"
