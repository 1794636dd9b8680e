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

# One would not end by itself, one asks the network: their options are checked, by adding --help.
ONLY_PARSED = {"app", "fetch"}
READ_TEXTS = {("evaluate",)}  # of the corpus
ON_NEO4J = {"load", "query"}  # their addresses are replaced by that of the tests' own server


def examples(help_text: str) -> list[list[str]]:
    """The commands below `Example:`, without the name of the program; those of a pipe one by one."""
    shown = help_text.partition("Example:")[2].partition("Options:")[0]
    lines = re.findall(r"^\s+(mandates .+)$", shown, re.M)
    return [shlex.split(command)[1:] for line in lines for command in line.split(" | ")]


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
def test_the_examples_of_a_command_work(
    checkout_in_use: Path, command: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    if command in READ_TEXTS:
        request.getfixturevalue("corpus")
    told = run(checkout_in_use, *command, "--help")
    assert told.returncode == 0, told.stderr
    shown = examples(told.stdout)
    assert shown, "no example"
    for words in shown:
        ending = ["--help"] if words[0] in ONLY_PARSED else []
        done = run(checkout_in_use, *words, *ending)
        assert done.returncode == 0, f"{words}: {done.stderr}"
        assert done.stdout or done.stderr


def test_the_help_names_every_command() -> None:
    modules = {path.stem for path in (CHECKOUT / "commands").glob("*.py")}
    assert modules - {"__init__", "__main__", "bundle", "options"} == set(COMMANDS)
