"""CSV, Excel and Parquet of a whole store: the columns of the data frames, and nothing lost."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
import river
from odd import odd_graph

import graph
from graph.export import export, parquet, read_manifest
from graph.export.excel import FILE
from graph.export.tables.table import FORMULA
from graph.model.errors import StoreError
from graph.model.records import Graph, Node
from graph.model.schema import load_model
from graph.stores import Store, open_store

excel = import_module("graph.export.tables.workbook")  # its function bears the same name
FORMATS = ("csv", "parquet", "xlsx")
TABLES = (*load_model().nodes, "mandates", "links", "evidence", "texts")
ONLY_TO_READ_BACK = ["written", "exactly"]


@pytest.fixture(scope="module")
def exported(digests: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The digests in every format."""
    folders = {format: tmp_path_factory.mktemp(format) for format in FORMATS}
    with open_store(digests, create=False) as store:
        for format, folder in folders.items():
            export(store, format, folder)
    return folders


def rows_of(folder: Path, table: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    path = folder / f"{table.replace(' ', '-')}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def frames(digests: str) -> Iterator[tuple[str, pandas.DataFrame]]:
    """The data frames of the digests, by the name of their table."""
    with graph.open_store(digests) as store:
        for type in load_model().nodes:
            yield type, store.nodes(type, language=None).reset_index()
        yield "mandates", store.mandates().reset_index()
        yield "links", store.links()
        yield "evidence", store.evidence()
        yield "texts", store.texts()


def test_files_and_data_frames_are_one_thing(exported: Mapping[str, Path], digests: str) -> None:
    book = book_in(exported["xlsx"])
    assert book.sheetnames == list(TABLES)
    for name, frame in frames(digests):
        columns, ids = list(frame.columns), frame.iloc[:, 0].tolist()
        assert ids, name
        sheet = list(book[name].iter_rows(values_only=True))
        assert (list(sheet[0]), [row[0] for row in sheet[1:]]) == (columns, ids)
        rows = rows_of(exported["csv"], name)
        assert (list(rows[0]), [row[columns[0]] for row in rows]) == (columns, ids)
        stored = pandas.read_parquet(parquet.file_of(exported["parquet"], name))
        extra = ONLY_TO_READ_BACK if name in load_model().nodes else []
        assert (list(stored.columns), stored.iloc[:, 0].tolist()) == ([*columns, *extra], ids)


@pytest.mark.parametrize("format", FORMATS)
def test_every_row_that_names_a_provision_has_its_citation_and_link(
    format: str, exported: Mapping[str, Path]
) -> None:
    counted = 0
    for name in ("provision", "mandates", "links", "evidence"):
        for row in table_in(exported[format], format, name):
            named = [row.get(one) for one in ("id", "source", "target")]
            # Where only its number is known, nothing of it can be cited.
            if any("#" in str(one) for one in named) and row.get("known") in (None, True, "true"):
                counted += 1
                assert row["link"].startswith("https://")
                assert row["link"] in row["citation"]
    assert counted > 1000


@cache
def book_in(folder: Path) -> openpyxl.Workbook:
    """The workbook of an export; one takes seconds to read."""
    return openpyxl.load_workbook(folder / FILE, read_only=True)


def table_in(folder: Path, format: str, name: str) -> list[dict[str, Any]]:
    """The rows of a table in any of the formats."""
    if format == "csv":
        return rows_of(folder, name)
    if format == "parquet":
        return pandas.read_parquet(parquet.file_of(folder, name)).to_dict("records")
    head, *rows = book_in(folder)[name].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_what_cells_of_a_text_file_hold(exported: Mapping[str, Path], digests: str) -> None:
    told = {row["id"]: row for row in rows_of(exported["csv"], "provision")}
    with open_store(digests, create=False) as store:
        for node in store.nodes("provision"):
            row = told[node.id]
            assert row["action"] == "; ".join(node.properties.get("action") or ())
            assert row["known"] == str(node.properties.get("known", True)).lower()
            for code, text in node.properties.get("text", {}).items():
                assert row[f"text_{code}"] == text
            if due := node.properties.get("due"):
                assert json.loads(row["due"]) == due


def test_lists_and_numbers_are_such_in_parquet(exported: Mapping[str, Path]) -> None:
    provisions = pandas.read_parquet(parquet.file_of(exported["parquet"], "provision"))
    asked = provisions.explode("action")
    assert {"request", "decide"} <= set(asked["action"])
    links = pandas.read_parquet(parquet.file_of(exported["parquet"], "links"))
    assert links.loc[links["relation"] == "MANDATES", "confidence"].dropna().between(0, 1).all()


# ---------------------------------------------------------------- read back


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[Store]:
    """A store of texts that tables trip over."""
    with open_store(f"sqlite:///{tmp_path / 'odd.sqlite'}") as store:
        store.put_reading(river.reading())
        store.write_graph(odd_graph(), {"version": "1"})
        yield store


def test_parquet_reads_back(exported: Mapping[str, Path], digests: str) -> None:
    back = parquet.read(exported["parquet"])
    with open_store(digests, create=False) as store:
        assert back.nodes == tuple(store.nodes())
        assert back.edges == tuple(store.edges())
        for node, again in zip(store.nodes(), back.nodes, strict=True):
            for name in load_model().nodes[node.type].texts:  # their order counts too
                assert list(node.properties.get(name, ())) == list(again.properties.get(name, ()))


def test_odd_texts_read_back(odd: Store, tmp_path: Path) -> None:
    export(odd, "parquet", tmp_path / "out")
    back = parquet.read(tmp_path / "out")
    assert back.nodes == tuple(odd.nodes())
    assert back.edges == tuple(odd.edges())


def test_what_is_no_export_is_said_to_be_none(exported: Mapping[str, Path], tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        parquet.read(tmp_path)
    for path in exported["parquet"].glob("*.parquet"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "links.parquet").write_bytes(b"PAR1")
    with pytest.raises(StoreError, match="not an export in Parquet"):
        parquet.read(tmp_path)


# ---------------------------------------------------------------- spreadsheets


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_no_cell_of_a_store_is_run(format: str, odd: Store, tmp_path: Path) -> None:
    nodes = [
        Node(f"doc:RUN/{place}", "document", {"title": {"en": f"{sign}1+1"}})
        for place, sign in enumerate(FORMULA)
    ]
    odd.write_graph(Graph((*river.NODES, *nodes), river.EDGES), {"version": "1"})
    export(odd, format, tmp_path / "out")
    for row in table_in(tmp_path / "out", format, "document"):
        title = row["title_en"] or ""
        assert not str(title).startswith(FORMULA)
        assert str(title).startswith("'") is row["id"].startswith("doc:RUN/")


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_what_cells_cannot_hold_is_told(format: str, odd: Store, tmp_path: Path) -> None:
    export(odd, format, tmp_path / "out")
    notices = " ".join(read_manifest(tmp_path / "out")["notices"])
    # the one odd text that has such characters is the title, the kind and a file of a document
    assert "3 cells of the table document have control characters" in notices
    assert "of the table evidence" in notices
    assert "of the table provision" not in notices


def test_a_text_longer_than_a_cell_of_excel_stands_in_full(odd: Store, tmp_path: Path) -> None:
    long = "=" + "نص طويل " * 10_000
    node = river.node("dec:river-cop/9/9", "decision", preamble={"ar": long})
    odd.write_graph(Graph((node,), ()), {"version": "1", "built": "2026-01-02T03:04:05+00:00"})
    export(odd, "xlsx", tmp_path / "out")
    book = openpyxl.load_workbook(tmp_path / "out" / FILE)
    head, row = book["decision"].iter_rows(values_only=True)
    cut = row[head.index("preamble_ar")]
    assert len(cut) == excel.LONGEST
    assert cut.endswith("…")
    assert book.sheetnames[-1] == excel.LONG_TEXTS
    _, *pieces = book[excel.LONG_TEXTS].iter_rows(values_only=True)
    assert {piece[:3] for piece in pieces} == {("decision", 2, "preamble_ar")}
    assert "".join(piece[4] for piece in pieces) == f"'{long}"
    (notice,) = read_manifest(tmp_path / "out")["notices"]
    assert excel.LONG_TEXTS in notice
    assert book.properties.created.isoformat() == "2026-01-02T03:04:05"


def test_a_table_longer_than_a_sheet_goes_on_in_another(
    odd: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "ROWS", 20)
    export(odd, "xlsx", tmp_path / "out")
    book = openpyxl.load_workbook(tmp_path / "out" / FILE)
    ids = []
    for name in ("links", "links 2", "links 3"):
        head, *rows = book[name].iter_rows(values_only=True)
        assert head[:2] == ("relation", "source")
        assert len(rows) <= 20
        ids += [tuple(row[0:2] + row[3:4]) for row in rows]
    assert ids[:60] == [edge.key for edge in odd.edges()][: len(ids)]


def test_names_are_in_the_language_asked_for(odd: Store, tmp_path: Path) -> None:
    export(odd, "csv", tmp_path / "out", "ar")
    (row,) = (one for one in rows_of(tmp_path / "out", "decision") if one["id"] == river.ACT)
    assert row["name"] == "مقرر 3/2"
    assert (row["title_ar"], row["title_en"]) == ("نظافة الأنهار", "Clean rivers")


def test_a_file_of_text_begins_with_the_mark_that_excel_wants(exported: Mapping[str, Path]) -> None:
    content = (exported["csv"] / "provision.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,")
    frame = pandas.read_csv(io.BytesIO(content), index_col="id")
    assert frame["known"].dtype == bool
