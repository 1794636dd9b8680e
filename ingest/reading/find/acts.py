"""Acts: decisions and resolutions by number, singly and in lists, of whichever body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.packs import LanguagePack
from ingest.reading.find.context import Home, Named, sentence_start, word
from ingest.reading.find.lists import ListGrammar
from ingest.reading.find.numbering import ACT_NUMBER, PART, Numbering
from ingest.reading.find.view import View
from ingest.records import Mention

MEMBER = re.compile(rf"(?:{ACT_NUMBER.pattern})|{PART.pattern}", re.VERBOSE)
HAS_PART = re.compile(r"\d ?[A-Z]$")
KINDS = {"decision": "dec", "resolution": "res"}


class Acts:
    """Finds acts by the word before their number and tells whose they are."""

    def __init__(self, pack: LanguagePack, grammar: ListGrammar, numbering: Numbering) -> None:
        self.cues = pack.cues("reference_decision")
        self.of_organ = word(pack, "of_organ")
        self.grammar = grammar
        self.numbering = numbering

    def find(self, view: View, bodies: Named, home: Home) -> Iterator[Mention]:
        """Every act with a number; its span begins at the head for the first of a list."""
        for cue, match in view.matches(self.cues):
            start, position = match.start(), _skip(view, match.end())
            owner = bodies.starting(position, slack=3)
            if owner:
                position = _skip(view, owner.end)
            members = [member for member, _ in self.grammar.members(view.cased, position, MEMBER)]
            if not members or PART.fullmatch(members[0][0]):
                continue
            before = bodies.by_end.get(len(view.folded[:start].rstrip()))
            if owner is None and before:
                owner, start = before, before.start
            after = self.of_organ.match(view.folded, members[-1].end())
            if owner is None and after:
                owner = bodies.starting(after.end(), slack=3)
            its = bool(match.groupdict().get("its"))
            number = ""
            for place, member in enumerate(members):
                if PART.fullmatch(member[0]):
                    if not HAS_PART.search(number):
                        break
                    number = re.sub(r"\s?[A-Z]$", "", number) + " " + member[0]
                else:
                    number = member[0]
                begin = start if place == 0 else member.start()
                yield self._mention(
                    view, bodies, home, owner, its, KINDS[cue.value], number, (begin, member.end())
                )

    def _mention(
        self,
        view: View,
        bodies: Named,
        home: Home,
        owner: Mention | None,
        its: bool,
        act: str,
        number: str,
        span: tuple[int, int],
    ) -> Mention:
        candidates = self._ids(view, bodies, home, owner, its, act, number, span[0])
        if len(candidates) == 1:
            return Mention("decision", *span, "", candidates[0], rule="number of an act")
        properties = {"act": act, "number": number}
        return Mention(
            "decision",
            *span,
            "",
            None,
            tuple(candidates),
            properties=properties,
            rule="number of an act",
        )

    def _ids(
        self,
        view: View,
        bodies: Named,
        home: Home,
        owner: Mention | None,
        its: bool,
        act: str,
        number: str,
        position: int,
    ) -> list[str]:
        """Whose act it is: of the organ named with it; by «its», of the one named last in the sentence;
        else the document's own; else by the form of its number."""
        if owner and (ids := self.numbering.ids(act, number, _slugs(owner))):
            return ids
        start = sentence_start(view, position) if home.body else 0
        near = [
            ids
            for mention in bodies.before(position, start)
            if (ids := self.numbering.ids(act, number, _slugs(mention)))
        ]
        own = self.numbering.ids(act, number, [home.body]) if home.body else []
        everywhere = self.numbering.ids(act, number)
        telling = [id for id in everywhere if self.numbering.tells(id, number)]
        orders = [near[:1], [own]] if its else [[own], near[:1]]
        for order in (*orders, [telling if len(telling) == 1 else []]):
            for ids in order:
                if len(ids) == 1:
                    return ids
        return everywhere


def _slugs(mention: Mention) -> list[str]:
    ids = [mention.target] if mention.target else list(mention.candidates)
    return [id.removeprefix("body:") for id in ids if id]


def _skip(view: View, position: int) -> int:
    while position < len(view.folded) and view.folded[position] == " ":
        position += 1
    return position
