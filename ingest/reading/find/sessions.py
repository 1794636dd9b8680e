"""Sessions and meetings: "at its fourth session", "دورة المؤتمر الرابعة", "SBI 46", "its next session"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.model.folding import fold
from ingest.packs import LanguagePack, Packs
from ingest.reading.find.context import Home, Named
from ingest.reading.find.owners import Owners, Whose, whose
from ingest.reading.find.scheduled import ScheduledSessions
from ingest.reading.find.view import HAN, View
from ingest.records import Mention, Paragraph

DIGITS = re.compile(r"\d+")
# "COP 24", "SBI 46", "CMA 1.3" (the third part of its first session); no decision "1/CP.24", no "CMP 3/12".
ABBREVIATED = re.compile(
    rf"[ -]?(?P<number>\d{{1,3}})(?:\.(?P<part>\d))?(?![^\W{HAN}]|[/(]|[.,–-]\d)"
)
LONGEST_ABBREVIATION = 6

# How near to its sessions "respectively" stands.
RESPECTIVE = 20


class Sessions:
    """Finds sessions and meetings and tells whose they are."""

    def __init__(self, pack: LanguagePack, packs: Packs) -> None:
        self.pack = pack
        self.owners = Owners(pack)
        self.scheduled = ScheduledSessions(pack, self.owners)
        self.order = {
            kind: re.compile(rf"(?:{pack.word(f'{kind}_order').pattern})(?!\w)")
            for kind in ("session", "meeting")
        }
        behind = r"(?!\w)" if pack.whole_words else ""
        ordinal = pack.word("ordinal_number").pattern
        self.ordinal = re.compile(rf"(?<!\d)(?:{ordinal}|\d+){behind}")
        self.through = pack.word("through")
        self.respectively = pack.word("respectively")
        self.relative = {
            fold(form): meaning
            for meaning, forms in pack.names.get("relative", {}).items()
            for form in forms
        }
        # Organs whose sessions are called by their year or are numbered meetings, and those that have none.
        self.by_year, self.by_meeting, self.without = (
            {row["slug"] for row in packs.rows("organ") if row.get("sessions") == habit}
            for habit in ("years", "meetings", "none")
        )

    def find(
        self, view: View, bodies: Named, home: Home, outline: Sequence[Paragraph] = ()
    ) -> Iterator[Mention]:
        """A mention for every session and every meeting of a list."""
        without = {f"body:{slug}" for slug in self.without}
        holders = Named([name for name in bodies.mentions if name.target not in without])
        found = list(self._abbreviated(view, holders))
        for kind, organs in (("session", holders), ("meeting", bodies)):
            found += self._counted(kind, view, organs, home, outline)
        numbered = [one for one in found if one.target and one.kind == "session"]
        return iter([*found, *self.scheduled.find(view, holders, home, outline, numbered)])

    def _counted(
        self, kind: str, view: View, bodies: Named, home: Home, outline: Sequence[Paragraph]
    ) -> Iterator[Mention]:
        """What is called by its number or its place in time, also where the organ stands in between."""
        taken: list[tuple[int, int]] = []
        for _, match in view.matches(self.pack.cues(f"reference_{kind}")):
            groups = match.groupdict()
            each = bool(groups.get("several"))
            owned = self.owners.named(view, bodies, match.start(), match.end(), each=each)
            taken.append(match.span())
            if owned is None:
                numbers = self._numbers(match) if kind == "session" else []
                number = numbers[0][2] if numbers else 0
                owned = self.owners.implied(
                    view, bodies, home, match.start(), outline, groups, number
                )
            if self._one_each(view, match, owned):
                yield from self._one_of_each(match, owned)
                continue
            yield from self._mentions(home, kind, match, owned, match.start())
        for cue, match in view.matches(self.pack.cues(f"reference_{kind}_of")):
            owner = bodies.starting(match.end() + 1, slack=1)
            if owner is None or any(start <= match.start() < end for start, end in taken):
                continue
            order = self.order[kind].match(view.folded, owner.end + 1)
            # "The previous sessions of the Conference" are no one session.
            if order and not (cue.value == "sessions" and order.groupdict().get("relative")):
                each = cue.value == "sessions"
                named = self.owners.coordinated(view, bodies.since(owner.start), each=each)
                yield from self._mentions(home, kind, order, whose(named), match.start())

    def _one_each(self, view: View, match: re.Match[str], owned: Whose) -> bool:
        """Whether several organs have one session each: "their fifty-seventh and twenty-third sessions,
        respectively"."""
        close = max(0, match.start() - RESPECTIVE), match.end() + RESPECTIVE
        return len(owned.bodies) == len(self._numbers(match)) > 1 and bool(
            self.respectively.search(view.folded, *close)
        )

    def _one_of_each(self, match: re.Match[str], owned: Whose) -> Iterator[Mention]:
        for (start, end, number), body in zip(self._numbers(match), owned.bodies, strict=True):
            yield Mention("session", start, end, "", f"session:{body}/{number}", rule="session")

    def _abbreviated(self, view: View, bodies: Named) -> Iterator[Mention]:
        """Sessions that follow the abbreviation of their body: "COP 24", "SBI 46"."""
        for name in bodies.mentions:
            if name.end - name.start > LONGEST_ABBREVIATION or not (
                name.target and view.cased[name.start : name.end].isupper()
            ):
                continue
            if match := ABBREVIATED.match(view.folded, name.end):
                yield Mention(
                    "session",
                    name.start,
                    match.end(),
                    "",
                    f"session:{name.target.removeprefix('body:')}/{match['number']}",
                    properties=_part(match["part"]),
                    rule="session",
                )

    def _mentions(
        self, home: Home, kind: str, match: re.Match[str], owned: Whose, start: int
    ) -> Iterator[Mention]:
        """The sessions or meetings that `match` counts up; their words begin at `start`."""
        groups = match.groupdict()
        if kind == "meeting" and self.by_meeting.intersection(owned.bodies):
            kind = "session"
        if groups.get("relative"):
            # "Its subsequent sessions" are all that follow.
            if not groups.get("several") or len(owned.bodies) > 1:
                meaning = self.relative.get(str(groups["relative"]), "next")
                yield from self._relative(kind, home, owned, (start, match.end()), meaning)
        elif groups.get("year"):
            if groups.get("special") or groups.get("emergency"):
                return  # "the special session in 2016": of its own number
            yield from self._of_year(owned, (start, match.end()), str(groups["year"]))
        elif kind == "meeting":
            numbers = [number for _, _, number in self._numbers(match)]
            body = next(iter(owned.bodies), None)
            symbolic = {"body": body, "session": home.session, "meetings": numbers}
            yield Mention("meeting", start, match.end(), "", symbolic=symbolic, rule="meeting")
        else:
            yield from self._numbered(match, owned, start)

    def _numbered(self, match: re.Match[str], owned: Whose, start: int) -> Iterator[Mention]:
        groups = match.groupdict()
        prefix = "ES-" if groups.get("emergency") else "S-" if groups.get("special") else ""
        part = groups.get("part")
        number_of_part = self.pack.ordinals.get(part, part) if part else None
        found = self._numbers(match)
        for begin, end, number in found:
            span = (
                start if begin == found[0][0] else begin,
                match.end() if end == found[-1][1] else end,
            )
            session = f"{prefix}{number}"
            properties = _part(number_of_part)
            for body in owned.bodies:
                target = f"session:{body}/{session}"
                yield Mention("session", *span, "", target, properties=properties, rule="session")
            if not owned.bodies:
                ids = tuple(f"session:{body}/{session}" for body in owned.candidates)
                yield Mention(
                    "session", *span, "", None, ids, {"session": session}, properties, "session"
                )

    def _numbers(self, match: re.Match[str]) -> list[tuple[int, int, int]]:
        """The numbers of a list with their places; those between the ends of a range stand at its end."""
        printed = match.groupdict().get("ordinals")
        if not printed:
            return []
        offset = match.start("ordinals")
        found = [
            (offset + one.start(), offset + one.end(), self._value(one[0]))
            for one in self.ordinal.finditer(printed)
        ]
        if len(found) == 2 and self.through.search(printed):
            (_, _, first), (begin, end, last) = found
            found[1:1] = [(begin, end, number) for number in range(first + 1, last)]
        return found

    def _relative(
        self, kind: str, home: Home, owned: Whose, span: tuple[int, int], meaning: str
    ) -> Iterator[Mention]:
        for body in owned.bodies or (None,):
            target = None
            if meaning == "current" and home.session and body == home.body:
                target = f"session:{home.body}/{home.session}"
            symbolic = {"session": meaning, "body": body}
            yield Mention(
                kind, *span, "", target, symbolic=symbolic, rule="session by its place in time"
            )

    def _of_year(self, owned: Whose, span: tuple[int, int], year: str) -> Iterator[Mention]:
        """The session of a year: its name where the organ calls sessions so, else what the calendar says."""
        for body in owned.bodies or (None,):
            target = f"session:{body}/{year}" if body in self.by_year else None
            symbolic: Mapping[str, Any] = {"session": "of", "body": body, "in": year}
            yield Mention(
                "session", *span, "", target, symbolic=symbolic, rule="session by its year"
            )

    def _value(self, printed: str) -> int:
        if digits := DIGITS.match(printed):
            return int(digits[0])
        return self.pack.ordinals[re.sub(r"\s+", " ", printed)]


def _part(part: object) -> Mapping[str, Any]:
    """Which part of a session is meant; all its parts are one session."""
    return {"part": str(part)} if part else {}
