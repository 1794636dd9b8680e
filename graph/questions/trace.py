"""What a decision or provision set in motion: follow-up by provision and session, later acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.model.errors import QuestionError
from graph.model.ids import order_of, session_of, whole_of
from graph.model.records import Node
from graph.questions.absence import Absence, near
from graph.questions.held import in_time, sessions_of_steps
from graph.questions.onward import AS_A_WHOLE, FOLLOW_UP, Onward
from graph.questions.steps import Link, Steps, Way
from graph.stores import Store

ORIGIN = (
    Way("ADOPTED_AT"),
    Way("UNDER"),
    Way("CONTAINED_IN"),
    Way("DRAFT_OF", reverse=True),
)
CITING = tuple(Way(name, reverse=True) for name in ("AMENDS", "SUPERSEDES", "CITES"))
ACTS = ("decision", "provision")
# A later act that does so goes on with the matter: what it led to is part of the trace.
GOES_ON = frozenset({"reiterate", "extend", "amend", "replace", "supersede"})


@dataclass(frozen=True, slots=True)
class TracedProvision:
    """A provision, who is asked and by when, what it refers to, what came of it, and its points.

    Addressees and due sessions that its own words do not give are taken from the provision above,
    marked by `inherited_from`; so is follow-up, which stands in `inherited`.
    """

    node: Node
    addressees: tuple[Link, ...]
    due: tuple[Link, ...]
    refers_to: tuple[Link, ...]
    follow_up: tuple[Link, ...]
    inherited: tuple[Link, ...]
    points: tuple[TracedProvision, ...]

    def everything(self) -> Iterator[TracedProvision]:
        """The provision and all its points, in order."""
        yield self
        for point in self.points:
            yield from point.everything()


@dataclass(frozen=True, slots=True)
class Return:
    """A matter back before a session: under which item (None if not known), by which steps."""

    session: Node | None
    item: Node | None
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The answer to: what did this decision or provision lead to?

    `act` is the decision (or report) it belongs to, `origin` how that came about, `above` the
    provisions above it. `provisions` have follow-up each; `as_a_whole` is what names the act
    without a provision. `returns` gathers all follow-up by session and item. `later` are acts in the
    order of their sessions, `mentions` items and documents that cite it. `acts` are those that citing
    provisions belong to, `sessions` the sessions of all acts, reports and items in the answer, by id.
    """

    node: Node
    act: Node
    origin: tuple[Link, ...]
    above: tuple[Node, ...]
    provisions: tuple[TracedProvision, ...]
    as_a_whole: tuple[Link, ...]
    returns: tuple[Return, ...]
    later: tuple[Link, ...]
    mentions: tuple[Link, ...]
    acts: Mapping[str, Node]
    sessions: Mapping[str, Node]
    absent: tuple[Absence, ...]

    def everything(self) -> Iterator[TracedProvision]:
        """All provisions with their points, in order."""
        for provision in self.provisions:
            yield from provision.everything()


def trace(store: Store, id: str, depth: int = 2) -> Trace:
    """Trace a decision, a provision or a report with provisions.

    `depth` counts steps from a provision: 1 for what it led to, 2 for what came of that too. Raises
    QuestionError if there is no such node, or nothing can follow from it.
    """
    steps = Steps(store)
    onward = Onward(steps)
    node = steps.node(id)
    if node.type not in ("decision", "provision", "document"):
        raise QuestionError(f"{id}: a {node.type} asks for nothing; try `mandates why`")
    act = steps.node(whole_of(id)) if store.node(whole_of(id)) else node
    above = _above(steps, id)
    provisions: tuple[TracedProvision, ...]
    whole: tuple[Link, ...] = ()
    if node.type == "provision":
        provisions = (_provision(onward, node, above, depth),)
    else:
        provisions = tuple(_points(onward, node, (), depth))
        told = {
            link.node.id for top in provisions for p in top.everything() for link in p.follow_up
        }
        whole = tuple(
            link for link in onward.follow(id, AS_A_WHOLE, depth) if link.node.id not in told
        )
    traced = [p for top in provisions for p in top.everything()]
    follow_up = [link for p in traced for link in p.follow_up]
    follow_up += [link for p in provisions for link in p.inherited]
    citing = _citing(onward, node, act, traced, depth)
    shown = [act, *_arrivals([*follow_up, *whole])]
    acts = [link for link in citing if link.node.type in ACTS]
    sessions = sessions_of_steps(steps, [*follow_up, *whole, *citing])
    acts.sort(
        key=lambda link: (in_time(sessions.get(whole_of(link.node.id))), order_of(link.node.id))
    )
    return Trace(
        node=node,
        act=act,
        origin=steps.follow(act.id, ORIGIN),
        above=tuple(above),
        provisions=provisions,
        as_a_whole=whole,
        returns=_returns(steps, [*follow_up, *whole]),
        later=tuple(acts),
        mentions=tuple(link for link in citing if link.node.type not in ACTS),
        acts={id: steps.node(id) for link in citing if store.node(id := whole_of(link.node.id))},
        sessions=sessions,
        absent=near(store, shown),
    )


def _above(steps: Steps, id: str) -> list[Node]:
    """The provisions above a provision, nearest first."""
    ids = steps.store.reach(id, "HAS_PROVISION", reverse=True)
    return [node for one in ids if (node := steps.node(one)).type == "provision"]


def _points(
    onward: Onward, node: Node, above: tuple[Node, ...], depth: int
) -> Iterator[TracedProvision]:
    links = onward.steps.follow(node.id, (Way("HAS_PROVISION"),))
    for link in sorted(links, key=lambda link: _place(link.node)):
        yield _provision(onward, link.node, above, depth)


def _place(node: Node) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    return (node.properties.get("order", 0), order_of(node.id))


def _provision(onward: Onward, node: Node, above: Iterable[Node], depth: int) -> TracedProvision:
    steps, above = onward.steps, tuple(above)
    inherited = [
        replace(link, inherited_from=higher.id)
        for higher in above
        for link in onward.follow(higher.id, FOLLOW_UP, depth)
    ]
    follow_up = onward.follow(node.id, FOLLOW_UP, depth)
    own = {link.node.id for link in follow_up}
    return TracedProvision(
        node=node,
        addressees=_own_or_above(steps, node, above, "ADDRESSED_TO"),
        due=_own_or_above(steps, node, above, "DUE_AT"),
        refers_to=steps.follow(node.id, (Way("CITES"), Way("AMENDS"), Way("SUPERSEDES"))),
        follow_up=follow_up,
        inherited=tuple(link for link in inherited if link.node.id not in own),
        points=tuple(_points(onward, node, (node, *above), depth)),
    )


def _own_or_above(
    steps: Steps, node: Node, above: Iterable[Node], relation: str
) -> tuple[Link, ...]:
    """A point rarely repeats who is asked: the nearest provision above that says it does."""
    if own := steps.follow(node.id, (Way(relation),)):
        return own
    for higher in above:
        if links := steps.follow(higher.id, (Way(relation),)):
            return tuple(replace(link, inherited_from=higher.id) for link in links)
    return ()


def _citing(
    onward: Onward, node: Node, act: Node, traced: Iterable[TracedProvision], depth: int
) -> list[Link]:
    """What cites a node, its act's provisions included; what renews or changes it is followed on."""
    cited = {node.id, *(provision.node.id for provision in traced)}
    links: dict[tuple[str, str, str], Link] = {}
    for id in sorted(cited, key=order_of):
        for link in onward.steps.follow(id, CITING):
            if whole_of(link.node.id) != act.id:
                links.setdefault(link.key, link)
    ordered = sorted(links.values(), key=lambda link: order_of(link.node.id))
    return [
        replace(link, then=onward.walk(link.node.id, depth - 1, frozenset(cited)))
        if goes_on(link)
        else link
        for link in ordered
    ]


def goes_on(link: Link) -> bool:
    """Whether a later act renews, extends or changes what it cites."""
    verbs = link.properties.get("action", ()) if link.relation == "CITES" else ()
    return link.relation in ("AMENDS", "SUPERSEDES") or not GOES_ON.isdisjoint(verbs)


def _arrivals(links: Iterable[Link]) -> Iterator[Node]:
    for link in links:
        yield link.node
        yield from _arrivals(link.then)


def _returns(steps: Steps, links: Iterable[Link]) -> tuple[Return, ...]:
    gathered: dict[tuple[str | None, str | None], dict[tuple[str, str, str], Link]] = {}
    for link in links:
        for place in _places(steps, link.node):
            gathered.setdefault(place, {}).setdefault(link.key, link)
    returns = [
        Return(
            session=steps.node(session) if session and steps.store.node(session) else None,
            item=steps.node(item) if item else None,
            links=tuple(found.values()),
        )
        for (session, item), found in gathered.items()
    ]
    # Dates order sessions of several bodies, but only where every session has one.
    dated = all(one.session and "start" in one.session.properties for one in returns)
    return tuple(sorted(returns, key=lambda one: _when(one, dated)))


def _places(steps: Steps, node: Node) -> list[tuple[str | None, str | None]]:
    """The sessions and items at which a follow-up came up."""
    if node.type == "agenda item":
        return [(session_of(node.id), node.id)]
    items = [edge.source for edge in steps.store.edges("DOCUMENTATION", target=node.id)]
    if items:
        return [(session_of(item), item) for item in items]
    sessions = [edge.source for edge in steps.store.edges("BEFORE", target=node.id)]
    return [(session, None) for session in sessions] or [(None, None)]


def _when(found: Return, dated: bool) -> tuple[bool, str, tuple[tuple[int, int, str], ...]]:
    """Sessions in time (without dates: by number), then items by label; unplaced last."""
    if found.session is None:
        return (True, "", ())
    start = found.session.properties["start"] if dated else ""
    return (False, start, order_of((found.item or found.session).id))
