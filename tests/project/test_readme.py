"""Everything that the README and the guides in docs/ show works as shown, in a copy of the checkout."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.readme_blocks import ShellLine, python_shown, shell_lines

CHECKOUT = Path(__file__).resolve().parents[2]
README = CHECKOUT / "README.md"
GUIDES = [README, *sorted((CHECKOUT / "docs").rglob("*.md"))]
# A command that several guides show is run once, where it stands first: reading changes no store.
FIRST_SHOWN = {
    line.command: (guide, line)
    for guide in reversed(GUIDES)
    for line in reversed(shell_lines(guide))
}
SHOWN = [
    pytest.param(line, id=f"{guide.stem} line {line.line}")
    for guide in GUIDES
    for line in shell_lines(guide)
    if FIRST_SHOWN[line.command] == (guide, line)
]

# Words at the start of a line that a test cannot follow, and why.
NOT_RUN = {
    "git": "fetches the project, which is here already",
    "cd": "every line is run in the root of the copy",
    "docker": "starts a server of the reader's own",
    "pip": "asks a registry",
    ".": "puts on the path what `make setup` installed",
}
# These need a server, a network or an end by hand: their options are checked, by adding --help.
ONLY_PARSED = re.compile(r"mandates (?:app|fetch|load)\b|neo4j://|bolt://")
NOT_COPIED = shutil.ignore_patterns(
    ".git",
    ".venv",
    ".neo4j",
    "*.sqlite*",
    "__pycache__",
    ".*_cache",
    ".hypothesis",
    "build",
    "dist",
)

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def copy(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout with a store of the digests: what `make graph` leaves behind."""
    folder = tmp_path_factory.mktemp("readme") / "a checkout"
    shutil.copytree(checkout, folder, ignore=NOT_COPIED)
    _succeeds("mandates build data --store sqlite:///mandates.sqlite", folder)
    return folder


def _succeeds(command: str, folder: Path) -> None:
    # The corpus stands beside the checkout, not beside the copy.
    corpus = os.environ.get("MANDATES_CORPUS", str(CHECKOUT.parent / "shared" / "corpus"))
    environment = os.environ | {
        "MANDATES_CORPUS": corpus,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
    )
    said = f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    assert done.returncode == 0, said
    assert "Traceback (most recent call last)" not in done.stderr, said


@pytest.mark.parametrize("shown", SHOWN)
def test_a_command_shown(shown: ShellLine, copy: Path) -> None:
    if shown.program in NOT_RUN:
        return  # named above, with its reason
    if shown.program == "make":
        _succeeds(shown.command.replace("make", "make --dry-run", 1), copy)
    elif ONLY_PARSED.search(shown.command):
        _succeeds(f"{shown.command} --help", copy)
    else:
        _succeeds(shown.command, copy)


@pytest.mark.parametrize(
    "guide", [guide for guide in GUIDES if python_shown(guide)], ids=lambda guide: guide.stem
)
def test_python_shown(guide: Path, copy: Path) -> None:
    run = []
    for block in python_shown(guide):
        if ONLY_PARSED.search(block):
            compile(block, guide.name, "exec")
        else:
            run.append(block)
    script = copy / f"{guide.stem}_shown.py"
    script.write_text("\n".join(run), encoding="utf-8")
    _succeeds(f"python '{script.name}'", copy)


def test_the_readme_opens_with_the_two_commands() -> None:
    commands = [line.command for line in shell_lines(README)]
    assert {"make app", "make test"} <= set(commands)


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        # output stands between commands
        ("```console\n$ make app\nready\n$ make test\n```\n", [(2, "make app"), (4, "make test")]),
        # a continued line is one command, wherever the block stands
        ("# T\n\n```bash\nmandates build \\\n    data\n```\n", [(4, "mandates build data")]),
        ("```console\n$ mandates trace \\\n> 3/2\n```\n", [(2, "mandates trace 3/2")]),
        # a comment, and a block that is not for a shell
        (
            "```bash\n# first\nmandates gaps\n```\n```python\nimport graph\n```\n",
            [(3, "mandates gaps")],
        ),
    ],
)
def test_shell_lines(text: str, commands: list[tuple[int, str]], tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(text, encoding="utf-8")
    assert [(line.line, line.command) for line in shell_lines(readme)] == commands


def test_a_variable_before_a_command_is_not_its_program() -> None:
    assert ShellLine(1, "MANDATES_STORE=other.sqlite mandates gaps").program == "mandates"
