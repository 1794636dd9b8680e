"""Parquet: every table of a store with the types of its columns, lists as lists, read back whole.

A table of nodes has two columns more than its data frame: `written`, the place in the order of the
store, and `exactly`, JSON with what the other columns do not give back (a document's own body and
source, where the frame tells those of the text; languages in another order than that of columns).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.export.formats import Format, Written
from graph.model.errors import StoreError
from graph.model.records import Edge, Evidence, Graph, Node
from graph.model.schema import LANGUAGE, PropertyType, load_model
from graph.stores import Store
from graph.tidy import Column, TidyTable, all_tables

if TYPE_CHECKING:
    import pyarrow

ROWS = 10_000  # written at a time
JSON_KINDS = ("record", "records")
WRITTEN, EXACTLY = "written", "exactly"


def write(store: Store, folder: Path, language: str) -> Written:
    """Write a file for each table; names and the sentences picked are in the language."""
    places = {id: place for place, id in enumerate(store.ids())}
    files = []
    for table in all_tables(store, language):
        if table.name in load_model().nodes:
            table = _with_all(table, store, places)
        files.append(file_of(folder, table.name))
        _write(files[-1], table)
    return Written(tuple(files))


def read(folder: Path) -> Graph:
    """The graph that `write` wrote; StoreError if a file is missing or not as it was written."""
    import pyarrow

    try:
        nodes = sorted(
            (row[WRITTEN], _node(type, row))
            for type in load_model().nodes
            for row in _rows(file_of(folder, type))
        )
        proved: dict[tuple[str, str, str], list[Evidence]] = {}
        for row in _rows(file_of(folder, "evidence")):
            key = row["relation"], row["source"], row["target"]
            proved.setdefault(key, []).append(_evidence(row))
        links = _rows(file_of(folder, "links"))
        edges = tuple(_edge(row, proved) for row in links)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be read: {error}") from error
    except (pyarrow.ArrowException, ValueError, KeyError) as error:
        raise StoreError(f"{folder}: not an export in Parquet: {error!r}") from error
    return Graph(tuple(node for _, node in nodes), edges)


def file_of(folder: Path, table: str) -> Path:
    """The file of a table: `agenda-item.parquet`."""
    return folder / f"{table.replace(' ', '-')}.parquet"


def _write(path: Path, table: TidyTable) -> None:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    schema = pyarrow.schema([(one.name, _type(one.kind)) for one in table.columns])
    rows = iter(table.rows)
    with ParquetWriter(path, schema, compression="zstd") as file:
        while portion := list(islice(rows, ROWS)):
            cells = zip(table.columns, zip(*portion, strict=True), strict=True)
            columns = [
                pyarrow.array([_kept(value, column.kind) for value in values], _type(column.kind))
                for column, values in cells
            ]
            file.write_batch(pyarrow.record_batch(columns, schema=schema))


def _type(kind: str) -> pyarrow.DataType:
    import pyarrow

    types = {
        "strings": pyarrow.list_(pyarrow.string()),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
    }
    # A date may be a month or a year, and what has parts of its own is JSON.
    return types.get(kind, pyarrow.string())


def _kept(value: Any, kind: str) -> Any:
    return _json(value) if kind in JSON_KINDS and value is not None else value


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    from pyarrow.parquet import ParquetFile

    for batch in ParquetFile(path).iter_batches(ROWS):
        yield from batch.to_pylist()


# Nodes


def _with_all(table: TidyTable, store: Store, places: Mapping[str, int]) -> TidyTable:
    names = [column.name for column in table.columns]

    def rows() -> Iterator[tuple[Any, ...]]:
        # The rows come in the order of the store.
        for node, row in zip(store.nodes(table.name), table.rows, strict=True):
            exactly = _not_given_back(node, dict(zip(names, row, strict=True)))
            yield *row, places[node.id], _json(exactly) if exactly else None

    columns = (*table.columns, Column(WRITTEN, "integer"), Column(EXACTLY))
    return TidyTable(table.name, columns, rows())


def _not_given_back(node: Node, row: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that a row does not give back as they are; null for those that it makes up.

    Of texts that only come in another order, their languages: the first is shown where the reader's
    own is missing.
    """
    given, exact = _given_back(node.type, row), node.properties
    found = {}
    for name in (*exact, *(one for one in given if one not in exact)):
        if name not in exact or name not in given or given[name] != exact[name]:
            found[name] = exact.get(name)
        elif isinstance(exact[name], Mapping) and list(given[name]) != list(exact[name]):
            found[name] = list(exact[name])
    return found


def _given_back(type: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that a row tells: all that is not empty."""
    properties: dict[str, Any] = {}
    for name, one in load_model().nodes[type].properties.items():
        value = _by_language(name, row) if one.kind == "by language" else row.get(name)
        if value is not None and value != {}:
            properties[name] = value
    return properties


def _by_language(name: str, row: Mapping[str, Any]) -> dict[str, str]:
    return {
        code: text
        for column, text in row.items()
        if text is not None
        and column.startswith(f"{name}_")
        and LANGUAGE.fullmatch(code := column.removeprefix(f"{name}_"))
    }


def _node(type: str, row: dict[str, Any]) -> Node:
    declared = load_model().nodes[type].properties
    properties = _given_back(type, _from_json(row, declared.values()))
    for name, value in json.loads(row[EXACTLY] or "{}").items():
        if value is None:
            del properties[name]
        elif declared[name].kind == "by language" and isinstance(value, list):
            properties[name] = {code: properties[name][code] for code in value}
        else:
            properties[name] = value
    return Node(row["id"], type, properties)


# Edges


def _edge(row: dict[str, Any], proved: Mapping[tuple[str, str, str], list[Evidence]]) -> Edge:
    declared = load_model().relations[row["relation"]].properties
    told = _from_json(row, declared.values())
    key = row["relation"], row["source"], row["target"]
    return Edge(
        *key,
        basis=row["basis"],
        confidence=row["confidence"],
        properties={name: told[name] for name in declared if told.get(name) is not None},
        evidence=tuple(proved.get(key, ())),
    )


def _evidence(row: Mapping[str, Any]) -> Evidence:
    box = json.loads(row["box"]) if row["box"] else None
    return Evidence(
        document=row["document"] or "",
        language=row["language"] or "",
        checksum=row["checksum"] or "",
        spans=tuple((start, end) for start, end in json.loads(row["spans"] or "[]")),
        quotation=row["quotation"] or "",
        rule=row["rule"],
        source=row["evidence_source"],
        pinpoint=row["place"],
        page=row["page"],
        box=tuple(box) if box else None,
    )


def _from_json(row: Mapping[str, Any], declared: Iterable[PropertyType]) -> Mapping[str, Any]:
    parsed = {
        one.name: json.loads(row[one.name])
        for one in declared
        if one.kind in JSON_KINDS and row.get(one.name) is not None
    }
    return {**row, **parsed}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMAT = Format(
    "parquet", "a file for each table, its columns typed, for pandas, Polars, DuckDB and R", write
)
