"""What a search over everything found, by kind, with the words marked where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from graph.model.records import Node
from graph.questions.findings import Findings
from graph.stores import Hit
from views.parts.address import page_address
from views.parts.markup import bdi, in_language, plain
from views.parts.names import Names
from views.parts.node_link import node_link, titled_link

BEFORE, AROUND = 60, 220  # characters of a text shown before the first word found, and in all
TRACED, EXPLAINED = ("decision", "provision"), ("agenda item", "document")


def found_something(answer: Findings, words: str, names: Names) -> str:
    """The nodes that the words name, then the hits group by group, as markup."""
    wording = names.wording
    number = len(answer.named) + sum(len(hits) for _, hits in answer.groups)
    said = wording.say("start.found", words=plain(words), number=number)
    pieces = [f'<p role="status">{escape(said)}</p>']
    if answer.named:
        pieces.append(_group(wording.say("start.named"), (_row(n, names) for n in answer.named)))
    for type, hits in answer.groups:
        kind = kind_label(type, names)
        title = wording.say("start.of_kind", kind=kind, number=len(hits))
        pieces.append(_group(title, (_row(hit.node, names, hit) for hit in hits)))
    if not answer.complete:
        said = wording.say("start.incomplete", number=number)
        pieces.append(f'<p class="quiet">{escape(said)}</p>')
    return "".join(pieces)


def found_nothing(answer: Findings, words: str, names: Names) -> str:
    """That nothing was found, and what may have been meant."""
    wording = names.wording
    said = escape(wording.say("start.found_nothing", words=plain(words)))
    pieces = [f'<p role="status">{said}</p>']
    if answer.perhaps:
        rows = (_row(node, names) for node in answer.perhaps)
        pieces.append(_group(wording.say("start.perhaps"), rows))
    return "".join(pieces)


def kind_label(type: str, names: Names) -> str:
    """How the model calls a type of node in the language of the page, as a heading."""
    label = names.wording.type(type)
    return label[:1].upper() + label[1:]


def marked(hit: Hit) -> str:
    """The text of a hit around its first word, the words marked; nothing where a name was hit."""
    if not hit.language or not hit.places:
        return ""
    start = max(0, hit.places[0][0] - BEFORE)
    end = min(len(hit.text), start + AROUND)
    html, at = "… " if start else "", start
    for first, last in hit.places:
        if last <= end:
            html += f"{escape(hit.text[at:first])}<mark>{escape(hit.text[first:last])}</mark>"
            at = last
    html += escape(hit.text[at:end]) + (" …" if end < len(hit.text) else "")
    return in_language(html, hit.language)


def _group(title: str, rows: Iterable[str]) -> str:
    return f'<h2>{escape(title)}</h2><ul class="found">{"".join(rows)}</ul>'


def _row(node: Node, names: Names, hit: Hit | None = None) -> str:
    text = marked(hit) if hit else ""
    session = names.session_of(node) if node.type == "agenda item" else ""
    where = f' <span class="quiet">{bdi(session)}</span>' if session else ""
    below = f'<p class="quiet">{text}</p>' if text else ""
    called = titled_link(node, names)
    if hit and hit.field == "title" and names.title(node):
        called, below = f'{node_link(node, names)} <span class="title">{text}</span>', ""
    return f"<li>{called}{where} {_question(node, names)}{below}</li>"


def _question(node: Node, names: Names) -> str:
    """The way to the answer that a reader of such a node most likely wants."""
    for page, types in (("trace", TRACED), ("why", EXPLAINED)):
        if node.type in types:
            said = names.wording.say("start.trace_it" if page == "trace" else "start.why_there")
            href = escape(page_address(page, names.wording.language, id=node.id))
            label = escape(f"{said} {names.name(node)}")
            return f'<a href="{href}" target="_self" aria-label="{label}">{escape(said)}</a>'
    return ""
