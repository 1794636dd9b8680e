"""The colours and letters of pictures, whoever draws them."""

from graph.model.schema import load_model


def _of(type: str) -> tuple[str, str]:
    colour = load_model().nodes[type].colour
    return colour.fill, colour.line


# fill and border by kind of box; the text on them is always dark, the page behind light or dark
COLOURS = {
    "act": _of("decision"),
    "provisions": _of("provision"),
    "items": _of("agenda item"),
    "documents": _of("document"),
    "groups": _of("working group"),
    "law": _of("article"),
    "later": _of("decision"),
    "heading": ("#f4f6f8", "#f4f6f8"),
    "rest": _of("topic"),
}
TEXT, LINES = "#16202c", "#77808c"
FACE = "system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Segoe UI', sans-serif"
NOT_HELD, PICKED = "#f7f8fa", "#c2410c"  # what is referred to and not here; what the pointer is on
