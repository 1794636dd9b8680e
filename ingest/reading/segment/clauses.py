"""Clauses of an act that no label opens: told by how they begin, where a text keeps its lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from ingest.packs import LanguagePack
from ingest.reading.segment.enacting import (
    CLAUSE_END,
    LEADING_NUMBER,
    announces,
    formula_end,
    lines_between,
    opens_preamble,
)
from ingest.reading.segment.markers import TERMINAL, FoldedText

NOTE_MARK = 4  # signs: up to three digits behind a comma
QUALIFIERS = 3  # words that may stand before the verb: "also strongly urges"
LONGEST_NUMERAL = 5  # characters of a Roman numeral that stands on a line of its own
LONGEST_HEADING = 220


class Kind(Enum):
    """What a clause is, as its own words tell."""

    FORMULA = "enacting formula"
    PREAMBLE = "preambular"
    ANNOUNCING = "announces what follows"
    OPERATIVE = "operative"
    HEADING = "heading"
    OTHER = "begins as none of them"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in offsets of the folded text; `leads` says that it ends with a colon."""

    kind: Kind
    start: int
    end: int
    leads: bool = False


class Clauses:
    """Takes a stretch of text apart into clauses: joins what was wrapped, tells what each one is."""

    def __init__(self, text: FoldedText, pack: LanguagePack) -> None:
        self.text, self.pack = text, pack

    def between(self, start: int, end: int) -> Iterator[Clause]:
        """The clauses of a stretch, in order."""
        last: Clause | None = None
        for line_start, line_end in lines_between(self.text, start, end):
            cut = last is not None and self._ends(last.end) not in CLAUSE_END
            for clause in self._of_line(line_start, line_end, cut=cut):
                if last and self._goes_on(last, clause):
                    last = self._joined(last, clause)
                    continue
                if last:
                    yield last
                last = clause
        if last:
            yield last

    def _of_line(self, start: int, end: int, *, cut: bool) -> Iterator[Clause]:
        """A line is one clause, but for a formula with the first considerations behind it.

        The name of an organ at the head of a line is none where a clause was `cut` by the line.
        """
        rest = None if cut and self.text.wrapped else formula_end(self.text, self.pack, start, end)
        if rest is not None:
            yield Clause(Kind.FORMULA, start, min(rest, end))
            start = rest
        if start < end:
            yield Clause(self._kind(start, end), start, end, self._ends(end) in (":", "："))

    def _kind(self, start: int, end: int) -> Kind:
        line = self.text.folded[start:end]
        if opens_preamble(self.text, self.pack, start, end) and (
            # a language whose verbs look the same in both parts tells them by their last sign
            self.pack.tenses or line.endswith((",", "،"))
        ):
            return Kind.PREAMBLE
        announced = announces(self.text, self.pack, start, end)
        if announced and (line.endswith(":") or begins_with_verb(line, self.pack)):
            return Kind.ANNOUNCING
        if begins_with_verb(line, self.pack) and not line.endswith((",", "،")):
            return Kind.OPERATIVE
        if line.endswith((":", "：")):
            return Kind.ANNOUNCING
        if len(line) <= LONGEST_HEADING and self._ends(end) not in CLAUSE_END:
            return Kind.HEADING
        return Kind.OTHER

    def _goes_on(self, last: Clause, clause: Clause) -> bool:
        """Whether a clause goes on in the next line: it was cut, or wrapped at a width."""
        if last.kind is Kind.FORMULA or clause.kind is Kind.FORMULA:
            return False
        # Russian writes every clause of a preamble small
        small = self._small(clause) and not self._small(last)
        if self._ends(last.end) not in CLAUSE_END:
            return small or (self.text.wrapped and not self._broken_off(last, clause))
        if not self.text.wrapped or (self._ends(last.end) in TERMINAL and not small):
            return False
        begins = clause.kind in (Kind.PREAMBLE, Kind.OPERATIVE) and not small
        numeral = clause.kind is Kind.HEADING and clause.end - clause.start <= LONGEST_NUMERAL
        return not (begins or numeral)

    def _broken_off(self, last: Clause, clause: Clause) -> bool:
        """Whether a clause begins though the one before ends in no sign: a heading, a lost last sign."""
        if clause.kind not in (Kind.PREAMBLE, Kind.OPERATIVE):
            return False
        start, end = self.text.line_at(last.end - 1)
        return last.kind is Kind.HEADING or end - start < self.text.wide

    def _small(self, clause: Clause) -> bool:
        return self.text.text[self.text.back(clause.start)].islower()

    def _joined(self, last: Clause, clause: Clause) -> Clause:
        whole = replace(last, end=clause.end, leads=clause.leads)
        if last.kind in (Kind.HEADING, Kind.OTHER):
            return replace(whole, kind=self._kind(last.start, clause.end))
        return whole

    def _ends(self, end: int) -> str:
        """The last sign before an end, but for the mark of a footnote ("its eight sessions,1")."""
        last = self.text.folded[max(0, end - NOTE_MARK) : end].rstrip("0123456789*")
        marked = last[-1:] in CLAUSE_END and last[-1:] != "."
        return last[-1:] if marked else self.text.folded[end - 1 : end]


def begins_with_verb(line: str, pack: LanguagePack) -> bool:
    """Whether an operative verb stands first in a line, but for words such as «also», "strongly"."""
    bare = LEADING_NUMBER.match(line)
    opening = " ".join(line[bare.end() if bare else 0 :].split()[: QUALIFIERS + 4])
    for cue in pack.cues("action"):
        match = cue.pattern.search(opening)
        if match and match.lastgroup != "past":
            before = opening[: match.start()]
            if len(before.split()) <= QUALIFIERS and "," not in before:
                return True
    return False
