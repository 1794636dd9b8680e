"""The documents that a store was read from: what each is, and how far its text can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from graph.export.tables import Table
from graph.model.records import Node
from graph.questions import official_link
from graph.stores import ReadingSummary
from views.parts.chain_table import percent
from views.parts.markup import anchor, bdi, chip, in_language, table
from views.parts.names import Names
from views.parts.node_link import titled_link
from views.parts.wording import wordings

COLUMNS = ("document", "language", "source", "trust", "repairs", "characters", "link")


def readings_table(
    readings: Iterable[ReadingSummary], names: Names, nodes: Mapping[str, Node] | None = None
) -> str:
    """The readings as a table, with their titles where their `nodes` are given.

    Nothing is said of the folders they came from.
    """
    head = [names.wording.say(f"readings.{column}") for column in COLUMNS]
    rows = (_row(one, nodes or {}, names) for one in readings)
    return f'<div class="gaps">{table(names.wording.say("readings.title"), head, rows)}</div>'


def readings_export(readings: Iterable[ReadingSummary], names: Names) -> Table:
    """The readings for other programs, with their checksums in place of links."""
    say = names.wording.say
    head = ("id", *(say(f"readings.{column}") for column in COLUMNS[1:-1]), "SHA-256")
    rows = tuple(
        (
            one.document,
            one.language,
            one.source,
            one.trust,
            ", ".join(f"{step} {number}" for step, number in one.repairs.items()),
            one.characters,
            one.checksum,
        )
        for one in readings
    )
    return Table(say("readings.title"), head, rows, names.wording.direction == "rtl")


def repairs_told(repairs: Mapping[str, int], names: Names) -> str:
    """What was repaired and how often, as markup; a word where nothing was."""
    if not repairs:
        return f'<span class="quiet">{escape(names.wording.say("readings.unrepaired"))}</span>'
    listed = ", ".join(f"{step} {number}" for step, number in repairs.items())
    return in_language(escape(listed), "en")


def _row(one: ReadingSummary, nodes: Mapping[str, Node], names: Names) -> list[str]:
    wording = names.wording
    known = wordings().get(one.language)
    source = escape(wording.value("evidence", one.source))
    digest = one.source == "digest"
    node = nodes.get(one.document) or Node(one.document, "document")
    return [
        titled_link(node, names),
        in_language(escape(known.name), one.language) if known else bdi(one.language),
        chip(source, tone="waiting", hint=wording.say("head.digest_says")) if digest else source,
        escape(percent(one.trust)),
        repairs_told(one.repairs, names),
        f"{one.characters:,}".replace(",", "\u202f"),
        anchor(_official(one, node), wording.say("evidence.link")),
    ]


def _official(one: ReadingSummary, node: Node) -> str | None:
    """Where the official text is: as the reading says, else by the symbol."""
    symbol = node.properties.get("symbol")
    return one.link or (official_link(symbol, one.language) if symbol else None)
