"""The page of a node's surroundings: opened step by step, as a picture and as tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.model.ids import body_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions import Surroundings
from views.parts.address import given, go, page_address
from views.parts.answers import Answers
from views.parts.caption import Caption
from views.parts.drawing import Drawing
from views.parts.drawing_svg import svg
from views.parts.evidence_panel import evidence_panel
from views.parts.exports import View, export_view
from views.parts.frame import framed
from views.parts.link_list import link_list
from views.parts.markup import bdi, chip, plain
from views.parts.names import Names
from views.parts.network import network
from views.parts.network_drawing import KINDS, OTHER, draw_network, for_vis
from views.parts.node_link import titled_link
from views.parts.not_found import not_found
from views.parts.portions import extent, offer_more
from views.parts.surroundings import NODES, fitting, links_named, surroundings_of
from views.parts.wording import Wording
from views.parts.words_box import words_box

ZOOM = ("in", "out", "whole")  # the buttons of the picture
CHOSEN = ("open", "at", "link", "relations")  # what the address says of one middle only
STEPS = 40  # openings that an address may name: more bring nothing to a full picture


def page() -> None:
    """Show the surroundings of the node that the address names."""
    framed("graph", _ask)


def _ask(answers: Answers, names: Names) -> None:
    asked = given("id") or answers.acts().first or ""
    wording = names.wording
    words_box(
        wording.say("graph.middle"),
        "middle",
        wording.say("graph.middle_hint"),
        name="id",
        forgotten=CHOSEN,
    )
    found = fitting(answers, asked) if asked else ()
    if len(found) != 1:
        _not_found(found, asked, names.at_home_in(None))
        return
    known = load_model().relations
    relations = tuple(one for one in given("relations").split() if one in known)
    opened = tuple(given("open").split()[:STEPS])
    around = surroundings_of(answers, found[0].id, opened, relations)
    _show(around, opened, relations, answers, names.at_home_in(body_of(around.node.id)))


def _begin_at(id: str) -> None:
    go(id=id, **dict.fromkeys(CHOSEN))


def _not_found(found: Sequence[Node], asked: str, names: Names) -> None:
    wording = names.wording
    addresses = [page_address("graph", wording.language, id=node.id) for node in found]
    listed = "".join(
        f'<li><a href="{escape(address)}" target="_self">{bdi(names.name(node))}</a></li>'
        for node, address in zip(found, addresses, strict=True)
    )
    st.html(not_found(asked, wording, several=bool(found), listed=f"<ul>{listed}</ul>"))


def _show(
    around: Surroundings,
    opened: tuple[str, ...],
    relations: tuple[str, ...],
    answers: Answers,
    names: Names,
) -> None:
    wording = names.wording
    nodes = {node.id: node for node in around.nodes}
    chosen = nodes.get(given("at"), around.node)
    drawing = draw_network(around, names)
    st.html(f"<h2 class='act'>{titled_link(around.node, names)}</h2>")
    _choose_relations(around, relations, wording)
    picture, beside = st.columns([7, 2], gap="medium")
    with picture:
        _picture(drawing, around, opened, chosen, names)
    with beside:
        _steps(around, opened, chosen, names)
        evidence_panel(around.links, answers, names)
    _tables(around, answers, names)
    name = names.name(around.node)
    told = "\n".join(arrow.told for arrow in drawing.arrows)
    caption = Caption(name, description=told)
    view = View(
        name=f"graph-{around.node.id}",
        title=name,
        links=around.links,
        nodes=around.nodes,
        picture=lambda: svg(drawing, caption, wording),
    )
    export_view(view, answers, names)


def _choose_relations(around: Surroundings, chosen: tuple[str, ...], wording: Wording) -> None:
    def called(relation: str) -> str:
        return f"{wording.relation_named(relation)} ({around.relations.get(relation, 0)})"

    there = [one for one in load_model().relations if one in around.relations or one in chosen]
    st.session_state["relations"] = list(chosen)
    st.multiselect(
        wording.say("graph.relations"),
        there,
        format_func=called,
        key="relations",
        placeholder=wording.say("graph.all_relations"),
        on_change=lambda: go(relations=" ".join(st.session_state["relations"]), link=None),
    )


def _picture(
    drawing: Drawing,
    around: Surroundings,
    opened: tuple[str, ...],
    chosen: Node,
    names: Names,
) -> None:
    wording = names.wording
    label = wording.say("graph.label", name=names.name(around.node), number=len(around.nodes))
    said = {"label": label, "buttons": {name: wording.say(f"graph.{name}") for name in ZOOM}}
    network(
        for_vis(drawing, {around.node.id, *opened}) | said | {"chosen": chosen.id},
        picked=lambda id: go(at=id),
        opened=lambda id: _open(id, around, opened),
        proven=lambda link: go(link=link),
    )
    types = {node.type: None for node in around.nodes}
    chips = [
        chip(escape(wording.type(type)), tone=f"kind-{KINDS.get(type, OTHER)}") for type in types
    ]
    chips.append(chip(escape(wording.say("picture.not_held")), tone="kind-missing"))
    lines = [
        f'<span><span class="line {basis}"></span>{escape(wording.say(f"picture.{basis}"))}</span>'
        for basis in ("stated", "inferred", "structural")
    ]
    help = [wording.say("graph.says")]
    key = "graph.full" if len(around.nodes) >= NODES else "graph.shown"
    help.append(wording.say(key, number=len(around.nodes), most=NODES, rest=len(around.rest)))
    st.html(
        f'<p class="legend">{" ".join(chips)} {" ".join(lines)}</p>'
        f'<p class="quiet" role="status">{escape(" ".join(help))}</p>'
    )


def _steps(around: Surroundings, opened: tuple[str, ...], chosen: Node, names: Names) -> None:
    """What the pointer does in the picture, for the keyboard: choose a node, open or fold it."""
    wording = names.wording
    nodes = {node.id: node for node in around.nodes}
    st.session_state["entry"] = chosen.id
    st.selectbox(
        wording.say("graph.entry"),
        list(nodes),
        format_func=lambda id: plain(names.name(nodes[id]), wording.direction),
        key="entry",
        on_change=lambda: go(at=st.session_state["entry"]),
    )
    st.html(f"<p>{titled_link(chosen, names)} {chip(escape(wording.type(chosen.type)))}</p>")
    open_already = chosen.id in (around.node.id, *opened)
    left = sum(chosen.id in (source, target) for _, source, target in around.rest)
    if len(around.nodes) < NODES and (left or not open_already):
        key = "graph.open_more" if open_already else "graph.open"
        said = wording.say(key, number=left)
        st.button(said, key="open", on_click=_open, args=(chosen.id, around, opened))
    if chosen.id in opened and chosen.id != around.node.id:
        st.button(wording.say("graph.fold"), key="fold", on_click=_fold, args=(chosen.id, opened))
    if chosen.id != around.node.id:
        said = wording.say("graph.to_middle")
        st.button(said, key="to middle", on_click=_begin_at, args=(chosen.id,))


def _open(id: str, around: Surroundings, opened: tuple[str, ...]) -> None:
    standing = [one for one in opened if one not in around.missed]
    go(open=" ".join([*standing, id]), at=id)


def _fold(id: str, opened: tuple[str, ...]) -> None:
    go(open=" ".join(one for one in opened if one != id), at=id)


def _tables(around: Surroundings, answers: Answers, names: Names) -> None:
    wording = names.wording
    shown, left = wording.say("table.title"), wording.say("graph.rest", number=len(around.rest))
    with st.expander(f"{shown} ({len(around.links)})"):
        st.html(link_list(shown, around.links, names))
    if around.rest:
        with st.expander(left):
            key = f"rest {around.node.id}"
            keys = around.rest[: extent(key)]
            st.html(link_list(left, links_named(answers, keys), names))
            offer_more(key, len(around.rest), wording)
