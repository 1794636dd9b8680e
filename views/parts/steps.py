"""A link as something to press: what it leads to, how, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import streamlit as st

from graph.model.records import Node
from graph.questions import Link
from views.parts.address import given, go, link_name
from views.parts.chain_table import confidence
from views.parts.markup import direction, plain, unmarked
from views.parts.names import Names
from views.parts.portions import portion
from views.parts.shortened import shortened

TITLE = 110  # characters of a title on a button


def step_buttons(
    place: str, links: Sequence[Link], names: Names, under: Node | None = None
) -> None:
    """A list of links, each a button that opens its evidence.

    `place` keeps its keys apart from those of other lists. `under` is the node whose name stands
    above the list: then the buttons say where the steps come from.
    """
    if links:
        with st.container(key=f"steps {place}"):
            for link in portion(f"{given('id')} {place}", links, names.wording):
                _button(place, link, step_label(link, names, under))


def _button(place: str, link: Link, label: str) -> None:
    chosen = link_name(link)
    st.button(
        label,
        key=f"step {place} {chosen}",
        type="secondary" if given("link") == chosen else "tertiary",
        on_click=go,
        kwargs={"link": chosen},
        width="stretch",
    )


def step_label(link: Link, names: Names, under: Node | None = None) -> str:
    """What a link leads to, as Markdown in which nothing of a document's text means anything."""
    wording = names.wording
    named = names.name(link.node)
    pieces = [f"{_isolated(wording.relation(link), wording.direction)}: **{_isolated(named)}**"]
    start = link.start
    if under and start.id != under.id:
        label = names.label(start.id) if start.type == "provision" else names.name(start)
        pieces.insert(0, f"**{_isolated(label)}**")
    told = under and under.id == link.node.id
    if link.node.type == "agenda item" and not told:
        # every session has an item 2
        pieces.append(_isolated(names.session_of(link.node)))
    if not told and (found := names.title(link.node)) and found[0] != named:
        brief = shortened(found[0], TITLE)
        pieces.append(_isolated(brief, direction(found[1])))
    if link.relation == "ADOPTED_AT" and (date := link.properties.get("date")):
        pieces.append(_isolated(date, "ltr"))
    if link.inherited_from:
        provision = names.label(link.inherited_from)
        pieces.append(_isolated(wording.say("provisions.inherited", provision=provision)))
    pieces.append(f":gray[{_isolated(confidence(link, wording), wording.direction)}]")
    return " · ".join(pieces)


def every_link(links: Iterable[Link]) -> Iterator[Link]:
    """Links and all that follows from them."""
    for link in links:
        yield link
        yield from every_link(link.then)


def _isolated(text: str, way: str = "auto") -> str:
    return unmarked(plain(text, way))
