"""Nodes as rows: names, what the model declares of their type, and where their text stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from graph.model.naming import in_language, name_of
from graph.model.records import Node
from graph.model.schema import PropertyType, load_model
from graph.questions.places import Places
from graph.questions.standing import STANDS, all_standing
from graph.stores import Store
from graph.tidy.table import Column, TidyTable, columns

ENGLISH = "en"
COMMON = columns(id="string", type="string", name="string", body="string", known="boolean")
# Acts, provisions and items are of one session; a document may come up at several.
PLACE: Mapping[str, tuple[Column, ...]] = {
    "decision": columns(session="string"),
    "provision": columns(session="string"),
    "agenda item": columns(session="string"),
    "document": columns(came_up="strings"),
}
STANDING = columns(source="string", citation="string", link="string")

Languages = Mapping[str, Sequence[str]]  # by the name of a property


def node_table(
    store: Store, type: str | None = None, language: str | None = None, *, names: str = ENGLISH
) -> TidyTable:
    """A row for each node of a type, in the order of the store; without `type`, of every type.

    Columns are id, type, name, body, known, the session or those that a document came up at, and
    what the model declares of the type. Texts are in `language` (else in English, else in any), or
    without one in a column for each language that occurs (`title_ar`); the name is then in that of
    `names`, which is also the first choice of where a text is cited from. For acts, provisions and
    items `source`, `citation` and `link` say where their text stands: an official text first.
    """
    if type is None:
        return _everything(store, language, language or names)
    nodes = tuple(store.nodes(type))
    declared = [one for name, one in load_model().nodes[type].properties.items() if name != "known"]
    languages = {one.name: _occurring(nodes, one) for one in declared if one.kind == "by language"}
    own = [column for one in declared for column in _columns(one, language, languages)]
    head = [*COMMON, *PLACE.get(type, ()), *own, *(STANDING if type in STANDS else ())]
    once = {column.name: column for column in head}
    rows = _rows(store, type, nodes, language, languages, language or names)
    return TidyTable(type, tuple(once.values()), (tuple(map(row.get, once)) for row in rows))


def _everything(store: Store, language: str | None, names: str) -> TidyTable:
    """What all types have in common: name, body, whether it is known, and the title."""
    nodes, places = tuple(store.nodes()), Places.of(store)
    title = load_model().nodes["document"].properties["title"]
    titles = _columns(title, language, {title.name: _occurring(nodes, title)})
    columns = (*COMMON, *titles)
    rows = (_told(node, places, language, names, {title.name}) for node in nodes)
    return TidyTable(
        "nodes", columns, (tuple(row.get(one.name) for one in columns) for row in rows)
    )


def _occurring(nodes: Sequence[Node], declared: PropertyType) -> Sequence[str]:
    return sorted({code for node in nodes for code in node.properties.get(declared.name) or ()})


def _columns(
    declared: PropertyType, language: str | None, languages: Languages
) -> Iterator[Column]:
    if declared.kind != "by language":
        yield Column(declared.name, declared.kind)
    elif language:
        yield Column(declared.name)
    else:
        yield from (Column(f"{declared.name}_{code}") for code in languages[declared.name])


def _rows(
    store: Store,
    type: str,
    nodes: Sequence[Node],
    language: str | None,
    languages: Languages,
    names: str,
) -> Iterator[dict[str, Any]]:
    places = Places.of(store)
    standing = all_standing(store, names, type)
    for node in nodes:
        row = _told(node, places, language, names, languages)
        if type == "document":
            row["came_up"] = list(places.came_up.get(node.id, ()))
        elif type in PLACE:
            row.setdefault("session", places.session(node.id))
        if cited := standing.get(node.id):
            row |= {"source": cited.source, "citation": cited.text, "link": cited.link}
        yield row


def _told(
    node: Node, places: Places, language: str | None, names: str, by_language: Collection[str]
) -> dict[str, Any]:
    """What a node tells of itself; of what it has by language, that language or each of them."""
    row: dict[str, Any] = dict(node.properties) | {
        "id": node.id,
        "type": node.type,
        "name": name_of(node, names),
        # A report and what it records are of the body that met; what came before several, of one.
        "body": places.body(node.id),
        "known": node.properties.get("known", True),
    }
    for name in by_language:
        texts = row.pop(name, None) or {}
        if language:
            row[name] = in_language(texts, language) or None
        else:
            row |= {f"{name}_{code}": text for code, text in texts.items()}
    return row
