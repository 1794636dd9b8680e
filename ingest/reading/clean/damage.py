"""What is known about damage in Arabic text: the data of `arabic.toml`, checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Ligature:
    """Letters that a font draws as one glyph, words that lost it, words that never had it."""

    letters: str
    examples: tuple[tuple[str, str], ...]
    unharmed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Torso:
    """What is left of a word, too short or too common to tell by itself.

    `letters` stood after `place` letters; `following`, if given, are the next words that show it.
    """

    word: str
    place: int
    letters: str
    following: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """How Arabic phrases go on: which words lead to what, how verbs begin, what stands together."""

    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    before_verb: frozenset[str]
    relative: frozenset[str]
    verb_begins: tuple[str, ...]
    article: tuple[str, ...]
    sentence_begins: str
    together: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Damage:
    """Ligatures that fonts drop; words that a number follows; words that follow a number."""

    ligatures: tuple[Ligature, ...]
    torsos: tuple[Torso, ...]
    before_number: frozenset[str]
    after_number: frozenset[str]
    phrase: Phrase


@cache
def damage() -> Damage:
    """The data beside this module."""
    table = tomllib.loads(
        files("ingest.reading.clean").joinpath("arabic.toml").read_text(encoding="utf-8")
    )
    return Damage(
        ligatures=tuple(
            Ligature(
                entry["letters"],
                tuple((torso, whole) for torso, whole in entry["examples"]),
                tuple(entry["not"]),
            )
            for entry in table["ligature"]
        ),
        torsos=tuple(
            Torso(
                entry["word"],
                entry["place"],
                entry["letters"],
                frozenset(entry.get("following", ())),
            )
            for entry in table["torso"]
        ),
        before_number=frozenset(table["number"]["before"]),
        after_number=frozenset(table["number"]["after"]),
        phrase=Phrase(
            prepositions=frozenset(table["phrase"]["prepositions"]),
            conjunctions=frozenset(table["phrase"]["conjunctions"]),
            before_verb=frozenset(table["phrase"]["before_verb"]),
            relative=frozenset(table["phrase"]["relative"]),
            verb_begins=tuple(table["phrase"]["verb_begins"]),
            article=tuple(table["phrase"]["article"]),
            sentence_begins=table["phrase"]["sentence_begins"],
            together=frozenset(_pair(words) for words in table["phrase"]["together"]),
        ),
    )


def _pair(words: str) -> tuple[str, str]:
    first, second = words.split()
    return first, second
