"""Links as a table: both ends, the relation between them, how sure it is and where it is said."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from graph.questions import Link
from views.parts.chain_table import confidence, where
from views.parts.evidence_link import evidence_link
from views.parts.markup import table
from views.parts.names import Names
from views.parts.node_link import titled_link

HEAD = ("from", "relation", "to", "basis", "place", "evidence")


def link_list(title: str, links: Iterable[Link], names: Names) -> str:
    """The links as the graph has them, each with the ways to its ends and its evidence, as markup."""
    wording = names.wording
    rows = (
        [
            titled_link(link.source, names),
            escape(wording.relation(link)),
            titled_link(link.target, names),
            escape(confidence(link, wording)),
            where(link, names),
            evidence_link(link, names) if link.evidence else "",
        ]
        for link in links
    )
    return table(title, (wording.say(f"table.{one}") for one in HEAD), rows)
