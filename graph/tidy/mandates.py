"""Mandates as rows: who asked whom for what, by when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.ids import order_of, whole_of
from graph.model.naming import in_language, name_of
from graph.model.schema import load_model
from graph.questions.followed import above_in, followed, nearest, statuses
from graph.questions.places import Places, gathered
from graph.questions.standing import all_standing
from graph.stores import Store
from graph.tidy.nodes import ENGLISH
from graph.tidy.table import TidyTable, columns

COLUMNS = columns(
    id="string",
    name="string",
    act="string",
    body="string",
    session="string",
    within="string",
    action="strings",
    asked="strings",
    due="strings",
    due_date="date",
    due_words="string",
    deliverable="string",
    conditions="strings",
    recurrence="string",
    status="string",
    followed="boolean",
    documents="strings",
    items="strings",
    working_groups="strings",
    came_up="strings",
    text="string",
    source="string",
    citation="string",
    link="string",
)
CAME = {"document": "documents", "agenda item": "items", "working group": "working_groups"}


def mandate_table(store: Store, language: str | None = None) -> TidyTable:
    """A row for each mandate, in the order of the store.

    `session` is where it was decided, `asked` and `due` are its own or those of the nearest
    provision above that says them. `documents`, `items` and `working_groups` are what it led to,
    `came_up` the sessions at which these did. `followed` says whether anything came of it, of its
    points or of the provision above; `within` is the mandate above of which it is a point. To count
    a provision with its points once, count the rows without `within`.
    """
    return TidyTable("mandates", COLUMNS, _rows(store, language or ENGLISH))


@dataclass(frozen=True, slots=True)
class _Links:
    """What mandates are linked to, by their ids."""

    above: Mapping[str, str]
    asked: Mapping[str, tuple[str, ...]]
    due: Mapping[str, tuple[str, ...]]
    led_to: Mapping[str, tuple[str, ...]]
    followed: frozenset[str]
    mandates: frozenset[str]

    @classmethod
    def of(cls, store: Store) -> _Links:
        above = above_in(store)
        status_of = statuses(store)
        return cls(
            above=above,
            asked=gathered((one, to) for _, one, to in store.edge_keys("ADDRESSED_TO")),
            due=gathered((one, at) for _, one, at in store.edge_keys("DUE_AT")),
            led_to=gathered((one, to) for _, one, to in store.edge_keys("MANDATES")),
            followed=followed(status_of, above),
            mandates=frozenset(status_of),
        )


def _rows(store: Store, language: str) -> Iterator[tuple[Any, ...]]:
    links, places = _Links.of(store), Places.of(store)
    standing = all_standing(store, language, "provision")
    type_of = load_model().type_of
    for node in store.nodes("provision"):
        if node.id not in links.mandates:
            continue
        told = node.properties
        due = told.get("due") or {}
        came: dict[str, list[str]] = {name: [] for name in CAME.values()}
        for target in links.led_to.get(node.id, ()):
            came[CAME[type_of(target)]].append(target)
        cited = standing.get(node.id)
        row = {
            "id": node.id,
            "name": name_of(node, language),
            "act": whole_of(node.id),
            "body": places.body(node.id),
            "session": places.session(node.id),
            "within": nearest(node.id, links.above, links.mandates),
            "action": list(told.get("action") or ()),
            "asked": _own_or_above(node.id, links.asked, links.above),
            "due": _own_or_above(node.id, links.due, links.above),
            "due_date": due.get("date"),
            "due_words": due.get("text"),
            "conditions": list(told.get("conditions") or ()),
            "followed": node.id in links.followed,
            **came,
            "came_up": _sessions(places, links.led_to.get(node.id, ())),
            "text": in_language(told.get("text"), language) or None,
            "source": cited.source if cited else None,
            "citation": cited.text if cited else None,
            "link": cited.link if cited else None,
        }
        row |= {name: told.get(name) for name in ("deliverable", "recurrence", "status")}
        yield tuple(row[column.name] for column in COLUMNS)


def _own_or_above(
    id: str, said: Mapping[str, tuple[str, ...]], above: Mapping[str, str]
) -> list[str]:
    """A point rarely repeats who is asked, and by when."""
    teller = id if id in said else nearest(id, above, said)
    return list(said[teller]) if teller else []


def _sessions(places: Places, targets: Iterable[str]) -> list[str]:
    return sorted({at for target in targets for at in places.sessions(target)}, key=order_of)
