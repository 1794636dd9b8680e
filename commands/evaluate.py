"""`mandates evaluate`: readings and the graph held against answer keys, and its rules measured on them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Set
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
from rich.console import RenderableType

import ingest
from commands.evaluation import aligned, documents, lines, parts
from commands.evaluation.keys import Keys, read_keys
from commands.evaluation.markdown import page
from commands.layout.terminal import Output, say, write_json
from commands.options import asked, json_option, store_option
from graph.accuracy import Accuracy, Key, calibration_text, compare, count_cases, documents_of
from graph.accuracy.published import published
from graph.model.errors import StoreError
from graph.model.records import Graph
from graph.stores import ReadingSummary

CALIBRATION = Path(ingest.__file__).with_name("calibration.toml")
AS_WRITTEN: dict[str, Any] = {"ensure_ascii": False, "indent": 1}
TEXTS = "../shared/corpus"


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
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the figures as JSON, or as tables where FILE ends in .md; the app shows those in"
    " docs/accuracy.json.",
)
@click.option(
    "--texts",
    metavar="FOLDER",
    envvar="MANDATES_CORPUS",
    default=TEXTS,
    show_default=True,
    show_envvar=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the texts lie whose sentences a key has.",
)
@click.option(
    "--pipeline",
    metavar="NAME",
    help="A spaCy pipeline (package or folder) to hold against keys of sentences; else the rules.",
)
@json_option
@store_option
def command(
    keys: tuple[Path, ...],
    details: bool,
    calibrate: bool,
    figures: tuple[Path, ...],
    texts: Path,
    pipeline: str | None,
    as_json: bool,
    url: str,
) -> None:
    """Precision, recall and F1 against answer KEYs of any kind; the form of a key tells its kind.

    Keys of documents are held against the graph in a store, by relation and by field: what such a key
    calls acceptable counts neither way, and a relation for which it does not claim to be complete has
    recall only. Keys of sentences (verbs, addressees, references), of parts (preambular or operative)
    and of aligned texts (the same in several languages) are held against the texts themselves.

    \b
    Example:
      mandates evaluate tests/keys/untoc.json --details
      mandates evaluate tests/keys/lines-ar.json tests/keys/lines-fr.json
      mandates evaluate tests/keys/untoc.json tests/keys/untoc-second-reader.json --write docs/accuracy.json
    """
    given = read_keys(keys)
    graph, held = _graph(url, given.documents) if given.documents else (Graph((), ()), [])
    results = Results(given, graph, texts, pipeline)
    plain = {
        "version": version("mandates"),
        "documents": held,
        **_calibration(),
        **results.figures(),
    }
    if calibrate:
        rules = count_cases(given.documents, graph)
        _write(CALIBRATION, calibration_text(given.documents, rules))
        say(f"{CALIBRATION}: {len(rules)} rules measured; build again to use them")
    for file in figures:
        tables = file.suffix == ".md"
        _write(file, page(published(plain)) if tables else json.dumps(plain, **AS_WRITTEN) + "\n")
        say(f"{file}: written")
    if as_json:
        write_json(plain | ({"details": results.details()} if details else {}))
    else:
        Output().print(*results.laid_out(details), sep="\n")


class Results:
    """What was measured on the keys of every kind."""

    def __init__(self, keys: Keys, graph: Graph, texts: Path, pipeline: str | None) -> None:
        self.documents: list[Accuracy] = [compare(key, graph) for key in keys.documents]
        self.lines = [
            lines.measure(key, texts, lines.pipeline_for(key.language, pipeline))
            for key in keys.lines
        ]
        self.parts = [parts.measure(keys.parts)] if keys.parts else []
        self.aligned = [aligned.measure(key, texts) for key in keys.aligned]

    def figures(self) -> dict[str, Any]:
        """All figures, ready for JSON; keys of documents are called `keys`."""
        return {
            "keys": [*map(documents.figures_of, self.documents)],
            "lines": [*map(lines.figures_of, self.lines)],
            "parts": [*map(parts.figures_of, self.parts)],
            "aligned": [*map(aligned.figures_of, self.aligned)],
        }

    def details(self) -> list[dict[str, Any]]:
        """What was missed and what is beyond the keys, ready for JSON."""
        return [
            *map(documents.details_of, self.documents),
            *map(lines.details_of, self.lines),
            *map(parts.details_of, self.parts),
            *map(aligned.details_of, self.aligned),
        ]

    def laid_out(self, details: bool) -> Iterator[RenderableType]:
        """All figures for reading."""
        yield from documents.laid_out(self.documents, details)
        yield from lines.laid_out(self.lines, details)
        yield from parts.laid_out(self.parts, details)
        yield from aligned.laid_out(self.aligned, details)


def _graph(url: str, keys: Iterable[Key]) -> tuple[Graph, list[dict[str, str]]]:
    """The graph of a store, and the documents it was made from."""
    with asked(url) as store:
        graph = Graph(tuple(store.nodes()), tuple(store.edges()))
        documents = [_measured_on(reading) for reading in store.readings()]
    _say_what_is_lacking({document["document"] for document in documents}, graph, keys)
    return graph, documents


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


def _say_what_is_lacking(read: Set[str], graph: Graph, keys: Iterable[Key]) -> None:
    for key in keys:
        documents = documents_of(key, graph.nodes)
        if lacking := [symbol for symbol, id in documents.items() if id not in read]:
            say(
                f"{key.name}: not in the store, so what they say counts as missed: {', '.join(lacking)}"
            )


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}") from error
