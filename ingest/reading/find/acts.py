"""Acts: decisions and resolutions by number, singly and in lists, of whichever body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.packs import LanguagePack
from ingest.reading.find.context import Home, Named, sentence_start
from ingest.reading.find.lists import LONGEST_RANGE, ListGrammar
from ingest.reading.find.numbering import PART, Numbering
from ingest.reading.find.phrases import head_behind
from ingest.reading.find.view import View
from ingest.records import Mention

HAS_PART = re.compile(r"\d ?[A-Z]$")
KINDS = {"decision": "dec", "resolution": "res"}
# The number that counts up in "2/CMP.7 to 4/CMP.7" and in "55/25 to 55/28".
COUNTING = re.compile(r"^(?P<before>\d+/)?(?P<count>\d+)(?P<behind>/[A-Z].*)?$")


@dataclass(frozen=True, slots=True)
class Printed:
    """One number as printed: of what kind of act, whose as far as the phrase says, where.

    `head` is where its list begins, `place` where the number itself stands.
    """

    act: str
    number: str
    owner: Mention | None
    its: bool
    head: int
    place: int
    start: int
    end: int


class Acts:
    """Finds acts by the word before their number and tells whose they are."""

    def __init__(self, pack: LanguagePack, grammar: ListGrammar, numbering: Numbering) -> None:
        self.cues = pack.cues("reference_decision")
        self.of_organ = pack.word("of_organ")
        self.grammar = grammar
        self.numbering = numbering
        self.member = re.compile(rf"(?:{numbering.number.pattern})|{PART.pattern}", re.VERBOSE)

    def find(self, view: View, bodies: Named, home: Home) -> list[Mention]:
        """Every act with a number; its span begins at the head for the first of a list."""
        printed = _in_longest_list(self._printed(view, bodies))
        owners = {one.owner.start for one in printed if one.owner}
        mentions = [self._mention(one, view, bodies, home, owners) for one in printed]
        taken = {(mention.end) for mention in mentions}
        for match in self.numbering.unmistakable.finditer(view.cased):
            # In a table of contents the numbers stand alone: "1/CP.19  Further advancing …".
            if match.end() not in taken:
                ids = self.numbering.ids("dec", match[0])
                if len(ids) == 1:
                    mentions.append(
                        Mention("decision", *match.span(), "", ids[0], rule="form of a number")
                    )
        return sorted(mentions, key=lambda mention: mention.start)

    def _printed(self, view: View, bodies: Named) -> Iterator[Printed]:
        for cue, match in view.matches(self.cues):
            start, position = match.start(), _skip(view, match.end())
            owner = bodies.starting(position, slack=3)
            between = self.of_organ.match(view.folded, match.end())
            if owner is None and between:
                # «resoluciones del Consejo de Seguridad 1267 (1999) y 1989 (2011)»
                owner = bodies.starting(between.end(), slack=3)
            if owner:
                position = _skip(view, owner.end)
            members = list(self.grammar.members(view, position, self.member))
            if not members or PART.fullmatch(members[0][0][0]):
                continue
            before = bodies.by_end.get(len(view.folded[:start].rstrip()))
            if owner is None and before:
                owner, start = before, before.start
            after = self.of_organ.match(view.folded, self._past_date(view, members[-1][0].end()))
            if owner is None and after:
                owner = bodies.starting(after.end(), slack=3)
            its = bool(match.groupdict().get("its"))
            last = Printed(KINDS[cue.value], "", owner, its, start, start, start, start)
            for count, (member, through) in enumerate(members, start=1):
                number = member[0]
                if PART.fullmatch(number):
                    if not HAS_PART.search(last.number):
                        break
                    number = re.sub(r"\s?[A-Z]$", "", last.number) + " " + number
                begin = member.start() if last.number else start
                one = replace(
                    last, number=number, place=member.start(), start=begin, end=member.end()
                )
                if count == len(members):
                    one = replace(one, end=max(one.end, head_behind(match)))
                if through:
                    yield from (
                        replace(one, number=between) for between in _between(last.number, number)
                    )
                yield one
                last = one

    def _past_date(self, view: View, end: int) -> int:
        """Behind the date of an act: "resolution 5/5 of 22 October 2010 of the Conference …"."""
        aside = self.grammar.aside.match(view.folded, end)
        return aside.end() if aside else end

    def _mention(
        self, printed: Printed, view: View, bodies: Named, home: Home, owners: set[int]
    ) -> Mention:
        ids = self._ids(printed, view, bodies, home, owners)
        span = (printed.start, printed.end)
        if len(ids) == 1:
            return Mention("decision", *span, "", ids[0], rule="number of an act")
        marks = {"act": printed.act, "number": printed.number}
        return Mention(
            "decision", *span, "", None, tuple(ids), properties=marks, rule="number of an act"
        )

    def _ids(
        self, printed: Printed, view: View, bodies: Named, home: Home, owners: set[int]
    ) -> list[str]:
        """Whose act it is.

        Of the organ named with it; by "its", of the one named last in the sentence; else the
        document's own; else what the form of the number tells. `owners` are the places of organs
        that only say whose other acts are: in "Recalling Human Rights Council resolution 24/33 and
        its resolution 69/170" it is the organ that speaks that recalls its own.
        """
        act, number = printed.act, printed.number
        if printed.owner and (ids := self.numbering.ids(act, number, _slugs(printed.owner))):
            return ids
        start = sentence_start(view, printed.start) if home.body else 0
        near = [
            ids
            for mention in bodies.before(printed.start, start)
            if not (printed.its and home.body and mention.start in owners)
            and (ids := self.numbering.ids(act, number, _slugs(mention)))
        ]
        own = self.numbering.ids(act, number, [home.body]) if home.body else []
        everywhere = self.numbering.ids(act, number)
        telling = [id for id in everywhere if self.numbering.tells(id, number)]
        for ids in (*([*near[:1], own] if printed.its else [own, *near[:1]]), telling):
            if len(ids) == 1:
                return ids
        return everywhere


def _in_longest_list(found: Iterable[Printed]) -> list[Printed]:
    """The numbers, each as a member of the list that begins first.

    In «理事会第1/2号、2018年3月22日第3/4号决议» the second number also reads as the head of a list.
    """
    printed = list(found)
    heads: dict[int, int] = {}
    for one in printed:
        heads[one.place] = min(one.head, heads.get(one.place, one.head))
    return [one for one in printed if one.head == heads[one.place]]


def _between(first: str, last: str) -> list[str]:
    """The numbers between the ends of a range that count up by one."""
    low, high = COUNTING.match(first), COUNTING.match(last)
    if not low or not high or (low["before"], low["behind"]) != (high["before"], high["behind"]):
        return []
    if not 0 < int(high["count"]) - int(low["count"]) <= LONGEST_RANGE:
        return []
    return [
        f"{low['before'] or ''}{count}{low['behind'] or ''}"
        for count in range(int(low["count"]) + 1, int(high["count"]))
    ]


def _slugs(mention: Mention) -> list[str]:
    ids = [mention.target] if mention.target else list(mention.candidates)
    return [id.removeprefix("body:") for id in ids if id]


def _skip(view: View, position: int) -> int:
    while position < len(view.folded) and view.folded[position] == " ":
        position += 1
    return position
