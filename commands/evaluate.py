"""`mandates evaluate`: the graph held against answer keys, and its rules measured on them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
from rich.console import RenderableType
from rich.text import Text

import ingest
from commands.layout.terminal import Output, Prose, indented, say, table, write_json
from commands.options import asked, json_option, store_option
from graph.accuracy import Accuracy, Key, Score, calibration_text, compare, count_cases, read_key
from graph.model.errors import StoreError
from graph.model.records import Graph
from graph.stores import ReadingSummary, Store

CALIBRATION = Path(ingest.__file__).with_name("calibration.toml")


@click.command()
@click.argument(
    "keys", nargs=-1, required=True, metavar="KEY…", type=click.Path(path_type=Path, dir_okay=False)
)
@click.option("--details", is_flag=True, help="List every miss and everything beyond the key.")
@click.option(
    "--calibrate",
    is_flag=True,
    help="Write how often the keys confirm each rule: the confidence of the next build.",
)
@click.option(
    "--write",
    "figures",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the figures as JSON; the app shows those in docs/accuracy.json.",
)
@json_option
@store_option
def command(
    keys: tuple[Path, ...],
    details: bool,
    calibrate: bool,
    figures: Path | None,
    as_json: bool,
    url: str,
) -> None:
    """Precision, recall and F1 of the graph against answer KEYs, by relation and by field.

    What a key calls acceptable counts neither way; a relation for which it does not claim to be
    complete has recall only.

    \b
    Example:
      mandates evaluate tests/keys/untoc.json --details
      mandates evaluate tests/keys/untoc.json tests/keys/untoc-second-reader.json --write docs/accuracy.json
    """
    read = [read_key(path) for path in keys]
    with asked(url) as store:
        graph = Graph(tuple(store.nodes()), tuple(store.edges()))
        documents = [_measured_on(reading) for reading in store.readings()]
        _say_what_is_lacking(store, read)
    results = [compare(key, graph) for key in read]
    plain = {
        "version": version("mandates"),
        "documents": documents,
        **_calibration(),
        "keys": [*map(figures_of, results)],
    }
    if calibrate:
        rules = count_cases(read, graph)
        _write(CALIBRATION, calibration_text(read, rules))
        say(f"{CALIBRATION}: {len(rules)} rules measured; build again to use them")
    if figures:
        _write(figures, json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
        say(f"{figures}: written")
    if as_json:
        write_json(plain | ({"details": [*map(details_of, results)]} if details else {}))
    else:
        output = Output()
        for result in results:
            output.print(*laid_out(result, details), sep="\n")


def figures_of(result: Accuracy) -> dict[str, Any]:
    """The figures of one key, ready for JSON: agendas, relations and fields by name."""
    return {
        "key": result.key.name,
        "documents": list(result.key.documents),
        "agendas": {score.name: _plain(score) for score in result.agendas},
        "structure": {score.name: _plain(score) for score in result.structure},
        "relations": {score.name: _plain(score) for score in result.relations},
        "fields": {score.name: _plain(score) for score in result.fields},
    }


def details_of(result: Accuracy) -> dict[str, Any]:
    """What was missed and what is beyond one key, ready for JSON."""
    return {
        score.name: {"missed": score.missed, "extra": score.extra}
        for score in (*result.agendas, *result.structure, *result.relations, *result.fields)
        if score.missed or score.extra
    }


def laid_out(result: Accuracy, details: bool) -> Iterator[RenderableType]:
    """The figures of one key for reading."""
    yield Text(f"{result.key.name}: {', '.join(result.key.documents)}", style="bold")
    for title, scores in (
        ("agenda", result.agendas),
        ("structure", result.structure),
        ("relation", result.relations),
        ("field", result.fields),
    ):
        if scores:
            yield Text()
            yield table(
                *(title, "key>", "right>", "missed>", "extra>", "precision>", "recall>", "F1>"),
                rows=map(_row, scores),
                header_style="dim",
            )
        for score in scores if details else ():
            yield from _details(score)


def _row(score: Score) -> list[str]:
    extra = "–" if score.extra is None else str(len(score.extra))
    counts = [str(score.expected), str(len(score.right)), str(len(score.missed)), extra]
    shares = (score.precision, score.recall, score.f1)
    return [score.name, *counts, *("–" if share is None else f"{share:.3f}" for share in shares)]


def _details(score: Score) -> Iterator[RenderableType]:
    for title, rows, style in (
        ("missed", score.missed, "red"),
        ("beyond the key", score.extra or (), "yellow"),
    ):
        if rows:
            yield Text(f"{score.name}, {title}:", style=style)
            yield from (indented(Prose("  →  ".join(row))) for row in rows)


def _plain(score: Score) -> dict[str, Any]:
    return {
        "expected": score.expected,
        "right": len(score.right),
        "missed": len(score.missed),
        "extra": None if score.extra is None else len(score.extra),
        "precision": _rounded(score.precision),
        "recall": _rounded(score.recall),
        "f1": _rounded(score.f1),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _measured_on(reading: ReadingSummary) -> dict[str, str]:
    """A document of the store, told by what it is and by its bytes, never by when or where."""
    return {
        "document": reading.document,
        "language": reading.language,
        "source": reading.source,
        "checksum": reading.checksum,
    }


def _calibration() -> dict[str, Any]:
    """The confidences that builds use now, rule by rule, and the keys they were measured on."""
    if not CALIBRATION.exists():
        return {"calibrated_on": [], "rules": {}}
    calibration = tomllib.loads(CALIBRATION.read_text(encoding="utf-8"))
    return {"calibrated_on": calibration["keys"], "rules": calibration.get("rule", {})}


def _say_what_is_lacking(store: Store, keys: Iterable[Key]) -> None:
    read = {reading.document.removeprefix("doc:") for reading in store.readings()}
    for key in keys:
        if lacking := [symbol for symbol in key.documents if symbol not in read]:
            say(
                f"{key.name}: not in the store, so what they say counts as missed: {', '.join(lacking)}"
            )


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}") from error
