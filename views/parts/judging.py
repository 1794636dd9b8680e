"""A link that a researcher decided says so; where judgements are taken, it offers to decide."""

from __future__ import annotations

from html import escape

from graph.model.errors import ModelError
from graph.model.judgements import LinkKey
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions import Link
from views.parts.address import link_name, page_address
from views.parts.markup import CONTROLS, bdi
from views.parts.modes import judgements_folder
from views.parts.names import Names
from views.parts.node_link import titled_link
from views.parts.wording import Wording


def judged_words(link: Link, wording: Wording) -> str:
    """That a researcher decided this link, and why, as text; empty if none did."""
    judgement = link.properties.get("judgement")
    if not judgement:
        return ""
    return wording.say("evidence.judged", reason=CONTROLS.sub("", str(judgement.get("why", ""))))


def judging_link(link: Link, names: Names) -> str:
    """The way to confirm or reject a link, as markup; nothing where no judgements are taken."""
    if judgements_folder() is None:
        return ""
    return judging_anchor(link_name(link), names, "judgements.judge")


def judging_anchor(name: str, names: Names, message: str) -> str:
    """The way to the form for the link of a name, as markup."""
    wording = names.wording
    address = escape(page_address("judgements", wording.language, link=name))
    said = escape(wording.say(message))
    return f'<a href="{address}" target="_self" aria-label="{said}: {escape(name)}">{said}</a>'


def adding_link(node: Node, names: Names) -> str:
    """The way to add a link from a node, as markup; nothing where no judgements are taken."""
    if judgements_folder() is None:
        return ""
    wording = names.wording
    address = escape(page_address("judgements", wording.language, source=node.id))
    return f'<a href="{address}" target="_self">{escape(wording.say("judgements.add"))}</a>'


def step_told(key: LinkKey, nodes: dict[str, Node], names: Names) -> str:
    """A link in words: from, relation, to; also of one that is not in the graph (any more)."""
    relation, source, target = key
    known = relation in load_model().relations
    said = names.wording.relation_named(relation) if known else relation
    ends = [_end(id, nodes, names) for id in (source, target)]
    return f'{ends[0]}<br><span class="relation">{escape(said)}</span><br>{ends[1]}'


def _end(id: str, nodes: dict[str, Node], names: Names) -> str:
    if node := nodes.get(id):
        return titled_link(node, names)
    try:
        return bdi(names.name(Node(id, load_model().type_of(id))))
    except ModelError:
        return bdi(CONTROLS.sub("", id))
