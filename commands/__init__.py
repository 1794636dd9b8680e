"""The `mandates` command. Every command is a module of its name, imported when it is asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.metadata import version

import click

from graph.model.errors import MandatesError, QuestionError

# The name of a command, and what `mandates --help` says of it without importing it.
COMMANDS = {
    "build": "Read files and folders into a store.",
    "trace": "What a decision or a provision led to, with evidence.",
    "why": "Where an agenda item or a document came from.",
    "gaps": "Mandates without follow-up; items and documents without mandate.",
    "missing": "What the graph refers to and the store lacks, most wanted first.",
    "fetch": "Get documents by symbol from the official site.",
    "search": "Find words in all languages.",
    "mentions": "Every reference in a file, resolved to ids, as JSON lines.",
    "text": "What the tool reads in a file: repaired, or as extracted.",
    "outline": "The structure seen in a file: chapters, acts, paragraphs.",
    "export": "Write the graph in the formats of others.",
    "diff": "What came, went and changed between two stores.",
    "load": "Copy a store into Neo4j.",
    "query": "Questions of the data team's library, put to Neo4j.",
    "picture": "What a decision led to, as one self-contained page or a drawing.",
    "schema": "Constraints and indexes of the graph in Neo4j, from the model.",
    "evaluate": "Precision, recall and F1 of the graph against answer keys.",
    "doctor": "Is everything here in order?",
    "app": "Open the app in a browser on this machine.",
}


class Commands(click.Group):
    """The group of all commands. What a user can mend is told in one line, without traceback."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"commands.{name}").command
        command.name = name
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except MandatesError as error:
            click.echo(f"mandates: {error}", err=True)
            several = isinstance(error, QuestionError) and len(error.candidates) > 1
            context.exit(2 if several else 1)
        except BrokenPipeError:  # the reader, `head` perhaps, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            context.exit(0)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("mandates"), prog_name="mandates")
def main() -> None:
    """What a decision of a United Nations body set in motion: from documents to a graph whose
    every step shows its sentence.

    \b
    Example:
      mandates build data
      mandates trace 3/2
    """
