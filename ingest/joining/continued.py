"""Matters continued: what a provision brought before a later session, of whatever body.

An agenda that is annotated says itself why an item is there (see `follow`). Reports of sessions do
not. There the conclusions name the provision they act on; or the provision names the session, and the
item is the one that it is about or under which it put the matter off; or it asks the body, and an item
of it says in its title what was asked. Evidence is wanted from both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model.ids import whole_of
from graph.model.records import Edge, Evidence
from ingest.joining.matters import Matters, body_of
from ingest.joining.merge import Draft
from ingest.packs import Packs

SAME_MATTER = 0.75  # likeness of the titles of an item and of that under which it was put off
SAID = 0.75  # share of an item's title that a provision says that is due at its session
SENT = 0.9  # … that says no session: nearly all of it, in its own words,
LONG = 8  # stems, of a title that is long enough to be nobody else's
SHORTEST = 3  # stems of a title that words can tell at all
ABOUT = 0.35  # share of the title that it says where the conclusions name it
APART = 0.1  # by which the best item must be better than the next
YEARS = 3  # for which a matter that was sent without a date is looked for


@dataclass(frozen=True, slots=True)
class Continuation:
    """An item that a provision brought about: how well that is told, and by what."""

    provision: str
    item: str
    score: float
    basis: str
    evidence: tuple[Evidence, ...]


def continue_matters(draft: Draft, packs: Packs) -> list[Continuation]:
    """Add MANDATES from provisions to the items of later sessions, and return what was found."""
    matters = Matters(draft, packs)
    found = [*_named(matters), *_restated(matters), *_due(matters), *_sent(matters)]
    for one in found:
        action = list(draft.properties[one.provision].get("action", []))
        details = {"score": round(one.score, 3), "action": action}
        draft.add_edge(
            Edge("MANDATES", one.provision, one.item, one.basis, None, details, one.evidence)
        )
    return found


def _named(matters: Matters) -> Iterator[Continuation]:
    """The conclusions name the provision they act on, and it asked this body or is about this."""
    for edge in matters.draft.of_type("PURSUANT_TO"):
        item, provision = edge.source, edge.target
        named = [one for one in edge.evidence if one.rule == "conclusions-name-ground"]
        if not named or not matters.asks(provision):
            continue
        about = matters.said(item, provision)
        if about >= ABOUT or body_of(item) in matters.asked(provision):
            evidence = _ruled(named, "conclusions-name-provision")
            yield Continuation(provision, item, about, "stated", evidence)


def _restated(matters: Matters) -> Iterator[Continuation]:
    """The conclusions name a provision that asked this body, in whatever way, and say it again."""
    for edge in matters.draft.of_type("CITES"):
        provision = edge.target
        if not matters.asks(provision) or whole_of(provision) == whole_of(edge.source):
            continue
        for item in sorted(matters.under(edge.source)):
            about = matters.said(item, provision)
            if about >= SAID and body_of(item) in matters.asked(provision):
                evidence = _ruled(edge.evidence, "conclusions-restate-provision")
                yield Continuation(provision, item, about, "stated", evidence)


def _due(matters: Matters) -> Iterator[Continuation]:
    """The provision names the session, and is about an item of it or was concluded under one."""
    for edge in matters.draft.of_type("DUE_AT"):
        provision, session = edge.source, edge.target
        own = matters.own.get(whole_of(provision)) == session
        if own or session in matters.annotated or not matters.asks(provision):
            continue
        evidence = _ruled(edge.evidence, "matter-due-at-session")
        for item, score in _items_due(matters, provision, session):
            yield Continuation(provision, item, score, "inferred", evidence)


def _items_due(matters: Matters, provision: str, session: str) -> list[tuple[str, float]]:
    """The items of a session under which a provision due there comes back."""
    there = matters.items.get(session, [])
    if earlier := matters.under(provision):
        best: dict[str, float] = {}
        for item in earlier:
            likeness = {other: matters.titles.same(item, other) for other in there}
            other = max(likeness, key=lambda one: (likeness[one], one), default=None)
            if other and likeness[other] >= SAME_MATTER:
                best[other] = likeness[other]
        return sorted(best.items())
    clear = _clearest(matters, {item: matters.said(item, provision) for item in there}, SAID)
    return [clear] if clear else []


def _sent(matters: Matters) -> Iterator[Continuation]:
    """The provision asks a body for something, and a later agenda of it says so in a long title."""
    sessions: dict[str, list[str]] = {}
    for session in sorted(matters.items.keys() - matters.annotated):
        body = session.replace("session:", "body:").rpartition("/")[0]
        sessions.setdefault(body, []).append(session)
    due = matters.draft.targets("DUE_AT")
    for edge in matters.draft.of_type("ADDRESSED_TO"):
        provision, body = edge.source, edge.target
        dated = any(body_of(f"item:{one[8:]}/") == body for one in due.get(provision, ()))
        if dated or not provision.startswith(("dec:", "res:")) or not matters.asks(provision):
            continue
        for session in sessions.get(body, ()):
            if not matters.within(session, whole_of(provision), YEARS):
                continue
            said = {
                item: matters.said(item, provision, with_act=False)
                for item in matters.items[session]
            }
            clear = _clearest(matters, said, SENT)
            if clear and matters.titles.length(clear[0]) >= LONG:
                evidence = _ruled(edge.evidence, "asked-of-body")
                yield Continuation(provision, *clear, "inferred", evidence)


def _clearest(matters: Matters, said: dict[str, float], enough: float) -> tuple[str, float] | None:
    """The item whose title is said, and told apart from the next; none of the session's procedure.

    Of items whose titles are said alike the longest tells most, and a sub-item more than its item.
    """
    telling = {
        item: share
        for item, share in said.items()
        if matters.titles.length(item) >= SHORTEST and not matters.titles.procedural(item)
    }
    ranked = sorted(
        telling, key=lambda item: (telling[item], matters.titles.length(item), item), reverse=True
    )
    if not ranked or telling[ranked[0]] < enough:
        return None
    best = ranked[0]
    near = [item for item in ranked[1:] if telling[best] - telling[item] < APART]
    much_longer = all(
        2 * matters.titles.length(item) <= matters.titles.length(best) for item in near
    )
    return (best, telling[best]) if much_longer else None


def _ruled(evidence: tuple[Evidence, ...] | list[Evidence], rule: str) -> tuple[Evidence, ...]:
    return tuple(replace(one, rule=rule) for one in evidence)
