"""The default store: one SQLite file, in write-ahead mode, by the standard library alone."""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from importlib import resources
from operator import itemgetter
from pathlib import Path
from typing import Any, cast

from graph.model.errors import ModelError, StoreError
from graph.model.plain import remark_from_plain
from graph.model.records import Edge, Graph, Node, Remark
from graph.model.schema import load_model
from graph.model.short_names import short_name
from graph.stores.conditions import begun_with, clause, nodes_where, where_of
from graph.stores.contract import (
    Counts,
    EvidenceText,
    Hit,
    ReadingSummary,
    Store,
    StoredReading,
)
from graph.stores.packing import packed, unpacked
from graph.stores.tables import (
    RARE,
    SHORT_NAME,
    as_json,
    counts_of,
    edge_of,
    fill,
    node_of,
)
from graph.stores.words import find, find_all

VERSION = 2
APPLICATION = 0x4D414E44  # "MAND": tells our files from other SQLite files
PATIENCE = 10  # seconds that a store waits for another process
OLDEST_SQLITE = (3, 34, 0)  # the first with the trigram tokenizer
SUMMARY = (
    "checksum",
    "name",
    "document",
    "language",
    "media_type",
    "source",
    "fingerprint",
    "link",
    "repairs",
    "trust",
)


class SQLiteStore(Store):
    """A store in the file at `path`, made if it is not there and `create` is true."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.url = f"sqlite:///{path}"
        self._path = path
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise StoreError(
                f"{path}: SQLite {sqlite3.sqlite_version} is too old to search; 3.34 is needed"
            )
        if not create and not path.exists():
            told = f"{path}: no such store; make it with `mandates build PATH…`"
            raise StoreError(told, "missing")
        try:
            # A page of the application is served by several threads in turn, never by two at once.
            self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise _fault(path, "opened as a store", error) from error
        try:
            self._prepare()
        except (sqlite3.Error, StoreError) as error:
            self.close()  # it may hold a lock that others wait for
            if isinstance(error, StoreError):
                raise
            raise _fault(path, "opened as a store", error) from error

    def _prepare(self) -> None:
        self._database.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
        # With write-ahead logging this is safe against a killed program, and spares a wait a file.
        self._database.execute("PRAGMA synchronous = NORMAL")
        application, version, empty = self._state()
        if (application, version) == (APPLICATION, VERSION):
            return
        if application == APPLICATION:
            raise StoreError(
                f"{self._path}: a store of version {version}, this program writes {VERSION}; "
                "move it away and build again",
                "version",
            )
        if not empty:
            told = f"{self._path}: an SQLite file of something else; name another file"
            raise StoreError(told, "foreign")
        self._write_ahead()
        tables = resources.files("graph.stores").joinpath("sqlite.sql").read_text(encoding="utf-8")
        self._database.execute("BEGIN IMMEDIATE")
        if self._pragma("application_id") == APPLICATION:
            self._database.execute("ROLLBACK")  # another process was making it at the same time
            return
        # executescript() would commit the transaction before its first statement
        for statement in filter(str.strip, tables.split(";")):
            self._database.execute(statement)
        self._database.execute(f"PRAGMA application_id = {APPLICATION}")
        self._database.execute(f"PRAGMA user_version = {VERSION}")
        self._database.execute("COMMIT")

    def _write_ahead(self) -> None:
        """Switch to write-ahead logging; unlike other statements this one never waits by itself."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._database.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
            else:
                return

    def _state(self) -> tuple[int, int, bool]:
        """What the file says it is, and whether it holds nothing; all of it at one moment.

        Another process may be making the store: what is read piece by piece is half old, half new.
        """
        self._database.execute("BEGIN")
        try:
            empty = self._database.execute("SELECT 1 FROM sqlite_master").fetchone() is None
            return self._pragma("application_id"), self._pragma("user_version"), empty
        finally:
            self._database.execute("ROLLBACK")

    def _pragma(self, name: str) -> int:
        return int(self._database.execute(f"PRAGMA {name}").fetchone()[0])

    def close(self) -> None:
        self._database.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            raise _fault(self._path, "written", error) from error

    def _rows(self, query: str, values: Collection[Any] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            # A question that is given up closes what it takes rows from; of a store that is closed
            # by then, the cursor would complain.
            yield from map(tuple, self._database.execute(query, tuple(values)))
        except sqlite3.Error as error:
            raise _fault(self._path, "read", error) from error

    # Readings

    def put_reading(self, reading: StoredReading) -> None:
        row = (
            reading.checksum,
            reading.name,
            reading.document,
            reading.language,
            reading.media_type,
            reading.source,
            reading.fingerprint,
            reading.link,
            json.dumps(dict(reading.repairs), ensure_ascii=False),
            reading.trust,
            reading.text.original,
            reading.text.repaired,
            packed(reading.text.origins),
            zlib.compress(reading.payload, 1),
        )
        with self._transaction() as database:
            database.execute(
                f"INSERT OR REPLACE INTO reading ({', '.join(SUMMARY)},"
                f" original, repaired, origins, payload) VALUES ({', '.join('?' * len(row))})",
                row,
            )

    def remove_reading(self, checksum: str) -> bool:
        with self._transaction() as database:
            removed = database.execute("DELETE FROM reading WHERE checksum = ?", (checksum,))
            return removed.rowcount > 0

    def reading(self, checksum: str) -> StoredReading | None:
        query = f"SELECT {', '.join(SUMMARY)}, original, repaired, origins, payload FROM reading"
        for row in self._rows(f"{query} WHERE checksum = ?", (checksum,)):
            *summary, original, repaired, origins, payload = row
            text = EvidenceText(original, repaired, unpacked(origins))
            return StoredReading(**_summary(summary), text=text, payload=zlib.decompress(payload))
        return None

    def readings(self) -> tuple[ReadingSummary, ...]:
        query = f"SELECT {', '.join(SUMMARY)}, length(original) FROM reading"
        return tuple(
            ReadingSummary(**_summary(summary), characters=characters)
            for *summary, characters in self._rows(f"{query} ORDER BY document, language, checksum")
        )

    def evidence_text(self, checksum: str) -> EvidenceText | None:
        query = "SELECT original, repaired, origins FROM reading WHERE checksum = ?"
        for original, repaired, origins in self._rows(query, (checksum,)):
            return EvidenceText(original, repaired, unpacked(origins))
        return None

    # Judgements

    def put_judgements(self, judgements: Collection[Mapping[str, Any]]) -> None:
        lines = [(json.dumps(dict(one), ensure_ascii=False),) for one in judgements]
        with self._transaction() as database:
            database.execute("DELETE FROM judgement")
            database.executemany("INSERT INTO judgement (line) VALUES (?)", lines)

    def judgements(self) -> tuple[Mapping[str, Any], ...]:
        rows = self._rows("SELECT line FROM judgement ORDER BY position")
        return tuple(json.loads(line) for (line,) in rows)

    # The graph

    def write_graph(self, graph: Graph, manifest: Mapping[str, Any]) -> None:
        faults = list(load_model().faults(graph))
        if faults:
            more = f" (and {len(faults) - 1} more faults)" if len(faults) > 1 else ""
            raise ModelError(f"{faults[0]}{more}")
        with self._transaction() as database:
            fill(database, graph, manifest)

    def keep(self, name: str, answer: Any, manifest: Mapping[str, Any]) -> bool:
        try:
            # Whoever builds the next graph holds the file; this one's answers are not worth a wait.
            self._database.execute("PRAGMA busy_timeout = 0")
            with self._transaction() as database:
                if current := self.manifest() == manifest:
                    row = (name, as_json(answer))
                    database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", row)
            return current
        except StoreError:
            return False
        finally:
            self._database.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")

    def kept(self, name: str) -> Any | None:
        for (answer,) in self._rows("SELECT answer FROM kept WHERE name = ?", (name,)):
            return json.loads(answer)
        return None

    def answers(self) -> Iterator[tuple[str, Any]]:
        for name, answer in self._rows("SELECT name, answer FROM kept ORDER BY name"):
            yield name, json.loads(answer)

    def manifest(self) -> Mapping[str, Any]:
        rows = self._rows("SELECT name, value FROM manifest ORDER BY rowid")
        return {name: json.loads(value) for name, value in rows}

    def node(self, id: str) -> Node | None:
        for row in self._rows("SELECT id, type, properties FROM node WHERE id = ?", (id,)):
            return node_of(row)
        return None

    def nodes(self, type: str | None = None, prefix: str | None = None) -> Iterator[Node]:
        where, values = nodes_where(type, prefix)
        query = f"SELECT id, type, properties FROM node{clause(where)} ORDER BY position"
        return map(node_of, self._rows(query, values))

    def ids(
        self,
        type: str | None = None,
        prefix: str | None = None,
        having: Mapping[str, Collection[str]] | None = None,
        known: bool | None = None,
    ) -> Iterator[str]:
        where, values = nodes_where(type, prefix)
        for property, wanted in (having or {}).items():
            found = f"FROM lookup WHERE property = ? AND value IN ({', '.join('?' * len(wanted))})"
            # Few begin with a prefix, and each is looked up; else the values say which there are.
            of_each = f"EXISTS (SELECT 1 {found} AND node = position)"
            where.append(of_each if prefix else f"position IN (SELECT node {found})")
            values += [property, *wanted]
        if known is not None:
            where.append("known = ?")
            values.append(known)
        rows = self._rows(f"SELECT id FROM node{clause(where)} ORDER BY position", values)
        return map(itemgetter(0), rows)

    def named(self, name: str) -> tuple[str, ...]:
        query = (
            "SELECT id FROM lookup JOIN node ON node.position = lookup.node"
            " WHERE property = ? AND value = ? ORDER BY node.position"
        )
        return tuple(id for (id,) in self._rows(query, (SHORT_NAME, short_name(name))))

    def counts(self) -> Counts:
        return counts_of(self._rows("SELECT nodes, edges FROM tally"))

    def edges(
        self,
        type: str | Collection[str] | None = None,
        source: str | None = None,
        target: str | None = None,
    ) -> Iterator[Edge]:
        return self._edges(*where_of(type=type, source=source, target=target))

    def edges_with(self, property: str) -> Iterator[Edge]:
        if property not in RARE:
            return super().edges_with(property)
        return self._edges(["position IN (SELECT edge FROM rare WHERE property = ?)"], [property])

    def _edges(self, where: list[str], values: list[Any]) -> Iterator[Edge]:
        # A join would put the whole evidence of the store in order for every question.
        evidence = (
            "(SELECT json_group_array(json(record)) FROM (SELECT record FROM evidence"
            " WHERE evidence.edge = edge.position ORDER BY evidence.position))"
        )
        query = (
            f"SELECT type, source, target, basis, confidence, properties, {evidence}"
            f" FROM edge{clause(where)} ORDER BY position"
        )
        return map(edge_of, self._rows(query, values))

    def edge_keys(
        self,
        type: str | Collection[str] | None = None,
        source: str | None = None,
        target: str | None = None,
        *,
        source_prefix: str = "",
        target_prefix: str = "",
    ) -> Iterator[tuple[str, str, str]]:
        where, values = where_of(type=type, source=source, target=target)
        begun, ends = begun_with(source=source_prefix, target=target_prefix)
        query = f"SELECT type, source, target FROM edge{clause(where + begun)} ORDER BY position"
        return cast(Iterator[tuple[str, str, str]], self._rows(query, values + ends))

    def reach(self, id: str, type: str, *, reverse: bool = False) -> tuple[str, ...]:
        here, there = ("target", "source") if reverse else ("source", "target")
        query = (
            "WITH RECURSIVE reached (id, distance, position) AS ("
            f" SELECT {there}, 1, position FROM edge WHERE type = :type AND {here} = :id"
            f" UNION SELECT edge.{there}, distance + 1, edge.position FROM reached"
            f" JOIN edge ON edge.{here} = reached.id AND edge.type = :type"
            # a chain without a ring is no longer than the table; amendments do form rings
            " WHERE distance < 100)"
            " SELECT id FROM reached WHERE id <> :id"
            " GROUP BY id ORDER BY min(distance), min(position)"
        )
        try:
            found = self._database.execute(query, {"type": type, "id": id}).fetchall()
        except sqlite3.Error as error:
            raise _fault(self._path, "read", error) from error
        return tuple(row[0] for row in found)

    def remarks(self, kind: str | None = None) -> Iterator[Remark]:
        where, values = where_of(kind=kind)
        for (record,) in self._rows(
            f"SELECT record FROM remark{clause(where)} ORDER BY position", values
        ):
            yield remark_from_plain(json.loads(record))

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        try:
            found = find(self._database, words, limit)
        except sqlite3.Error as error:
            raise _fault(self._path, "searched", error) from error
        hits = []
        for place in found:
            if node := self.node(place.node):
                hits.append(place.hit(node))
        return tuple(hits)

    def matches(self, words: str) -> Iterator[str]:
        try:
            return iter(find_all(self._database, words))
        except sqlite3.Error as error:
            raise _fault(self._path, "searched", error) from error


def _fault(path: Path, wanted: str, error: sqlite3.Error) -> StoreError:
    codes = {sqlite3.SQLITE_BUSY: "busy", sqlite3.SQLITE_NOTADB: "foreign"}
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without what it says beyond the kind
    state = codes.get(code, "unreadable")
    return StoreError(f"{path}: cannot be {wanted}: {error}", state)


def _summary(row: list[Any]) -> dict[str, Any]:
    summary = dict(zip(SUMMARY, row, strict=True))
    return summary | {"repairs": json.loads(summary["repairs"])}
