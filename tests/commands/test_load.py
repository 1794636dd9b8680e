"""`mandates load` as a user meets it: what it prints, and a line for everything that goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import river

from graph.model.content import content_of
from graph.stores import open_store
from tests.commands.conftest import run, surroundings
from tests.neo4j.server import OwnServer
from tests.serving import free_port

CONTENT = content_of(river.NODES, river.EDGES)


@pytest.mark.neo4j
def test_the_summary_says_what_the_copy_holds(river_folder: Path, neo4j_url: str) -> None:
    # the address comes from NEO4J_URI, which the fixture sets
    done = run(river_folder, "load", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert (told["nodes"], told["edges"], told["hash"]) == (
        CONTENT.nodes,
        CONTENT.edges,
        CONTENT.hash,
    )
    assert (told["target"], told["source"]) == (neo4j_url, "sqlite:///mandates.sqlite")
    assert (told["dropped"], told["beside"]["SourceText"]) == (0, 1)
    assert open_store(neo4j_url, create=False).node(river.ACT) is not None
    again = run(river_folder, "load", neo4j_url, "--from", "sqlite:///mandates.sqlite")
    assert (
        again.stdout
        == f"{CONTENT.nodes} nodes, {CONTENT.edges} relations, content {CONTENT.hash}\n"
    )
    assert again.stderr == ""


# What is typed, the exit status, and what the one line says.
FAULTS = {
    "no address of Neo4j": (["sqlite:///a.sqlite"], 2, "not the address of a Neo4j database, like"),
    "no source": (["bolt://127.0.0.1:1", "--from", "sqlite:///none.sqlite"], 1, "no such store"),
    "nothing listens there": (["bolt://127.0.0.1:{free}"], 1, "refused: is the server running?"),
    "nobody of this name": (["neo4j://nobody.invalid"], 1, "no server of this name is known"),
    "a password in the address": (
        ["neo4j://neo4j:secret@127.0.0.1"],
        1,
        "set NEO4J_USERNAME and NEO4J_PASSWORD",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_wrong_is_told_in_a_line(
    river_folder: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    for variable in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(variable, raising=False)
    words, status, told = FAULTS[fault]
    done = run(river_folder, "load", *(word.format(free=free_port()) for word in words))
    assert done.returncode == status
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert told in lines[-1], done.stderr
    assert status == 2 or len(lines) == 1, done.stderr
    assert "secret" not in done.stderr


@pytest.mark.neo4j
def test_who_may_not_get_in_is_told_so(
    river_folder: Path, neo4j_secured: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-that-word")
    wrong = run(river_folder, "load", neo4j_secured.url)
    monkeypatch.delenv("NEO4J_USERNAME")
    monkeypatch.delenv("NEO4J_PASSWORD")
    nobody = run(river_folder, "load", neo4j_secured.url)
    for done in (wrong, nobody):
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "NEO4J_USERNAME and NEO4J_PASSWORD" in done.stderr
    assert "wrong user or password" in wrong.stderr
    assert "not-that-word" not in wrong.stderr


def test_without_the_driver_a_line_says_how_to_get_it(river_folder: Path) -> None:
    # a module that is None in sys.modules is one that is not installed
    program = "import sys; sys.modules['neo4j'] = None; from commands import main; main()"
    words = [sys.executable, "-c", program, "load"]

    def typed(*further: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*words, *further], cwd=river_folder, env=surroundings(), capture_output=True, text=True
        )

    assert typed("--help").returncode == 0
    done = typed("bolt://127.0.0.1:1")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "mandates: bolt://127.0.0.1:1: neo4j is not installed; "
        "install it with `pip install 'mandates[neo4j]'`"
    ]
