"""A node's surroundings as a drawing: boxes where `spread` puts them, arrows as the relations read."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from typing import Any

from graph.model.naming import text_field
from graph.model.records import Node
from graph.questions import Link, Surroundings
from views.parts.address import link_name
from views.parts.chain_table import confidence
from views.parts.drawing import LINE, PADDING, TOLD, Arrow, Box, Drawing
from views.parts.looks import COLOURS, FACE, LINES, NOT_HELD, PICKED, TEXT
from views.parts.markup import direction, plain
from views.parts.names import Names
from views.parts.shortened import shortened
from views.parts.spread import spread

CHARACTERS, NAMED = 22, 2  # characters of a line, lines of a name; a title has one
# Which of the looks of boxes a type has: what is alike in the chain of a decision looks alike here.
KINDS = {
    "decision": "act",
    "provision": "provisions",
    "agenda item": "items",
    "session": "items",
    "document": "documents",
    "body": "groups",
    "working group": "groups",
    "actor": "groups",
    "instrument": "law",
    "article": "law",
    "rule": "law",
}
OTHER = "rest"


def draw_network(found: Surroundings, names: Names) -> Drawing:
    """The nodes and links of what was opened; arrows go as the relations read."""
    places = spread((node.id for node in found.nodes), found.found_from)
    boxes = tuple(_box(node, *places[node.id], names) for node in found.nodes)
    return Drawing(
        boxes=boxes,
        arrows=tuple(_arrow(link, names) for link in found.links),
        width=max(x for x, _ in places.values()) - min(x for x, _ in places.values()),
        height=max(box.y + box.height // 2 for box in boxes),
        left_out=len(found.rest),
    )


def for_vis(drawing: Drawing, opened: set[str]) -> dict[str, Any]:
    """The drawing as vis-network takes it; the boxes of opened nodes have a heavier border."""
    between: dict[frozenset[str], int] = {}
    edges = []
    for arrow in drawing.arrows:
        pair = frozenset((arrow.source, arrow.target))
        between[pair] = turn = between.get(pair, 0) + 1
        edges.append(_edge(arrow, turn))
    nodes = [_node(box, opened=box.id in opened) for box in drawing.boxes]
    return {"nodes": nodes, "edges": edges}


def _node(box: Box, *, opened: bool) -> dict[str, Any]:
    fill, border = COLOURS[box.kind]
    marked = {"background": fill, "border": PICKED}
    return {
        "id": box.id,
        "label": box.label,
        "title": box.told,
        "x": box.x,
        "y": box.y,
        "borderWidth": 3 if opened else 1,
        "color": {
            "background": fill if box.held else NOT_HELD,
            "border": border,
            "highlight": marked,
            "hover": marked,
        },
        "font": {"size": 14, "face": FACE, "color": TEXT},
        "shapeProperties": {"borderDashes": False if box.held else [5, 4]},
    }


def _edge(arrow: Arrow, turn: int) -> dict[str, Any]:
    """An edge; the second one between the same nodes is bent, so that both can be pressed."""
    bent = {"type": "curvedCW", "roundness": 0.12 * (turn - 1), "enabled": turn > 1}
    return {
        "id": arrow.opens,
        "from": arrow.source,
        "to": arrow.target,
        "title": arrow.told,
        "color": {"color": LINES, "highlight": PICKED, "hover": PICKED},
        "width": 1 if arrow.structural else 2,
        "dashes": arrow.basis == "inferred",
        "smooth": bent,
    }


def _box(node: Node, x: int, y: int, names: Names) -> Box:
    way = names.wording.direction
    # the organ has no room in a box: the pointer brings it up
    short = replace(names, home=None).name(node)
    named = names.name(node)
    own_way = direction("en") if node.type == "document" else way
    found = names.title(node, text_field(node.type))
    text, language = found or ("", names.wording.language)
    lines = [plain(line, own_way) for line in _wrapped(short, NAMED)]
    if text and text != named:
        lines += [plain(line, direction(language)) for line in _wrapped(text, 1)]
    told = plain(f"{named}: {shortened(text, TOLD)}" if text else named)
    return Box(
        node.id,
        KINDS.get(node.type, OTHER),
        "\n".join(lines),
        told,
        bool(node.properties.get("known", True)),
        x,
        y,
        len(lines) * LINE + PADDING,
    )


def _wrapped(text: str, lines: int) -> list[str]:
    return textwrap.wrap(text, CHARACTERS, max_lines=lines, placeholder=" …")


def _arrow(link: Link, names: Names) -> Arrow:
    wording = names.wording
    told = f"{names.name(link.source)} · {wording.relation(link)} · {names.name(link.target)}"
    told += f" ({confidence(link, wording)})"
    structural = link.basis == "structural"
    return Arrow(
        link.source.id, link.target.id, plain(told), link.basis, structural, link_name(link)
    )
