"""Pictures of chains: one HTML page each, drawn by pyvis, which asks no network for anything."""

from __future__ import annotations

import json
import re
from html import escape
from itertools import pairwise

from pyvis.network import Network

from graph.questions import Chain, Trace
from views.parts.absences import absences
from views.parts.chain_table import chain_table
from views.parts.drawing import STEP, Arrow, Box, Drawing, Ways, draw, relation_and_basis
from views.parts.evidence_link import evidence_address
from views.parts.looks import COLOURS, FACE, LINES, NOT_HELD, PICKED, TEXT
from views.parts.markup import chip, in_language, running
from views.parts.names import Names
from views.parts.node_link import node_address
from views.parts.stylesheet import style
from views.parts.wording import Wording

OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "dragNodes": False,
        "keyboard": {"enabled": True, "bindToWindow": False, "autoFocus": False},
    },
    "edges": {
        "smooth": {"type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.6}},
    },
}
# pyvis writes these two into every page, also into one that should need no network, and two more in
# a comment; its heading it writes twice and unescaped.
BOOTSTRAP = re.compile(r"<link\s[^>]*https?:[^>]*>|<script\s[^>]*https?:[^>]*>\s*</script>", re.S)
COMMENT = re.compile(r"<!-- <link.*?-->", re.S)
HEADING = re.compile(r"<center>.*?</center>", re.S)
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"


def picture(laid_out: Chain, names: Names, dark: bool | None = None) -> str:
    """A page with the picture alone, for a frame; `dark` as the page around, None as the reader's."""
    pages = Ways(
        of_node=lambda node: node_address(node, names),
        of_link=lambda link: evidence_address(link, names.wording),
        told=lambda link: relation_and_basis(link, names),
    )
    drawing = draw(laid_out, names, pages)
    return _page(drawing, names.wording, before="", after="", dark=dark)


def chain_page(answer: Trace, laid_out: Chain, names: Names) -> str:
    """One self-contained HTML page: what was traced, its picture, its table, what is not held."""
    wording = names.wording
    drawing = draw(laid_out, names)
    title, of = names.title(answer.node) or names.title(answer.act) or ("", wording.language)
    called = names.at_home_in(None).name(answer.node)
    heading = escape(called)
    if title:
        heading += f" {in_language(running(title), of)}"
    before = f"<header><h1>{heading}</h1></header>"
    after = (
        f"{legend(wording)}<h2>{escape(wording.say('table.title'))}</h2>"
        f"{chain_table(laid_out, names, alone=True)}{absences(answer, names)}"
    )
    return _page(drawing, wording, before, after, dark=None, title=called)


def legend(wording: Wording) -> str:
    """What the looks of boxes and lines mean."""
    kinds = ("act", "provisions", "items", "documents", "groups", "later")
    boxes = [chip(escape(wording.say(f"picture.{kind}")), tone=f"kind-{kind}") for kind in kinds]
    boxes.append(chip(escape(wording.say("picture.not_held")), tone="kind-missing"))
    lines = [
        f'<span class="line {basis}"></span>{escape(wording.say(f"picture.{basis}"))}'
        for basis in ("stated", "inferred", "structural")
    ]
    return f'<p class="legend">{" ".join(boxes)} {" ".join(f"<span>{one}</span>" for one in lines)}</p>'


def _page(
    drawing: Drawing,
    wording: Wording,
    before: str,
    after: str,
    dark: bool | None,
    title: str = "",
) -> str:
    page = _drawn(drawing)
    for unwanted in (COMMENT, BOOTSTRAP, HEADING):
        page = unwanted.sub("", page)
    scheme = {None: "light dark", True: "dark", False: "light"}[dark]
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title or wording.say('picture.title'))}</title>"
        f"<style>:root {{ color-scheme: {scheme} }} {style()}</style>"
    )
    start, end = page.replace("<html>", _root(wording), 1), ""
    start = start.replace("</head>", f"{head}</head>", 1)
    start = start.replace("<body>", f'<body class="picture mandates">{before}', 1)
    start, _, end = start.rpartition("</body>")
    return f"{start}{after}<script>{_view(drawing)}</script></body>{end}"


def _view(drawing: Drawing) -> str:
    return VIEW % {"width": drawing.width, "height": drawing.height + 40, "margin": STEP // 2}


def _root(wording: Wording) -> str:
    return f'<!DOCTYPE html><html lang="{wording.language}" dir="{wording.direction}">'


def _drawn(drawing: Drawing) -> str:
    network = Network(
        height=f"{drawing.height + 40}px",
        width="100%",
        directed=True,
        cdn_resources="in_line",
        bgcolor="transparent",
    )
    for box in drawing.boxes:
        network.add_node(box.id, **_looks(box))
    for arrow in drawing.arrows:
        _draw_arrow(network, arrow)
    network.set_options(json.dumps(OPTIONS))
    return str(network.generate_html())


def _draw_arrow(network: Network, arrow: Arrow) -> None:
    """An arrow, in pieces where it has points to pass: vis draws no line through a point."""
    passed = [(f"way {x} {y}", x, y) for x, y in arrow.way]
    for id, x, y in passed:
        network.add_node(id, label=" ", shape="dot", size=0, x=x, y=y, font={"size": 0})
    stops = [arrow.source, *(id for id, _, _ in passed), arrow.target]
    for place, (start, end) in enumerate(pairwise(stops)):
        piece: dict[str, object] = {}
        if place < len(passed):
            piece["arrows"] = {"to": {"enabled": False}}
        if place % 2 == 0:  # out of a box, through a lane, into a box
            piece["smooth"] = False
        network.add_edge(
            start,
            end,
            title=harmless(arrow.told),
            color={"color": LINES, "highlight": PICKED, "hover": PICKED},
            width=1 if arrow.structural else 2,
            dashes=arrow.basis == "inferred",
            opens=arrow.opens,
            **piece,
        )


def _looks(box: Box) -> dict[str, object]:
    fill, border = COLOURS[box.kind]
    looks: dict[str, object] = {
        "label": box.label,
        "shape": "box",
        "x": box.x,
        "y": box.y,
        "margin": 9,
        "widthConstraint": {"minimum": 180},
        "color": {
            "background": fill if box.held else NOT_HELD,
            "border": border,
            "highlight": {"background": fill, "border": PICKED},
            "hover": {"background": fill, "border": PICKED},
        },
        "font": {"size": 14, "face": FACE, "color": TEXT},
        "shapeProperties": {
            "borderDashes": [5, 4] if box.kind == "rest" or not box.held else False
        },
    }
    if box.opens:
        looks["opens"] = box.opens
    return looks | ({"title": harmless(box.told)} if box.told else {})


def harmless(title: str) -> str:
    """A title for pyvis, which writes one that holds "href" into the page as markup.

    A joiner without width parts the word; vis shows every other title as text, never as markup.
    """
    return title.replace("href", "h\u2060ref")


# The whole picture at once where it stays readable, else its beginning. The wheel scrolls the page
# unless Ctrl is held, so that nobody is caught in the picture.
VIEW = """
(function () {
  const frame = document.getElementById("mynetwork");
  const [width, height] = [%(width)d, %(height)d];
  const way = document.documentElement.dir === "rtl" ? -1 : 1;
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) event.stopImmediatePropagation();
  }, { capture: true });
  let shown = 0;
  function show() {
    const room = frame.clientWidth;
    if (room === 0 || room === shown) return;
    shown = room;
    const whole = Math.min(1, room / width);
    const scale = whole < 0.6 ? 0.75 : whole;
    const high = Math.min(height * scale, 1200);
    const seen = whole < 0.6 ? room / scale : width;
    frame.style.height = `${high}px`;
    network.setSize("100%%", `${high}px`);
    network.moveTo({ scale, position: { x: way * (seen / 2 - %(margin)d), y: high / scale / 2 - 20 } });
  }
  // A frame may not lead the page around it elsewhere; a link of that page may.
  // The points that arrows pass are nodes to vis: what is pressed there is the arrow.
  const opens = (at) =>
    nodes.get(network.getNodeAt(at))?.opens ?? edges.get(network.getEdgeAt(at))?.opens;
  network.on("click", (event) => {
    const address = opens(event.pointer.DOM);
    if (!address || window.parent === window) return;
    const link = window.parent.document.createElement("a");
    link.href = address;
    window.parent.document.body.append(link);
    link.click();
    link.remove();
  });
  const point = (event) => {
    frame.style.cursor = opens({ x: event.offsetX, y: event.offsetY }) ? "pointer" : "";
  };
  frame.addEventListener("mousemove", point);
  show();
  new ResizeObserver(show).observe(frame);
})();
"""
