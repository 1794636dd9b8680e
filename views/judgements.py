"""The page of judgements: what researchers decided about links, and forms to decide where it is on."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.export.tables import Table
from graph.judgement_files import read_judgements
from graph.model.judgements import Line, LinkKey, in_effect, in_order_of_time, link_of
from graph.model.records import Node
from graph.stores import open_store
from views.parts.address import given
from views.parts.answers import Answers
from views.parts.exports import View, export_view
from views.parts.frame import framed
from views.parts.judgement_forms import add_form, link_form
from views.parts.judging import judging_anchor, step_told
from views.parts.markup import CONTROLS, bdi, chip, table
from views.parts.modes import judgements_folder
from views.parts.names import Names
from views.parts.paging import page_through

COLUMNS = ("when", "who", "action", "link", "why", "state")
TONES = {"holds": "done", "waiting": "waiting", "idle": "open", "overruled": "plain"}


def page() -> None:
    """Show the judgements, and the form that the address asks for."""
    framed("judgements", _show)


def _show(answers: Answers, names: Names) -> None:
    wording, folder = names.wording, judgements_folder()
    with open_store(answers.url, create=False) as store:
        kept = list(store.judgements())
    lines = read_judgements(folder)[0] if folder else kept
    if folder is None:
        st.html(f'<p class="badge">{escape(wording.say("judgements.off"))}</p>')
        st.code(f"mandates app --judgements --store {answers.url}", language=None)
    else:
        if told := st.session_state.pop("judged", ""):
            st.html(f'<p class="badge" role="status">{escape(told)}</p>')
        if given("link"):
            link_form(given("link"), lines, answers, names)
        add_form(answers, names)
    st.html(f"<h2>{escape(wording.say('judgements.listed'))}</h2>")
    newest = in_order_of_time(lines)[::-1]
    shown = page_through("judgements", newest, wording, "judgements.none")
    if shown:
        st.html(_listed(shown, in_effect(lines), in_effect(kept), answers, names))
        tables = (_export(newest, names),)
        export_view(
            View("judgements", wording.say("judgements.title"), tables=tables), answers, names
        )


def _export(lines: Sequence[Line], names: Names) -> Table:
    """All judgements for other programs, as their lines have them."""
    wording = names.wording
    columns = ("when", "who", "action", "type", "from", "to", "why")
    rows = tuple(tuple(str(line.get(column, "")) for column in columns) for line in lines)
    return Table(wording.say("judgements.listed"), columns, rows, wording.direction == "rtl")


def _listed(
    shown: Sequence[Line], hold: list[Line], kept: list[Line], answers: Answers, names: Names
) -> str:
    say = names.wording.say
    ends = {id for line in shown for id in link_of(line)[1:]}
    with open_store(answers.url, create=False) as store:
        nodes = {id: node for id in ends if (node := store.node(id))}
        judged = {edge.key for edge in store.edges_with("judgement")}
        there = {
            key
            for key in map(link_of, shown)
            if any(store.edge_keys(key[0], source=key[1], target=key[2]))
        }
    rows = []
    for line in shown:
        key = link_of(line)
        state = _state(line, hold, kept)
        if state == "holds" and (
            key in there if line.get("action") == "reject" else key not in judged
        ):
            state = "idle"
        rows.append(_row(line, key, state, nodes, names))
    head = [say(f"judgements.{column}") for column in COLUMNS]
    return f'<div class="gaps judged">{table(say("judgements.listed"), head, rows)}</div>'


def _state(line: Line, hold: list[Line], kept: list[Line]) -> str:
    """Whether a line holds, waits for the next build, or was overruled by a later one."""
    mark = (link_of(line), line.get("when"))
    if mark not in [(link_of(one), one.get("when")) for one in hold]:
        return "overruled"
    return "holds" if mark in [(link_of(one), one.get("when")) for one in kept] else "waiting"


def _row(line: Line, key: LinkKey, state: str, nodes: dict[str, Node], names: Names) -> list[str]:
    wording = names.wording

    def said(name: str) -> str:
        return bdi(CONTROLS.sub("", str(line.get(name, ""))))

    action = str(line.get("action", ""))
    told = chip(escape(wording.say(f"judgements_state.{state}")), tone=TONES[state])
    if judgements_folder() and state != "overruled":
        told += f"<br>{judging_anchor(' '.join(key), names, 'judgements.change')}"
    when = escape(str(line.get("when", ""))[:16].replace("T", " "))
    called = escape(wording.value("judgements_action", action))
    return [
        f"<bdi>{when}</bdi>",
        said("who"),
        called,
        step_told(key, nodes, names),
        said("why"),
        told,
    ]
