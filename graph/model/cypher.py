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
ABOUT_NODES = """\
Every node has one label, and an id that is the same in whatever language its documents are. A node \
with known = false is referred to, and its text is not here. Any node may have these:"""
ABOUT_RELATIONS = """\
Between two nodes there is at most one relation of a type. Any relation may have these:"""
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
    """Uniqueness of ids, label by label; each brings an index of the ids with it."""
    return tuple(
        f"CREATE CONSTRAINT {_snake(name)}_id IF NOT EXISTS\n"
        f"FOR (n:{node_label(name)}) REQUIRE n.id IS UNIQUE"
        for name in model.nodes
    )


def indexes(model: Model) -> tuple[str, ...]:
    """An index for each property that the model declares as looked up."""
    return tuple(
        f"CREATE INDEX {_snake(name)}_{looked_up} IF NOT EXISTS\n"
        f"FOR (n:{node_label(name)}) ON (n.{looked_up})"
        for name, node in model.nodes.items()
        for looked_up in node.lookup
    )


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
    yield _row("id", "STRING")
    yield from _rows(shared.values())
    for name, node in model.nodes.items():
        yield "//"
        yield f"// (:{node_label(name)})"
        yield _comment(f"{node.label['en']}: {node.says}", INDENT)
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
    yield _row("basis", f"STRING: {' | '.join(model.values['basis'])}")
    yield _row("confidence", "FLOAT")
    yield from _rows(shared.values())
    yield _comment(ABOUT_BASIS)
    for name, relation in model.relations.items():
        source, target = (
            "|".join(map(node_label, ends)) for ends in (relation.sources, relation.targets)
        )
        yield "//"
        yield f"// (:{source})-[:{name}]->(:{target})"
        yield _comment(f"{relation.says} (backwards: {relation.reverse['en']})", INDENT)
        yield from _rows(_own(relation.properties, shared))


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
