"""Sessions and meetings: "at its fourth session", "دورة مؤتمر الأطراف الرابعة", "its next session"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model.folding import fold
from ingest.packs import LanguagePack
from ingest.reading.find.context import Home, Named, sentence_end, sentence_start
from ingest.reading.find.view import View
from ingest.records import Mention

# "At its" and the number of the paragraph may stand before a session that opens its sentence.
OPENING = 14
DIGITS = re.compile(r"\d+")

# An organ that no pack knows.
UNKNOWN = Mention("body", 0, 0, "")


class Sessions:
    """Finds sessions and meetings and tells whose they are."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self.order = {
            kind: re.compile(rf"(?:{pack.word(f'{kind}_order').pattern})(?!\w)")
            for kind in ("session", "meeting")
        }
        behind = r"(?!\w)" if pack.whole_words else ""
        self.ordinal = re.compile(rf"(?<!\d)(?:{pack.word('ordinal_number').pattern}){behind}")
        self.through = pack.word("through")
        self.joint = pack.word("joint")
        self.of = pack.word("of")
        self.of_other_organ = pack.word("of_other_organ")
        self.relative = {
            fold(form): meaning
            for meaning, forms in pack.names.get("relative", {}).items()
            for form in forms
        }

    def find(self, view: View, bodies: Named, home: Home) -> Iterator[Mention]:
        """A mention for every session and every meeting of a list."""
        for kind in ("session", "meeting"):
            taken: list[tuple[int, int]] = []
            for _, match in view.matches(self.pack.cues(f"reference_{kind}")):
                # «大会第六十九届会议»: in Chinese the organ stands before, with nothing between
                owner = bodies.by_end.get(match.start()) or bodies.starting(
                    match.end() + 1, slack=2
                )
                if owner is None and (link := self.of.match(view.folded, match.end())):
                    owner = bodies.starting(link.end(), slack=2)
                if owner and self.joint.fullmatch(view.folded, match.end(), owner.start):
                    owner = None  # «сессии и Комиссией»: the next organ of the sentence
                if owner is None and self.of_other_organ.match(view.folded, match.end()):
                    owner = UNKNOWN  # "the ninth session of the World Urban Forum"
                taken.append(match.span())
                yield from self._mentions(view, bodies, home, kind, match, owner, match.start())
            for cue, match in view.matches(self.pack.cues(f"reference_{kind}_of")):
                owner = bodies.starting(match.end() + 1, slack=1)
                if owner is None or any(start <= match.start() < end for start, end in taken):
                    continue
                order = self.order[kind].match(view.folded, owner.end + 1)
                # "The previous sessions of the Conference" are no one session.
                if order and not (cue.value == "sessions" and order.groupdict().get("relative")):
                    yield from self._mentions(view, bodies, home, kind, order, owner, match.start())

    def _mentions(
        self,
        view: View,
        bodies: Named,
        home: Home,
        kind: str,
        match: re.Match[str],
        owner: Mention | None,
        start: int,
    ) -> Iterator[Mention]:
        """The sessions or meetings that `match` counts up; their words begin at `start`."""
        groups = match.groupdict()
        whose, candidates = self._body(view, bodies, home, owner, bool(groups.get("its")), start)
        if groups.get("relative"):
            yield self._relative(kind, home, whose, (start, match.end()), str(groups["relative"]))
            return
        prefix = "ES-" if groups.get("emergency") else "S-" if groups.get("special") else ""
        offset = match.start("ordinals")
        found = [
            (offset + one.start(), offset + one.end(), self._value(one[0]))
            for one in self.ordinal.finditer(str(groups["ordinals"]))
        ]
        numbers = [number for _, _, number in found]
        if kind == "meeting":
            if (
                len(numbers) == 2
                and self.through.search(str(groups["ordinals"]))
                and numbers[0] < numbers[1]
            ):
                numbers = list(range(numbers[0], numbers[1] + 1))
            symbolic = {"body": whose, "session": home.session, "meetings": numbers}
            yield Mention("meeting", start, match.end(), "", symbolic=symbolic, rule="meeting")
            return
        for place, (begin, end, number) in enumerate(found):
            span = (start if place == 0 else begin, match.end() if place == len(found) - 1 else end)
            session = f"{prefix}{number}"
            if whose:
                yield Mention("session", *span, "", f"session:{whose}/{session}", rule="session")
            else:
                ids = tuple(f"session:{body}/{session}" for body in candidates)
                yield Mention("session", *span, "", None, ids, {"session": session}, rule="session")

    def _relative(
        self, kind: str, home: Home, whose: str | None, span: tuple[int, int], printed: str
    ) -> Mention:
        meaning = self.relative.get(printed, "next")
        target = None
        if meaning == "current" and home.session and whose == home.body:
            target = f"session:{home.body}/{home.session}"
        symbolic = {"session": meaning, "body": whose}
        return Mention(
            kind, *span, "", target, symbolic=symbolic, rule="session by its place in time"
        )

    def _value(self, printed: str) -> int:
        if digits := DIGITS.match(printed):
            return int(digits[0])
        return self.pack.ordinals[re.sub(r"\s+", " ", printed)]

    def _body(
        self, view: View, bodies: Named, home: Home, owner: Mention | None, its: bool, position: int
    ) -> tuple[str | None, list[str]]:
        """Whose session: of the organ that is named with it, of the one before «its», else the document's."""
        if owner:
            return _slug(owner), [id.removeprefix("body:") for id in owner.candidates]
        start = sentence_start(view, position)
        near = next(iter(bodies.before(position, start)), None)
        if near is None and its and not home.body:
            # "At its second meeting, the General Assembly decided …"
            opens = position - start <= OPENING
            end = sentence_end(view, position)
            near = next(
                (name for name in bodies.after(position) if opens and name.start < end), None
            )
        if near and (near.target or not home.body) and (its or not home.body):
            return _slug(near), [id.removeprefix("body:") for id in near.candidates]
        return home.body, []


def _slug(mention: Mention) -> str | None:
    return mention.target.removeprefix("body:") if mention.target else None
