"""Links and nodes as rows: what each says, where it says so, and the citation of that place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.export.tables.table import Cell, Table
from graph.model.citation import Citation
from graph.model.records import Node
from graph.questions.steps import Cited, Link

LINK = (
    "from_id",
    "from",
    "relation",
    "to_id",
    "to",
    "basis",
    "confidence",
    "source",
    "document",
    "place",
    "language",
    "quotation",
    "citation",
    "link",
    "pieces",
)
NODE = (
    "id",
    "type",
    "name",
    "text",
    "status",
    "action",
    "deliverable",
    "source",
    "citation",
    "link",
)


@dataclass(frozen=True, slots=True)
class Words:
    """How a reader's language says what a table holds.

    `head` names the columns, `value` says a value of a list ("basis", "stated"), the others name a
    node, give its text or title, name a relation, print a pinpoint and put a citation together;
    `best` is the piece of a link's evidence that is to be read first.
    """

    head: Callable[[str], str]
    value: Callable[[str, str], str]
    name: Callable[[Node], str]
    text: Callable[[Node], str]
    type: Callable[[str], str]
    relation: Callable[[Link], str]
    place: Callable[[str], str]
    cite: Callable[[Citation], str]
    best: Callable[[Link], Cited | None]
    rtl: bool = False


def link_table(links: Iterable[Link], words: Words) -> Table:
    """A row for each link, in the direction in which the answer goes, with its best evidence.

    `pieces` counts all its evidence. Where that is a digest, `source` says so in full.
    """
    return Table(
        words.head("links"),
        tuple(map(words.head, LINK)),
        tuple(_link(link, words) for link in links),
        words.rtl,
    )


def node_table(nodes: Iterable[Node], standing: Mapping[str, Cited], words: Words) -> Table:
    """A row for each node; `standing` gives by id the place where the node's own text stands."""
    return Table(
        words.head("nodes"),
        tuple(map(words.head, NODE)),
        tuple(_node(node, standing.get(node.id), words) for node in nodes),
        words.rtl,
    )


def _link(link: Link, words: Words) -> tuple[Cell, ...]:
    best = words.best(link)
    said: tuple[Cell, ...] = (None,) * 7
    if best:
        evidence = best.evidence
        said = (
            words.value("source", evidence.source),
            evidence.document.removeprefix("doc:"),
            words.place(evidence.pinpoint) if evidence.pinpoint else None,
            evidence.language,
            evidence.quotation,
            *_cited(best, words),
        )
    return (
        link.start.id,
        words.name(link.start),
        words.relation(link),
        link.node.id,
        words.name(link.node),
        words.value("basis", link.basis),
        link.confidence,
        *said,
        len(link.evidence),
    )


def _node(node: Node, standing: Cited | None, words: Words) -> tuple[Cell, ...]:
    told = node.properties
    actions = [words.value("action", one) for one in told.get("action") or []]
    status, wanted = told.get("status"), told.get("deliverable")
    source = standing.evidence.source if standing else told.get("source")
    return (
        node.id,
        words.type(node.type),
        words.name(node),
        words.text(node),
        words.value("status", status) if status else None,
        ", ".join(actions) or None,
        words.value("deliverable", wanted) if wanted else None,
        words.value("source", source) if source else None,
        *(_cited(standing, words) if standing else (None, told.get("link"))),
    )


def _cited(cited: Cited, words: Words) -> tuple[Cell, Cell]:
    return words.cite(cited.citation), cited.citation.link
