"""`mandates gaps`: what was never taken up, and what came from nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click
from rich.console import RenderableType
from rich.text import Text

from commands.layout.answers import Layout
from commands.layout.terminal import Output, Prose, indented, table, write_json
from commands.options import asked, body_option, json_option, language_option, store_option
from graph.model.naming import full_name_of, in_language, shortened
from graph.model.records import Node, Remark
from graph.questions import Gaps, Link, OpenMandate, gaps, to_plain

SHOWN = 160  # characters of a provision
AT_MOST = 25  # rows of a list, unless all of them are wanted


@click.command()
@click.option("--full", is_flag=True, help="Lists in full, however long.")
@body_option
@language_option
@json_option
@store_option
def command(full: bool, body: str | None, language: str, as_json: bool, url: str) -> None:
    """Mandates without follow-up, items and documents without mandate, and what stayed unsettled.

    It also says what the store does not hold: what was taken up in a report that is not here looks
    as if it had never been taken up.

    \b
    Example:
      mandates gaps
      mandates gaps --body untoc-cop --json
    """
    with asked(url) as store:
        answer = gaps(store, body)
    if as_json:
        write_json(to_plain(answer))
    else:
        Output().print(*laid_out(answer, Layout(language, full)), sep="\n")


def laid_out(answer: Gaps, layout: Layout) -> Iterator[RenderableType]:
    """The gaps for reading: first what the store lacks, since it qualifies all the rest."""
    yield from layout.absences(answer.absent)
    yield from _mandates(answer.mandates, layout)
    for title, nodes in (
        ("Agenda items without mandate", answer.items),
        ("Documents without mandate", answer.documents),
    ):
        yield from _list(title, ("", ""), [_node(node, layout.language) for node in nodes], layout)
    yield from _steps("Put off", answer.deferred, layout)
    yield from _steps("Suspect: perhaps misprinted", answer.suspects, layout)
    yield from _remarks(answer.remarks, layout)


def _list(
    title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], layout: Layout
) -> Iterator[RenderableType]:
    yield Text()
    yield Text(f"{title}: {len(rows)}", style="bold")
    shown = rows if layout.full else rows[:AT_MOST]
    if shown:
        yield indented(table(*columns, rows=shown, show_header=any(columns), header_style="dim"))
    yield from _rest(len(rows) - len(shown))


def _rest(count: int) -> Iterator[RenderableType]:
    if count > 0:
        yield indented(Text(f"and {count} more; --full shows all", style="dim"))


def _mandates(mandates: Sequence[OpenMandate], layout: Layout) -> Iterator[RenderableType]:
    yield Text()
    yield Text(f"Mandates without follow-up: {len(mandates)}", style="bold")
    shown = mandates if layout.full else mandates[:AT_MOST]
    for one in shown:
        asked = ", ".join(full_name_of(link.node, layout.language) for link in one.addressees)
        due = ", ".join(full_name_of(link.node, layout.language) for link in one.due)
        pieces = [one.status, f"asks {asked}" if asked else "", f"due {due}" if due else ""]
        line = Text(full_name_of(one.node, layout.language), style="bold")
        line.append(f"  {' · '.join(piece for piece in pieces if piece)}", style="not bold dim")
        yield indented(Prose(line))
        text = in_language(one.node.properties.get("text"), layout.language)
        yield indented(Prose(text if layout.full else shortened(text, SHOWN)), 6)
    yield from _rest(len(mandates) - len(shown))


def _node(node: Node, language: str) -> tuple[str, ...]:
    title = in_language(node.properties.get("title"), language)
    return node.id.partition(":")[2], shortened(title, SHOWN)


def _steps(title: str, links: Iterable[Link], layout: Layout) -> Iterator[RenderableType]:
    links = list(links)
    if not links:
        return
    yield Text()
    yield Text(f"{title}: {len(links)}", style="bold")
    shown = links if layout.full else links[:AT_MOST]
    for link in shown:
        yield indented(Prose(full_name_of(link.source, layout.language)))
        for tree in layout.steps([link]):
            yield indented(tree, 4)
    yield from _rest(len(links) - len(shown))


def _remarks(remarks: Iterable[Remark], layout: Layout) -> Iterator[RenderableType]:
    for kind in ("unresolved", "suspect", "disagreement"):
        # Once, where the texts of a document in several languages have the same misprint.
        rows = list(
            dict.fromkeys(
                (remark.text or "", remark.message, (remark.document or "").removeprefix("doc:"))
                for remark in remarks
                if remark.kind == kind
            )
        )
        if rows:
            title = {"unresolved": "Could not be resolved", "suspect": "Suspect"}.get(
                kind, "Texts disagree"
            )
            yield from _list(title, ("text", "", "in"), rows, layout)
