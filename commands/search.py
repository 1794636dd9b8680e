"""`mandates search`: words in all languages."""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.console import Group, RenderableType
from rich.text import Text

from commands.layout.terminal import Output, Prose, indented, say, write_json
from commands.options import asked, json_option, language_option, store_option
from graph.model.naming import full_name_of
from graph.questions import to_plain
from graph.stores import Hit

BEFORE, AFTER = 80, 160  # characters shown around the first place


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(1),
    metavar="N",
    help="Show at most so many.",
)
@language_option
@json_option
@store_option
def command(words: tuple[str, ...], limit: int, language: str, as_json: bool, url: str) -> None:
    """Find decisions, provisions, items and documents whose text, in any language, has all WORDS.

    Parts of words are enough; marks, kashida and the forms of alef make no difference.

    \b
    Example:
      mandates search technical assistance
      mandates search المساعدة التقنية --limit 5
    """
    with asked(url) as store:
        hits = store.search(" ".join(words), limit)
    if as_json:
        for hit in hits:
            write_json(to_plain(hit))
    elif hits:
        Output().print(*(r for hit in hits for r in laid_out(hit, language)), sep="\n")
    else:
        say("nothing found: no text here has all these words; texts are not translated")


def laid_out(hit: Hit, language: str) -> Iterator[RenderableType]:
    """A hit for reading: what was found, and the words in their surroundings."""
    heading = Text(full_name_of(hit.node, hit.language or language), style="bold")
    heading.append(f"  {hit.node.id}", style="dim")
    yield Group(Prose(heading), indented(Prose(_surroundings(hit))), Text())


def _surroundings(hit: Hit) -> Text:
    text = Text(hit.text)
    for start, end in hit.places:
        text.stylize("bold yellow", start, end)
    first = hit.places[0][0] if hit.places else 0
    start = hit.text.rfind(" ", 0, first - BEFORE) + 1 if first > BEFORE else 0
    end = hit.text.find(" ", first + AFTER)
    end = len(hit.text) if end < 0 else end
    shown = text[start:end]
    return Text.assemble("… " if start else "", shown, " …" if end < len(hit.text) else "")
