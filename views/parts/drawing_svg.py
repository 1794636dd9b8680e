"""A drawing as SVG: one file, every box and arrow with its words, no script, nothing to load."""

from __future__ import annotations

from html import escape

from graph.export.tables.table import printable
from views.parts.drawing import LINE, Box, Drawing
from views.parts.looks import COLOURS, FACE, LINES, NOT_HELD, TEXT

WIDTH, MARGIN = 200, 20  # pixels: a box, the edge of the picture
HEADS = (
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
    f'orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="{LINES}"/></marker></defs>'
)


def svg(drawing: Drawing, title: str, language: str, direction: str) -> str:
    """The drawing as a picture that any browser, word processor or drawing program opens."""
    boxes = {box.id: box for box in drawing.boxes}
    left = min((box.x for box in drawing.boxes), default=0) - WIDTH // 2 - MARGIN
    right = max((box.x for box in drawing.boxes), default=0) + WIDTH // 2 + MARGIN
    height = drawing.height + 2 * MARGIN
    arrows = "".join(
        _arrow(boxes[arrow.source], boxes[arrow.target], arrow.told, arrow.basis)
        for arrow in drawing.arrows
    )
    drawn = "".join(map(_box, drawing.boxes))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {-MARGIN} {right - left} {height}" '
        f'width="{right - left}" height="{height}" role="img" xml:lang="{escape(language)}" '
        f'direction="{escape(direction)}" font-family="{escape(FACE)}" font-size="14">'
        f'<title>{_said(title)}</title>{HEADS}<rect x="{left}" y="{-MARGIN}" width="100%" '
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


def _arrow(start: Box, end: Box, told: str, basis: str) -> str:
    sign = 0 if start.x == end.x else 1 if end.x > start.x else -1
    from_x, to_x = start.x + sign * WIDTH // 2, end.x - sign * WIDTH // 2
    bend = (to_x - from_x) * 0.45
    dashed = ' stroke-dasharray="6 5"' if basis == "inferred" else ""
    weight = 1 if basis == "structural" else 2
    return (
        f'<path d="M{from_x} {start.y}C{from_x + bend:.0f} {start.y} {to_x - bend:.0f} {end.y} '
        f'{to_x} {end.y}" fill="none" stroke="{LINES}" stroke-width="{weight}"{dashed} '
        f'marker-end="url(#head)"><title>{_said(told)}</title></path>'
    )


def _said(text: str) -> str:
    return escape(printable(text))
