"""What nodes and links carry where attributes are flat: in networks, and in files of graphs.

The same names mean the same in both, and in the tables of `graph.tidy`. What is not known is None.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.model.citation import Citation
from graph.model.ids import body_of, session_of, whole_of
from graph.model.records import Edge, Node
from graph.questions.places import Places
from graph.questions.steps import Cited, Link

Value = str | int | float | bool | None
Attributes = Mapping[str, Value]


def node_attributes(node: Node, name: str, text: str, places: Places | None = None) -> Attributes:
    """A node with its name and its text or title; `places` knows what its id does not tell."""
    told, whole = node.properties, whole_of(node.id)
    body, session = told.get("body"), told.get("session")
    if places:
        body, session = places.body(node.id) or body, places.session(node.id) or session
    body = body or body_of(whole)
    return {
        "label": name,
        "type": node.type,
        "known": bool(told.get("known", True)),
        "body": f"body:{body.removeprefix('body:')}" if body else None,
        "session": session or session_of(whole),
        "date": told.get("date") or told.get("start"),
        "is_mandate": told.get("is_mandate"),
        "action": ", ".join(told.get("action") or ()) or None,
        "deliverable": told.get("deliverable"),
        "status": told.get("status"),
        "text": text or None,
        "source": told.get("source"),
        "link": told.get("link"),
    }


def standing_attributes(stands: Citation, text: str) -> Attributes:
    """Where the own text of a node stands; `text` is the citation in words."""
    told = {"source": stands.source, "citation": text, "link": stands.link}
    return {name: value for name, value in told.items() if value}


def link_attributes(
    link: Edge | Link, relation: str, best: Cited | None, citation: str | None
) -> Attributes:
    """A link with the piece of its evidence to be read first, and the words that cite that."""
    evidence = best.evidence if best else None
    return {
        "relation": relation,
        "basis": link.basis,
        "confidence": link.confidence,
        "cases": link.properties.get("cases"),
        "evidence_source": evidence.source if evidence else None,
        "document": evidence.document if evidence else None,
        "quotation": evidence.quotation if evidence else None,
        "citation": citation,
        "link": best.citation.link if best else None,
        "pieces": len(link.evidence),
    }
