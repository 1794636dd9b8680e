"""The model as Cypher: `schema.cypher`, which constrains, indexes and explains the graph in Neo4j.

What the statements say, Neo4j Community can do: uniqueness, indexes of single properties, one
full-text index. The comments before them are for a reader in Neo4j Browser.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from graph.model.schema import DECLARATION, Model, PropertyType

WIDTH = 100
INDENT = " " * 4
# What a property of each kind of the model is in Neo4j, which keeps no value inside another.
CYPHER_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "string": "STRING",
        "strings": "LIST of STRING",
        "integer": "INTEGER",
        "number": "FLOAT",
        "boolean": "BOOLEAN",
        "date": "STRING: YYYY, YYYY-MM or YYYY-MM-DD",
        "by language": "STRING, one for each language",
        "record": "STRING: JSON",
        "records": "STRING: JSON",
    }
)
# Every node that we write has this label; what has it not is somebody else's, and left alone.
OWNED = "Mandates"
# What a node, and a relation, has in Neo4j beside what the model declares.
NODE_KEEPS: Mapping[str, str] = MappingProxyType(
    {
        "id": "STRING",
        "called": "STRING: its short names, folded, each between blanks",
        "position": "INTEGER: place in the order of writing, in which lists come",
        "written": "LIST of STRING: its own properties, in the order of writing",
        "loaded": "STRING: the load that wrote it (at its end, what an earlier one wrote goes)",
    }
)
EDGE_KEEPS: Mapping[str, str] = MappingProxyType(
    {
        "basis": "STRING: {basis}",
        "confidence": "FLOAT",
        **{name: told for name, told in NODE_KEEPS.items() if name not in ("id", "called")},
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
        "citations": "STRING: ready to be copied",
        "links": "STRING: address of the official text, or empty",
    }
)
# What is kept beside the graph: label -> what it says, properties, by which of them it is known.
SUPPORT: Mapping[str, tuple[str, str, tuple[str, ...]]] = MappingProxyType(
    {
        "SourceText": (
            "a file as it was read: evidence has its checksum, and points into its original text",
            "checksum, name, document, language, media_type, source, fingerprint, link, "
            "repairs (JSON), trust, characters, original, repaired, origins (packed), payload (packed)",
            ("checksum",),
        ),
        "Words": (
            "a text of a node, folded for the search of words and parts of words",
            "node, field, language, folded (or long, where the index takes it not), length, "
            "rank (of the field, names first)",
            ("node", "field", "language"),
        ),
        "Remark": (
            "what a build could not settle: unresolved, suspect, disagreement, note",
            "position, kind, message, document, span, text, guess",
            ("position",),
        ),
        "Judgement": (
            "what a researcher confirmed, rejected or added",
            "position, line (JSON)",
            ("position",),
        ),
        "Manifest": (
            "one: which build this graph is a copy of, and whether the copy is complete",
            "state (complete | loading), content (hash of the graph), record (JSON)",
            (),
        ),
    }
)
FULL_TEXT_INDEX = "texts"
# One index has one analyzer, and a search should not have to know the language of what it finds.
ANALYZER = "arabic"
ABOUT = f"""\
The form of the graph of mandates in Neo4j: its nodes and relations, constraints and indexes.
Written by `mandates schema` from {DECLARATION}: change that, not this file.
Every statement says IF NOT EXISTS: applied a second time, the file changes nothing."""
ABOUT_PROPERTIES = """\
What is not known is absent. Text stands in one property for each language: title_* means {titles}. \
What has parts of its own (who, when and why of a judgement) is a string of JSON, because Neo4j keeps \
no value inside another. A date may be a month or a year, as older documents print it, and \
dates sort as they stand."""
ABOUT_NODES = f"""\
Every node has the label of its type, and the label :{OWNED}, which says that it is of this graph: \
nodes without it are never read or changed. Its id is the same in whatever language its documents \
are. A node with known = false is referred to, and its text is not here. Any node may have these:"""
ABOUT_RELATIONS = """\
Between two nodes there is at most one relation of a type. Any relation may have these:"""
ABOUT_EVIDENCE = """\
Evidence stands on the relation that it proves, in lists of equal length, one entry a place that \
proves it: r.quotations[0] with r.citations[0] is the first sentence and its citation. A relation \
in Neo4j cannot have relations, and nodes of evidence would cost every question two steps more, and \
could be left behind. Each of these is a LIST of"""
ABOUT_SUPPORT = f"""\
Nodes of no relation, labelled :{OWNED} too: what shows evidence in its place and finds words."""
ABOUT_BASIS = """\
stated: a text says it. inferred: found by comparing texts. structural: follows from a symbol, a \
label or a heading. confidence is the measured precision of the rule that found it, from 0 to 1."""
ABOUT_ACTIONS = """\
action holds the English lemmas of the operative verbs, whatever the language of the text, and class \
holds, beside each, one of these:"""
ABOUT_TEXTS = f"""\
One full-text index over every title and text in every language. Its analyzer is "{ANALYZER}": it \
finds Arabic words whatever the article, the conjunction or the form of alef and ya, without kashida \
and vowel signs, with either kind of digits. Words of the other languages it finds whole and without \
regard to capitals, for it stems Arabic letters only, and Chinese by single characters. An analyzer \
for any language (standard) would miss an Arabic word with its article. Put Chinese in quotation marks, and \
an asterisk for endings:"""
SEARCHES = (
    f'CALL db.index.fulltext.queryNodes("{FULL_TEXT_INDEX}", "مصادرة OR confiscat*")',
    "YIELD node, score RETURN node.id, score",
)
ABOUT_RENEWING = f"""\
Where an index of this name is there, it stays as it is: after a change of the model, DROP INDEX \
{FULL_TEXT_INDEX} comes before this file."""


def schema_text(model: Model) -> str:
    """The whole of `schema.cypher`: comments, then statements, each ended by a semicolon."""
    parts = [
        *(_comment(line) for line in ABOUT.splitlines()),
        "",
        *_about_properties(model),
        "",
        *_about_nodes(model),
        "",
        *_about_relations(model),
        "",
        *_about_support(),
        "",
        "// ---- Constraints: an id names one node ----",
        "",
        *(f"{statement};" for statement in constraints(model)),
        "",
        "// ---- Indexes: what nodes are looked up by, besides the id ----",
        "",
        *(f"{statement};" for statement in indexes(model)),
        "",
        "// ---- Full text ----",
        "",
        _comment(ABOUT_TEXTS),
        *(f"//{INDENT}{line}" for line in SEARCHES),
        _comment(ABOUT_RENEWING),
        "",
        f"{full_text_index(model)};",
    ]
    return "\n".join(parts) + "\n"


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
        f"FOR (n:{label}) REQUIRE {_columns(known_by)} IS UNIQUE"
        for label, (_, _, known_by) in SUPPORT.items()
        if known_by
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


def _about_properties(model: Model) -> Iterator[str]:
    yield "// ---- Properties ----"
    yield "//"
    titles = ", ".join(f"title_{code}" for code in languages(model))
    yield _comment(ABOUT_PROPERTIES.format(titles=titles))


def _about_nodes(model: Model) -> Iterator[str]:
    shared = _shared(node.properties for node in model.nodes.values())
    yield "// ---- Nodes ----"
    yield "//"
    yield _comment(ABOUT_NODES)
    yield from (_row(name, told) for name, told in NODE_KEEPS.items())
    yield from _rows(shared.values())
    for name, node in model.nodes.items():
        yield "//"
        yield f"// (:{node_label(name)})"
        yield _comment(f"{node.label['en']}: {node.says}", INDENT)
        for label, start in node.labels.items():
            where = f", where the id begins with {start}" if start else ""
            yield _comment(f"and :{label}{where}", INDENT)
        yield from _rows(_own(node.properties, shared))
    by_class: dict[str, list[str]] = {}
    for action, group in model.classes.items():
        by_class.setdefault(group, []).append(action)
    yield "//"
    yield _comment(ABOUT_ACTIONS)
    for group, actions in by_class.items():
        yield _row(group, ", ".join(actions))


def _about_relations(model: Model) -> Iterator[str]:
    shared = _shared(relation.properties for relation in model.relations.values())
    yield "// ---- Relations ----"
    yield "//"
    yield _comment(ABOUT_RELATIONS)
    lists = {name: " | ".join(values) for name, values in model.values.items()}
    yield from (_row(name, told.format(**lists)) for name, told in EDGE_KEEPS.items())
    yield from _rows(shared.values())
    yield _comment(ABOUT_BASIS)
    yield "//"
    yield _comment(ABOUT_EVIDENCE)
    yield from (_row(name, told.format(**lists)) for name, told in EVIDENCE.items())
    for name, relation in model.relations.items():
        source, target = (
            "|".join(map(node_label, ends)) for ends in (relation.sources, relation.targets)
        )
        yield "//"
        yield f"// (:{source})-[:{name}]->(:{target})"
        yield _comment(f"{relation.says} (backwards: {relation.reverse['en']})", INDENT)
        yield from _rows(_own(relation.properties, shared))


def _about_support() -> Iterator[str]:
    yield "// ---- Beside the graph ----"
    yield "//"
    yield _comment(ABOUT_SUPPORT)
    for label, (says, properties, _) in SUPPORT.items():
        yield "//"
        yield f"// (:{label})"
        yield _comment(f"{says}: {properties}", INDENT)


def _shared(tables: Iterable[Mapping[str, PropertyType]]) -> dict[str, PropertyType]:
    """The properties that all types have."""
    first, *others = tables
    return {name: one for name, one in first.items() if all(name in table for table in others)}


def _own(
    properties: Mapping[str, PropertyType], shared: Mapping[str, PropertyType]
) -> Iterator[PropertyType]:
    return (one for name, one in properties.items() if name not in shared)


def _rows(properties: Iterable[PropertyType]) -> Iterator[str]:
    for one in properties:
        name = f"{one.name}_*" if one.kind == "by language" else one.name
        values = f": {' | '.join(one.one_of)}" if one.one_of else ""
        yield _row(name, CYPHER_TYPES[one.kind] + values)


def _row(name: str, told: str) -> str:
    start = f"//{INDENT}{name:<20} "
    return textwrap.fill(told, WIDTH, initial_indent=start, subsequent_indent=f"//{INDENT:<25}")


def _comment(told: str, indent: str = " ") -> str:
    return textwrap.fill(told, WIDTH, initial_indent=f"//{indent}", subsequent_indent=f"//{indent}")


def _snake(name: str) -> str:
    return re.sub(r"\W+", "_", name)
