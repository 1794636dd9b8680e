"""The library of questions as a reader sees it: its contents, and one question in full."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from commands.layout.terminal import Prose, indented, table
from graph.library import Parameter, Question


def listed(question: Question) -> dict[str, Any]:
    """A question for a machine: what it is called, what it asks, what it takes."""
    return {
        "name": question.name,
        "title": question.title,
        "question": question.says,
        "parameters": [
            {"name": one.name, "type": one.type, "says": one.says, "default": one.default}
            for one in question.parameters.values()
        ],
    }


def contents(questions: Iterable[Question]) -> Iterator[RenderableType]:
    """All questions, each with its title and its parameters."""
    for question in questions:
        yield Prose(Text(question.name, style="bold"))
        yield indented(question.title, 4)
        taken = ", ".join(_assigned(one) for one in question.parameters.values())
        if taken:
            yield indented(Text(taken, style="dim"), 4)


def one_question(question: Question) -> Iterator[RenderableType]:
    """A question in full: in words, its parameters, and the Cypher that is sent."""
    yield Prose(Text(question.title, style="bold"))
    yield Prose(question.says)
    if question.parameters:
        yield Text()
        rows = (
            (f"--param {_assigned(one)}", one.type, one.says)
            for one in question.parameters.values()
        )
        yield indented(table("", "", "", rows=rows, show_header=False))
    yield Text()
    yield Text(question.query)


def _assigned(parameter: Parameter) -> str:
    """A parameter with its default, as one would give it; `…` where any value will do."""
    if parameter.default is None:
        return f"{parameter.name}=…"
    value = parameter.default
    return f"{parameter.name}={value if isinstance(value, str) else json.dumps(value)}"
