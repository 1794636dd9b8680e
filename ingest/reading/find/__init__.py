"""Finding: every reference in a repaired text, resolved to the id of what it means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.packs import LanguagePack, Packs
from ingest.reading.find.acts import Acts
from ingest.reading.find.articles import Articles
from ingest.reading.find.context import Home, Named, protocols_of, settle
from ingest.reading.find.dates import Dates
from ingest.reading.find.groups import WorkingGroups
from ingest.reading.find.headed import HeadedActs
from ingest.reading.find.items import Items
from ingest.reading.find.lists import ListGrammar
from ingest.reading.find.names import Gazetteer, Name
from ingest.reading.find.numbering import Numbering
from ingest.reading.find.phrases import Phrase, find_phrases, joined, nested
from ingest.reading.find.provisions import Provisions
from ingest.reading.find.sessions import Sessions
from ingest.reading.find.symbols import Symbols
from ingest.reading.find.view import View
from ingest.records import Identity, Mention, Paragraph


class Finder:
    """Finds references in one language; what the packs say is compiled once."""

    def __init__(self, pack: LanguagePack, packs: Packs) -> None:
        self.pack, self.packs = pack, packs
        self.grammar = ListGrammar(pack)
        self.gazetteer = Gazetteer(pack, packs)
        self.symbols = Symbols(packs, self.grammar)
        numbering = Numbering(packs)
        self.acts = Acts(pack, self.grammar, numbering)
        self.headed = HeadedActs(pack.cues("reference_decision"), numbering)
        self.articles = Articles(pack, packs)
        self.provisions = Provisions(pack)
        self.items = Items(pack, self.grammar)
        self.sessions = Sessions(pack, packs)
        self.groups = WorkingGroups(pack, packs)
        self.dates = Dates(pack)

    def find(
        self, text: str, identity: Identity | None, paragraphs: Sequence[Paragraph] = ()
    ) -> tuple[Mention, ...]:
        """See `find`."""
        view = View(text)
        outline = [
            replace(paragraph, start=start, end=end)
            for paragraph, start, end in view.in_folded(paragraphs)
        ]
        home = Home(identity, self.packs)
        symbols = list(self.symbols.find(view))
        names = settle(
            outside(symbols, self.gazetteer.names(view)), view, self.pack, home, self.packs
        )
        bodies = Named([name for name in names if name.kind == "body"])
        instruments = Named([name for name in names if name.kind in ("instrument", "body")])
        acts = [*symbols, *self.acts.find(view, bodies, home), *self.headed.find(view, bodies)]
        acts.sort(key=lambda act: act.start)
        phrases = self._paragraphs(view, acts)
        articles, used = self.articles.find(view, instruments, phrases, home, outline)
        free = [phrase for phrase in phrases if phrase not in used]
        sessions = list(self.sessions.find(view, bodies, home, outline))
        found: list[Mention] = [
            *(name for name in names if name.target or name.candidates),
            *acts,
            *articles,
            *self.provisions.find(view, free, Named(acts), home, outline),
            *self.items.find(
                view, home, outline, [one for one in sessions if one.kind == "session"], bodies
            ),
            *sessions,
            *self.groups.find(view, home, outline),
            *self.dates.find(view),
            *self._protocols(view, instruments, home),
        ]
        return tuple(view.in_text(mention) for mention in without_overlap(found))

    def _paragraphs(self, view: View, acts: Sequence[Mention]) -> list[Phrase]:
        """The phrases that name paragraphs, of whatever they are."""
        found = find_phrases(view, self.pack.cues("reference_paragraph"), self.grammar)
        ends = frozenset(act.end for act in acts)
        # «подпункт b) пункта 3» has nothing between what it nests, as an Arabic list has not.
        inner_first = nested(view, found, self.pack.word("of"))
        return joined(view, inner_first, self.grammar, ends)

    def _protocols(self, view: View, instruments: Named, home: Home) -> Iterable[Mention]:
        """ "The Protocols thereto": every protocol of the convention named before."""
        for _, match in view.matches(self.pack.cues("reference_protocols")):
            convention = next(
                (
                    name.target.removeprefix("inst:")
                    for name in instruments.before(match.start())
                    if name.target and protocols_of(name.target.removeprefix("inst:"), self.packs)
                ),
                home.instrument,
            )
            for protocol in protocols_of(convention, self.packs):
                yield Mention(
                    "instrument", match.start(), match.end(), "", protocol, rule="all protocols"
                )


@lru_cache(maxsize=16)
def finder(pack: LanguagePack, packs: Packs) -> Finder:
    """The finder of a language, compiled at its first use."""
    return Finder(pack, packs)


def find(
    text: str,
    pack: LanguagePack,
    packs: Packs,
    identity: Identity | None,
    paragraphs: Sequence[Paragraph] = (),
) -> tuple[Mention, ...]:
    """Find every reference in a repaired text.

    `text` is in the language of `pack`; offsets count its code points. With `identity` and
    `paragraphs` the document's own body, session and acts explain short names ("the Conference",
    "paragraph (c) above"); without them, what the text itself does not settle has no target but
    candidates. Mentions come by start; mentions of one kind do not overlap, but for those of one span
    that means several things ("the Protocols thereto").
    """
    return finder(pack, packs).find(text, identity, paragraphs)


def outside(symbols: Sequence[Mention], names: Iterable[Name]) -> list[Name]:
    """The names that are no part of a symbol (the SBI of FCCC/SBI/2016/8)."""
    starts = [symbol.start for symbol in symbols]
    kept = []
    for name in names:
        place = bisect_right(starts, name.start) - 1
        if place < 0 or symbols[place].end <= name.start:
            kept.append(name)
    return kept


def without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions by start, of overlapping ones of a kind only the longest; equal spans may share."""
    kept: list[Mention] = []
    last: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda one: (one.start, one.start - one.end)):
        before = last.get(mention.kind)
        same_span = before and (before.start, before.end) == (mention.start, mention.end)
        if before and mention.start < before.end:
            if same_span and _meant(mention) != _meant(before):
                kept.append(mention)
            continue
        last[mention.kind] = mention
        kept.append(mention)
    return kept


def _meant(mention: Mention) -> tuple[object, ...]:
    """What a mention means: its target, or what stands for it until the calendar is known."""
    return mention.target, (mention.symbolic or {}).get("body")
