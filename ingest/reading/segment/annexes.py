"""The annexes of one act, and what the labels of their paragraphs begin with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.packs import LanguagePack
from ingest.reading.segment.markers import letter_value, roman_value


@dataclass(frozen=True, slots=True)
class Annexes:
    """The annexes and appendices met so far in an act, by name: "annex", "annex-2".

    An annex that prints a number has it in its name. One that prints none, or a number that is taken
    (an appendix beside the annexes), has the next free one; the first of an act then has none.
    """

    names: tuple[str, ...] = ()

    @property
    def last(self) -> str:
        """The annex that is open."""
        return self.names[-1] if self.names else "annex"

    def begun(self, name: str) -> Annexes:
        """With one more annex."""
        return replace(self, names=(*self.names, name))

    def named(self, printed: str | None, pack: LanguagePack) -> str:
        """The name of the annex whose heading prints a number ("ii", «الثاني», "二"), or None."""
        number = _number(printed.strip(), pack) if printed else None
        name = f"annex-{number}" if number else "annex"
        return name if name not in self.names and (number or not self.names) else self.next_name

    @property
    def next_name(self) -> str:
        """The name of an annex that prints no number of its own."""
        if not self.names:
            return "annex"
        number = len(self.names) + 1
        while f"annex-{number}" in self.names:
            number += 1
        return f"annex-{number}"


def _number(printed: str, pack: LanguagePack) -> int | None:
    if printed.isdecimal():
        return int(printed)
    return (
        pack.ordinals.get(printed)
        or pack.numerals.get(printed)
        or roman_value(printed)
        or letter_value(printed, pack)
    )
