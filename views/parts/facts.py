"""The properties of a node in words, and its texts in every language that the store has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from graph.model.records import Node
from graph.model.schema import load_model
from views.parts.chain_table import percent
from views.parts.markup import anchor, bdi, in_language, running
from views.parts.names import Names
from views.parts.node_link import node_link
from views.parts.wording import Wording, language_name

# What is told elsewhere on the page (the head, the texts, the list of differences), what goes with
# another property, and what only orders or counts.
ELSEWHERE = {
    *("title", "known", "judgement", "disagreements", "status", "link", "text", "preamble"),
    *("annotation", "description", "number", "order", "class", "qualifiers", "is_mandate"),
    *("label", "code"),
}
TEXTS = ("text", "preamble", "annotation", "description")
# The groups of messages in which the values of a property have their words.
VALUES = {
    "kind": "kind",
    "source": "evidence",
    "agendas": "stage",
    "part": "part",
    "action": "action",
    "deliverable": "deliverable",
    "deliverables": "deliverable",
    "conditions": "condition",
    "recurrence": "recurrence",
}


def facts(node: Node, names: Names) -> str:
    """What the properties of a node say, as a list of terms; nothing if they say nothing."""
    wording, told = names.wording, []
    for name in load_model().nodes[node.type].properties:
        value = _value(name, node, names)
        if value and name not in ELSEWHERE:
            term = wording.value("property", name)
            told.append(f"<dt>{escape(term)}</dt><dd>{value}</dd>")
    return f'<dl class="facts">{"".join(told)}</dl>' if told else ""


def other_languages(node: Node, names: Names, field: str = "title") -> list[tuple[str, str]]:
    """A text in the languages other than the one in which the page shows it: language and text."""
    shown = names.title(node, field)
    texts = node.properties.get(field) or {}
    return [
        (language, text)
        for language, text in sorted(texts.items())
        if text and (shown is None or language != shown[1])
    ]


def texts(node: Node, names: Names) -> str:
    """The longer texts of a node, first in the page's language, the others behind a fold."""
    wording, shown = names.wording, ""
    for field in TEXTS:
        if found := names.title(node, field):
            shown += f"<h2>{escape(wording.value('property', field))}</h2>"
            shown += in_language(running(found[0]), found[1], "p")
            shown += "".join(
                f"<details><summary>{escape(language_name(language))}</summary>"
                f"{in_language(running(text), language, 'p')}</details>"
                for language, text in other_languages(node, names, field)
            )
    return shown


def differences(node: Node, names: Names) -> str:
    """Where sources differed on a property: what was not taken, and who says it."""
    wording, lines = names.wording, ""
    for one in node.properties.get("disagreements") or []:
        said = escape(wording.value("property", str(one.get("property", ""))))
        said += f": {bdi(str(one.get('value', '')))}"
        if document := one.get("document"):
            said += f" ({node_link(Node(str(document), 'document'), names)})"
        lines += f"<li>{said}</li>"
    if not lines:
        return ""
    title, says = escape(wording.say("node.differ")), escape(wording.say("node.differ_says"))
    return f'<section class="absent"><h2>{title}</h2><p>{says}</p><ul>{lines}</ul></section>'


def _value(name: str, node: Node, names: Names) -> str:
    """A property as markup; empty if the node does not have it."""
    wording, value = names.wording, node.properties.get(name)
    if not value:
        return ""
    if name == "deliverable" and node.properties.get("deliverables"):
        return ""  # it is the first of them
    if name in VALUES:
        return _listed((wording.value(VALUES[name], one) for one in _several(value)), wording)
    if name == "languages":
        return _listed(map(language_name, _several(value)), wording)
    if name in ("trust", "understood"):
        return escape(percent(value))
    if name in ("session", "body"):
        id = value if ":" in value else f"{name}:{value}"
        called = names.body(id) if name == "body" else ""
        return node_link(Node(id, name), names, called)
    if name == "due":
        return bdi(str(value.get("date") or value.get("text") or ""))
    if name in ("provisional_title", "adopted_title") and _one_title(node):
        return ""
    if isinstance(value, Mapping):
        return _by_language(value, name, node, names)
    return _isolated(map(str, _several(value)), wording)


def _one_title(node: Node) -> bool:
    """Whether the provisional and the adopted agenda call an item the same, as far as both do."""
    provisional = node.properties.get("provisional_title") or {}
    adopted = node.properties.get("adopted_title") or {}
    both = provisional.keys() & adopted.keys()
    return all(provisional[language] == adopted[language] for language in both)


def _by_language(value: Mapping[str, Any], name: str, node: Node, names: Names) -> str:
    found = names.title(node, name)
    if found and isinstance(found[0], str):
        return in_language(running(found[0]), found[1])
    pieces = (
        in_language(running(str(one)), language)
        for language, several in sorted(value.items())
        for one in _several(several)
    )
    return escape(names.wording.say("language.separator")).join(pieces)


def _several(value: object) -> Iterator[Any]:
    if isinstance(value, list | tuple):
        yield from value
    else:
        yield value


def _listed(values: Iterable[str], wording: Wording) -> str:
    return escape(wording.say("language.separator").join(values))


def _isolated(values: Iterable[str], wording: Wording) -> str:
    return escape(wording.say("language.separator")).join(map(bdi, values))


def official_text(node: Node, wording: Wording) -> str:
    """The way to the official text, where the store has its address."""
    return anchor(node.properties.get("link"), wording.say("evidence.link"))
