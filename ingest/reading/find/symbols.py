"""Symbols: documents, and acts that are named by their symbol (A/RES/55/25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.packs import Packs
from ingest.reading.find.lists import ListGrammar
from ingest.reading.find.numbering import Scheme
from ingest.reading.find.view import View
from ingest.records import Mention

SUFFIXES = "Add|ADD|Corr|CORR|Rev|REV|Amend|Summary"
MIXED = "Inf|Misc"  # series that some bodies print in small letters: ECE/HBP/2021/Inf. 4
SERIES = "L|CRP|INF|WP|NGO|MISC|PV|SR"
# A hyphen before another series parts two symbols of one document: A/55/305-S/2000/809.
COMPONENT = (
    rf"(?:(?:{SUFFIXES}|{MIXED})\.?\s?\d+|(?:R(?:es|ES)|D(?:ec|EC))\.\d+"
    r"|[A-Z0-9]+(?:\.[A-Z0-9]+|-(?![A-Z]{1,5}[/.])[A-Z0-9]+)*)"
)
# An ending is parted by a stroke; misprinted, by a full stop ("63.Add.2"), or white space stands beside
# or for the stroke ("63/ Add.1", "63 Add.1", a line that breaks there).
ENDING = rf"(?:{SUFFIXES})\.\s?\d"
SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/.@:_])(?:(?<=\d[-–])|(?<![-–]))[A-Z]{1,6}"
    rf"(?:(?:/|\s?[/.\s]\s?(?={ENDING})){COMPONENT}(?:-\d+(?![\w/]))?(?:\([A-Z]+\))?)+"
    r"(?:\s?\((?:Sect|Part|Vol|Prog|Plan)\.?[^()]{0,20}\))?"
    r"(?![A-Za-z0-9])"
)
CONTINUATION = re.compile(
    rf"(?P<type>{SUFFIXES}|{SERIES})\.\s?(?P<first>\d+)(?:\s?[-–]\s?(?P<last>\d+)(?!\d))?"
    rf"(?P<rest>(?:/(?:{SUFFIXES})\.\d+)*)(?![A-Za-z0-9/])"
)
BARE_NUMBER = re.compile(
    r"(?P<first>\d{1,2})(?=\s*(?:[),;:\]،؛]|\.\s|\.?$|(?:,\s*)?(?:and|و)\s*\d{1,2}\s*[),;.]))"
)
RANGE = re.compile(rf"/(?P<type>{SUFFIXES})\.(?P<first>\d+)-(?P<last>\d+)$")
WEB_ADDRESS = re.compile(r"(?:https?:|www\.)\S*$", re.IGNORECASE)
ENDINGS = re.compile(rf"/(?:{SUFFIXES})\.?\s?\d+$")
LONGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class Family:
    """A series of documents that the packs know: "CTOC/COP", and whose it is."""

    name: str
    body: str | None


class Symbols:
    """Finds symbols; knows the series and the acts that the packs declare."""

    def __init__(self, packs: Packs, grammar: ListGrammar) -> None:
        self.grammar = grammar
        self.families = {
            row["family"]: Family(row["family"], row.get("body")) for row in packs.rows("symbol")
        }
        self.acts = tuple(
            Scheme(row["body"], row["act"], re.compile(row["pattern"]), row["id"], named=False)
            for row in packs.rows("symbol")
            if "pattern" in row
        )

    def find(self, view: View) -> Iterator[Mention]:
        """Every symbol, and what continues it: "L.1, Add.1 to Add.3" are four documents."""
        for match in SYMBOL.finditer(view.cased):
            if WEB_ADDRESS.search(view.cased, max(0, match.start() - 200), match.start()):
                continue
            if act := self._act_at(view, match.start()):
                yield act
                continue
            printed = match[0]
            if not self.is_symbol(printed):
                continue
            yield from self._document(match.start(), match.end(), printed)
            yield from self._continued(view, match.end(), printed)

    def _act_at(self, view: View, start: int) -> Mention | None:
        for scheme in self.acts:
            match = scheme.pattern.match(view.cased, start)
            if match and not re.match(
                r"[/\w]", view.cased[match.end() : match.end() + 1], re.ASCII
            ):
                id = scheme.id_of(match[0])
                return Mention("decision", start, match.end(), "", id, rule="act by its symbol")
        return None

    def is_symbol(self, printed: str) -> bool:
        """Whether it is a symbol and not "HIV/AIDS", "UNODC/OSCE" or a fraction."""
        first, *rest = printed.split("/")
        if not any(letter.isdigit() for part in rest for letter in part):
            return False
        if self.family_of(printed):
            return len(rest) > 1 or len(re.sub(r"\D", "", rest[0])) >= 3 or not rest[0][0].isdigit()
        return len(rest) > 1 and len(first) > 1

    def family_of(self, symbol: str) -> Family | None:
        """The longest known series to which a symbol belongs."""
        parts = re.split(r"(?=[/.])", symbol)
        for length in range(len(parts), 0, -1):
            if family := self.families.get("".join(parts[:length])):
                return family
        return None

    def _document(self, start: int, end: int, printed: str) -> Iterator[Mention]:
        if ends := RANGE.search(printed):
            stem = printed[: ends.start()]
            first, last = int(ends["first"]), int(ends["last"])
            if 0 < last - first <= LONGEST_RANGE:
                for number in range(first, last + 1):
                    yield self._mention(start, end, f"{stem}/{ends['type']}.{number}")
                return
        yield self._mention(start, end, printed)

    def _mention(self, start: int, end: int, printed: str) -> Mention:
        symbol = normal_symbol(printed)
        if not self.family_of(symbol) and (meant := self._near_miss(symbol)):
            marks = {"suspect": True, "printed": symbol}
            return Mention(
                "document",
                start,
                end,
                "",
                f"doc:{meant}",
                properties=marks,
                rule="near-miss symbol",
            )
        return Mention("document", start, end, "", f"doc:{symbol}", rule="symbol")

    def _near_miss(self, symbol: str) -> str | None:
        """The symbol meant by one whose series is a letter away from a known one (CTOP/COP)."""
        for family in self.families:
            length = family.count("/") + 1
            head = "/".join(symbol.split("/")[:length])
            if length > 1 and len(family) > 5 and one_slip_apart(head, family):
                return f"{family}{symbol[len(head) :]}"
        return None

    def _continued(self, view: View, position: int, printed: str) -> Iterator[Mention]:
        stem = normal_symbol(printed)
        type_, number = "", 0
        if last := re.search(rf"/(?P<type>{SUFFIXES}|{SERIES})\.(?P<number>\d+)$", stem):
            type_, number = last["type"], int(last["number"])
        while True:
            through = self.grammar.through.match(view.folded, position)
            joint = None if through else self.grammar.joint.match(view.folded, position)
            step = through or joint
            match = CONTINUATION.match(view.cased, step.end()) if step else None
            bare = None
            if step and match is None and type_ in SUFFIXES.split("|"):
                match = bare = BARE_NUMBER.match(view.cased, step.end())
            if step is None or match is None:
                return
            kind = type_ if bare else match["type"]
            base = self._base(stem, kind)
            first = int(match["first"])
            last_number = first if bare else int(match["last"] or first)
            if through and kind == type_ and 0 < first - number <= LONGEST_RANGE:
                first = number + 1
            if last_number - first > LONGEST_RANGE:
                return
            rest = "" if bare else match["rest"]
            for one in range(first, last_number + 1):
                yield self._mention(match.start(), match.end(), f"{base}/{kind}.{one}{rest}")
            type_, number, position = kind, last_number, match.end()
            if kind in SERIES.split("|"):
                stem = f"{base}/{kind}.{last_number}"

    def _base(self, stem: str, kind: str) -> str:
        """What a continuation continues: the stem without its own ending of the same type."""
        base = re.sub(rf"/{kind}\.?\d+$", "", stem)
        if kind in SERIES.split("|"):
            while ENDINGS.search(base):
                base = ENDINGS.sub("", base)
            base = re.sub(rf"/{kind}\.\d+$", "", base)
        return base


def normal_symbol(printed: str) -> str:
    """A symbol as it is registered: no spaces inside ("Add. 1"), endings not in capitals (REV.1).

    A full stop or white space for the stroke before an ending is a misprint (ECE/MP.WAT/63.Add.2).
    """
    closed = re.sub(r"(?<=\w)\s+\(", " (", re.sub(r"\.\s+", ".", printed))
    closed = re.sub(rf"\s?[/.\s]\s?(?={ENDING})", "/", closed)
    return re.sub(r"/(ADD|CORR|REV)\.", lambda ending: f"/{ending[1].capitalize()}.", closed)


def one_slip_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter put, left out, changed, or by two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
