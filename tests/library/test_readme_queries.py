"""The questions that the README puts to Neo4j are put to a server, with the graph of the digests."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from graph.stores.neo4j.address import is_address
from tests.commands.conftest import run
from tests.library.conftest import Library
from tests.project.readme_blocks import ShellLine, shell_lines

README = Path(__file__).resolve().parents[2] / "README.md"


def questions_of(readme: Path) -> list[ShellLine]:
    return [line for line in shell_lines(readme) if line.command.startswith("mandates query")]


def test_the_readme_shows_how_to_ask() -> None:
    assert len(questions_of(README)) >= 3


@pytest.mark.parametrize("shown", questions_of(README), ids=lambda line: f"line {line.line}")
def test_a_question_of_the_readme(digests: Library, shown: ShellLine, tmp_path: Path) -> None:
    url = digests.connection.address.url
    _, *words = shlex.split(shown.command.partition(">")[0])
    done = run(tmp_path, *(url if is_address(word) else word for word in words))
    assert done.returncode == 0, done.stderr
    assert done.stdout, "the README shows a question that nothing answers"
