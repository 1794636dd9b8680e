"""The name of a node as a way to its page, wherever it stands; and with its title, in a label."""

from __future__ import annotations

from html import escape

from graph.model.records import Node
from views.parts.address import page_address
from views.parts.markup import bdi, direction, plain, titled
from views.parts.names import Names
from views.parts.shortened import shortened

TITLE = 120  # characters of a title in a label


def node_address(node: Node, names: Names) -> str:
    """The permalink of a node's page, in the language of the page that names it."""
    return page_address("node", names.wording.language, id=node.id)


def node_link(node: Node, names: Names, said: str = "", address: str = "") -> str:
    """The name of a node (or what is `said` instead), as markup that leads to its page.

    `address` leads to another page about it.
    """
    href = escape(address or node_address(node, names))
    return f'<a class="node" href="{href}" target="_self">{bdi(said or names.name(node))}</a>'


def titled_link(node: Node, names: Names) -> str:
    """The same with the title behind the name."""
    return titled(node, names, node_link(node, names))


def titled_label(node: Node, names: Names) -> str:
    """Both for places without markup (buttons, lists to choose from), a long title shortened."""
    named = plain(names.name(node), names.wording.direction)
    found = names.title(node)
    if not found or found[0] == names.name(node):
        return named
    brief = shortened(found[0], TITLE)
    return f"{named} · {plain(brief, direction(found[1]))}"
