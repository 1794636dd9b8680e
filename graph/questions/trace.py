"""What a decision or provision set in motion: follow-up by provision and session, later acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.model.errors import QuestionError
from graph.model.ids import order_of, session_of, whole_of
from graph.model.records import Node
from graph.questions.absence import Absence, near
from graph.questions.steps import Link, Steps, Way
from graph.stores import Store

ORIGIN = (
    Way("ADOPTED_AT"),
    Way("UNDER"),
    Way("CONTAINED_IN"),
    Way("DRAFT_OF", reverse=True),
)
FOLLOW_UP = (Way("MANDATES"), Way("PURSUANT_TO", reverse=True))
AS_A_WHOLE = (Way("PURSUANT_TO", reverse=True), Way("ESTABLISHED_BY", reverse=True))
CITING = tuple(Way(name, reverse=True) for name in ("AMENDS", "SUPERSEDES", "CITES"))
# What comes of a matter once it is on an agenda or in a document.
ONWARD = {
    "agenda item": (
        Way("BECAME"),
        Way("DOCUMENTATION"),
        Way("UNDER", reverse=True),
        Way("DEFERRED_TO"),
    ),
    "document": (
        Way("DRAFT_OF"),
        Way("DEFERRED_TO"),
        Way("REVISES", reverse=True),
        Way("ADDENDUM_TO", reverse=True),
        Way("CORRIGENDUM_TO", reverse=True),
    ),
    "provision": FOLLOW_UP,
    "decision": AS_A_WHOLE,
}


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
    without a provision. `returns` gathers all follow-up by session and item. `later` are acts,
    `mentions` items and documents that cite it.
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
    node = steps.node(id)
    if node.type not in ("decision", "provision", "document"):
        raise QuestionError(f"{id}: a {node.type} asks for nothing; try `mandates why`")
    act = steps.node(whole_of(id)) if store.node(whole_of(id)) else node
    above = _above(steps, id)
    provisions: tuple[TracedProvision, ...]
    whole: tuple[Link, ...] = ()
    if node.type == "provision":
        provisions = (_provision(steps, node, above, depth),)
    else:
        provisions = tuple(_points(steps, node, (), depth))
        told = {
            link.node.id for top in provisions for p in top.everything() for link in p.follow_up
        }
        whole = tuple(
            link for link in _onward(steps, id, AS_A_WHOLE, depth) if link.node.id not in told
        )
    traced = [p for top in provisions for p in top.everything()]
    follow_up = [link for p in traced for link in p.follow_up]
    follow_up += [link for p in provisions for link in p.inherited]
    citing = _citing(steps, node, act, traced)
    shown = [act, *_arrivals([*follow_up, *whole])]
    return Trace(
        node=node,
        act=act,
        origin=steps.follow(act.id, ORIGIN),
        above=tuple(above),
        provisions=provisions,
        as_a_whole=whole,
        returns=_returns(steps, [*follow_up, *whole]),
        later=tuple(link for link in citing if link.node.type in ("decision", "provision")),
        mentions=tuple(link for link in citing if link.node.type not in ("decision", "provision")),
        absent=near(store, shown),
    )


def _above(steps: Steps, id: str) -> list[Node]:
    """The provisions above a provision, nearest first."""
    ids = steps.store.reach(id, "HAS_PROVISION", reverse=True)
    return [node for one in ids if (node := steps.node(one)).type == "provision"]


def _points(
    steps: Steps, node: Node, above: tuple[Node, ...], depth: int
) -> Iterator[TracedProvision]:
    links = steps.follow(node.id, (Way("HAS_PROVISION"),))
    for link in sorted(links, key=lambda link: _place(link.node)):
        yield _provision(steps, link.node, above, depth)


def _place(node: Node) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    return (node.properties.get("order", 0), order_of(node.id))


def _provision(steps: Steps, node: Node, above: Iterable[Node], depth: int) -> TracedProvision:
    above = tuple(above)
    inherited = [
        replace(link, inherited_from=higher.id)
        for higher in above
        for link in _onward(steps, higher.id, FOLLOW_UP, depth)
    ]
    follow_up = _onward(steps, node.id, FOLLOW_UP, depth)
    own = {link.node.id for link in follow_up}
    return TracedProvision(
        node=node,
        addressees=_own_or_above(steps, node, above, "ADDRESSED_TO"),
        due=_own_or_above(steps, node, above, "DUE_AT"),
        refers_to=steps.follow(node.id, (Way("CITES"), Way("AMENDS"), Way("SUPERSEDES"))),
        follow_up=follow_up,
        inherited=tuple(link for link in inherited if link.node.id not in own),
        points=tuple(_points(steps, node, (node, *above), depth)),
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


def _onward(steps: Steps, id: str, ways: Iterable[Way], depth: int) -> tuple[Link, ...]:
    """Steps along `ways`, each node once by the most telling relation, and what came of it."""
    first: dict[str, Link] = {}
    for link in steps.follow(id, ways) if depth > 0 else ():
        first.setdefault(link.node.id, link)
    return tuple(
        replace(link, then=steps.walk(link.node.id, ONWARD, depth - 1, frozenset({id})))
        for link in first.values()
    )


def _citing(steps: Steps, node: Node, act: Node, traced: Iterable[TracedProvision]) -> list[Link]:
    cited = {node.id, *(provision.node.id for provision in traced)}
    links: dict[tuple[str, str, str], Link] = {}
    for id in sorted(cited, key=order_of):
        for link in steps.follow(id, CITING):
            if whole_of(link.node.id) != act.id:
                links.setdefault(link.key, link)
    return sorted(links.values(), key=lambda link: order_of(link.node.id))


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
