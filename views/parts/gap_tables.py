"""The table of one kind of gap: a row each, and beside it the reports that the store lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from graph.model.ids import body_of
from graph.model.records import Node
from graph.questions import Absence, Link
from graph.questions.gap_details import GapDetails
from graph.questions.gap_list import lacking_near
from views.parts.absences import number_ranges
from views.parts.evidence_link import evidence_link
from views.parts.markup import CONTROLS, bdi, chip, in_language, running, table
from views.parts.names import Names
from views.parts.node_link import node_link, titled_link
from views.parts.shortened import shortened
from views.parts.status import status_chip

SHOWN = 280  # characters of a provision
COLUMNS = {
    "mandate": ("mandate", "status", "addressee", "due", "missing", "evidence"),
    "item": ("item", "session", "missing", "evidence"),
    "document": ("document", "came_up", "missing"),
    "deferred": ("matter", "deferred_to", "missing", "evidence"),
    "suspect": ("source", "printed", "led_to", "evidence"),
    "unresolved": ("printed", "trouble", "guess", "document"),
    "disagreement": ("printed", "trouble", "guess", "document"),
}


def gap_table(
    kind: str, rows: Iterable[GapDetails], reports: Sequence[Absence], names: Names
) -> str:
    """The gaps of one kind as a table; `reports` are all that the store lacks of their bodies."""
    columns, rows = COLUMNS[kind], list(rows)
    say = names.wording.say
    lines = [[_cell(column, row, reports, names) for column in columns] for row in rows]
    head = (say(f"gaps_column.{column}") for column in columns)
    return f'<div class="gaps">{table(say(f"gaps_kind.{kind}"), head, lines)}</div>'


def _cell(column: str, row: GapDetails, reports: Sequence[Absence], names: Names) -> str:
    wording, link, remark = names.wording, row.link, row.gap.remark
    match column:
        case "mandate":
            return _provision(row.node, names) if row.node else ""
        case "status":
            return status_chip(row.gap.status, wording)
        case "addressee" | "due":
            links = row.addressees if column == "addressee" else row.due
            return _listed((node_link(one.node, names) for one in links), names)
        case "missing":
            return _missing(row, reports, names)
        case "evidence":
            return _evidence([*row.standing, *([link] if link else [])], names)
        case "item":
            return titled_link(row.node, names) if row.node else ""
        case "session":
            return _sessions(row.gap.sessions, names)
        case "came_up":
            return _came_up(row.standing, names)
        case "matter" | "source":
            return titled_link(link.source, names) if link else ""
        case "deferred_to":
            return _listed([titled_link(link.target, names)], names) if link else ""
        case "led_to":
            said = escape(wording.relation(link)) if link else ""
            return f"{said} {titled_link(link.target, names)}" if link else ""
        case "printed":
            return _printed(row, names)
        case "trouble" | "guess":
            said = (remark.message if column == "trouble" else remark.guess) if remark else None
            return in_language(running(CONTROLS.sub("", said)), "en") if said else ""
        case _:
            return titled_link(row.node, names) if row.node else ""


def _provision(node: Node, names: Names) -> str:
    named = f"<b>{node_link(node, names)}</b>"
    if not (found := names.title(node, "text")):
        return named
    brief = shortened(CONTROLS.sub("", found[0]), SHOWN)
    return f"{named}<br>{in_language(running(brief), found[1])}"


def _listed(pieces: Iterable[str], names: Names) -> str:
    return escape(names.wording.say("language.separator")).join(pieces)


def _sessions(sessions: Iterable[str], names: Names) -> str:
    return _listed((node_link(Node(one, "session"), names) for one in sessions), names)


def _came_up(links: Iterable[Link], names: Names) -> str:
    """Under which items and before which sessions a document came, each with its evidence."""
    return "<br>".join(
        f"{node_link(link.node, names)}"
        + (f" ({bdi(names.session_of(link.node))})" if link.node.type == "agenda item" else "")
        + f" {_evidence([link], names)}"
        for link in links
    )


def _evidence(links: Sequence[Link], names: Names) -> str:
    """The way to the sentence, and a word where only a digest holds it."""
    for link in links:
        sources = {cited.evidence.source for cited in link.evidence}
        if sources:
            said = evidence_link(link, names)
            digest = chip(escape(names.wording.value("evidence", "digest")), tone="waiting")
            return f"{said} {digest}" if sources == {"digest"} else said
    return ""


def _printed(row: GapDetails, names: Names) -> str:
    """How the doubtful place stands in print, in the language of its document."""
    if row.link:
        return "<br>".join(
            in_language(escape(CONTROLS.sub("", one.evidence.quotation)), one.evidence.language)
            for one in row.link.evidence[:1]
        )
    said = row.gap.remark.text if row.gap.remark else None
    return in_language(escape(CONTROLS.sub("", said)), "") if said else ""


def _missing(row: GapDetails, reports: Sequence[Absence], names: Names) -> str:
    """The session reports that this gap may be filled by, and that the store lacks."""
    wording = names.wording
    lacking = lacking_near(row.gap, reports)
    if not lacking:
        return f'<span class="quiet">{escape(wording.say("gaps.missing_none"))}</span>'
    pieces = []
    # The body is plain where the reports of one alone are missing on this page.
    several = len({body_of(one.id) for one in reports}) > 1
    for body in sorted({body_of(one.id) or "" for one in lacking}):
        of_body = [one for one in lacking if body_of(one.id) == body]
        numbers = number_ranges(one.id.rpartition("/")[2] for one in of_body)
        called = f" ({bdi(names.body(body))})" if several else ""
        pieces.append(_listed(map(bdi, numbers), names) + called)
    awaited = [one.id for one in lacking if one.id in row.gap.due]
    if awaited:
        due = ", ".join(id.rpartition("/")[2] for id in awaited)
        pieces.append(f"<b>{escape(wording.say('gaps.missing_due', session=due))}</b>")
    return "<br>".join(pieces)
