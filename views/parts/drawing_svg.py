"""A drawing as SVG: one file, every box and arrow with its words, no script, nothing to load."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from graph.export.tables.table import printable
from views.parts.drawing import LINE, Arrow, Box, Drawing
from views.parts.looks import COLOURS, FACE, LINES, NOT_HELD, TEXT

WIDTH, MARGIN = 200, 20  # pixels: a box, the edge of the picture
BEND = 0.45  # how far a line runs level before it turns
HEADS = (
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
    f'orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="{LINES}"/></marker></defs>'
)


def svg(drawing: Drawing, title: str, language: str, direction: str) -> str:
    """The drawing as a picture that any browser, word processor or drawing program opens."""
    boxes = {box.id: box for box in drawing.boxes}
    left = min((box.x for box in drawing.boxes), default=0) - WIDTH // 2 - MARGIN
    right = max((box.x for box in drawing.boxes), default=0) + WIDTH // 2 + MARGIN
    top = min((box.y - box.height // 2 for box in drawing.boxes), default=0) - MARGIN
    height = drawing.height + MARGIN - top
    arrows = "".join(
        _arrow(arrow, boxes[arrow.source], boxes[arrow.target]) for arrow in drawing.arrows
    )
    drawn = "".join(map(_box, drawing.boxes))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {right - left} {height}" '
        f'width="{right - left}" height="{height}" role="img" xml:lang="{escape(language)}" '
        f'direction="{escape(direction)}" font-family="{escape(FACE)}" font-size="14">'
        f'<title>{_said(title)}</title>{HEADS}<rect x="{left}" y="{top}" width="100%" '
        f'height="100%" fill="#ffffff"/>{arrows}{drawn}</svg>'
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
    return (
        f'<g>{told}<rect x="{box.x - WIDTH // 2}" y="{box.y - box.height // 2}" width="{WIDTH}" '
        f'height="{box.height}" rx="5" fill="{fill if box.held else NOT_HELD}" stroke="{border}"{dashed}/>'
        f'<text text-anchor="middle" fill="{TEXT}">{words}</text></g>'
    )


def _arrow(arrow: Arrow, start: Box, end: Box) -> str:
    sign = 0 if start.x == end.x else 1 if end.x > start.x else -1
    ends = (start.x + sign * WIDTH // 2, start.y), (end.x - sign * WIDTH // 2, end.y)
    path = f"M{ends[0][0]} {ends[0][1]}"
    for (x, y), (to_x, to_y) in pairwise((ends[0], *arrow.way, ends[1])):
        bend = round((to_x - x) * BEND)
        level = f"L{to_x} {to_y}"
        path += level if y == to_y else f"C{x + bend} {y} {to_x - bend} {to_y} {to_x} {to_y}"
    dashed = ' stroke-dasharray="6 5"' if arrow.basis == "inferred" else ""
    return (
        f'<path d="{path}" fill="none" stroke="{LINES}" stroke-width="{1 if arrow.structural else 2}"'
        f'{dashed} marker-end="url(#head)"><title>{_said(arrow.told)}</title></path>'
    )


def _said(text: str) -> str:
    return escape(printable(text))
