"""Short names to ids: `3/2`, `3/2#r`, `item 4/2(c)`, `1/CP.22`, `A/RES/55/25`, symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from graph.model.errors import QuestionError
from graph.model.folding import fold
from graph.model.ids import body_of, order_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.model.short_names import short_name
from graph.stores import Store

SHOWN = 12
ROMAN = MappingProxyType({"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000})
ROMAN_SESSION = re.compile(r"(ss\.)?([ivxlcdm]+)(/\d+[a-z]?)")  # XII/5, SS.XII/1
# The session or the year of an act that is numbered through: 2297 (XXII), 1325 (2000). What stands
# behind a number with a stroke is a paragraph: 3/2 (c), whose letter is a Roman figure too.
IN_BRACKETS = re.compile(r"(\d+[a-z]?)\(\d{4}\)|(?<![/\d])(\d+[a-z]?)\([^)]*\)")
CODED = re.compile(r"(\d+)/([a-z]+)\.(\d+)")  # 1/CP.22
POINTED = re.compile(r"([^#(]+)(?:#(.+)|((?:\([a-z0-9]+\))+))")  # 3/2#g.1, 3/2(g)(1)
ITEM = re.compile(r"[a-z0-9.\-]+/\d+(?:\([a-z0-9]+\))*")  # 4/2(c)


def resolve_name(store: Store, name: str, body: str | None = None, kind: str | None = None) -> str:
    """The id that a short name means in this store.

    `body` ("untoc-cop") and `kind` (a node type as the model names it) narrow the choice; the
    name may begin with the kind itself ("item 4/2(c)"), in any language that the model has labels
    in. Raises QuestionError if nothing or several nodes fit; its `candidates` then hold the ids.
    """
    found = candidates(store, name, body, kind)
    if len(found) == 1:
        return found[0]
    if not found:
        if body:
            resolve_body(store, body)
        raise QuestionError(
            f"{name}: nothing in {store.url} has this name; try `mandates search {name}`"
        )
    listed = ", ".join(found[:SHOWN]) + (", …" if len(found) > SHOWN else "")
    raise QuestionError(f"{name}: several fit: {listed}; name one of them", candidates=found)


def resolve_body(store: Store, body: str) -> str:
    """The id of a body ("untoc-cop" or "body:untoc-cop"); QuestionError if the store has no such."""
    id = f"body:{body.removeprefix('body:')}"
    if store.node(id) is None:
        known = ", ".join(sorted(node.id.removeprefix("body:") for node in store.nodes("body")))
        raise QuestionError(f"{body}: no such body in the store; there are: {known or 'none'}")
    return id


def candidates(
    store: Store, name: str, body: str | None = None, kind: str | None = None
) -> tuple[str, ...]:
    """Every id that the name fits, in order; narrowed as in `resolve_name`."""
    name = name.strip()
    if store.node(name):
        return (name,)
    stated, rest = _kind_and_rest(name)
    kind = _kind(kind) if kind else stated
    short = short_name(rest)
    slug = body.removeprefix("body:") if body else None
    for finder in (_acts_and_points, _documents, _items, _last_part):
        found = [
            id
            for id, type in finder(store, short, kind)
            if (kind is None or type == kind or (kind, type) == ("decision", "provision"))
            and (slug is None or body_of(id) in (None, f"body:{slug}"))
        ]
        if found:
            return tuple(sorted(set(found), key=order_of))
    return ()


def _kind(word: str) -> str:
    kinds = _kinds()
    if fold(word) not in kinds:
        raise QuestionError(f"{word}: no kind of node; there are {', '.join(load_model().nodes)}")
    return kinds[fold(word)]


@cache
def _kinds() -> Mapping[str, str]:
    """What may stand before a name, folded: what the model calls its node types."""
    kinds: dict[str, str] = {}
    for node_type in load_model().nodes.values():
        for label in (node_type.name, *node_type.also, *node_type.label.values()):
            kinds.setdefault(fold(label), node_type.name)
    return kinds


def _kind_and_rest(name: str) -> tuple[str | None, str]:
    folded = fold(name)
    for label in sorted(_kinds(), key=len, reverse=True):
        if folded.startswith(f"{label} "):
            words = len(label.split())
            return _kinds()[label], name.split(maxsplit=words)[words]
    return None, name


def _acts_and_points(store: Store, short: str, kind: str | None) -> Iterator[tuple[str, str]]:
    if kind not in (None, "decision", "provision"):
        return
    point = POINTED.fullmatch(short)
    acts = _acts(store, short)
    if acts or not point:
        for act in acts:
            yield act.id, act.type
        return
    label = point[2] or ".".join(re.findall(r"\(([a-z0-9]+)\)", point[3]))
    wholes = _acts(store, point[1]) or _nodes_by_symbol(store, "document", point[1])
    for whole in wholes:
        if store.node(f"{whole.id}#{label}"):
            yield f"{whole.id}#{label}", "provision"
    if kind is None and not point[2]:  # 4/2(c) may be an item as well
        yield from _items(store, short, kind)


def _acts(store: Store, short: str) -> list[Node]:
    names = {short, IN_BRACKETS.sub(r"\1\2", short)}
    names.discard("")
    names |= {ROMAN_SESSION.sub(_in_figures, one) for one in names}
    found = [node for name in sorted(names) for node in _named(store, "decision", name)]
    if coded := CODED.fullmatch(short):
        codes = _codes(store)
        found += [
            node
            for node in _named(store, "decision", f"{coded[3]}/{coded[1]}")
            if codes.get(body_of(node.id) or "") == coded[2]
        ]
    return found


def _named(store: Store, type: str, name: str) -> list[Node]:
    nodes = (store.node(id) for id in store.named(name))
    return [node for node in nodes if node and node.type == type]


def _codes(store: Store) -> dict[str, str]:
    return {node.id: fold(node.properties.get("code", "")) for node in store.nodes("body")}


def _in_figures(session: re.Match[str]) -> str:
    values = [ROMAN[letter] for letter in session[2]]
    number = sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )
    return f"{session[1] or ''}{number}{session[3]}"


def _documents(store: Store, short: str, kind: str | None) -> Iterator[tuple[str, str]]:
    if kind not in (None, "document") or not re.search(r"[^\d/]", short):
        return
    for node in _nodes_by_symbol(store, "document", short):
        yield node.id, node.type


def _nodes_by_symbol(store: Store, type: str, short: str) -> list[Node]:
    wanted = {short, short.replace("_", "/")} - {""}  # files are named by symbols, with _ for /
    return [
        node
        for name in sorted(wanted)
        for node in _named(store, type, name)
        # not one whose symbol goes on like that
        if {name} & {short_name(node.id.partition(":")[2]), short_name(_symbol(node))}
    ]


def _symbol(node: Node) -> str:
    return str(node.properties.get("symbol", ""))


def _items(store: Store, short: str, kind: str | None) -> Iterator[tuple[str, str]]:
    if kind not in (None, "agenda item") or not ITEM.fullmatch(short):
        return
    for id in store.named(short):
        if id.startswith("item:") and "@" not in id:
            yield id, "agenda item"


def _last_part(store: Store, short: str, kind: str | None) -> Iterator[tuple[str, str]]:
    """Slugs and what hangs on them: `secretariat`, `untoc/32`, `session 4`."""
    for id in store.named(short):
        node = store.node(id)
        if not node or node.type in ("document", "decision", "agenda item"):
            continue
        if kind or short_name(id.partition(":")[2]) == short:
            yield id, node.type
