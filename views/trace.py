"""The page that traces a decision: its provisions, what each led to, a picture, the evidence."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.model.errors import QuestionError
from graph.model.ids import body_of
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions import Chain, Link, Return, Trace
from views.parts.absences import absences
from views.parts.address import given, go
from views.parts.answers import Answers
from views.parts.chain_svg import trace_svg
from views.parts.chain_table import chain_table
from views.parts.choosing import choose_act, search
from views.parts.evidence_panel import evidence_panel
from views.parts.exports import View, export_view
from views.parts.frame import framed
from views.parts.markup import bdi, in_language, running
from views.parts.names import Names
from views.parts.not_found import not_found
from views.parts.picture import chain_page, legend, picture
from views.parts.provisions import show_provisions
from views.parts.status import status_chip, status_of
from views.parts.steps import every_link, step_buttons
from views.parts.trouble import trouble


def page() -> None:
    """Show the trace that the address asks for."""
    framed("trace", _ask)


def _ask(answers: Answers, names: Names) -> None:
    first = answers.acts().first
    if first is None:
        trouble(names.wording, "no_decision")
        return
    asked = given("id")
    fitting = answers.ids(asked) if asked else (first,)
    id = fitting[0] if len(fitting) == 1 else ""
    search(answers, names)
    choose_act(answers, names, id or first)
    if id:
        try:
            answer, laid_out = answers.trace(id)
        except QuestionError:
            _not_found(answers, names, asked, ())
        else:
            _show(answer, laid_out, answers, names.at_home_in(body_of(id)))
    else:
        _not_found(answers, names, asked, fitting)


def _not_found(answers: Answers, names: Names, asked: str, fitting: tuple[str, ...]) -> None:
    wording = names.wording
    do = wording.say("trouble.not_found_do")
    st.html(not_found(asked, wording, several=bool(fitting), do=do))
    for id in fitting:
        node = answers.node(id) or Node(id, "decision")
        st.button(names.name(node), key=f"fits {id}", on_click=go, kwargs={"id": id})


def _show(answer: Trace, laid_out: Chain, answers: Answers, names: Names) -> None:
    st.html(_head(answer, names))
    if answer.node.id != answer.act.id:
        whole = names.wording.say("page.whole")
        st.button(whole, on_click=go, kwargs={"id": answer.act.id, "link": None})
    if missing := absences(answer, names):
        st.html(missing)
    _picture(answer, laid_out, names)
    # The column is there before a link is chosen, so that nothing moves under the reader's hand.
    told, evidence = st.columns([3, 2], gap="large")
    with told:
        _returns(answer, names)
        show_provisions(answer, names)
        _listed("provisions.as_a_whole", answer.as_a_whole, names)
        _listed("later.title", answer.later, names)
        _listed("later.mentions", answer.mentions, names)
        _listed("head.origin", answer.origin, names)
    with evidence:
        evidence_panel(_links(answer, laid_out), answers, names)
    export_view(_view(answer, laid_out, answers, names), answers, names)


def _view(answer: Trace, laid_out: Chain, answers: Answers, names: Names) -> View:
    def drawn() -> str:
        stands = answers.standing(laid_out.nodes, names.wording.language)
        return trace_svg(answer, laid_out, stands, names)

    return View(
        name=answer.node.id,
        title=names.name(answer.node),
        links=list({link.key: link for link in _links(answer, laid_out)}.values()),
        nodes=[answer.act, *(one.node for one in answer.everything())],
        picture=drawn,
        page=lambda: chain_page(answer, laid_out, names),
    )


def _head(answer: Trace, names: Names) -> str:
    wording = names.wording
    title = names.title(answer.act)
    head = f"<h2 class='act'>{bdi(names.name(answer.node))} "
    head += f"{in_language(running(title[0]), title[1])}</h2>" if title else "</h2>"
    if answer.act.properties.get("source") == "digest":
        head += f'<p class="badge digest"><strong>{escape(wording.say("head.digest"))}</strong></p>'
    if not answer.act.properties.get("known", True):
        head += f'<p class="badge">{escape(wording.say("head.not_held"))}</p>'
    counts: dict[str, int] = {}
    for provision in answer.everything():
        if status := status_of(provision.node):
            counts[status] = counts.get(status, 0) + 1
    order = [status for status in load_model().values["status"] if status in counts]
    chips = [status_chip(status, wording, counts[status]) for status in order]
    whole = len(answer.provisions)
    said = escape(wording.say("head.provisions", number=whole))
    if points := sum(1 for _ in answer.everything()) - whole:
        said += f" ({escape(wording.say('head.points', number=points))})"
    asked = escape(wording.say("head.mandates", number=sum(counts.values())))
    return f'{head}<p>{said} · {asked}</p><p class="chips">{"".join(chips)}</p>'


def _picture(answer: Trace, laid_out: Chain, names: Names) -> None:
    wording = names.wording
    st.html(f"<h2>{escape(wording.say('picture.title'))}</h2>")
    if all(link.relation == "HAS_PROVISION" for link in laid_out.links):
        st.html(f"<p>{escape(wording.say('picture.nothing'))}</p>")
    else:
        st.iframe(
            picture(laid_out, names, dark=st.context.theme.type == "dark"),
            alt=wording.say("picture.title"),
        )
        says = " ".join(
            wording.say(f"picture.{one}") for one in (f"says_{wording.direction}", "press")
        )
        st.html(f'{legend(wording)}<p class="quiet">{escape(says)}</p>')
    with st.expander(wording.say("table.title")):
        st.html(chain_table(laid_out, names))


def _returns(answer: Trace, names: Names) -> None:
    if not answer.returns:
        return
    wording = names.wording
    st.html(f"<h2>{escape(wording.say('returns.title'))}</h2>")
    session = None
    for place, found in enumerate(answer.returns):
        if place == 0 or found.session != session:
            session = found.session
            called = names.name(session) if session else wording.say("returns.unplaced")
            st.html(f'<h3 class="when">{bdi(called)}</h3>')
        with st.container(key=f"return {place}"):
            if found.item:
                title = names.title(found.item)
                named = bdi(names.name(found.item))
                titled = f" {in_language(running(title[0]), title[1])}" if title else ""
                st.html(f'<p class="item"><b>{named}</b>{titled}</p>')
            step_buttons(f"return {place}", _arriving(found), names, found.item or answer.act)


def _arriving(found: Return) -> list[Link]:
    """The steps that led here, and the documents that stand under the item."""
    documents = [then for link in found.links for then in link.then if then.node.type == "document"]
    told = {link.node.id for link in found.links}
    unique = {then.node.id: then for then in documents if then.node.id not in told}
    return [*found.links, *unique.values()]


def _listed(title: str, links: tuple[Link, ...], names: Names) -> None:
    if links:
        st.html(f"<h2>{escape(names.wording.say(title))}</h2>")
        step_buttons(title, links, names)


def _links(answer: Trace, laid_out: Chain) -> list[Link]:
    """Every link that the page can show, so that the address may name any."""
    found = [*answer.origin, *answer.as_a_whole, *answer.later, *answer.mentions, *laid_out.links]
    for provision in answer.everything():
        found += [*provision.follow_up, *provision.inherited, *provision.addressees]
        found += [*provision.due, *provision.refers_to]
    return list(every_link(found))
