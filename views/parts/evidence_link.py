"""The way to the evidence of a link: `?page=evidence&id=<RELATION from to>&n=<number>`."""

from __future__ import annotations

from html import escape

from graph.questions import Link
from views.parts.address import link_name, page_address
from views.parts.names import Names
from views.parts.wording import Wording


def evidence_link(link: Link, names: Names, text: str = "", number: int = 0) -> str:
    """An anchor, as markup, to the page that shows where a link is said; `text` is its words.

    `number` is the piece of evidence to show, from 1 in the order of the store; 0 leaves the choice
    to the page. Many such anchors stand on one page: what is read out names the link, words first.
    """
    wording = names.wording
    said = text or wording.say("table.evidence")
    step = f"{names.name(link.start)} {wording.relation(link)} {names.name(link.node)}"
    href, label = escape(evidence_address(link, wording, number)), escape(f"{said}: {step}")
    return f'<a href="{href}" target="_self" aria-label="{label}">{escape(said)}</a>'


def evidence_address(link: Link, wording: Wording, number: int = 0) -> str:
    """The address of that page; without a `number` it shows the piece that is best read first."""
    piece = str(number) if number else None
    return page_address("evidence", wording.language, id=link_name(link), n=piece)


def link_key(name: str) -> tuple[str, str, str] | None:
    """The relation and the ends that an address names; None if it names no link."""
    match name.split():
        case [relation, source, target]:
            return relation, source, target
        case _:
            return None
