"""What a picture of a chain shows: boxes in columns by time, arrows between them, a cap on both.

A provision for which nothing was found has no box of its own: one box counts them, the table
names them.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from graph.model.naming import text_field
from graph.model.records import Node
from graph.questions import Chain, Column, Link
from views.parts.lanes import Point, Stack, lay_out
from views.parts.markup import direction, plain
from views.parts.names import Names
from views.parts.shortened import shortened

BOXES, HIGHEST = 70, 13  # in all and in a column: more cannot be read in one picture
LINE, CHARACTERS, LINES = 18, 25, 2  # pixels a line, characters a line, lines of a title
STEP, PADDING = 285, 18  # pixels between the middles of columns, a box's text and its border
TOLD = 400  # characters of a text that the pointer brings up
LAST_NUMBER = re.compile(r" (?=\S{1,3}$)")  # "paragraph 4": the number is not left alone on a line


@dataclass(frozen=True, slots=True)
class Box:
    """A box: `kind` as the column's, or "heading" or "rest"; x and y are its middle, in pixels.

    `told` is what the pointer brings up, `opens` the address of the page about it.
    """

    id: str
    kind: str
    label: str
    told: str
    held: bool
    x: int
    y: int
    height: int
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow in the direction of time, with what the pointer brings up.

    `opens` is the address of its evidence, `way` the points that it passes between its ends, where
    other boxes would stand before it.
    """

    source: str
    target: str
    told: str
    basis: str
    structural: bool
    opens: str = ""
    way: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and arrows; `width` and `height` in pixels; `left_out` boxes stand in the table only."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: int
    height: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the boxes and arrows of a picture lead (an address or nothing), and what arrows tell.

    `alone` says that no table beside the picture lists what it leaves out.
    """

    of_node: Callable[[Node], str]
    of_link: Callable[[Link], str]
    told: Callable[[Link], str]
    alone: bool = False


def draw(laid_out: Chain, names: Names, ways: Ways | None = None) -> Drawing:
    """Lay a chain out; time runs in the direction in which the language is written.

    Without `ways` nothing can be pressed, and arrows tell their relation and basis.
    """
    ways = ways or Ways(lambda _: "", lambda _: "", lambda link: relation_and_basis(link, names))
    telling = [link for link in laid_out.links if link.relation != "HAS_PROVISION"]
    needed = {end.id for link in telling for end in (link.source, link.target)}
    for link in reversed(laid_out.links):
        if link.relation == "HAS_PROVISION" and link.target.id in needed:
            needed.add(link.source.id)
    columns = [_drawn(column, needed) for column in laid_out.columns]
    kept = _capped(columns)
    sign = -1 if names.wording.direction == "rtl" else 1
    stacked: list[list[Box]] = []
    for place, (column, wanted, shown) in enumerate(
        zip(laid_out.columns, columns, kept, strict=True)
    ):
        below = _rest(column, wanted, shown, place, names, ways)
        above = _heading(column, place, names)
        stacked.append([above, *(_box(node, column, names) for node in shown), *below])
    at = {
        box.id: (column, place)
        for column, boxes in enumerate(stacked)
        for place, box in enumerate(boxes)
    }
    arrows = [
        arrow
        for link in laid_out.links
        if {(arrow := _arrow(link, ways)).source, arrow.target} <= set(at)
    ]
    layout = lay_out(
        [
            Stack(sign * place * STEP, tuple(box.height for box in boxes))
            for place, boxes in enumerate(stacked)
        ],
        ((at[arrow.source], at[arrow.target]) for arrow in arrows),
    )
    address = {node.id: ways.of_node(node) for shown in kept for node in shown}
    boxes = tuple(
        replace(
            box,
            x=sign * column * STEP,
            y=layout.middles[column][place],
            opens=address.get(box.id, ""),
        )
        for column, stack in enumerate(stacked)
        for place, box in enumerate(stack)
    )
    return Drawing(
        boxes=boxes,
        arrows=tuple(
            replace(arrow, way=layout.ways.get((at[arrow.source], at[arrow.target]), ()))
            for arrow in arrows
        ),
        width=STEP * len(columns),
        height=max((box.y + box.height // 2 for box in boxes), default=0),
        left_out=sum(len(wanted) - len(shown) for wanted, shown in zip(columns, kept, strict=True)),
    )


def _drawn(column: Column, needed: set[str]) -> list[Node]:
    # A document stands under other items too: those that no step of this chain leads to are left
    # to the list, a box without an arrow would only raise questions.
    if column.kind not in ("provisions", "items"):
        return list(column.nodes)
    return [node for node in column.nodes if node.id in needed]


def _capped(columns: list[list[Node]]) -> list[list[Node]]:
    """The first of every column, as many as fit; the longest columns give way."""
    kept = [column[:HIGHEST] for column in columns]
    while sum(map(len, kept)) > BOXES:
        max(kept, key=len).pop()
    return kept


def _rest(
    column: Column, wanted: list[Node], shown: list[Node], place: int, names: Names, ways: Ways
) -> list[Box]:
    without = len(column.nodes) - len(wanted) if column.kind == "provisions" else 0
    left_out = len(wanted) - len(shown)
    said = [("not_drawn" if ways.alone else "left_out", left_out)] if left_out else []
    said += [("without", without)] if without else []
    return [
        _made(f"{kind} {place}", "rest", [names.wording.say(f"picture.{kind}", number=n)], names)
        for kind, n in said
    ]


def _heading(column: Column, place: int, names: Names) -> Box:
    lines = [names.wording.say(f"picture.{column.kind}")]
    if column.session:
        lines.append(names.name(column.session))
    return _made(f"heading {place}", "heading", lines, names)


def _box(node: Node, column: Column, names: Names) -> Box:
    wording = names.wording
    # Only among the provisions of the one act does a label alone say which is meant.
    named = names.label(node.id) if column.kind == "provisions" else names.name(node)
    text, language = names.title(node, text_field(node.type)) or ("", wording.language)
    short = _asked(node, names) or text
    own_way = direction("en") if node.type == "document" else wording.direction
    lines = [plain(line, own_way) for line in _wrapped(named)]
    if short and short != named:
        way = wording.direction if short != text else direction(language)
        lines += [plain(line, way) for line in _wrapped(short)]
    told = plain(f"{names.name(node)}: {shortened(text, TOLD)}", "auto")
    held = bool(node.properties.get("known", True))
    return _sized(node.id, column.kind, lines, told, held)


def _asked(node: Node, names: Names) -> str:
    """A provision in a few words that need no translation: its actions and what it wants made."""
    if node.type != "provision":
        return ""
    actions = [names.wording.value("action", one) for one in node.properties.get("action") or []]
    made = node.properties.get("deliverable")
    wanted = [names.wording.value("deliverable", made)] if made else []
    return ": ".join(filter(None, [", ".join(actions), *wanted]))


def _wrapped(text: str) -> list[str]:
    together = LAST_NUMBER.sub("\u00a0", text)
    # Chinese signs take the room of two letters.
    wide = sum(east_asian_width(sign) in "WF" for sign in text)
    room = CHARACTERS * len(text) // max(1, len(text) + wide)
    return textwrap.wrap(together, room, max_lines=LINES, placeholder=" …") if text else []


def _made(id: str, kind: str, texts: list[str], names: Names) -> Box:
    way = names.wording.direction
    lines = [plain(line, way) for text in texts for line in _wrapped(text)]
    return _sized(id, kind, lines, "", True)


def _sized(id: str, kind: str, lines: list[str], told: str, held: bool) -> Box:
    return Box(id, kind, "\n".join(lines), told, held, 0, 0, len(lines) * LINE + PADDING)


def relation_and_basis(link: Link, names: Names) -> str:
    """What an arrow tells in short: "mandates (stated in the text)"."""
    return plain(f"{names.wording.relation(link)} ({names.wording.value('basis', link.basis)})")


def _arrow(link: Link, ways: Ways) -> Arrow:
    structural = link.relation == "HAS_PROVISION"
    ends = link.start.id, link.node.id
    return Arrow(*ends, ways.told(link), link.basis, structural, ways.of_link(link))
