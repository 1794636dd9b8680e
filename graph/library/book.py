"""The book of questions: `graph/queries/*.cypher`, read strictly.

A file opens with comments: its title; after an empty comment the question in plain words; after
another its parameters, a line each: `// $name  type  what it is = default`. Then comes the query.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby, takewhile
from pathlib import Path
from types import MappingProxyType

from graph.model.errors import QuestionError

Value = str | int | float | bool
TYPES: Mapping[str, type] = MappingProxyType(
    {"string": str, "integer": int, "number": float, "boolean": bool}
)
DECLARATION = re.compile(r"\$(?P<name>\w+)\s+(?P<type>\w+)\s+(?P<says>\S.*?)\s+= (?P<default>.+)")
# What holds no parameter although it may hold a dollar sign: comments, texts, quoted names.
NO_PARAMETER = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`""", re.DOTALL
)
USE = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be said of a question: `default` is None where it need not be narrowed."""

    name: str
    type: str
    says: str
    default: Value | None

    def read(self, text: str) -> Value:
        """The value that a text stands for, as on a command line. Raises QuestionError."""
        if self.type == "string":
            return text
        try:
            value = json.loads(text)
        except ValueError:
            value = text
        return self.checked(value)

    def checked(self, value: object) -> Value:
        """The value, if it is of the parameter's type. Raises QuestionError."""
        expected = TYPES[self.type]
        if type(value) is expected:
            return value  # type: ignore[return-value]  # `type` has told, to us if not to mypy
        if expected is float and type(value) is int:
            return float(value)
        raise QuestionError(f"{self.name}: {value!r} is no {self.type} ({self.says})")


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the book: `text` is the whole file, which is what the server gets."""

    name: str
    title: str
    says: str
    parameters: Mapping[str, Parameter]
    text: str

    @property
    def query(self) -> str:
        """The Cypher below the comments, for showing."""
        lines = self.text.splitlines()
        return "\n".join(lines[len(_head(lines)) :]).strip()

    def filled(self, given: Mapping[str, object]) -> dict[str, Value | None]:
        """All parameters with their values. Raises QuestionError for a name or value that is none."""
        for name in given:
            self.parameter(name)
        return {
            name: parameter.checked(given[name]) if name in given else parameter.default
            for name, parameter in self.parameters.items()
        }

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name. Raises QuestionError."""
        if name in self.parameters:
            return self.parameters[name]
        known = ", ".join(self.parameters) or "none"
        raise QuestionError(f"{name}: {self.name} has no such parameter; it has: {known}")


def question(name: str) -> Question:
    """The question of that name, or in that file if the name is one (`mine.cypher`).

    Raises QuestionError: with the nearest names, or with what is wrong with the file.
    """
    if name.endswith(".cypher"):
        return _in_file(Path(name))
    book = questions()
    if name in book:
        return book[name]
    near = difflib.get_close_matches(name, book, n=3) or [one for one in book if name in one][:3]
    meant = f"; nearest: {', '.join(near)}" if near else ""
    raise QuestionError(f"{name}: no such question{meant}; `mandates query` lists them all")


def _in_file(file: Path) -> Question:
    try:
        return read_question(file.name, file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "not in UTF-8"
        raise QuestionError(f"{file}: cannot be read: {said}") from error


@cache
def questions() -> Mapping[str, Question]:
    """All questions by name, in the order of their names. Raises QuestionError for a faulty file."""
    folder = resources.files("graph") / "queries"
    files = sorted((one for one in folder.iterdir() if one.name.endswith(".cypher")), key=_name)
    return MappingProxyType(
        {
            name: read_question(name, file.read_text(encoding="utf-8"))
            for file in files
            for name in [file.name.removesuffix(".cypher")]
        }
    )


def _name(file: resources.abc.Traversable) -> str:
    return file.name


def read_question(name: str, text: str) -> Question:
    """The question that a file holds. Raises QuestionError that says what is wrong with it."""
    lines = text.splitlines()
    head = _head(lines)
    parts = [list(part) for filled, part in groupby(head, key=bool) if filled]
    if not head or not head[0]:
        raise QuestionError(f"{name}: no title in the first line; write `// What …?`")
    if len(parts) < 2 or len(parts[0]) > 1 or parts[1][0].startswith("$"):
        raise QuestionError(f"{name}: after the title and `//` comes the question in plain words")
    if len(parts) > 3:
        raise QuestionError(f"{name}: one paragraph and one list of parameters, not {len(parts)}")
    query = "\n".join(lines[len(head) :])
    if not NO_PARAMETER.sub("", query).strip():
        raise QuestionError(f"{name}: no query after the comments")
    parameters = {one.name: one for one in _declared(name, parts[2] if len(parts) > 2 else [])}
    used = set(USE.findall(NO_PARAMETER.sub("", query)))
    if undeclared := sorted(used - parameters.keys()):
        raise QuestionError(f"{name}: ${', $'.join(undeclared)}: used and not declared")
    if unused := sorted(parameters.keys() - used):
        raise QuestionError(f"{name}: ${', $'.join(unused)}: declared and not used")
    return Question(name, parts[0][0], " ".join(parts[1]), MappingProxyType(parameters), text)


def _head(lines: list[str]) -> list[str]:
    """The comments that a file opens with, without their signs."""
    return [line[2:].strip() for line in takewhile(lambda line: line.startswith("//"), lines)]


def _declared(question: str, lines: list[str]) -> Iterator[Parameter]:
    names: set[str] = set()
    for line in lines:
        found = DECLARATION.fullmatch(line)
        if found is None:
            raise QuestionError(f"{question}: {line!r}: write `$name  type  what it is = default`")
        name, kind, says, default = found.group("name", "type", "says", "default")
        if kind not in TYPES:
            raise QuestionError(f"{question}: ${name}: {kind} is none of {', '.join(TYPES)}")
        if name in names:
            raise QuestionError(f"{question}: ${name}: declared twice")
        names.add(name)
        yield _with_default(question, Parameter(name, kind, says, None), default)


def _with_default(question: str, parameter: Parameter, default: str) -> Parameter:
    try:
        value = json.loads(default)
        checked = None if value is None else parameter.checked(value)
    except (ValueError, QuestionError) as error:
        raise QuestionError(
            f"{question}: ${parameter.name}: {default} is no default of type {parameter.type}"
        ) from error
    return Parameter(parameter.name, parameter.type, parameter.says, checked)
