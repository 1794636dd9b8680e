"""What a reader calls a node, in plain words: kind, number or symbol, title."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model.ids import label_of
from graph.model.records import Node
from graph.model.schema import load_model


def in_language(texts: Mapping[str, str] | None, language: str) -> str:
    """The text in a language, else in English, else in any; empty if there is none."""
    texts = texts or {}
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def name_of(node: Node, language: str) -> str:
    """The short name of a node: "decision 3/2", "untoc-cop/3/2 (r)", a symbol, a body's name."""
    properties = node.properties
    tail = node.id.partition(":")[2]
    kind = in_language(load_model().nodes[node.type].label, language)
    match node.type:
        case "decision":
            resolution = node.id.startswith("res:") and language == "en"
            kind = "resolution" if resolution else kind
            return f"{kind} {properties.get('designation') or properties.get('symbol') or tail}"
        case "document":
            return str(properties.get("symbol") or tail)
        case "agenda item":
            name = f"{kind} {node.id.split('/')[1]}/{label_of(node.id)}"
            return name + (f" (draft in {node.id.partition('@')[2]})" if "@" in node.id else "")
        case "session":
            return f"{kind} {tail}"
        case "provision":
            return f"{tail.partition('#')[0]} {printed_label(label_of(node.id))}"
        case "article" | "rule":
            return f"{kind} {tail.rpartition('/')[2]}, {tail.rpartition('/')[0]}"
        case _:
            return title_of(node, language) or tail


def full_name_of(node: Node, language: str, longest: int | None = None) -> str:
    """The name with the title, as far as it is known; `longest` characters of that, if given."""
    name, title = name_of(node, language), title_of(node, language)
    if not title or title == name:
        return shortened(name, longest) if title and longest else name
    return f"{name} · {shortened(title, longest) if longest else title}"


def title_of(node: Node, language: str) -> str:
    """The title; a provision has none."""
    return in_language(node.properties.get("title"), language)


def text_field(type: str) -> str:
    """The property that says most of a node: of a provision its text, of others the title."""
    return "text" if type == "provision" else "title"


def text_of(node: Node, language: str) -> str:
    """The text of a provision, the title of others, in a language if it is there."""
    return in_language(node.properties.get(text_field(node.type)), language)


def printed_label(label: str) -> str:
    """A provision's label as print has it: (g) (1) for `g.1`, annex 3 for `annex.3`."""
    annex, _, own = label.partition(".") if label.startswith("annex") else ("", "", label)
    first, *points = own.split(".")
    printed = [first if first.isdecimal() else f"({first})", *(f"({point})" for point in points)]
    return " ".join([annex, *printed] if annex else printed)


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut at a word if it is longer than that many characters."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0] or text[:longest]} …"
