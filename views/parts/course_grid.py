"""Decisions against sessions: where each was adopted, came back, and was awaited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from graph.model.ids import body_of, session_of
from graph.model.records import Node
from graph.questions import Course, TimedSession
from views.parts.address import page_address
from views.parts.markup import bdi, in_language, running
from views.parts.names import Names
from views.parts.node_link import node_link
from views.parts.session_table import number_of, numbers_of
from views.parts.session_times import runs
from views.parts.shortened import shortened

TITLE = 70  # characters of a decision's title
ADOPTED, DUE = "●", "○"
LATER = {"ltr": "→", "rtl": "←"}  # in the direction of time

Nodes = Mapping[str, Node]


def course_grid(
    courses: Sequence[Course],
    sessions: Sequence[TimedSession],
    nodes: Nodes,
    names: Names,
    *,
    several: bool,
) -> str:
    """A row a decision, a column a session; sessions with nothing in them are drawn together.

    `nodes` are those that the courses name, by id. `several` says that the sessions are of more
    bodies than one.
    """
    wording = names.wording
    columns = _columns(courses, sessions)
    heads = [escape(wording.say("timeline.decision"))]
    heads += [_head(column, names, several) for column in columns]
    if beside := any(one.elsewhere for one in courses):
        heads.append(escape(wording.say("timeline.elsewhere")))
    rows = ""
    for course in courses:
        cells = [_cell(course, column, nodes, names) for column in columns]
        if beside:
            cells.append(_listed(course.elsewhere, nodes, names))
        line = "".join(f"<td>{cell}</td>" for cell in cells)
        rows += f'<tr><th scope="row">{_act(course, nodes, names, several)}</th>{line}</tr>'
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    label = escape(wording.say("timeline.courses"))
    return (
        f'<div class="wide grid" tabindex="0" role="region" aria-label="{label}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def named_in(courses: Iterable[Course]) -> tuple[str, ...]:
    """The ids of all nodes that courses name."""
    ids: dict[str, None] = {}
    for course in courses:
        several = (*course.returns.values(), *course.later.values(), course.elsewhere)
        ids |= dict.fromkeys((course.act, *(id for one in several for id in one)))
    return tuple(ids)


def _columns(
    courses: Iterable[Course], sessions: Sequence[TimedSession]
) -> list[list[TimedSession]]:
    """Sessions, those of which nothing is held and to which nothing leads drawn together."""
    marked = {id for one in courses for id in (one.session, *one.returns, *one.due)}
    columns: list[list[TimedSession]] = []
    for run in runs(sessions):
        empty: list[TimedSession] = []
        for one in run:
            if one.session.held or one.session.node.id in marked:
                columns += [empty] * bool(empty) + [[one]]
                empty = []
            else:
                empty.append(one)
        columns += [empty] * bool(empty)
    return columns


def _head(column: Sequence[TimedSession], names: Names, several: bool) -> str:
    first, wording = column[0], names.wording
    if len(column) > 1:
        shown = bdi(numbers_of((one.session for one in column), names))
    else:
        shown = node_link(first.session.node, names, number_of(first.session))
        if start := first.session.node.properties.get("start"):
            shown += f'<br><span class="quiet">{escape(start[:4])}</span>'
    if not first.session.held:
        shown += f'<br><span class="quiet">{escape(wording.say("timeline.not_held"))}</span>'
    if several:
        shown += f'<br><span class="quiet">{bdi(first.body.removeprefix("body:"))}</span>'
    return shown


def _act(course: Course, nodes: Nodes, names: Names, several: bool) -> str:
    node = nodes.get(course.act) or Node(course.act, "decision")
    found = names.title(node)
    title = ""
    if found and found[0] != names.name(node):
        short = shortened(found[0], TITLE)
        title = f' <span class="title">{in_language(running(short), found[1])}</span>'
    language = names.wording.language
    address = escape(page_address("trace", language, id=course.act))
    said, of = escape(names.wording.say("timeline.trace")), escape(names.name(node))
    trace = f'<a href="{address}" target="_self" aria-label="{said}: {of}">{said}</a>'
    if several and course.session and (body := body_of(course.session)):
        title = f' <span class="quiet">{bdi(body.removeprefix("body:"))}</span>{title}'
    return f'{node_link(node, names)}{title} <span class="way">{trace}</span>'


def _cell(course: Course, column: Sequence[TimedSession], nodes: Nodes, names: Names) -> str:
    if len(column) > 1:
        return ""
    id = column[0].session.node.id
    pieces = []
    if course.session == id:
        pieces.append(_mark(ADOPTED, "adopted", names))
    if came := course.returns.get(id):
        pieces.append(_listed(came, nodes, names, at=id))
    if later := course.later.get(id):
        pieces.append(
            f"{_mark(LATER[names.wording.direction], 'later', names)} {_listed(later, nodes, names)}"
        )
    if id in course.due and not came:
        pieces.append(_mark(DUE, "due", names))
    return "".join(f"<p>{piece}</p>" for piece in pieces)


def _mark(sign: str, meaning: str, names: Names) -> str:
    """A sign that the text above the table explains; what is read out says it in words."""
    said = escape(names.wording.say(f"timeline.{meaning}"))
    return (
        f'<span class="mark" title="{said}" aria-hidden="true">{sign}</span>'
        f'<span class="unseen">{said}</span>'
    )


def _listed(ids: Iterable[str], nodes: Nodes, names: Names, at: str = "") -> str:
    """Items and groups by name; documents, of which there may be dozens, behind a fold."""
    found = [nodes[id] for id in ids if id in nodes]
    documents = [node_link(node, names) for node in found if node.type == "document"]
    others = [_other(node, names, at) for node in found if node.type != "document"]
    shown = " ".join(others)
    if len(documents) > 1:
        said = escape(names.wording.say("timeline.documents", number=len(documents)))
        return f"{shown}<details><summary>{said}</summary>{' '.join(documents)}</details>"
    return " ".join([shown, *documents])


def _other(node: Node, names: Names, at: str) -> str:
    if node.type == "agenda item" and session_of(node.id) != at:
        session = bdi(names.session_of(node))
        return f"{node_link(node, names)} ({session})"
    return node_link(node, names)
