"""The page that leads an agenda item or a document back to the first decision."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.model.ids import body_of
from graph.model.records import Node
from graph.questions import Chain, Origins, candidates, origins, origins_chain
from graph.questions.origins import LED
from graph.stores import Store
from views.parts.absences import not_held
from views.parts.address import given, page_address
from views.parts.answers import Answers
from views.parts.chain_svg import chain_svg
from views.parts.chain_table import chain_table
from views.parts.exports import View, export_view
from views.parts.frame import framed
from views.parts.kept import ask
from views.parts.markup import bdi
from views.parts.names import Names
from views.parts.node_link import titled_link
from views.parts.not_found import not_found
from views.parts.picking import pick_matter, search_matters
from views.parts.picture import legend, picture
from views.parts.relation_list import described
from views.parts.way_back import show_way_back


def page() -> None:
    """Show where the matter that the address asks for came from."""
    framed("why", _ask)


def led_back(store: Store, id: str) -> tuple[Origins, Chain]:
    """The way back of a matter, and the same laid out for a picture."""
    answer = origins(store, id)
    return answer, origins_chain(answer)


def an_example(store: Store) -> str | None:
    """A matter to begin with: one on an agenda for which a decision asked, else any on one."""
    asked = (target for _, _, target in store.edge_keys("MANDATES") if target.startswith("item:"))
    listed = (source for _, source, _ in store.edge_keys("ITEM_OF"))
    return next(asked, None) or next(listed, None)


def _ask(answers: Answers, names: Names) -> None:
    asked = given("id")
    example = "" if asked or given("q") else ask(answers, an_example)
    fitting = ask(answers, candidates, asked) if asked else (example,) if example else ()
    nodes = [node for id in fitting if (node := answers.node(id)) and node.type in LED]
    node = nodes[0] if len(nodes) == 1 else None
    search_matters(answers, names, "why")
    pick_matter(answers, names, node)
    if node:
        at_home = names.at_home_in(body_of(node.properties.get("session") or node.id))
        _show(answers, at_home, *ask(answers, led_back, node.id))
    elif asked:
        _unclear(names, asked, nodes)


def _unclear(names: Names, asked: str, fitting: list[Node]) -> None:
    """Several matters, or none, have the name that was asked for."""
    wording = names.wording
    lines = "".join(
        f"<li>{described(node, names, page_address('why', wording.language, id=node.id))}</li>"
        for node in fitting
    )
    listed = f'<ul class="links">{lines}</ul>'
    do = wording.say("why.not_found_do")
    st.html(not_found(asked, wording, several=bool(fitting), do=do, listed=listed))


def _show(answers: Answers, names: Names, answer: Origins, laid_out: Chain) -> None:
    wording = names.wording
    st.html(f'<h2 class="act">{titled_link(answer.node, names)}</h2>{_first(answer, names)}')
    if missing := not_held(answer.absent, names):
        st.html(missing)
    if not answer.steps:
        return
    st.html(f"<h2>{escape(wording.say('why.picture'))}</h2>")
    st.iframe(
        picture(laid_out, names, dark=st.context.theme.type == "dark"),
        alt=wording.say("why.picture"),
    )
    says = escape(wording.say(f"picture.says_{wording.direction}"))
    st.html(f'{legend(wording)}<p class="quiet">{says}</p>')
    with st.expander(wording.say("table.title")):
        st.html(chain_table(laid_out, names))
    st.html(f"<h2>{escape(wording.say('why.steps'))}</h2>")
    show_way_back(answer, laid_out, names)
    title = f"{wording.say('why.title')}: {names.name(answer.node)}"

    def drawn() -> str:
        stands = answers.standing(laid_out.nodes, wording.language)
        return chain_svg(title, laid_out, stands, answer.absent, names)

    view = View(f"why-{answer.node.id}", title, answer.steps, picture=drawn)
    export_view(view, answers, names)


def _first(answer: Origins, names: Names) -> str:
    """The decisions with which it began, as far as the store goes back."""
    wording = names.wording
    if not answer.first:
        nothing = wording.say("why.no_decision" if answer.steps else "why.nothing")
        return f'<p class="badge">{escape(nothing)}</p>'
    lines = ""
    for node in answer.first:
        session = answer.sessions.get(node.id)
        when = f" · {bdi(names.name(session))}" if session else ""
        lines += f"<li>{described(node, names)}{when}</li>"
    cut = "" if answer.complete else f"<p>{escape(wording.say('why.cut'))}</p>"
    first = escape(wording.say("why.first"))
    shown = f'<h3 class="quiet">{first}</h3><ul class="links">{lines}</ul>{cut}'
    return f'<section class="badge">{shown}</section>'
