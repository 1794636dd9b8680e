"""Reads the shell lines and the Python out of a guide, as its reader would type them."""

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class ShellLine:
    """One command of a guide; `line` counts from 1 and tells where it stands in the file."""

    line: int
    command: str

    @property
    def program(self) -> str:
        """The first word that is no assignment of a variable."""
        words = self.command.split()
        return next((word for word in words if not re.match(r"\w+=", word)), "")


def shell_lines(readme: Path) -> list[ShellLine]:
    """Every command in the fenced `console` and `bash` blocks, in order.

    A `console` block shows commands after `$` and what they print without it; in a `bash` block
    every line is a command, but for comments. A backslash at the end continues a command.
    """
    text = readme.read_text(encoding="utf-8")
    found = []
    for block in FENCE.finditer(text):
        kind, content = block.groups()
        if kind not in {"console", "bash"}:
            continue
        first = text.count("\n", 0, block.start(2)) + 1
        found.extend(_commands(content, first, prompt=kind == "console"))
    return found


def python_shown(guide: Path) -> list[str]:
    """The blocks of Python of a guide, in order: later ones go on from earlier ones."""
    text = guide.read_text(encoding="utf-8")
    return [block[2] for block in FENCE.finditer(text) if block[1] == "python"]


def _commands(content: str, first: int, *, prompt: bool) -> list[ShellLine]:
    commands: list[ShellLine] = []
    continued = ""
    start = first
    for number, line in enumerate(content.splitlines(), first):
        if continued:
            typed = continued + line.strip().removeprefix("> ")
        elif prompt and not line.startswith("$ "):
            continue
        else:
            typed, start = (line[2:] if prompt else line).strip(), number
        if typed.endswith("\\"):
            continued = typed[:-1]
            continue
        continued = ""
        if typed and not typed.startswith("#"):
            commands.append(ShellLine(start, typed))
    return commands
