"""`mandates query`: questions of the library, put to the graph in Neo4j."""

from __future__ import annotations

from collections.abc import Mapping

import click

from commands.layout.book import contents, listed, one_question
from commands.layout.book_page import book_page, section
from commands.layout.tables import as_csv, as_markdown, as_table, word_on_length
from commands.layout.terminal import Output, say, write_json
from commands.options import password_prompt
from graph.library import Question, Table, Value, connect, question, questions, run
from graph.model.errors import QuestionError
from graph.stores.neo4j.address import EXAMPLE

FORMATS = ("table", "csv", "json", "markdown")
UNSEEN = 160  # columns of a table where nobody looks at a terminal


@click.command()
@click.argument("name", required=False)
@click.option(
    "--param",
    "given",
    metavar="NAME=VALUE",
    multiple=True,
    help="A parameter of the question; may be given several times.",
)
@click.option("--show", is_flag=True, help="Show the question, its parameters and its Cypher.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="csv, json and markdown hold the cells in full.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--limit",
    default=1_000,
    show_default=True,
    type=click.IntRange(1),
    metavar="N",
    help="At most so many rows.",
)
@click.option(
    "--seconds",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0, min_open=True),
    metavar="S",
    help="Give up after so long.",
)
@click.option(
    "--store",
    "url",
    metavar="URL",
    default=EXAMPLE,
    envvar="NEO4J_URI",
    show_default=True,
    show_envvar=True,
    help="The graph in Neo4j to ask.",
)
@click.pass_context
def command(
    context: click.Context,
    name: str | None,
    given: tuple[str, ...],
    show: bool,
    form: str,
    as_json: bool,
    limit: int,
    seconds: float,
    url: str,
) -> None:
    """Put a question of the library to the graph in Neo4j; without NAME, list the questions.

    A NAME that ends with .cypher is a file of your own, written like those of the library. Rows that
    name a provision carry a citation, ready to copy. Questions only read. In CSV, cells that a
    spreadsheet would take for a formula begin with an apostrophe.

    \b
    Example:
      mandates query
      mandates query due-at-a-session --show
      mandates query mandates-without-follow-up --param session=3
      mandates query acts-most-cited --store neo4j://localhost:7687 --format csv
    """
    form = "json" if as_json else form
    try:
        asked = question(name) if name else None
        parameters = _parameters(asked, given)
    except QuestionError as error:
        say(f"mandates: {error}")
        context.exit(2)
    if asked is None:
        _print_contents(form)
    elif show:
        _print_question(asked, form)
    else:
        _print_table(asked, parameters, _answer(asked, parameters, url, limit, seconds), form)


def _parameters(asked: Question | None, given: tuple[str, ...]) -> dict[str, Value]:
    """What `--param` says, by name. Raises QuestionError for what the question does not take."""
    parameters: dict[str, Value] = {}
    for one in given:
        name, equals, text = one.partition("=")
        if not equals:
            raise QuestionError(f"--param {one}: write NAME=VALUE")
        if asked is None:
            raise QuestionError(f"--param {one}: of which question? `mandates query` lists them")
        parameters[name] = asked.parameter(name).read(text)
    return parameters


def _answer(
    asked: Question, parameters: Mapping[str, Value], url: str, limit: int, seconds: float
) -> Table:
    return run(connect(url, prompt=password_prompt()), asked, parameters, limit, seconds)


def _print_contents(form: str) -> None:
    book = questions().values()
    match form:
        case "json":
            write_json([listed(one) for one in book])
        case "markdown":
            click.echo("\n".join(book_page(book)).rstrip())
        case _:
            Output().print(*contents(book), sep="\n")


def _print_question(asked: Question, form: str) -> None:
    match form:
        case "json":
            write_json(listed(asked) | {"cypher": asked.text})
        case "markdown":
            click.echo("\n".join(section(asked)).rstrip())
        case _:
            Output().print(*one_question(asked), sep="\n")


def _print_table(asked: Question, parameters: Mapping[str, Value], table: Table, form: str) -> None:
    match form:
        case "json":
            write_json(table.records())
        case "csv":
            click.echo(as_csv(table), nl=False)
        case "markdown":
            click.echo(as_markdown(table), nl=False)
        case _:
            output = Output()
            width = output.width if output.is_terminal else max(output.width, UNSEEN)
            output.width = width
            output.print(*as_table(table, width), sep="\n")
    if word := word_on_length(table, asked.filled(parameters)):
        say(word)
