"""Whose session or meeting it is: of the organ named with it, the one that "its" means, the document's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.packs import LanguagePack
from ingest.reading.find.context import Home, Named, sentence_end, sentence_start
from ingest.reading.find.view import View
from ingest.records import Mention, Paragraph

# "At its" and the number of the paragraph may stand before a session that opens its sentence.
OPENING = 14
# An organ that speaks at its twenty-second session plans for a few to come, not for its forty-sixth.
FAR = 12
# Between an organ and its session there is no more than "the SBI, at", when its name stands right before.
NEXT_TO = 8


@dataclass(frozen=True, slots=True)
class Whose:
    """The bodies whose session is meant: several where each has its own ("their forty-sixth sessions").

    `candidates` are what a short name may mean that its text does not settle; neither is given where an
    organ is named that no pack knows.
    """

    bodies: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


class Owners:
    """Tells whose a session is, by the grammar of one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self.joint = pack.word("joint")
        self.aside = re.compile(r"\s*\([^()]{3,60}\)(?=\s)")
        self.of = pack.word("of")
        self.of_other_organ = pack.word("of_other_organ")
        joined = rf"(?:{self.joint.pattern})\s*(?:{pack.word('of_each').pattern})?"
        self.joined = re.compile(joined)
        self.genitive = re.compile(rf"(?:{pack.word('genitive').pattern})\Z")
        self.genitive_behind = pack.word("genitive_behind")
        self.to_speaker = pack.word("to_speaker")
        self.the_latter = pack.word("the_latter")

    def named(
        self, view: View, bodies: Named, start: int, end: int, *, each: bool = False
    ) -> Whose | None:
        """The organ that stands with the words of a session, or None where none does.

        With `each` they speak of several, of which each has its own.
        """
        if aside := self.aside.match(
            view.folded, end
        ):  # "the fiftieth session (June 2019) of the SBI"
            end = aside.end()
        # «大会第六十九届会议»: in Chinese the organ stands before, with nothing between
        owner = bodies.by_end.get(start) or bodies.starting(end + 1, slack=2)
        if owner is None and (link := self.of.match(view.folded, end)):
            owner = bodies.starting(link.end(), slack=2)
        if owner and self.joint.fullmatch(view.folded, end, owner.start):
            owner = None  # «сессии и Комиссией»: the next organ of the sentence
        if owner:
            return whose(self.coordinated(view, bodies.since(owner.start), each=each))
        # "The ninth session of the World Urban Forum": no pack knows that organ.
        return Whose() if self.of_other_organ.match(view.folded, end) else None

    def implied(
        self,
        view: View,
        bodies: Named,
        home: Home,
        position: int,
        outline: Sequence[Paragraph],
        groups: Mapping[str, str | None],
        number: int = 0,
    ) -> Whose:
        """Whose session it is where no organ stands with it: what "its" points back to, or the document's.

        `number` is that of the session, where it has one.
        """
        its = bool(groups.get("its"))
        start = sentence_start(view, position)
        own = Whose((home.body,)) if home.body else Whose()
        if home.session and home.session.isdigit() and number - int(home.session) > FAR:
            near = [name for name in bodies.before(position, start) if name.target != home.id]
            own = whose(self.coordinated(view, near, each=False)) if near else own
        if home.body and not its:
            return own
        their = bool(groups.get("their"))
        last = next(iter(bodies.before(position, start)), None)
        if last and its and self.to_speaker.search(view.folded, last.end, position):
            return own  # "prie le Secrétaire général de lui faire rapport à sa … session"
        if last and self.the_latter.search(view.folded, last.end, position):
            return whose([last])
        if last and its and not last.target and position - last.end <= NEXT_TO:
            return whose(
                [last]
            )  # "Requests the Committee, at its …": one that the text does not settle
        before = self._possessors(view, bodies, home, start, position, their=their)
        if not before and home.body:
            before = self._chapeau(view, bodies, home, position, outline)
        if not before and its and not home.body and position - start <= OPENING:
            # "At its second meeting, the General Assembly decided …"
            end = sentence_end(view, position)
            before = [name for name in bodies.after(position) if name.start < end][:1]
        if before:
            each = their or bool(groups.get("several") and not its)
            return whose(self.coordinated(view, before, each=each)[::-1])
        return own

    def _possessors(
        self, view: View, bodies: Named, home: Home, start: int, end: int, *, their: bool = False
    ) -> list[Mention]:
        """The organs between two places that may possess what follows, the nearest first.

        The report *of the Board*, or its review, has no session («总务委员会的建议»): an organ in the
        genitive counts only right before "at its", or where "their" tells that it is several. One that
        no pack knows possesses nothing in a document of a known body.
        """
        near = list(bodies.before(end, start))
        for place, name in enumerate(near):
            known = name.target or not home.body
            close = their or end - name.end <= NEXT_TO
            if known and (close or not self._in_genitive(view, start, name)):
                return near[place:]
        return []

    def _in_genitive(self, view: View, start: int, name: Mention) -> bool:
        before = self.genitive.search(view.folded, start, name.start)
        return bool(before or self.genitive_behind.match(view.folded, name.end))

    def _chapeau(
        self, view: View, bodies: Named, home: Home, position: int, outline: Sequence[Paragraph]
    ) -> list[Mention]:
        """The organs of the words above a point: "Requests the Committee: … (b) To report at its …"."""
        here = next((one for one in outline if one.start <= position < one.end and one.node), None)
        above = here.node.rpartition(".")[0] if here and here.node and "#" in here.node else ""
        parent = next((one for one in outline if above and one.node == above), None)
        if parent is None:
            return []
        return self._possessors(view, bodies, home, parent.content, parent.end)

    def coordinated(self, view: View, names: Sequence[Mention], *, each: bool) -> list[Mention]:
        """The first of several names and what is meant with it.

        That is all that the same words call ("the subsidiary bodies") and, where `each` has its own,
        what is joined to it: "the SBI and the SBSTA".
        """
        taken = list(names[:1])
        for one, other in pairwise(names):
            first, last = sorted((one, other), key=lambda name: name.start)
            same = (one.start, one.end) == (other.start, other.end)
            if not same and not (
                each and self.joined.fullmatch(view.folded, first.end, last.start)
            ):
                break
            taken.append(other)
        return taken


def whose(names: Sequence[Mention]) -> Whose:
    """The bodies that names mean."""
    bodies = tuple(name.target.removeprefix("body:") for name in names if name.target)
    candidates = tuple(id.removeprefix("body:") for name in names for id in name.candidates)
    return Whose(tuple(dict.fromkeys(bodies)), () if bodies else candidates)
