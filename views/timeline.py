"""The sessions of bodies along time, and the sessions at which decisions came back."""

from __future__ import annotations

from collections import Counter
from html import escape

import streamlit as st

from graph.export.tables import Table
from graph.model.ids import body_of
from graph.model.records import Node
from graph.questions import Timeline, meeting_bodies, timeline
from graph.stores import Store
from views.parts.address import given, go
from views.parts.answers import Answers
from views.parts.course_grid import course_grid, named_in
from views.parts.exports import View, export_view
from views.parts.frame import framed
from views.parts.kept import ask
from views.parts.markup import bdi
from views.parts.names import Names
from views.parts.paging import page_through
from views.parts.session_times import session_times

SEPARATOR = ","  # between the bodies in the address


def page() -> None:
    """Show the sessions of the bodies that the address names."""
    framed("timeline", _ask)


def busiest(store: Store) -> str | None:
    """The body of which the store has the most decisions."""
    adopted = Counter(body_of(target) for _, _, target in store.edge_keys("ADOPTED_AT"))
    known = [body.id for body in meeting_bodies(store)]
    return max(known, key=lambda id: adopted[id], default=None)


def nodes_of(store: Store, ids: tuple[str, ...]) -> dict[str, Node]:
    """The nodes that have these ids, as far as there are any."""
    return {id: node for id in ids if (node := store.node(id))}


def _ask(answers: Answers, names: Names) -> None:
    wording = names.wording
    bodies = {node.id: node for node in ask(answers, meeting_bodies)}
    first = ask(answers, busiest)
    if first is None:
        st.html(f'<p class="absent">{escape(wording.say("timeline.nothing"))}</p>')
        return
    asked = [one if ":" in one else f"body:{one}" for one in given("body").split(SEPARATOR)]
    chosen = [one for one in dict.fromkeys(asked) if one in bodies] or [first]
    if unknown := [one for one in asked if one != "body:" and one not in bodies]:
        said = escape(wording.say("timeline.unknown_body"))
        st.html(f'<p class="absent">{said} {bdi(SEPARATOR.join(unknown))}</p>')
    _choose_bodies(bodies, chosen, names)
    whole = ask(answers, timeline, tuple(chosen))
    _choose_time(whole, names, several=len(chosen) > 1)
    # of several, the columns and rows say the body in short
    at_home = names.at_home_in(chosen[0]) if len(chosen) == 1 else names
    _show(answers, at_home, whole.between(given("from"), given("to")), chosen)


def _choose_bodies(bodies: dict[str, Node], chosen: list[str], names: Names) -> None:
    st.session_state["timeline bodies"] = chosen

    def change() -> None:
        ids = (id.removeprefix("body:") for id in st.session_state["timeline bodies"])
        go(body=SEPARATOR.join(ids), part=None, **{"from": None, "to": None})

    st.multiselect(
        names.wording.say("timeline.bodies"),
        list(bodies),
        format_func=names.body,
        key="timeline bodies",
        placeholder=names.wording.say("timeline.bodies"),
        on_change=change,
    )


def _choose_time(whole: Timeline, names: Names, *, several: bool) -> None:
    nodes = {one.session.node.id: one for one in whole.sessions}

    def called(id: str) -> str:
        body = f" · {names.body(nodes[id].body)}" if several else ""
        return f"{names.name(nodes[id].session.node)}{body}"

    columns = st.columns(2)
    for column, name in zip(columns, ("from", "to"), strict=True):
        key, ends = f"timeline {name}", list(nodes)
        at = given(name)
        st.session_state[key] = at if at in nodes else (ends[0 if name == "from" else -1])

        def change(name: str = name, key: str = key) -> None:
            go(part=None, **{name: st.session_state[key]})

        with column:
            st.selectbox(
                names.wording.say(f"timeline.{name}"),
                ends,
                format_func=called,
                key=key,
                on_change=change,
            )


def _show(answers: Answers, names: Names, found: Timeline, bodies: list[str]) -> None:
    wording, several = names.wording, len(bodies) > 1
    st.html(f"<h2>{escape(wording.say('timeline.sessions'))}</h2>")
    with st.container(key="session times"):
        st.html(session_times(found.sessions, names, several=several))
    st.html(f'<p class="quiet">{escape(wording.say("timeline.counts_say"))}</p>')
    st.html(
        f"<h2>{escape(wording.say('timeline.courses'))}</h2>"
        f'<p class="quiet">{escape(wording.say("timeline.courses_say"))}</p>'
    )
    if not found.courses:
        st.html(f"<p>{escape(wording.say('timeline.no_courses'))}</p>")
    else:
        shown = page_through("courses", found.courses, wording)
        nodes = ask(answers, nodes_of, named_in(shown))
        st.html(course_grid(shown, found.sessions, nodes, names, several=several))
    name = "timeline-" + "-".join(body.removeprefix("body:") for body in bodies)
    view = View(name, wording.say("timeline.title"), tables=[_exported(found, names)])
    export_view(view, answers, names)


def _exported(found: Timeline, names: Names) -> Table:
    """The table of sessions for other programs: every session, one a line."""
    wording = names.wording
    columns = ("body", "session", "start", "end", "acts", "set", "taken_up", "pending", "open")
    rows = (
        (
            names.body(one.body),
            names.name(one.session.node),
            one.session.node.properties.get("start", ""),
            one.session.node.properties.get("end", ""),
            one.session.acts,
            one.mandates.set,
            one.mandates.taken_up,
            one.mandates.pending,
            one.mandates.open,
        )
        for one in found.sessions
    )
    head = tuple(wording.say(f"timeline.{column}") for column in columns)
    rtl = wording.direction == "rtl"
    return Table(wording.say("timeline.sessions"), head, tuple(rows), rtl)
