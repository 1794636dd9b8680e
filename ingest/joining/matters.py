"""Matters: what sessions have on their agendas, and what provisions are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.model.ids import parent_labels, session_of, whole_of
from ingest.joining.merge import Draft
from ingest.joining.titles import Titles
from ingest.packs import Packs

NONE: frozenset[str] = frozenset()


class Matters:
    """The agenda items of every session, and how much of their titles provisions say."""

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
        self._under = draft.targets("UNDER")
        self._asked = draft.targets("ADDRESSED_TO")
        self.own = draft.sessions()

    def asks(self, provision: str) -> bool:
        """Whether a node is a provision that asks for something."""
        return bool(self.draft.properties.get(provision, {}).get("is_mandate"))

    def under(self, provision: str) -> frozenset[str]:
        """The items under which a provision, or the one above it, was concluded."""
        return next((self._under[one] for one in _upwards(provision) if one in self._under), NONE)

    def asked(self, provision: str) -> frozenset[str]:
        """Whom a provision, or the one above it, asks."""
        return next((self._asked[one] for one in _upwards(provision) if one in self._asked), NONE)

    def said(self, item: str, provision: str, *, with_act: bool = True) -> float:
        """How much of an item's title a provision says, with those above it and the title of its act."""
        act = self.draft.properties.get(whole_of(provision), {}).get("title", {})
        texts = [
            self.draft.properties[one].get("text", {})
            for one in _upwards(provision)
            if one in self.draft.properties
        ]
        languages = {language for text in texts for language in text}
        heading = act if with_act else {}
        return self.titles.said(
            item,
            {
                language: " ".join(
                    [*(t.get(language, "") for t in texts), heading.get(language, "")]
                )
                for language in languages
            },
        )

    def within(self, session: str, act: str, years: int) -> bool:
        """Whether a session began after the one that adopted an act ended, so many years at most.

        A conference and its subsidiary bodies meet side by side: what was adopted there came too late.
        """
        start = str(self.draft.properties.get(session, {}).get("start") or "")
        adopted = self.draft.properties.get(self.own.get(act, ""), {})
        end = str(adopted.get("end") or adopted.get("start") or "")
        return bool(start and end) and end < start and int(start[:4]) - int(end[:4]) <= years


def body_of(item: str) -> str:
    """The body on whose agenda an item is."""
    return str(session_of(item)).replace("session:", "body:").rpartition("/")[0]


def _upwards(provision: str) -> Iterator[str]:
    yield provision
    yield from parent_labels(provision)
