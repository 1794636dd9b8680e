"""Matters continued: what a provision brought before a later session, of whatever body.

An agenda that is annotated says itself why an item is there (see `follow`). Reports of sessions do
not: there the conclusions name the provision they act on, or the provision names the session and the
item is the one that it is about. Evidence is asked of both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.model.ids import parent_labels, session_of, whole_of
from graph.model.records import Edge, Evidence
from ingest.joining.merge import Draft
from ingest.joining.titles import Titles
from ingest.packs import Packs

SAME_MATTER = 0.75  # likeness of the titles of an item and of that under which it was put off
SHORTEST = (
    3  # stems of a title that words alone can tell ("Organizational matters" is about nothing)
)
SAID = 0.6  # share of an item's title that a provision says that is due at its session
ABOUT = 0.35  # … that it says where the conclusions name it
APART = 0.1  # by which the best item must be better than the next
NONE: frozenset[str] = frozenset()


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
    found = list(Matters(draft, packs).continuations())
    for one in found:
        action = list(draft.properties[one.provision].get("action", []))
        details = {"score": round(one.score, 3), "action": action}
        draft.add_edge(
            Edge("MANDATES", one.provision, one.item, one.basis, None, details, one.evidence)
        )
    return found


class Matters:
    """Finds what provisions brought before later sessions."""

    def __init__(self, draft: Draft, packs: Packs) -> None:
        self.draft = draft
        self.titles = Titles(draft, packs)
        self.items: dict[str, list[str]] = defaultdict(list)
        for item, node_type in sorted(draft.types.items()):
            if node_type == "agenda item" and "@" not in item and self.titles.of(item):
                self.items[str(session_of(item))].append(item)
        # An annotated agenda says itself why its items are there.
        self.annotated = {
            str(session_of(item)) for items in self.items.values() for item in items
            if draft.properties[item].get("annotation")
        }  # fmt: skip
        self.under = draft.targets("UNDER")
        self.asked = draft.targets("ADDRESSED_TO")
        self.own = draft.sessions()

    def continuations(self) -> Iterator[Continuation]:
        """All of them, those that conclusions name first."""
        yield from self._named()
        yield from self._restated()
        yield from self._due()

    def _named(self) -> Iterator[Continuation]:
        """The conclusions name the provision they act on, and it asked this body or is about this."""
        for edge in self.draft.of_type("PURSUANT_TO"):
            if self._asks(edge.target) and self.draft.types.get(edge.source) == "agenda item":
                evidence = self._ruled(
                    edge, "conclusions-name-provision", {"conclusions-name-ground"}
                )
                body = str(session_of(edge.source)).replace("session:", "body:").rpartition("/")[0]
                about = self._said(edge.source, edge.target)
                if evidence and (about >= ABOUT or body in self._addressees(edge.target)):
                    yield Continuation(edge.target, edge.source, about, "stated", evidence)

    def _restated(self) -> Iterator[Continuation]:
        """The conclusions name a provision that asked this body, in whatever way, and say it again."""
        for edge in self.draft.of_type("CITES"):
            provision, items = edge.target, self.under.get(edge.source, NONE)
            if (
                not items
                or not self._asks(provision)
                or whole_of(provision) == whole_of(edge.source)
            ):
                continue
            for item in sorted(items):
                body = str(session_of(item)).replace("session:", "body:").rpartition("/")[0]
                about = self._said(item, provision)
                if about >= SAID and body in self._addressees(provision):
                    evidence = self._ruled(edge, "conclusions-restate-provision")
                    yield Continuation(provision, item, about, "stated", evidence)

    def _due(self) -> Iterator[Continuation]:
        """The provision names the session, and is about an item of it or was concluded under one."""
        for edge in self.draft.of_type("DUE_AT"):
            provision, session = edge.source, edge.target
            own = self.own.get(whole_of(provision)) == session
            if own or session in self.annotated or not self._asks(provision):
                continue
            evidence = self._ruled(edge, "matter-due-at-session")
            for item, score in self._items_of(provision, session):
                yield Continuation(provision, item, score, "inferred", evidence)

    def _items_of(self, provision: str, session: str) -> list[tuple[str, float]]:
        """The items of a session that a provision due there is about; twins count both."""
        there = self.items.get(session, [])
        if earlier := self._under(provision):
            best: dict[str, float] = {}
            for item in earlier:
                likeness = {other: self.titles.same(item, other) for other in there}
                other = max(likeness, key=lambda one: (likeness[one], one), default=None)
                if other and likeness[other] >= SAME_MATTER:
                    best[other] = likeness[other]
            return sorted(best.items())
        said = {
            item: self._said(item, provision)
            for item in there
            if self.titles.length(item) >= SHORTEST
        }
        ranked = sorted(said, key=lambda item: (said[item], item), reverse=True)
        told = bool(ranked) and said[ranked[0]] >= SAID
        clear = len(ranked) < 2 or said[ranked[0]] - said[ranked[1]] >= APART
        return [(ranked[0], said[ranked[0]])] if told and clear else []

    def _asks(self, provision: str) -> bool:
        return bool(self.draft.properties.get(provision, {}).get("is_mandate"))

    def _under(self, provision: str) -> frozenset[str]:
        """The items under which a provision, or the one above it, was concluded."""
        for one in (provision, *parent_labels(provision)):
            if one in self.under:
                return self.under[one]
        return NONE

    def _addressees(self, provision: str) -> frozenset[str]:
        for one in (provision, *parent_labels(provision)):
            if one in self.asked:
                return self.asked[one]
        return NONE

    def _said(self, item: str, provision: str) -> float:
        """How much of an item's title a provision says, with the title of its act."""
        act = self.draft.properties.get(whole_of(provision), {}).get("title", {})
        texts = [
            self.draft.properties[one].get("text", {})
            for one in (provision, *parent_labels(provision))
            if one in self.draft.properties
        ]
        languages = {language for text in texts for language in text}
        return self.titles.said(
            item,
            {
                language: " ".join([*(t.get(language, "") for t in texts), act.get(language, "")])
                for language in languages
            },
        )

    def _ruled(
        self, edge: Edge, rule: str, only: Iterable[str] | None = None
    ) -> tuple[Evidence, ...]:
        return tuple(
            replace(one, rule=rule) for one in edge.evidence if only is None or one.rule in only
        )
