"""Context: what short names, pronouns and bare numbers mean where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.packs import LanguagePack, Packs
from ingest.reading.find.names import Name
from ingest.reading.find.view import View
from ingest.records import Identity, Mention


class Home:
    """What a document calls its own: its body, the family of that body, its instruments."""

    def __init__(self, identity: Identity | None, packs: Packs) -> None:
        self.body = identity.body.removeprefix("body:") if identity and identity.body else None
        self.id = f"body:{self.body}" if self.body else None
        self.session = identity.session if identity else None
        self.document = identity.document if identity else None
        rows = {row["slug"]: row for row in packs.rows("organ")}
        self.instrument: str | None = rows.get(self.body or "", {}).get("instrument")
        self.protocols = protocols_of(self.instrument, packs)
        own = next(
            (
                body
                for body in packs.bodies
                if any(row["slug"] == self.body for row in body.rows("organ"))
            ),
            None,
        )
        self.family = {f"body:{row['slug']}" for row in own.rows("organ")} if own else set()
        self.family |= {f"inst:{row['slug']}" for row in own.rows("instrument")} if own else set()
        self.family |= {f"actor:{row['slug']}" for row in own.rows("actor")} if own else set()

    def choose(self, ids: Sequence[str]) -> str | None:
        """Which of several things of one short name this document means by it."""
        for own in (f"body:{self.body}", f"inst:{self.instrument}"):
            if own in ids:
                return own
        related = [id for id in ids if id in self.family]
        return related[0] if len(related) == 1 else None


def protocols_of(instrument: str | None, packs: Packs) -> tuple[str, ...]:
    """The ids of the protocols that supplement a convention, in the order of the pack."""
    return tuple(
        f"inst:{row['slug']}"
        for row in packs.rows("instrument")
        if instrument and row.get("supplements") == instrument
    )


class Named:
    """The names of one text, settled as far as the text settles them, by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self.starts = [mention.start for mention in self.mentions]
        self.by_end = {mention.end: mention for mention in self.mentions}

    def starting(self, position: int, slack: int = 0) -> Mention | None:
        """The mention that begins at a position, or up to `slack` letters behind (a joined ل)."""
        place = bisect_right(self.starts, position - 1)
        if place < len(self.mentions) and self.starts[place] <= position + slack:
            return self.mentions[place]
        return None

    def since(self, position: int) -> Sequence[Mention]:
        """The mentions that begin at a position or behind it, in order."""
        return self.mentions[bisect_right(self.starts, position - 1) :]

    def after(self, position: int) -> Iterable[Mention]:
        """The mentions behind a position, the nearest first."""
        return self.mentions[bisect_right(self.starts, position) :]

    def before(self, position: int, start: int = 0) -> Iterable[Mention]:
        """The mentions between `start` and `position`, the nearest first."""
        for place in range(bisect_right(self.starts, position - 1) - 1, -1, -1):
            if self.starts[place] < start:
                return
            yield self.mentions[place]


def settle(
    names: Sequence[Name], view: View, pack: LanguagePack, home: Home, packs: Packs
) -> list[Mention]:
    """Turn names into mentions: a short name means the document's own, else what was named last."""
    supplementing = pack.word("supplementing")
    protocols = {
        f"inst:{row['slug']}" for row in packs.rows("instrument") if row.get("supplements")
    }
    mentions: list[Mention] = []
    for name in names:
        last = mentions[-1] if mentions else None
        if last and name.kind == "instrument" and last.target in protocols:
            title = supplementing.match(view.folded, last.end)
            if title and title.end() <= name.start <= title.end() + 3:
                mentions[-1] = replace(last, end=name.end)
                continue
        if name.together:
            members = name.ids if home.family.issuperset(name.ids) else ()
            mentions += [
                Mention(name.kind, name.start, name.end, "", id, rule="group of bodies")
                for id in members
            ]
            continue
        target = name.ids[0] if name.settled else home.choose(name.ids)
        rule = "name" if name.settled else "short name"
        if target is None:
            named = (other.target for other in reversed(mentions) if other.target in name.ids)
            target = next(named, None)
        candidates = () if target else name.ids
        mentions.append(Mention(name.kind, name.start, name.end, "", target, candidates, rule=rule))
    return mentions


def sentence_start(view: View, position: int) -> int:
    """Where the sentence or clause that holds a position begins."""
    return view.sentence_starts[bisect_right(view.sentence_starts, position) - 1]


def sentence_end(view: View, position: int) -> int:
    """Where the sentence or clause that holds a position ends."""
    place = bisect_right(view.sentence_starts, position)
    return view.sentence_starts[place] if place < len(view.sentence_starts) else len(view.folded)
