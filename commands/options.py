"""What several commands take: a store, a body, a language to show, names of nodes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from graph.stores import DEFAULT_URL, Store, open_built, url_of

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

name_argument = click.argument("name", nargs=-1, required=True)
full_option = click.option("--full", is_flag=True, help="All evidence, and quotations in full.")
store_option = click.option(
    "--store",
    "url",
    metavar="URL",
    default=DEFAULT_URL,
    envvar="MANDATES_STORE",
    show_default=True,
    show_envvar=True,
    callback=lambda _context, _option, name: url_of(name),
    help="The store to use: an address or a file.",
)
body_option = click.option(
    "--body", metavar="SLUG", help="Of this body only, for instance untoc-cop."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
language_option = click.option(
    "--lang",
    "language",
    metavar="CODE",
    default="en",
    show_default=True,
    help="Show titles and texts in this language where the store has them in it.",
)


ocr_option = click.option(
    "--ocr", is_flag=True, help="Read scanned pages by character recognition, with Tesseract."
)


def depth_option(default: int, says: str) -> Callable[[Decorated], Decorated]:
    """How many steps to follow; `says` what a step is for the command."""
    return click.option(
        "--depth",
        default=default,
        show_default=True,
        type=click.IntRange(1),
        metavar="N",
        help=says,
    )


def given_options(command: Decorated) -> Decorated:
    """What the command line may say of a document; it wins over what the document says."""
    for option in (
        ocr_option,
        click.option("--body", metavar="SLUG", help="The body the document is of."),
        click.option("--lang", "language", metavar="CODE", help="The language it is written in."),
        click.option("--symbol", metavar="S", help="Its symbol, for instance CTOC/COP/2008/1."),
    ):
        command = option(command)
    return command


def password_prompt() -> Callable[[str], str] | None:
    """What asks for a password that the environment does not give; nobody without a terminal."""
    return _typed_password if sys.stdin.isatty() else None


def _typed_password(asks: str) -> str:
    password: str = click.prompt(asks, hide_input=True, err=True)
    # The app is served by a process of its own, which has no terminal to ask at.
    os.environ["NEO4J_PASSWORD"] = password
    return password


@contextmanager
def asked(url: str) -> Iterator[Store]:
    """The store to put a question to: it must be there, and must have been built."""
    with open_built(url, password_prompt()) as store:
        yield store
