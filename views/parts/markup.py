"""HTML made of the texts of documents: everything is escaped here, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from graph.model.records import Node
from views.parts.names import Names
from views.parts.wording import wordings

# In right-to-left text a symbol or a number with strokes would be torn apart by its neighbours.
SYMBOL = re.compile(r"[A-Z][\w.-]*(?:/(?:[\w.-]|\(\w+\))+)+(?<![.-])|\d+(?:/\d+)+")
ISOLATES = {"ltr": "\u2066", "rtl": "\u2067", "auto": "\u2068"}
ISOLATE_ENDS = "\u2069"
# Controls of direction in a text of others could turn what stands around it.
CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
WEB = re.compile(r"https?://", re.IGNORECASE)


def bdi(text: str) -> str:
    """Text of one piece (a symbol, a number, a name) that keeps its direction among others."""
    return f"<bdi>{escape(text)}</bdi>"


def running(text: str) -> str:
    """Running text, the symbols in it isolated."""
    html, at = "", 0
    for symbol in SYMBOL.finditer(text):
        html += escape(text[at : symbol.start()]) + bdi(symbol[0])
        at = symbol.end()
    return html + escape(text[at:])


def direction(language: str) -> str:
    """The direction of a text's language, as far as the interface knows it."""
    known = wordings().get(language)
    return known.direction if known else "auto"


def in_language(html: str, language: str, tag: str = "span") -> str:
    """Markup of a text in the language it is in, so that it reads and is read out rightly."""
    code, way = escape(language), direction(language)
    return f'<{tag} lang="{code}" dir="{way}">{html}</{tag}>'


def titled(node: Node, names: Names, named: str = "") -> str:
    """The name of a node (or `named`, markup in its place) with the title of the node behind it."""
    named = named or bdi(names.name(node))
    found = names.title(node)
    if not found or found[0] == names.name(node):
        return named
    return f'{named} <span class="title">{in_language(running(found[0]), found[1])}</span>'


def chip(value: str, label: str = "", tone: str = "", hint: str = "") -> str:
    """A chip; `value` is markup, label and hint are text, `tone` a class of style.css."""
    before = f'<span class="of">{escape(label)}</span> ' if label else ""
    hinted = f' title="{escape(hint)}"' if hint else ""
    return f'<span class="chip {escape(tone)}"{hinted}>{before}{value}</span>'


def anchor(link: str | None, text: str) -> str:
    """A link to the web; nothing for an address that is not one (`javascript:` …)."""
    if not link or not WEB.match(link):
        return ""
    href = escape(link)
    return f'<a href="{href}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def table(label: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table that scrolls by itself where it is too wide; the cells are markup."""
    titles = "".join(f'<th scope="col">{escape(one)}</th>' for one in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in rows)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(label)}">'
        f"<table><thead><tr>{titles}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def plain(text: str, way: str = "auto") -> str:
    """Text for places without markup (labels of pictures and buttons), isolated in one direction.

    `way` is "ltr", "rtl" or "auto" (as its first strong letter says).
    """
    return f"{ISOLATES[way]}{CONTROLS.sub('', text)}{ISOLATE_ENDS}"


def unmarked(text: str) -> str:
    """Text for labels that are read as Markdown: every sign that could mean something escaped."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))
