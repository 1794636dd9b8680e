"""The library of questions as a page of the documentation, in Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from graph.library import Question
from graph.markdown import cell, code, table

HEAD = """\
# Questions in Cypher

Written by `mandates query --format markdown` from the files of `graph/queries`: change those, not this page.

Each of these questions is put to the graph in Neo4j by its name, and takes parameters:

```console
$ mandates query mandates-without-follow-up --param session=3 --store neo4j://localhost:7687
```

A parameter without a default need not be given. Rows that name a provision end with its citation and the
link to the official text. The Cypher is what the server gets; it runs in Neo4j Browser too, with its
parameters set there (`:param session => '3'`).
"""


def book_page(questions: Iterable[Question]) -> Iterator[str]:
    """All questions: what they are called and ask, then each in full."""
    listed = list(questions)
    yield HEAD
    rows = ([f"[{one.name}](#{one.name})", one.title] for one in listed)
    yield from table(("name", "question"), rows)
    for one in listed:
        yield from section(one)


def section(question: Question) -> Iterator[str]:
    """A question in full: in words, its parameters, and the Cypher that is sent."""
    yield f"## {question.name}\n"
    yield f"**{question.title}** {question.says}\n"
    if question.parameters:
        yield from table(
            ("parameter", "type", "says", "default"),
            (
                [code(one.name), one.type, cell(one.says), _default(one.default)]
                for one in question.parameters.values()
            ),
        )
    yield f"```cypher\n{question.query}\n```\n"


def _default(value: object) -> str:
    return "" if value is None else code(json.dumps(value, ensure_ascii=False))
