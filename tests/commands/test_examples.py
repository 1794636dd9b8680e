"""Every command explains itself, and the examples in its help work as shown."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from commands import COMMANDS
from graph.stores.neo4j.address import is_address
from tests.commands.conftest import CHECKOUT, run

SERVES = {"app"}  # it would not end by itself: its options are checked, by adding --help
ON_NEO4J = {"load", "query"}  # their addresses are replaced by that of the tests' own server


def examples(help_text: str) -> list[list[str]]:
    """The lines below `Example:` that begin with the name of the program, without it."""
    shown = help_text.partition("Example:")[2].partition("Options:")[0]
    return [shlex.split(line)[1:] for line in re.findall(r"^\s+(mandates .+)$", shown, re.M)]


@pytest.fixture(scope="module")
def checkout_in_use(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a user: the digests, a store of them, answer keys, and files of their own."""
    folder = tmp_path_factory.mktemp("use")
    shutil.copytree(CHECKOUT / "data", folder / "data")
    shutil.copytree(CHECKOUT / "tests" / "keys", folder / "tests" / "keys")
    shutil.copytree(CHECKOUT / "data", folder / "reports")
    shutil.copy(CHECKOUT / "data" / "CTOC_COP_2008_1.digest.ar.txt", folder / "agenda.txt")
    sentences = "Recalls its decision 3/2;\n\nRequests the Secretariat to report.\n"
    (folder / "sentences.txt").write_text(sentences, encoding="utf-8")
    for store in ("mandates", "reports"):
        done = run(folder, "build", "data", "--store", f"sqlite:///{store}.sqlite")
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def loaded(checkout_in_use: Path, neo4j_url: str) -> str:
    """The address of a Neo4j database with the graph of the digests."""
    done = run(checkout_in_use, "load", neo4j_url)
    assert done.returncode == 0, done.stderr
    return neo4j_url


@pytest.mark.parametrize("command", sorted(ON_NEO4J))
def test_the_examples_of_a_command_on_neo4j_work(
    checkout_in_use: Path, loaded: str, command: str
) -> None:
    shown = examples(run(checkout_in_use, command, "--help").stdout)
    assert shown, "no example"
    for words in shown:
        here = [loaded if is_address(word) else word for word in words]
        done = run(checkout_in_use, *here)
        assert done.returncode == 0, f"{words}: {done.stderr}"


@pytest.mark.parametrize(
    "command", [(), *((name,) for name in COMMANDS if name not in ON_NEO4J)], ids=" ".join
)
def test_the_examples_of_a_command_work(checkout_in_use: Path, command: tuple[str, ...]) -> None:
    told = run(checkout_in_use, *command, "--help")
    assert told.returncode == 0, told.stderr
    shown = examples(told.stdout)
    assert shown, "no example"
    for words in shown:
        ending = ["--help"] if words[0] in SERVES else []
        done = run(checkout_in_use, *words, *ending)
        assert done.returncode == 0, f"{words}: {done.stderr}"
        assert done.stdout or done.stderr


def test_the_help_names_every_command() -> None:
    modules = {path.stem for path in (CHECKOUT / "commands").glob("*.py")}
    assert modules - {"__init__", "__main__", "bundle", "options"} == set(COMMANDS)
