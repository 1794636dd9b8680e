"""A drawing as SVG: one file, every box and arrow with its words, no script, nothing to load."""

from __future__ import annotations

import math
from html import escape
from itertools import pairwise

from graph.export.tables.table import printable
from views.parts.caption import Caption, Frame, foot, heading, stroke
from views.parts.drawing import LINE, Arrow, Box, Drawing
from views.parts.lanes import Point
from views.parts.looks import COLOURS, FACE, LINES, NOT_HELD, TEXT
from views.parts.markup import WEB
from views.parts.wording import Wording

WIDTH, MARGIN = 200, 20  # pixels: a box, the edge of the picture
NARROWEST = 720  # pixels that the words around a picture need
BEND = 0.45  # how far a line runs level before it turns
HEADS = (
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
    f'orient="auto"><path d="M0 0L10 5L0 10z" fill="{LINES}"/></marker></defs>'
)


def svg(drawing: Drawing, caption: Caption, wording: Wording) -> str:
    """The drawing as a picture that any browser, word processor or drawing program opens.

    It needs nothing beside itself. Addresses that boxes and arrows lead to are links in it.
    """
    boxes = {box.id: box for box in drawing.boxes}
    left = min((box.x for box in drawing.boxes), default=0) - WIDTH // 2 - MARGIN
    right = max((box.x for box in drawing.boxes), default=0) + WIDTH // 2 + MARGIN
    rtl = wording.direction == "rtl"
    if rtl:
        left = min(left, right - NARROWEST)
    right = max(right, left + NARROWEST)
    frame = Frame(right - MARGIN if rtl else left + MARGIN, right - left - 2 * MARGIN, wording)
    highest = min((box.y - box.height // 2 for box in drawing.boxes), default=0)
    _, height = heading(caption, frame, 0)
    top = highest - height - 2 * MARGIN
    above, _ = heading(caption, frame, top + MARGIN)
    below, bottom = foot(caption, frame, drawing.height + MARGIN)
    arrows = "".join(
        _arrow(arrow, boxes[arrow.source], boxes[arrow.target]) for arrow in drawing.arrows
    )
    drawn = "".join(map(_box, drawing.boxes))
    width, tall = right - left, math.ceil(bottom + MARGIN - top)
    called, described = f'<title id="called">{_said(caption.title)}</title>', ""
    if caption.description:
        called += f'<desc id="told">{_said(caption.description)}</desc>'
        described = ' aria-describedby="told"'
    # Not an image to who hears it: its links could not be followed.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{left} {top:g} {width} {tall}" width="{width}" height="{tall}" '
        f'role="graphics-document" aria-labelledby="called"{described} '
        f'xml:lang="{escape(wording.language)}" '
        f'font-family="{escape(FACE)}" font-size="14">'
        f'{called}{HEADS}<rect x="{left}" y="{top:g}" width="100%" height="100%" fill="#ffffff"/>'
        f"{above}{arrows}{drawn}{below}</svg>"
    )


def _box(box: Box) -> str:
    fill, border = COLOURS[box.kind]
    dashed = ' stroke-dasharray="5 4"' if box.kind == "rest" or not box.held else ""
    lines = box.label.split("\n")
    first = box.y - (len(lines) - 1) * LINE / 2 + 5
    words = "".join(
        f'<tspan x="{box.x}" y="{first + number * LINE}">{_said(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    told = f"<title>{_said(box.told)}</title>" if box.told else ""
    return _linked(
        box.opens,
        f'<g>{told}<rect x="{box.x - WIDTH // 2}" y="{box.y - box.height // 2}" width="{WIDTH}" '
        f'height="{box.height}" rx="5" fill="{fill if box.held else NOT_HELD}" stroke="{border}"{dashed}/>'
        f'<text text-anchor="middle" fill="{TEXT}">{words}</text></g>',
    )


def _arrow(arrow: Arrow, start: Box, end: Box) -> str:
    path = _beside(start, end, arrow.way) if abs(end.x - start.x) > WIDTH else _across(start, end)
    look = stroke(arrow.basis, structural=arrow.structural)
    return _linked(
        arrow.opens,
        f'<path d="{path}" fill="none" stroke="{LINES}" {look} marker-end="url(#head)">'
        f"<title>{_said(arrow.told)}</title></path>",
    )


def _beside(start: Box, end: Box, way: tuple[Point, ...]) -> str:
    """From the side of a box to the side of one farther on, level where it leaves and arrives."""
    half = WIDTH // 2 if end.x > start.x else -(WIDTH // 2)
    ends = (start.x + half, start.y), (end.x - half, end.y)
    path = f"M{ends[0][0]} {ends[0][1]}"
    for (x, y), (to_x, to_y) in pairwise((ends[0], *way, ends[1])):
        bend = round((to_x - x) * BEND)
        level = f"L{to_x} {to_y}"
        path += level if y == to_y else f"C{x + bend} {y} {to_x - bend} {to_y} {to_x} {to_y}"
    return path


def _across(start: Box, end: Box) -> str:
    """Straight from the border of a box to that of one above or below it."""
    (x, y), (to_x, to_y) = _border(start, end), _border(end, start)
    return f"M{x} {y}L{to_x} {to_y}"


def _border(box: Box, other: Box) -> Point:
    """Where the line between the middles of two boxes leaves the first."""
    across, down = other.x - box.x, other.y - box.y
    share = min(
        WIDTH / 2 / abs(across) if across else math.inf,
        box.height / 2 / abs(down) if down else math.inf,
        1,
    )
    return round(box.x + across * share), round(box.y + down * share)


def _linked(address: str, drawn: str) -> str:
    """Markup that leads to an address of the web; by the older name, which all programs know."""
    if not WEB.match(address):
        return drawn
    return f'<a xlink:href="{escape(printable(address))}">{drawn}</a>'


def _said(text: str) -> str:
    return escape(printable(text))
