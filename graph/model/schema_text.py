"""`schema.cypher`: the model told to a reader in Neo4j Browser, then the statements that it needs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from graph.model.cypher import (
    ANALYZER,
    EDGE_KEEPS,
    EVIDENCE,
    FULL_TEXT_INDEX,
    INDENT,
    NODE_KEEPS,
    OWNED,
    SUPPORT,
    constraints,
    full_text_index,
    indexes,
    languages,
    node_label,
)
from graph.model.schema import DECLARATION, Model, PropertyType

WIDTH = 100
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


def _about_properties(model: Model) -> Iterator[str]:
    yield "// ---- Properties ----"
    yield "//"
    titles = ", ".join(f"title_{code}" for code in languages(model))
    yield _comment(ABOUT_PROPERTIES.format(titles=titles))


def _about_nodes(model: Model) -> Iterator[str]:
    shared = shared_by(node.properties for node in model.nodes.values())
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
    shared = shared_by(relation.properties for relation in model.relations.values())
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
    for label, beside in SUPPORT.items():
        yield "//"
        yield f"// (:{label})"
        yield _comment(f"{beside.says}: {beside.properties}", INDENT)


def shared_by(tables: Iterable[Mapping[str, PropertyType]]) -> dict[str, PropertyType]:
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
        says = f" – {one.says}" if one.says else ""
        yield _row(name, CYPHER_TYPES[one.kind] + values + says)


def _row(name: str, told: str) -> str:
    start = f"//{INDENT}{name:<20} "
    return textwrap.fill(told, WIDTH, initial_indent=start, subsequent_indent=f"//{INDENT:<25}")


def _comment(told: str, indent: str = " ") -> str:
    return textwrap.fill(told, WIDTH, initial_indent=f"//{indent}", subsequent_indent=f"//{indent}")
