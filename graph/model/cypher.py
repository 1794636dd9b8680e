"""The model in Neo4j: labels, what nodes and relations keep there, constraints and indexes.

What the statements say, Neo4j Community can do: uniqueness, indexes of single properties, one
full-text index.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.model.schema import Model

INDENT = " " * 4


@dataclass(frozen=True, slots=True)
class Support:
    """Nodes beside the graph: what they say, their properties, by which of these one is known."""

    says: str
    properties: str
    known_by: tuple[str, ...]


# Every node that we write has this label; what has it not is somebody else's, and left alone.
OWNED = "Mandates"
# What a node, and a relation, has in Neo4j beside what the model declares.
NODE_KEEPS: Mapping[str, str] = MappingProxyType(
    {
        "id": "STRING",
        "called": "STRING: its short names, folded, each between blanks",
        "citation": "STRING: of an act, a provision, an item: where its text stands, to be copied",
        "cited_link": "STRING: address of that official text",
        "position": "INTEGER: place in the order of writing, in which lists come",
        "written": "LIST of STRING: its own properties, in the order of writing",
        "loaded": "STRING: the load that wrote it (at its end, what an earlier one wrote goes)",
    }
)
EDGE_KEEPS: Mapping[str, str] = MappingProxyType(
    {
        "basis": "STRING: {basis}",
        "confidence": "FLOAT",
        **{name: NODE_KEEPS[name] for name in ("position", "written", "loaded")},
    }
)
EVIDENCE: Mapping[str, str] = MappingProxyType(
    {
        "documents": "STRING: id of the document",
        "languages": "STRING: of the text",
        "checksums": "STRING: SHA-256 of the file, as a :SourceText has it",
        "spans": "STRING: JSON, [[start, end], …], in code points of the file",
        "starts": "INTEGER: where the first span starts, or -1",
        "ends": "INTEGER: where the last one ends, or -1",
        "quotations": "STRING: the sentence, repaired",
        "pages": "INTEGER, or -1",
        "boxes": "STRING: JSON, [left, bottom, right, top] on the page, or empty",
        "pinpoints": "STRING: like paragraph 3 (b), or empty",
        "rules": "STRING: the rule that found it",
        "sources": "STRING: {source}",
        "citations": "STRING: ready to be copied, empty for what a pack says",
        "links": "STRING: address of the official text, or empty",
    }
)
# What is kept beside the graph, by its label.
SUPPORT: Mapping[str, Support] = MappingProxyType(
    {
        "SourceText": Support(
            "a file as it was read: evidence has its checksum, and points into its original text",
            "checksum, name, document, language, media_type, source, fingerprint, link, "
            "repairs (JSON), trust, characters, original, repaired, origins (packed), payload (packed)",
            ("checksum",),
        ),
        "Words": Support(
            "a text of a node, folded for the search of words and parts of words",
            "node, field, language, folded (or long, where the index takes it not), length, "
            "rank (of the field, names first)",
            ("node", "field", "language"),
        ),
        "Remark": Support(
            "what a build could not settle: unresolved, suspect, disagreement, note",
            "position, kind, message, document, span, text, guess",
            ("position",),
        ),
        "Judgement": Support(
            "what a researcher confirmed, rejected or added",
            "position, line (JSON)",
            ("position",),
        ),
        "Answer": Support(
            "an answer that takes long to find, as the source had kept it",
            "name, answer (JSON)",
            ("name",),
        ),
        "Manifest": Support(
            "one: which build this graph is a copy of, and whether the copy is complete",
            "form, state (complete | loading), content (hash of the graph), record (JSON), loaded",
            (),
        ),
    }
)
FULL_TEXT_INDEX = "texts"
# One index has one analyzer, and a search should not have to know the language of what it finds.
ANALYZER = "arabic"


def statements(model: Model) -> tuple[str, ...]:
    """All statements in the order of the file, without semicolons: a driver takes one at a time."""
    return (*constraints(model), *indexes(model), full_text_index(model))


def node_label(name: str) -> str:
    """The label in Neo4j of a node type: "agenda item" is `AgendaItem`."""
    return "".join(word.capitalize() for word in name.split())


def languages(model: Model) -> tuple[str, ...]:
    """The languages that the model names its nodes in: those that texts may be in."""
    return tuple(sorted({code for node in model.nodes.values() for code in node.label}))


def constraints(model: Model) -> tuple[str, ...]:
    """Uniqueness, label by label; each constraint brings an index with it.

    The one on all nodes of ours finds the ends of a relation whatever their types.
    """
    by_id = {f"{OWNED.lower()}_id": OWNED} | {
        f"{_snake(name)}_id": node_label(name) for name in model.nodes
    }
    return tuple(
        f"CREATE CONSTRAINT {name} IF NOT EXISTS\nFOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for name, label in by_id.items()
    ) + tuple(
        f"CREATE CONSTRAINT {label.lower()} IF NOT EXISTS\n"
        f"FOR (n:{label}) REQUIRE {_columns(beside.known_by)} IS UNIQUE"
        for label, beside in SUPPORT.items()
        if beside.known_by
    )


def indexes(model: Model) -> tuple[str, ...]:
    """An index for each property that the model declares as looked up, and those of search."""
    looked_up = (
        f"CREATE INDEX {_snake(name)}_{looked_up} IF NOT EXISTS\n"
        f"FOR (n:{node_label(name)}) ON (n.{looked_up})"
        for name, node in model.nodes.items()
        for looked_up in node.lookup
    )
    # Words may be parts of longer ones: an index of characters by threes finds them.
    lengths = "CREATE INDEX words_length IF NOT EXISTS\nFOR (n:Words) ON (n.length)"
    parts = (("words_folded", "Words", "folded"), ("mandates_called", OWNED, "called"))
    return (
        *looked_up,
        lengths,
        *(
            f"CREATE TEXT INDEX {name} IF NOT EXISTS\nFOR (n:{label}) ON (n.{searched})"
            for name, label, searched in parts
        ),
    )


def _columns(names: tuple[str, ...]) -> str:
    listed = ", ".join(f"n.{name}" for name in names)
    return f"({listed})" if len(names) > 1 else listed


def full_text_index(model: Model) -> str:
    """The index of all texts by language, of whatever node."""
    labels = "|".join(node_label(name) for name, node in model.nodes.items() if node.texts)
    texts = dict.fromkeys(text for node in model.nodes.values() for text in node.texts)
    rows = (", ".join(f"n.{text}_{code}" for code in languages(model)) for text in texts)
    listed = f",\n{INDENT}".join(rows)
    return (
        f"CREATE FULLTEXT INDEX {FULL_TEXT_INDEX} IF NOT EXISTS\n"
        f"FOR (n:{labels})\n"
        f"ON EACH [\n{INDENT}{listed}\n]\n"
        f"OPTIONS {{ indexConfig: {{ `fulltext.analyzer`: '{ANALYZER}' }} }}"
    )


def _snake(name: str) -> str:
    return re.sub(r"\W+", "_", name)
