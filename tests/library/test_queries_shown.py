"""The questions that README and guides put to Neo4j are put to a server, with the graph of the digests."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from graph.stores.neo4j.address import is_address
from tests.commands.conftest import run
from tests.library.conftest import Library
from tests.project.readme_blocks import ShellLine, shell_lines

CHECKOUT = Path(__file__).resolve().parents[2]
GUIDES = (CHECKOUT / "README.md", CHECKOUT / "docs" / "guides" / "data-team.md")


def questions_of(guide: Path) -> list[ShellLine]:
    return [line for line in shell_lines(guide) if line.command.startswith("mandates query")]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_it_shows_how_to_ask(guide: Path) -> None:
    assert len(questions_of(guide)) >= 2


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param(line, id=f"{guide.stem} line {line.line}")
        for guide in GUIDES
        for line in questions_of(guide)
    ],
)
def test_a_question_shown(digests: Library, shown: ShellLine, tmp_path: Path) -> None:
    url = digests.connection.address.url
    _, *words = shlex.split(shown.command.partition(">")[0])
    done = run(tmp_path, *(url if is_address(word) else word for word in words))
    assert done.returncode == 0, done.stderr
    assert done.stdout, "a question is shown that nothing answers"
