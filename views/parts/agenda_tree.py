"""The agenda of a session as nested lists: items, their sub-items, the documents under each."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from graph.model.records import Node
from graph.questions import Agenda, Scheduled
from views.parts.markup import in_language, running
from views.parts.names import Names
from views.parts.node_link import node_link, titled_link
from views.parts.relation_list import proof


def agenda_tree(agenda: Agenda, names: Names) -> str:
    """The agenda, and behind folds the drafts of it that reports annex; nothing if none is held."""
    wording, shown = names.wording, ""
    if agenda.items:
        shown += f"<h2>{escape(wording.say('node.agenda'))}</h2>{_items(agenda.items, names)}"
    for symbol, items in agenda.drafts.items():
        report = node_link(Node(f"doc:{symbol}", "document"), names)
        draft = f"<summary>{escape(wording.say('node.draft'))}</summary><p>{report}</p>"
        shown += f"<details>{draft}{_items(items, names)}</details>"
    return shown


def _items(items: Iterable[Scheduled], names: Names) -> str:
    return f'<ul class="agenda">{"".join(_item(one, names) for one in items)}</ul>'


def _item(scheduled: Scheduled, names: Names) -> str:
    found = names.title(scheduled.node)
    title = f" {in_language(running(found[0]), found[1])}" if found else ""
    shown = f"<b>{node_link(scheduled.node, names)}</b>{title}"
    documents = "".join(
        f"<li>{titled_link(link.node, names)} {proof(link, names)}</li>"
        for link in scheduled.documents
    )
    shown += f'<ul class="links">{documents}</ul>' if documents else ""
    return f"<li>{shown}{_items(scheduled.points, names) if scheduled.points else ''}</li>"
