"""`mandates trace`: what a decision or a provision led to, with evidence."""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.console import Group, RenderableType
from rich.text import Text

from commands.layout.answers import QUOTED, Layout
from commands.layout.later import later_acts
from commands.layout.terminal import Output, Prose, indented, table, write_json
from commands.options import (
    asked,
    body_option,
    depth_option,
    full_option,
    json_option,
    language_option,
    name_argument,
    store_option,
)
from graph.model.ids import label_of
from graph.model.naming import full_name_of, in_language, printed_label, shortened
from graph.questions import Link, Trace, TracedProvision, resolve_name, to_plain, trace


@click.command()
@name_argument
@depth_option(2, "Steps from a provision: 1 for what it led to, 2 for what came of that too.")
@full_option
@body_option
@language_option
@json_option
@store_option
def command(
    name: tuple[str, ...],
    depth: int,
    full: bool,
    body: str | None,
    language: str,
    as_json: bool,
    url: str,
) -> None:
    """What a decision or a provision led to: provision by provision, each step with its sentence.

    NAME is a number, a symbol or an id: 3/2, 3/2#r, "3/2(g)(1)", 1/CP.22, A/RES/55/25.

    \b
    Example:
      mandates trace 3/2
      mandates trace '3/2#r' --body untoc-cop --depth 3
    """
    with asked(url) as store:
        answer = trace(store, resolve_name(store, " ".join(name), body), depth)
    if as_json:
        write_json(to_plain(answer))
    else:
        Output().print(*laid_out(answer, Layout(language, full, answer.sessions)), sep="\n")


def laid_out(answer: Trace, layout: Layout) -> Iterator[RenderableType]:
    """A trace for reading: the act, its provisions with their follow-up, and where it came back."""
    yield Prose(full_name_of(answer.act, layout.language), style="bold underline")
    yield Text(answer.act.id, style="dim")
    for link in answer.origin:
        yield indented(next(layout.step(link)))
    for provision in answer.provisions:
        yield Text()
        yield from _provision(provision, layout)
    if answer.as_a_whole:
        yield from _heading("Names it as a whole")
        yield from map(indented, layout.steps(answer.as_a_whole))
    if answer.returns:
        yield from _heading("Where it came back")
        for one in answer.returns:
            places = [
                full_name_of(node, layout.language) for node in (one.session, one.item) if node
            ]
            count = "1 step" if len(one.links) == 1 else f"{len(one.links)} steps"
            yield indented(Prose(f"{' — '.join(places) or 'on no agenda in the store'}  ({count})"))
    for title, links in (
        ("Later acts that cite it", answer.later),
        ("Items and documents that cite it", answer.mentions),
    ):
        if links:
            yield from _heading(title)
            yield from map(indented, later_acts(links, answer.acts, layout))
    if answer.absent:
        yield Text()
        yield from layout.absences(answer.absent)


def _heading(title: str) -> Iterator[RenderableType]:
    yield Text()
    yield Text(title, style="bold")


def _provision(
    provision: TracedProvision, layout: Layout, above: bool = False
) -> Iterator[RenderableType]:
    properties = provision.node.properties
    text = in_language(properties.get("text"), layout.language)
    if not (layout.full or provision.follow_up or properties.get("is_mandate")):
        text = shortened(text, QUOTED)
    label = printed_label(label_of(provision.node.id))
    yield table("", "", rows=[(label, text)], show_header=False)
    yield indented(Prose(_understood(provision, layout.language), style="cyan"), 4)
    # What came of a provision stands with it; its points do not repeat it.
    inherited = () if above else provision.inherited
    for tree in layout.steps((*provision.follow_up, *inherited)):
        yield indented(tree, 4)
    if provision.points:
        yield indented(
            Group(*(r for p in provision.points for r in _provision(p, layout, above=True))), 4
        )


def _understood(provision: TracedProvision, language: str) -> str:
    """What the provision asks, of whom, by when, and what became of it, on one line."""

    def names(links: tuple[Link, ...]) -> str:
        return ", ".join(
            full_name_of(link.node, language) + (" (from above)" if link.inherited_from else "")
            for link in links
        )

    properties = provision.node.properties
    pieces = [
        ", ".join(properties.get("action", ())),
        f"asks {names(provision.addressees)}" if provision.addressees else "",
        f"for {properties['deliverable']}" if properties.get("deliverable") else "",
        f"due {names(provision.due)}" if provision.due else "",
        ", ".join(f"if {condition}" for condition in properties.get("conditions", ())),
        str(properties.get("status", "")) if properties.get("is_mandate") else "no mandate",
    ]
    return " · ".join(piece for piece in pieces if piece)
