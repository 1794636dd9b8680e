"""The colours and letters of pictures, whoever draws them."""

# fill and border by kind of box; the text on them is always dark, the page behind light or dark
COLOURS = {
    "act": ("#d6e4f5", "#2f6299"),
    "provisions": ("#e7ebf0", "#5d6b7d"),
    "items": ("#fbecc9", "#96650f"),
    "documents": ("#d9f0df", "#2a7a4b"),
    "groups": ("#ebe0f5", "#6f4bb0"),
    "later": ("#d6e4f5", "#2f6299"),
    "heading": ("#f4f6f8", "#f4f6f8"),
    "rest": ("#f7f8fa", "#5d6b7d"),
}
TEXT, LINES = "#16202c", "#77808c"
FACE = "system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Segoe UI', sans-serif"
NOT_HELD, PICKED = "#f7f8fa", "#c2410c"  # what is referred to and not here; what the pointer is on
