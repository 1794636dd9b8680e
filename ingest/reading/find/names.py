"""Names: bodies, instruments, States and organisations by the names that the packs give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from babel import Locale

from graph.model.folding import fold
from ingest.packs import LanguagePack, Packs
from ingest.reading.find.view import WORD, View

# The words of one name may be parted by commas and brackets: "Iran (Islamic Republic of)", or by a dash
# that some files write as two hyphens («государства -- участники»); Chinese characters by nothing.
GAP = re.compile(r"[\s,،、()《》'’–—.-]{0,4}")
# Tables of the packs that give names, the kind of what is named, and how its id begins.
TABLES = (
    ("organ", "body", "body:"),
    ("instrument", "instrument", "inst:"),
    ("actor", "actor", "actor:"),
)
# The CMP of 4/CMP.9 and the SC of 1/SC.2 name no body.
PART_OF_NUMBER = re.compile(r"\d/$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: its words in all their forms, whether it begins with a capital, and what bears it.

    `settled` is false for a short name ("the Convention") that only its context explains; `together`
    are the members of what one name calls ("the subsidiary bodies").
    """

    words: tuple[frozenset[str], ...]
    capital: bool
    kind: str
    id: str
    settled: bool
    only_after: re.Pattern[str] | None = None
    together: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: its bounds in the folded text and all that may be meant by it.

    With `together` all of it is meant, in documents of the same family.
    """

    start: int
    end: int
    kind: str
    ids: tuple[str, ...]
    settled: bool
    together: bool = False


class Gazetteer:
    """All names of one language, looked up word by word, the longest first."""

    def __init__(self, pack: LanguagePack, packs: Packs) -> None:
        self.joined: Mapping[str, str] = {
            fold(start): fold(instead) for start, instead in pack.names.get("joined", {}).items()
        }
        self.longer = pack.word("lengthened")
        self.index: dict[str, list[Entry]] = {}
        for entry in [
            *_of_bodies(pack, packs),
            *_of_groups(pack, packs),
            *_of_states(pack, packs),
            *_unknown(pack),
        ]:
            for form in entry.words[0]:
                self.index.setdefault(form, []).append(entry)
        for entries in self.index.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def names(self, view: View) -> list[Name]:
        """Every name in the text, leftmost and longest first, none inside another."""
        found: list[Name] = []
        words = view.words
        place = 0
        while place < len(words):
            name, taken = self._name_at(view, words, place)
            if name:
                found.append(name)
            place += taken
        return found

    def _name_at(
        self, view: View, words: Sequence[tuple[str, int, int]], place: int
    ) -> tuple[Name | None, int]:
        if PART_OF_NUMBER.search(view.folded, max(0, words[place][1] - 5), words[place][1]):
            return None, 1
        readings = [
            (borne, dropped)
            for first, dropped in self._readings(words[place][0])
            if (borne := self._borne(first, dropped, view, words, place))
        ]
        # «للجنة حقوق الإنسان» may be read as «اللجنة» too: the longest name stays.
        for borne, dropped in sorted(readings, key=lambda reading: -len(reading[0][0].words)):
            # What a full name says settles it: "the Assembly" is short for several, "Assembly" in
            # a full name for none.
            settled = [entry for entry in borne if entry.settled] or borne
            start = words[place][1] + dropped
            end = words[place + len(borne[0].words) - 1][2]
            if not settled[0].settled and (
                self._lengthened(view, start, end) or _shouted(view.cased[start:end])
            ):
                continue
            ids = tuple(dict.fromkeys(entry.id for entry in settled if entry.id))
            single = settled[0].settled and len(ids) == 1
            name = Name(start, end, settled[0].kind, ids, single, settled[0].together)
            return name, len(borne[0].words)
        return None, 1

    def _borne(
        self,
        first: str,
        dropped: int,
        view: View,
        words: Sequence[tuple[str, int, int]],
        place: int,
    ) -> list[Entry]:
        """The longest names that begin with the word `first`, as read, and stand at a place."""
        borne: list[Entry] = []
        for entry in self.index.get(first, ()):
            if borne and len(entry.words) < len(borne[0].words):
                break
            if self._matches(entry, view, words, place, dropped):
                borne.append(entry)
        return borne

    def _lengthened(self, view: View, start: int, end: int) -> bool:
        """Whether a short name of one word begins a longer one: "the Conference on Trade …"."""
        return " " not in view.folded[start:end] and bool(self.longer.match(view.folded, end))

    def _readings(self, word: str) -> Iterator[tuple[str, int]]:
        """The word as it stands and without what is joined to its front; how many letters that drops."""
        yield word, 0
        for start, instead in self.joined.items():
            if word.startswith(start) and len(word) > len(start) + 1:
                rest = instead + word[len(start) :]
                dropped = 0 if instead else len(start)
                yield rest, dropped
                for inner, inner_instead in self.joined.items():
                    if not instead and rest.startswith(inner) and len(rest) > len(inner) + 1:
                        yield (
                            inner_instead + rest[len(inner) :],
                            dropped + (0 if inner_instead else len(inner)),
                        )

    def _matches(
        self,
        entry: Entry,
        view: View,
        words: Sequence[tuple[str, int, int]],
        place: int,
        dropped: int,
    ) -> bool:
        if place + len(entry.words) > len(words):
            return False
        for step, expected in enumerate(entry.words[1:], start=place + 1):
            word, start, _ = words[step]
            if word not in expected or not GAP.fullmatch(view.folded, words[step - 1][2], start):
                return False
        if entry.capital and view.cased[words[place][1] + dropped].islower():
            return False
        before = view.folded[max(0, words[place][1] + dropped - 40) : words[place][1] + dropped]
        return entry.only_after is None or bool(entry.only_after.search(before))


def _entry(
    name: str,
    kind: str,
    id: str,
    pack: LanguagePack,
    *,
    settled: bool,
    only_after: re.Pattern[str] | None = None,
) -> Entry | None:
    spelled = tuple(
        frozenset(pack.inflection.forms(match[0])) for match in WORD.finditer(fold(name))
    )
    return Entry(spelled, name[:1].isupper(), kind, id, settled, only_after) if spelled else None


def _shouted(printed: str) -> bool:
    """Whether a short name is printed in capitals, as subject terms are (TREATY COMPLIANCE)."""
    return len(printed) > 4 and printed.isupper()


def _of_bodies(pack: LanguagePack, packs: Packs) -> Iterator[Entry]:
    instruments = {row["slug"]: _names(row, "names", pack) for row in packs.rows("instrument")}
    for table, kind, prefix in TABLES:
        for row in packs.rows(table):
            for key, settled in (("names", True), ("short_names", False)):
                for name in _names(row, key, pack):
                    # "Conference of the Parties to the {instrument}"
                    of = instruments[row["instrument"]] if "{instrument}" in name else ("",)
                    for full in (name.replace("{instrument}", instrument) for instrument in of):
                        if entry := _entry(full, kind, prefix + row["slug"], pack, settled=settled):
                            yield entry


def _of_groups(pack: LanguagePack, packs: Packs) -> Iterator[Entry]:
    """Bodies that one name calls together, each of them by that name."""
    for row in packs.rows("group"):
        for name in _names(row, "names", pack):
            for member in row["members"]:
                entry = _entry(name, "body", f"body:{member}", pack, settled=False)
                if entry:
                    yield replace(entry, together=True)


def _names(row: Mapping[str, Any], key: str, pack: LanguagePack) -> Sequence[str]:
    """The names of a row in the pack's language."""
    names: Sequence[str] = row.get(key, {}).get(pack.code, ())
    return names


def _of_states(pack: LanguagePack, packs: Packs) -> Iterator[Entry]:
    """States by their names in CLDR and by the forms of the United Nations that their rows add."""
    territories = Locale.parse(pack.code).territories
    only_after = {
        fold(name): pack.anywhere(pattern)
        for name, pattern in pack.names.get("only_after", {}).items()
    }
    for row in packs.rows("state"):
        for name in (territories[row["territory"]], *row.get("names", {}).get(pack.code, ())):
            id, before = f"actor:state/{row['slug']}", only_after.get(fold(name))
            if entry := _entry(name, "actor", id, pack, settled=True, only_after=before):
                yield entry


def _unknown(pack: LanguagePack) -> Iterator[Entry]:
    """What is no name that a pack explains, but keeps a part of itself from being taken for one.

    Organs by a short name keep "its" from meaning another organ; other phrases hold words that are
    names elsewhere (the الأطراف of «متعددة الأطراف», multilateral).
    """
    for kind, key in (("body", "organs"), ("", "phrases")):
        for name in pack.names.get(key, ()):
            if entry := _entry(name, kind, "", pack, settled=False):
                yield entry
