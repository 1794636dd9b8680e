"""The words of exported files, in the language of the page that they are exported from."""

from __future__ import annotations

from graph.export.tables import Words
from graph.model.naming import text_field
from graph.model.records import Node
from graph.questions import Cited, Link
from graph.questions.steps import best_piece
from views.parts.citations import cited_text
from views.parts.names import Names


def export_words(names: Names) -> Words:
    """What the tables and graphs of an export say, as the page says it."""
    wording = names.wording

    def value(group: str, one: str) -> str:
        if group == "source":
            return wording.say("head.digest") if one == "digest" else wording.value("evidence", one)
        return wording.value(group, one)

    def text(node: Node) -> str:
        found = names.title(node, text_field(node.type))
        return found[0] if found else ""

    def best(link: Link) -> Cited | None:
        return best_piece(link.evidence, wording.language)

    return Words(
        head=lambda column: wording.say(f"export.{column}"),
        value=value,
        name=names.name,
        text=text,
        type=wording.type,
        relation=wording.relation,
        place=names.place,
        cite=lambda citation: cited_text(citation, names),
        best=best,
        rtl=wording.direction == "rtl",
    )
