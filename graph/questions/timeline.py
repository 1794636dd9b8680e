"""Sessions along time: what each set in motion, and at which sessions decisions came back.

The answer holds ids, not nodes: a body may have a thousand decisions, and a page shows few of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model.ids import body_of, order_of, parent_labels, session_of, whole_of
from graph.model.schema import load_model
from graph.questions.agenda import DRAFT
from graph.questions.followed import FOLLOWED
from graph.questions.sessions import HeldSession, sessions_of
from graph.stores import Store


@dataclass(frozen=True, slots=True)
class MandateCounts:
    """The mandates that a session set: those taken up, those whose session is not here, the rest.

    A provision with its points is one mandate; it is taken up if any of them is.
    """

    taken_up: int = 0
    pending: int = 0
    open: int = 0

    @property
    def set(self) -> int:
        """All of them."""
        return self.taken_up + self.pending + self.open


@dataclass(frozen=True, slots=True)
class TimedSession:
    """A session in its place, what is held of it, and the mandates that it set."""

    body: str
    session: HeldSession
    mandates: MandateCounts


@dataclass(frozen=True, slots=True)
class Course:
    """A decision (or a report that asks for something) and where its matters came back.

    `returns` are items, documents and groups by session, `elsewhere` those of other bodies or of no
    session. `later` are the acts adopted under these items, `due` the sessions by which something
    was asked for. Everything is said by its id; `session` is None for an act of no session.
    """

    act: str
    session: str | None
    returns: Mapping[str, tuple[str, ...]]
    elsewhere: tuple[str, ...]
    later: Mapping[str, tuple[str, ...]]
    due: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Sessions in order of time, and the courses of decisions in the order of their adoption."""

    sessions: tuple[TimedSession, ...]
    courses: tuple[Course, ...]

    def between(self, first: str | None, last: str | None) -> Timeline:
        """The same from one session to another; ids of no session here are as good as none.

        A course is left if it began in this time, or came back, or was due.
        """
        ids = [one.session.node.id for one in self.sessions]
        start = ids.index(first) if first in ids else 0
        end = ids.index(last) + 1 if last in ids else len(ids)
        kept = set(ids[start:end])
        return replace(
            self,
            sessions=self.sessions[start:end],
            courses=tuple(
                one for one in self.courses if kept & {one.session, *one.returns, *one.due}
            ),
        )


def timeline(store: Store, bodies: Sequence[str]) -> Timeline:
    """The sessions of bodies ("body:untoc-cop") along time, with the courses of their decisions.

    Raises QuestionError if there is no such body.
    """
    held = [(body, session) for body in bodies for session in sessions_of(store, body)]
    ids = {session.node.id for _, session in held}
    at = _adopted_at(store, ids)
    counts = _mandates(store, ids, at)
    return Timeline(
        sessions=tuple(
            TimedSession(body, session, counts.get(session.node.id, MandateCounts()))
            for body, session in _in_time(held)
        ),
        courses=tuple(_courses(store, ids, at)),
    )


def _in_time(
    held: Iterable[tuple[str, HeldSession]],
) -> Iterator[tuple[str, HeldSession]]:
    """Sessions by date; one without a date follows the one before it of its own body."""
    since: dict[str, str] = {}
    dated = []
    for body, session in held:
        since[body] = session.node.properties.get("start") or since.get(body, "")
        dated.append((since[body], body, session))
    for _, body, session in sorted(dated, key=lambda one: (one[0], order_of(one[2].node.id))):
        yield body, session


def _adopted_at(store: Store, sessions: set[str]) -> dict[str, str]:
    """The session of each act and of each report, where it is among `sessions`."""
    relations = ("ADOPTED_AT", "REPORTS_ON")
    return {
        source: session
        for slug in _slugs(sessions)
        for _, source, session in store.edge_keys(relations, target_prefix=f"session:{slug}/")
        if session in sessions
    }


def _slugs(sessions: Iterable[str]) -> list[str]:
    return sorted({(body_of(session) or "").removeprefix("body:") for session in sessions})


def _beginnings(sessions: Iterable[str], at: Iterable[str]) -> list[str]:
    """What the ids of acts of these sessions begin with, and those of what was adopted `at` them.

    Acts are asked for by their bodies, reports all together: a question to each would take longer.
    """
    numbered = {f"{kind}:{slug}/" for slug in _slugs(sessions) for kind in ("dec", "res")}
    others = {"doc:" if id.startswith("doc:") else f"{id.partition('/')[0]}/" for id in at}
    return sorted(numbered | others)


def _mandates(store: Store, sessions: set[str], at: Mapping[str, str]) -> dict[str, MandateCounts]:
    set_at: dict[str, str | None] = {}
    statuses: dict[str, str] = {}
    others = set(load_model().values["status"]) - {*FOLLOWED, "pending"}
    outcomes = {"taken_up": FOLLOWED, "pending": ("pending",), "open": tuple(sorted(others))}
    for outcome, those in outcomes.items():
        for prefix in _beginnings(sessions, at):
            # Provisions alone have a status; to ask for their type too, their rows would be read.
            for id in store.ids(prefix=prefix, having={"status": those}):
                whole = whole_of(id)
                if whole not in set_at:
                    set_at[whole] = at.get(whole) or session_of(whole)
                if set_at[whole] in sessions:
                    statuses[id] = outcome
    # A provision with its points is one; the best of what came of each, asked for first, came of it.
    together: dict[str, str] = {}
    for id, status in statuses.items():
        above = [one for one in parent_labels(id) if one in statuses] if "." in id else []
        together.setdefault(above[-1] if above else id, status)
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for id, status in together.items():
        if session := set_at[whole_of(id)]:
            counted[session][status] += 1
    return {session: MandateCounts(**counts) for session, counts in counted.items()}


def _courses(store: Store, sessions: set[str], at: Mapping[str, str]) -> Iterator[Course]:
    beginnings = _beginnings(sessions, at)
    came = _what_came(store, beginnings)
    due: dict[str, set[str]] = defaultdict(set)
    for prefix in beginnings:
        for _, provision, session in store.edge_keys("DUE_AT", source_prefix=prefix):
            due[whole_of(provision)].add(session)
    started = {act: at.get(act, session_of(act)) for act in {*came, *due}}
    ours = [act for act, session in started.items() if session in sessions]
    places = _places(store, sessions, {target for act in ours for target in came.get(act, ())})
    under: dict[str, set[str]] = defaultdict(set)
    for slug in _slugs(sessions):
        for _, source, item in store.edge_keys("UNDER", target_prefix=f"item:{slug}/"):
            under[item].add(whole_of(source))
    ours.sort(key=lambda act: (order_of(started[act] or ""), act.startswith("doc:"), order_of(act)))
    for act in ours:
        returns: dict[str, set[str]] = defaultdict(set)
        elsewhere: set[str] = set()
        for target in came.get(act, ()):
            here = places.get(target, ())
            for session in here:
                returns[session].add(target)
            if not here:
                elsewhere.add(target)
        later = {
            session: {one for target in targets for one in under.get(target, ()) if one != act}
            for session, targets in returns.items()
        }
        yield Course(
            act=act,
            session=started[act],
            returns={session: _ordered(targets) for session, targets in returns.items()},
            elsewhere=_ordered(elsewhere),
            later={session: _ordered(acts) for session, acts in later.items() if acts},
            due=_ordered(due.get(act, set()) & sessions),
        )


def _what_came(store: Store, beginnings: Iterable[str]) -> dict[str, set[str]]:
    """What each act led to, itself or by its provisions; a draft item is told by what it became."""
    came: dict[str, set[str]] = defaultdict(set)
    follow = ("PURSUANT_TO", "ESTABLISHED_BY")
    for prefix in beginnings:
        for _, provision, target in store.edge_keys("MANDATES", source_prefix=prefix):
            came[whole_of(provision)].add(target)
        for _, source, act in store.edge_keys(follow, target_prefix=prefix):
            came[whole_of(act)].add(source)
    drafts = {act: {one for one in targets if DRAFT not in one} for act, targets in came.items()}
    return {act: targets for act, targets in drafts.items() if targets}


def _places(store: Store, sessions: set[str], targets: set[str]) -> dict[str, set[str]]:
    """Those of the sessions at which items and documents came up."""
    places: dict[str, set[str]] = defaultdict(set)
    for target in targets:
        if target.startswith("item:") and (session := session_of(target)) in sessions:
            places[target].add(session)
    for slug in _slugs(sessions):
        for _, item, document in store.edge_keys("DOCUMENTATION", source_prefix=f"item:{slug}/"):
            if document in targets and (session := session_of(item)) in sessions:
                places[document].add(session)
        for _, session, document in store.edge_keys("BEFORE", source_prefix=f"session:{slug}/"):
            if document in targets and session in sessions:
                places[document].add(session)
    return places


def _ordered(ids: Iterable[str]) -> tuple[str, ...]:
    """Items and acts before documents."""
    several = tuple(ids)
    if len(several) < 2:  # mostly, and an order is dear
        return several
    return tuple(sorted(several, key=lambda id: (id.startswith("doc:"), order_of(id))))
