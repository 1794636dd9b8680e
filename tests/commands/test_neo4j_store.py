"""The commands that ask, put to a copy of the graph in Neo4j: they say what they say of the file."""

from __future__ import annotations

import os
import pty
import select
import time
from pathlib import Path

import pytest
import river

from graph.export import export, formats
from graph.model.records import Graph
from graph.stores import open_store
from tests.commands.conftest import Mandates, command_line, surroundings
from tests.neo4j.server import OwnServer

pytestmark = pytest.mark.neo4j
PATIENCE = 60  # seconds


@pytest.fixture
def copied(neo4j_url: str, river_folder: Path) -> str:
    """The address of a copy of the store that `ask` asks."""
    with (
        open_store(f"sqlite:///{river_folder / 'mandates.sqlite'}", create=False) as store,
        open_store(neo4j_url) as copy,
    ):
        for summary in store.readings():
            if reading := store.reading(summary.checksum):
                copy.put_reading(reading)
        graph = Graph(tuple(store.nodes()), tuple(store.edges()), tuple(store.remarks()))
        copy.write_graph(graph, store.manifest())
    return neo4j_url


@pytest.mark.parametrize(
    "words",
    [
        ("trace", "3/2", "--body", "river-cop", "--json"),
        ("trace", "3/2#a", "--body", "river-cop", "--lang", "ar", "--full"),
        ("trace", "3/2"),  # another body has a 3/2 as well
        ("why", "item", "4/2(b)", "--json"),
        ("gaps",),
        ("gaps", "--json"),
        ("search", "state", "rivers", "--json"),
        ("search", "zebra"),
    ],
)
def test_the_same_is_said(ask: Mandates, copied: str, words: tuple[str, ...]) -> None:
    of_file, of_copy = ask(*words), ask(*words, "--store", copied)
    assert of_copy.returncode == of_file.returncode
    assert of_copy.stdout == of_file.stdout
    assert of_copy.stderr == of_file.stderr.replace("sqlite:///mandates.sqlite", copied)


def test_the_same_is_written(ask: Mandates, copied: str, tmp_path: Path) -> None:
    for url, folder in (("sqlite:///mandates.sqlite", "file"), (copied, "copy")):
        where = tmp_path / folder
        where.mkdir()
        graph = ask("export", "--format", "jsonl", "--out", str(where), "--store", url)
        page = ("-o", str(where / "chain.html"), "--body", "river-cop", "--store", url)
        assert (graph.returncode, ask("picture", "3/2", *page).returncode) == (0, 0)
    written = {
        folder: {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        for folder in ("file", "copy")
    }
    assert set(written["file"]) == {"nodes.jsonl", "edges.jsonl", "manifest.json", "chain.html"}
    assert written["copy"] == written["file"]


def test_every_export_of_a_copy_is_that_of_the_file(
    copied: str, river_folder: Path, tmp_path: Path
) -> None:
    with (
        open_store(f"sqlite:///{river_folder / 'mandates.sqlite'}", create=False) as store,
        open_store(copied, create=False) as copy,
    ):
        for format in formats():
            of_file, of_copy = (
                {path.name: path.read_bytes() for path in export(one, format, folder / format)}
                for one, folder in ((store, tmp_path / "file"), (copy, tmp_path / "copy"))
            )
            assert of_copy == of_file


def test_a_copy_is_no_difference(ask: Mandates, copied: str) -> None:
    there, back = (("mandates.sqlite", copied), (copied, "mandates.sqlite"))
    for stores in (there, back):
        done = ask("diff", *stores, "--exit-code")
        assert (done.returncode, done.stdout) == (0, "No difference.\n")


def test_doctor_looks_at_the_copy(ask: Mandates, copied: str) -> None:
    looked = ask("doctor", "--store", copied)
    assert f"{copied}: 1 readings, {len(river.NODES)} nodes" in " ".join(looked.stdout.split())
    assert "every node and edge is as declared" in " ".join(looked.stdout.split())


def test_a_server_that_is_not_there_is_one_line(ask: Mandates) -> None:
    answer = ask("trace", "3/2", "--store", "neo4j://127.0.0.1:9")
    assert answer.returncode == 1
    assert answer.stderr.count("\n") == 1
    assert "neo4j://127.0.0.1:9: refused: is the server running?" in answer.stderr


def test_a_password_that_is_not_set_is_asked_for_at_the_terminal(
    neo4j_secured: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert neo4j_secured.account
    with open_store(neo4j_secured.url) as store:
        store.write_graph(river.GRAPH, {"version": "0.1"})
    monkeypatch.delenv("NEO4J_PASSWORD")
    words = ("search", "rivers", "--store", neo4j_secured.url)
    shown = at_a_terminal(words, "Password of neo4j", neo4j_secured.account.password)
    assert "agenda item 4/2(b)" in shown
    assert neo4j_secured.account.password not in shown


def at_a_terminal(words: tuple[str, ...], question: str, answer: str) -> str:
    """What a command shows at a terminal where `answer` is typed when it asks `question`."""
    process, terminal = pty.fork()
    if process == 0:
        command = command_line(*words)
        os.execve(command[0], command, surroundings())
    shown = b""
    typed = False
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            shown += os.read(terminal, 4096)
        except OSError:
            break  # the command has ended
        if not typed and question.encode() in shown:
            os.write(terminal, f"{answer}\n".encode())
            typed = True
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0, shown.decode()
    return shown.decode()


def test_a_graph_is_not_built_in_its_copy(mandates: Mandates, copied: str, tmp_path: Path) -> None:
    (tmp_path / "agenda.txt").write_text("1. Opening of the session", encoding="utf-8")
    refused = mandates("build", "agenda.txt", "--store", copied)
    assert refused.returncode == 1
    assert f"build into a file, then run `mandates load {copied}`" in refused.stderr
    with open_store(copied, create=False) as copy:
        assert tuple(copy.nodes()) == river.NODES
