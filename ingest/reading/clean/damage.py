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
class Damage:
    """Ligatures that fonts drop; words that a number follows; words that follow a number."""

    ligatures: tuple[Ligature, ...]
    short_words: dict[str, tuple[int, str]]
    before_number: frozenset[str]
    after_number: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]


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
        short_words={
            entry["torso"]: (entry["place"], entry["letters"]) for entry in table["short_word"]
        },
        before_number=frozenset(table["number"]["before"]),
        after_number=frozenset(table["number"]["after"]),
        prepositions=frozenset(table["phrase"]["prepositions"]),
        conjunctions=frozenset(table["phrase"]["conjunctions"]),
    )
