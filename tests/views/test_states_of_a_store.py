"""Whatever state the store is in: a page that says what to do, in the reader's language."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import river
from driven import markup, opened
from streamlit.testing.v1 import AppTest

from graph.model.records import Graph
from graph.stores import open_store
from tests.serving import free_port
from views.parts.wording import wording_for


def opened_on(url: str, checkout: Path, monkeypatch: pytest.MonkeyPatch, **address: str) -> AppTest:
    """The app at an address, on another store."""
    monkeypatch.setenv("MANDATES_STORE", url)
    return opened(checkout, **address)


def nothing(url: str, file: Path) -> None:
    """No file at all."""


def empty(url: str, file: Path) -> None:
    open_store(url).close()


def without_graph(url: str, file: Path) -> None:
    """What a first build leaves behind while it reads: documents, and no graph yet."""
    with open_store(url) as store:
        store.put_reading(river.reading())


def of_another_version(url: str, file: Path) -> None:
    open_store(url).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("PRAGMA user_version = 999")


def of_something_else(url: str, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("CREATE TABLE recipe (name TEXT)")


def no_database(url: str, file: Path) -> None:
    file.write_bytes(b"%PDF-1.7 a report that was named by mistake " * 100)


def torn(url: str, file: Path) -> None:
    """A store whose file lost its end."""
    with open_store(url) as store:
        store.write_graph(river.GRAPH, {"version": "0.1"})
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 4])


STATES: list[tuple[Callable[[str, Path], None], str, bool]] = [
    (nothing, "missing", True),
    (empty, "empty", True),
    (without_graph, "building", True),
    (of_another_version, "version", True),
    (of_something_else, "foreign", False),
    (no_database, "foreign", False),
    (torn, "unreadable", False),
]


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
@pytest.mark.parametrize(("make", "state", "built"), STATES, ids=[s[0].__name__ for s in STATES])
def test_a_page_says_what_to_do(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[str, Path], None],
    state: str,
    built: bool,
    language: str,
) -> None:
    file = tmp_path / "mandates.sqlite"
    url = f"sqlite:///{file}"
    make(url, file)
    before = file.read_bytes() if file.exists() else None
    app = opened_on(url, checkout, monkeypatch, page="start", lang=language)
    wording = wording_for(language)
    assert wording.say(f"trouble.{state}") in markup(app)
    assert wording.say(f"trouble.{state}_do") in markup(app)
    commands = [code.value for code in app.code]
    assert commands == ([f"mandates build PATH --store {url}"] if built else [])
    # whoever only looks changes nothing
    assert (file.read_bytes() if file.exists() else None) == before


@pytest.mark.parametrize("page", ["start", "trace", "gaps", "method", "node", "evidence", "why"])
def test_every_page_says_it(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    app = opened_on(f"sqlite:///{tmp_path / 'none.sqlite'}", checkout, monkeypatch, page=page)
    assert wording_for("en").say("trouble.missing") in markup(app)


def test_a_server_that_is_gone(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("neo4j")
    url = f"bolt://127.0.0.1:{free_port()}"
    app = opened_on(url, checkout, monkeypatch, page="start", lang="ar")
    assert wording_for("ar").say("trouble.unreachable") in markup(app)
    assert url in markup(app)


def test_an_address_of_nothing(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = markup(opened_on("nowhere:<script>window.hostile = 1", checkout, monkeypatch, lang="en"))
    assert wording_for("en").say("trouble.unreadable") in seen
    assert "<script>window" not in seen
    assert "&lt;script&gt;window" in seen


def test_a_password_in_an_address_is_not_shown(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"bolt://reader:sesame@127.0.0.1:{free_port()}"
    app = opened_on(url, checkout, monkeypatch, page="start", lang="en")
    shown = markup(app) + "".join(code.value for code in app.code)
    assert "127.0.0.1" in shown
    assert "sesame" not in shown


def test_who_reads_goes_on_while_another_builds(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old graph stays until the new one is whole; then a page shows the new one."""
    file = tmp_path / "mandates.sqlite"
    url = f"sqlite:///{file}"
    with open_store(url) as store:
        store.write_graph(river.GRAPH, {"version": "0.1"})
    asked = {"page": "trace", "id": river.ACT, "lang": "en"}
    writer = sqlite3.connect(file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM node")
    writer.execute("DELETE FROM manifest")
    app = opened_on(url, checkout, monkeypatch, **asked)
    assert "Clean rivers" in markup(app)
    writer.execute("ROLLBACK")
    writer.close()
    with open_store(url) as store:
        without = tuple(node for node in river.NODES if node.id == "body:river-cop")
        store.write_graph(Graph(without, ()), {"version": "0.2"})
    assert "Clean rivers" not in markup(opened_on(url, checkout, monkeypatch, **asked))


@pytest.mark.parametrize("language", ["ar", "en", "fr", "es", "ru", "zh"])
def test_a_page_that_there_is_not(
    checkout: Path, store_url: str, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    app = opened_on(store_url, checkout, monkeypatch, page="<b>nothing</b>", lang=language)
    seen = markup(app)
    assert wording_for(language).say("unknown.title") in seen
    assert "&lt;b&gt;nothing&lt;/b&gt;" in seen
    assert f'href="?page=start&amp;lang={language}"' in seen
