"""Titles of agenda items: which of them are about the same matter, and which a provision is about."""

from __future__ import annotations

from graph.model.folding import fold
from ingest.joining.matching import Matcher
from ingest.joining.merge import Draft
from ingest.packs import Packs

SHORTER = 0.9  # weight of the share that both titles have of the shorter, against that of both


class Titles:
    """Compares the titles of agenda items with each other and with other texts, language by language.

    "Matters relating to …" opens half the titles: what they have in common tells none apart.
    """

    def __init__(self, draft: Draft, packs: Packs) -> None:
        self.draft, self.packs = draft, packs
        items = [item for item, node_type in draft.types.items() if node_type == "agenda item"]
        printed = [self.of(item) for item in items]
        self._known: dict[tuple[str, str], frozenset[str]] = {}
        self.matchers = {
            language: Matcher(pack, (title[language] for title in printed if language in title))
            for language, pack in packs.languages.items()
        }

    def of(self, node: str) -> dict[str, str]:
        """The titles of a node by language."""
        return dict(self.draft.properties[node].get("title", {}))

    def procedural(self, node: str) -> bool:
        """Whether an item is about the session itself: its opening, the organization of its work."""
        return any(
            cue.pattern.fullmatch(fold(title))
            for language, title in self.of(node).items()
            if language in self.packs.languages
            for cue in self.packs.languages[language].cues("procedural_item")
        )

    def length(self, node: str) -> int:
        """How many different stems a node's title has, in the language that gives it most."""
        title = self.of(node)
        return max(
            (
                len(self._stems(language, title[language]))
                for language in title.keys() & self.matchers
            ),
            default=0,
        )

    def same(self, one: str, other: str) -> float:
        """The share, by weight, of the shorter of two titles that the longer has too."""
        mine, theirs = self.of(one), self.of(other)
        best = 0.0
        for language in mine.keys() & theirs.keys() & self.matchers.keys():
            matcher = self.matchers[language]
            left, right = (
                self._stems(language, mine[language]),
                self._stems(language, theirs[language]),
            )
            shorter = max(matcher.coverage(left, right), matcher.coverage(right, left))
            both = matcher.coverage(left | right, left & right)
            best = max(best, shorter * SHORTER + both * (1 - SHORTER))
        return best

    def said(self, item: str, text: dict[str, str]) -> float:
        """The share, by weight, of an item's title that a text says."""
        title = self.of(item)
        shares = [
            matcher.coverage(
                self._stems(language, title[language]), self._stems(language, text[language])
            )
            for language, matcher in self.matchers.items()
            if language in title and language in text
        ]
        return max(shares, default=0.0)

    def _stems(self, language: str, text: str) -> frozenset[str]:
        """The stems of a text; every title is compared with many provisions, and they with it."""
        if (language, text) not in self._known:
            self._known[language, text] = self.matchers[language].stems(text)
        return self._known[language, text]
