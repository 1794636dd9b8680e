"""`docs/reference/model.md`: the model told to a reader, by node type, relation and closed list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from graph.markdown import cell, code, table
from graph.model.cypher import languages, node_label
from graph.model.schema import DECLARATION, Model, NodeType, PropertyType, RelationType
from graph.model.schema_text import shared_by

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "string": "a text",
        "strings": "a list of texts",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "date": "`YYYY`, `YYYY-MM` or `YYYY-MM-DD`: older documents often print no day",
        "by language": "one text for each language, by its code: {languages}",
        "record": "named parts, which stand in braces beside it",
        "records": "a list of records",
    }
)
# What an edge has besides the properties that the model declares, and what its evidence has.
EDGE: Mapping[str, str] = MappingProxyType(
    {
        "basis": "how it is known: {basis}",
        "confidence": "from 0 to 1: the lower bound of the 95 % interval of the precision of the rule"
        " that found it; absent until measured",
        "evidence": "one or more places that say so",
    }
)
EVIDENCE: Mapping[str, str] = MappingProxyType(
    {
        "document": "id of the document or act in whose text it stands",
        "language": "code of the language of that text",
        "checksum": "SHA-256 of the file",
        "spans": "pairs of start and end, in code points of the file, end exclusive; several where"
        " damage scattered the sentence",
        "quotation": "the words of the spans, repaired",
        "rule": "name of the rule that found it",
        "source": "{source}: the body's own text, or our retelling of it",
        "pinpoint": "place as a citation gives it: paragraph 3 (b)",
        "page": "page of a PDF",
        "box": "left, bottom, right and top on that page",
    }
)
HEAD = f"""\
# The model

Written by `mandates schema --form markdown` from `{DECLARATION}`: change that, not this page.

The graph has nodes of {{nodes}} types and {{relations}} types of relations between them. An id says the type
of its node, by a form that is declared there, and is the same in whatever language the documents are. What is
not known is absent. A node that is referred to, and whose text is not in the store, is there all the same,
with `known` false. The same model in Neo4j, with its labels and indexes, is told in `schema.cypher`.
"""
ABOUT_RELATIONS = """\
A relation leads from one node to another, and between two nodes there is at most one of a type. Read from
right to left it has another name, *backwards*. What stated, inferred and structural mean, and how confidence
is measured, is told on the page of [method](../method.md).
"""
ABOUT_ACTIONS = """\
What a provision does is said by the English lemmas of its operative verbs, whatever the language of its
text. Each has a class:
"""


def model_page(model: Model) -> str:
    """The page, in Markdown."""
    head = HEAD.format(nodes=len(model.nodes), relations=len(model.relations))
    return "\n".join([head, *_nodes(model), *_relations(model), *_values(model)]).rstrip() + "\n"


def _nodes(model: Model) -> Iterator[str]:
    shared = shared_by(node.properties for node in model.nodes.values())
    yield "## Nodes\n"
    yield from table(
        ("type", "stands for", "an id, for instance"),
        ([_to(node.name), node.says, code(node.examples[0])] for node in model.nodes.values()),
    )
    yield "Any node may have:\n"
    yield from _properties(shared.values())
    yield "The kinds of properties:\n"
    codes = ", ".join(map(code, languages(model)))
    told = ((kind, says.format(languages=codes)) for kind, says in KINDS.items())
    yield from table(("kind", "is"), told)
    for node in model.nodes.values():
        yield from _node(node, shared)


def _node(node: NodeType, shared: Mapping[str, PropertyType]) -> Iterator[str]:
    yield f"### {node.name}\n"
    yield f"{_sentence(node.says)}\n"
    yield f"- Ids such as {', '.join(map(code, node.examples))}"
    labels = [f"`:{node_label(node.name)}`"]
    for label, start in node.labels.items():
        labels.append(f"`:{label}`" + (f" where the id begins with {code(start)}" if start else ""))
    yield f"- In Neo4j: {', '.join(labels)}"
    yield f"- In pictures: {node.colour.fill}, outlined {node.colour.line}"
    yield f"- Called: {_by_language(node.label)}\n"
    yield from _properties(one for name, one in node.properties.items() if name not in shared)


def _relations(model: Model) -> Iterator[str]:
    shared = shared_by(relation.properties for relation in model.relations.values())
    lists = {name: ", ".join(map(code, values)) for name, values in model.values.items()}
    yield "## Relations\n"
    yield ABOUT_RELATIONS
    yield from table(
        ("relation", "from", "to", "says"),
        (
            [_to(one.name), ", ".join(one.sources), ", ".join(one.targets), one.says]
            for one in model.relations.values()
        ),
    )
    yield "Any relation may have:\n"
    yield from table(
        ("property", "says"),
        [
            *([code(name), told.format(**lists)] for name, told in EDGE.items()),
            *([code(one.name), cell(one.says)] for one in shared.values()),
        ],
    )
    yield "Its evidence says:\n"
    yield from table(
        ("field", "says"), ([code(name), told.format(**lists)] for name, told in EVIDENCE.items())
    )
    for relation in model.relations.values():
        yield from _relation(relation, shared)


def _relation(relation: RelationType, shared: Mapping[str, PropertyType]) -> Iterator[str]:
    yield f"### {relation.name}\n"
    yield f"{_sentence(relation.says)}\n"
    yield f"- From {_either(relation.sources)} to {_either(relation.targets)}"
    yield f"- Called: {_by_language(relation.label)}"
    yield f"- Backwards: {_by_language(relation.reverse)}\n"
    yield from _properties(one for name, one in relation.properties.items() if name not in shared)


def _values(model: Model) -> Iterator[str]:
    yield "## Closed lists\n"
    yield from table(
        ("list", "values"),
        ([name, ", ".join(map(code, values))] for name, values in model.values.items()),
    )
    yield ABOUT_ACTIONS
    by_class: dict[str, list[str]] = {}
    for action, group in model.classes.items():
        by_class.setdefault(group, []).append(code(action))
    yield from table(("class", "actions"), ([name, ", ".join(of)] for name, of in by_class.items()))


def _properties(properties: Iterable[PropertyType]) -> Iterator[str]:
    rows = [[code(one.name), one.kind, _told(one)] for one in properties]
    if rows:
        yield from table(("property", "kind", "says"), rows)


def _told(one: PropertyType) -> str:
    values = ", ".join(map(code, one.one_of))
    return "; ".join(part for part in (cell(one.says), values) if part)


def _to(heading: str) -> str:
    return f"[{heading}](#{heading.lower().replace(' ', '-')})"


def _sentence(says: str) -> str:
    return f"{says[0].upper()}{says[1:]}."


def _either(types: Sequence[str]) -> str:
    *others, last = types
    return f"{', '.join(others)} or {last}" if others else last


def _by_language(called: Mapping[str, str]) -> str:
    return ", ".join(f"{text} ({code})" for code, text in called.items())
