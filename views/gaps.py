"""The page of gaps: what was never taken up, what came from nowhere, what could not be settled."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions.gap_list import KINDS, Gap, Wanted
from graph.questions.kept_gaps import FACETS, GapsByKind, facets_of
from views.parts.absences import not_held
from views.parts.address import given, go
from views.parts.answers import Answers
from views.parts.exports import View, export_view
from views.parts.frame import framed
from views.parts.gap_answers import (
    all_gaps,
    details,
    holding,
    lacking,
    missing_reports,
    nodes,
)
from views.parts.gap_export import gap_export
from views.parts.gap_tables import gap_table
from views.parts.markup import bdi, plain
from views.parts.names import Names
from views.parts.paging import page_through
from views.parts.words_box import words_box

FILTERS = ("body", "session", "addressee", "status", "due", "words")
OF_MANDATES = ("addressee", "status", "due")
ALL = ""


def page() -> None:
    """Show the gaps that the address asks for."""
    framed("gaps", _show)


def _show(answers: Answers, names: Names) -> None:
    gaps = all_gaps(answers)
    kind = given("kind") if given("kind") in KINDS else KINDS[0]
    wanted, unknown = _wanted(gaps)
    if missing := not_held(lacking(answers, wanted.body), names):
        st.html(missing)
    found = {one: _of_kind(gaps, one, wanted, holding(answers, wanted.words)) for one in KINDS}
    _choose_kind(found, kind, names)
    st.html(f'<p class="quiet">{escape(names.wording.say(f"gaps_says.{kind}"))}</p>')
    _filters(gaps, kind, wanted, answers, names)
    if unknown:
        said = names.wording.say("gaps.left_out")
        st.html(f'<p class="badge">{escape(said)} {bdi(unknown)}</p>')
    portion = page_through("gaps", found[kind], names.wording)
    if portion:
        bodies = sorted({body for gap in portion for body in gap.bodies})
        reports = missing_reports(answers, bodies)
        shown = details(answers, portion)
        st.html(gap_table(kind, shown, reports, names))
        links = [one.link for one in shown if one.link]
        title = names.wording.say(f"gaps_kind.{kind}")
        late = {title: lambda: gap_export(kind, found[kind], answers.url, names)}
        export_view(View(f"gaps-{kind}", title, links, late=late), answers, names)


def _of_kind(gaps: GapsByKind, kind: str, wanted: Wanted, nodes: Collection[str]) -> Sequence[Gap]:
    """The gaps of a kind that fit, whatever the address says that only mandates have."""
    if kind != "mandate":
        wanted = replace(wanted, **dict.fromkeys(OF_MANDATES, ALL))
    return gaps.of[kind] if wanted == Wanted() else wanted.among(gaps.of[kind], nodes)


def _wanted(gaps: GapsByKind) -> tuple[Wanted, str]:
    """What the address asks for, and what of it no gap of the store has, so that it cannot filter."""
    there = {
        name: {value for facets in gaps.facets.values() for value in facets[name]}
        for name in FACETS
    }
    asked = {name: given(name) for name in FILTERS}
    unknown = {name for name in there if asked[name] and asked[name] not in there[name]}
    known = {name: value for name, value in asked.items() if name not in unknown}
    return Wanted(**known), ", ".join(asked[name] for name in FILTERS if name in unknown)


def _choose_kind(found: Mapping[str, Sequence[Gap]], kind: str, names: Names) -> None:
    wording = names.wording
    st.session_state["kind"] = kind
    st.segmented_control(
        wording.say("gaps.kinds"),
        KINDS,
        format_func=lambda one: plain(
            f"{wording.say(f'gaps_kind.{one}')} ({len(found[one])})", wording.direction
        ),
        key="kind",
        on_change=lambda: go(kind=st.session_state["kind"] or kind, part=None),
    )


def _filters(gaps: GapsByKind, kind: str, wanted: Wanted, answers: Answers, names: Names) -> None:
    """The filters that this kind of gap has; those that mandates alone have are left out elsewhere."""
    wording = names.wording
    facets = gaps.facets[kind]
    if wanted.body:
        of_body = facets_of(Wanted(body=wanted.body).among(gaps.of[kind]))
        facets = {**of_body, "body": facets["body"]}
    options = {"body": facets["body"], "session": facets["session"]}
    if kind == "mandate":
        options |= {"addressee": facets["addressee"], "due": facets["due"]}
        options["status"] = tuple(
            one for one in load_model().values["status"] if one in facets["status"]
        )
    known = nodes(answers, [one for several in options.values() for one in several])
    with st.container(key="filters"):
        columns = st.columns(len(options) + 1)
        for column, (name, values) in zip(columns, options.items(), strict=False):
            with column:
                _filter(name, values, getattr(wanted, name), _caller(known, wanted, names), names)
        with columns[-1]:
            words_box(wording.say("gaps.words"), "words", name="words", forgotten=("part",))
        if any(given(name) for name in FILTERS):
            cleared = dict.fromkeys((*FILTERS, "part"))
            st.button(wording.say("gaps.clear"), key="clear", on_click=go, kwargs=cleared)


def _filter(
    name: str, values: Sequence[str], current: str, called: Callable[[str], str], names: Names
) -> None:
    wording = names.wording
    # A filter that other filters leave without a choice still says what it is set to.
    options = [ALL, *values, *([current] if current and current not in values else [])]
    st.session_state[f"filter {name}"] = current

    def choose() -> None:
        chosen = st.session_state[f"filter {name}"]
        # a session is one of a body: another body has other sessions
        others = {"session": None, "due": None} if name == "body" else {}
        go(**{name: chosen, **others, "part": None})

    st.selectbox(
        wording.say(f"gaps.{name}"),
        options,
        format_func=lambda one: called(one) if one else wording.say("gaps.all"),
        key=f"filter {name}",
        on_change=choose,
    )


def _caller(known: Mapping[str, Node], wanted: Wanted, names: Names) -> Callable[[str], str]:
    """How the values of filters are called; a session with its body where bodies are mixed."""

    def called(value: str) -> str:
        node = known.get(value)
        if node is None:
            return names.wording.value("status", value) if ":" not in value else value
        said = names.body(node.id) if node.type == "body" else names.name(node)
        if node.type == "session" and not wanted.body:
            said = f"{said} · {names.body('body:' + node.id[8:].partition('/')[0])}"
        return plain(said, names.wording.direction)

    return called
