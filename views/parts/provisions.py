"""The provisions of an act: label, text, chips, and what each led to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape

import streamlit as st

from graph.questions import Link, Trace, TracedProvision
from views.parts.markup import bdi, chip, in_language, running
from views.parts.names import Names
from views.parts.node_link import node_link, titled_link
from views.parts.portions import portion
from views.parts.status import FOLLOWED, status_chip, status_of
from views.parts.steps import step_buttons
from views.parts.wording import wordings

KINDS = ("all", "mandates", "followed", "open")


def show_provisions(answer: Trace, names: Names) -> None:
    """All provisions in their order, or those of the kind that the reader picks."""
    wording = names.wording
    st.html(f"<h2>{escape(wording.say('provisions.title'))}</h2>")
    kind = st.segmented_control(
        wording.say("provisions.title"),
        KINDS,
        format_func=lambda kind: f"{wording.say(f'provisions.{kind}')} ({_count(answer, kind)})",
        default="all",
        key="kind of provisions",
        wrap=True,
        label_visibility="collapsed",
    )
    shown = [one for one in answer.provisions if _any_is(one, kind or "all")]
    if not shown:
        st.html(f'<p class="quiet">{escape(wording.say("provisions.none"))}</p>')
    for provision in portion(f"{answer.node.id} {kind}", shown, wording):
        with st.container(key=f"provision {provision.node.id}", border=True):
            _show(provision, names)


def _show(provision: TracedProvision, names: Names, *, above: bool = False) -> None:
    """A provision with its points; `above` says that what it inherits stands above it already."""
    st.html(_card(provision, names) + (_inheriting(provision, names) if above else ""))
    inherited = () if above else provision.inherited
    step_buttons(provision.node.id, [*provision.follow_up, *inherited], names)
    for point in provision.points:
        with st.container(key=f"point {point.node.id}"):
            _show(point, names, above=True)


def _inheriting(provision: TracedProvision, names: Names) -> str:
    """That what a provision above led to is for its points too, in a line for each one above."""
    counted = Counter(link.inherited_from for link in provision.inherited if link.inherited_from)
    lines = (
        names.wording.say("provisions.inherited_short", provision=names.label(id), number=number)
        for id, number in counted.items()
    )
    return "".join(f'<p class="quiet">{escape(line)}</p>' for line in lines)


def _card(provision: TracedProvision, names: Names) -> str:
    wording, node = names.wording, provision.node
    printed, own = names.label(node.id), node.id.partition("#")[2]
    # The Latin label is the one in identifiers and commands; Arabic documents print their own.
    latin = f' <span class="quiet"><bdi>{escape(own)}</bdi></span>' if own[0] not in printed else ""
    status = status_of(provision.node)
    head = f'<span class="label">{bdi(printed)}</span>{latin}'
    head += f" {status_chip(status, wording)}" if status else ""
    text, language = names.title(node, "text") or ("", wording.language)
    note = ""
    if text and language != wording.language:
        known = wordings().get(language)
        called = known.name if known else language
        note = chip(escape(wording.say("provisions.language_note", language=called)), tone="plain")
    chips = "".join([note, *_chips(provision, names)])
    return (
        f'<div class="provision"><p class="head">{head}</p>'
        f"{in_language(running(text), language, 'p')}"
        f'<p class="chips">{chips}</p></div>'
    )


def _chips(provision: TracedProvision, names: Names) -> Iterable[str]:
    wording, told = names.wording, provision.node.properties

    def say(key: str) -> str:
        return wording.say(f"provisions.{key}")

    for action in told.get("action") or []:
        yield chip(escape(wording.value("action", action)), say("action"))
    for link in provision.addressees:
        yield chip(titled_link(link.node, names), say("addressee"), hint=_inherited(link, names))
    for link in provision.due:
        session = names.name(link.node)
        before = link.properties.get("when") == "before"
        due = wording.say("provisions.due_before", session=session) if before else session
        yield chip(bdi(due), say("due"), hint=_inherited(link, names))
    if due := _stated_due(told.get("due"), session=bool(provision.due)):
        yield chip(bdi(due), say("due"))
    wanted = told.get("deliverables") or [one for one in [told.get("deliverable")] if one]
    for deliverable in wanted:
        yield chip(escape(wording.value("deliverable", deliverable)), say("deliverable"))
    for condition in told.get("conditions") or []:
        yield chip(escape(wording.value("condition", condition)), say("condition"))
    if recurrence := told.get("recurrence"):
        yield chip(escape(wording.value("recurrence", recurrence)), say("recurrence"))
    if provision.refers_to:
        named = wording.say("language.separator").join(
            node_link(link.node, names) for link in provision.refers_to
        )
        yield chip(named, say("refers_to"), tone="plain")


def _stated_due(due: object, *, session: bool) -> str:
    """A due that no session of the graph tells: a date, else the words themselves."""
    if not isinstance(due, dict):
        return ""
    return str(due.get("date") or ("" if session else due.get("text")) or "")


def _inherited(link: Link, names: Names) -> str:
    if not link.inherited_from:
        return ""
    return names.wording.say("provisions.inherited", provision=names.label(link.inherited_from))


def _any_is(provision: TracedProvision, kind: str) -> bool:
    return any(_is(one, kind) for one in provision.everything())


def _is(provision: TracedProvision, kind: str) -> bool:
    status = status_of(provision.node)
    if kind == "mandates":
        return status is not None
    if kind == "followed":
        return bool(provision.follow_up)
    if kind == "open":
        return status is not None and status not in FOLLOWED
    return True


def _count(answer: Trace, kind: str) -> int:
    return sum(_any_is(one, kind) for one in answer.provisions)
