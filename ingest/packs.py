"""Language and body packs: loads `languages/*.toml` and `bodies/*.toml` and checks their shape.

A pack is data: adding a language or a treaty body takes one file. What a pattern finds stands beside
it as examples and counter-examples, and a test runs them all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from graph.model.errors import PackError
from graph.model.folding import fold
from ingest.cues import NEVER, Cue, compile_pattern, expand, read_cues
from ingest.inflection import Inflection

LANGUAGE_KEYS = {
    "code", "name", "direction", "rank", "whole_words", "prefix", "letters", "look_alikes",
    "numerals", "counts", "ordinals", "months", "words", "cue", "names", "stemmer", "affixes",
    "capital_months", "inflection", "tenses",
}  # fmt: skip
BODY_KEYS = {
    "family",
    "organ",
    "group",
    "instrument",
    "working_group",
    "actor",
    "symbol",
    "series",
    "numbering",
    "state",
    "topic",
}


@dataclass(frozen=True, eq=False)
class LanguagePack:
    """One language: its cue words by section, and the tables that several patterns share.

    `letters` are the labels of lettered paragraphs in order; `ordinals`, `counts` and `months` map folded
    words to numbers; with `capital_months` a month is no month in small letters (May, may). Without `tenses`
    (Chinese) a verb looks the same whether an organ acts or a report tells of somebody. `rank` orders
    languages where they disagree. `stemmer` names the Snowball stemmer; where there is none, `affixes`
    are what a light stemmer takes off the front and the back of a word. `inflection` gives the forms
    of names and ordinals, which a pack writes in one form.
    Packs are equal only to themselves, so that what is compiled from one can be cached by it.
    """

    code: str
    name: str
    direction: str
    rank: int
    whole_words: bool
    prefix: str
    letters: tuple[str, ...]
    look_alikes: Mapping[str, str]
    numerals: Mapping[str, int]
    counts: Mapping[str, int]
    ordinals: Mapping[str, int]
    months: Mapping[str, int]
    words: Mapping[str, str]
    names: Mapping[str, Any]
    capital_months: bool = False
    tenses: bool = True
    stemmer: str | None = None
    affixes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inflection: Inflection = field(default_factory=Inflection)
    sections: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)

    def cues(self, section: str) -> tuple[Cue, ...]:
        """The cues of a section in the order of the file; none if the pack has no such section."""
        return self.sections.get(section, ())

    def anywhere(self, template: str) -> re.Pattern[str]:
        """Compile a pattern in the words of this pack that may also match inside a word.

        A word that the pack lacks matches nowhere, so that a pack may begin small.
        """
        return compile_pattern(template, self.words, whole_words=False, lenient=True)

    def bounded(self, template: str) -> re.Pattern[str]:
        """The same between word boundaries, behind the letters that the language joins to words."""
        return compile_pattern(
            template, self.words, prefix=self.prefix, whole_words=self.whole_words, lenient=True
        )

    def whole(self, template: str) -> str:
        """A template between word boundaries, where the script has any (Chinese has none)."""
        return rf"(?<!\w)(?:{template})(?!\w)" if self.whole_words else f"(?:{template})"

    def word(self, name: str) -> re.Pattern[str]:
        """One of the pack's words, to match anywhere."""
        return self.anywhere(f"{{{name}}}")


@dataclass(frozen=True)
class BodyPack:
    """A family of treaty bodies or organs, as its file declares it (tables of rows)."""

    family: str
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]

    def rows(self, table: str) -> tuple[Mapping[str, Any], ...]:
        """The rows of one of the tables in BODY_KEYS; none if the body has no such table."""
        return self.tables.get(table, ())


@dataclass(frozen=True, eq=False)
class Packs:
    """All packs that a reading may use."""

    languages: Mapping[str, LanguagePack]
    bodies: tuple[BodyPack, ...]

    def rows(self, table: str) -> tuple[Mapping[str, Any], ...]:
        """The rows of one table over all bodies, in the order of the files."""
        return tuple(row for body in self.bodies for row in body.rows(table))


def _alternatives(words: Mapping[str, Any] | list[str]) -> str:
    escaped = (re.escape(word).replace("\\ ", " ") for word in words)
    return "|".join(sorted(escaped, key=len, reverse=True)) or NEVER


def read_language(data: Mapping[str, Any]) -> LanguagePack:
    """Build a language pack from its parsed TOML. Raises PackError for unknown or missing keys."""
    unknown = sorted(data.keys() - LANGUAGE_KEYS)
    if unknown:
        raise PackError(f"language {data.get('code')}: unknown keys {', '.join(unknown)}")
    inflection = Inflection(
        {
            fold(ending): tuple(map(fold, others))
            for ending, others in data.get("inflection", {}).items()
        }
    )
    numbers = {
        table: {
            form: int(number)
            for number, words in data.get(table, {}).items()
            for word in words
            for form in inflection.forms(fold(word))
        }
        for table in ("ordinals", "months", "numerals", "counts")
    }
    letters = tuple(data.get("letters", ()))
    words = {
        "number": r"\d+",
        "ordinal": _alternatives(numbers["ordinals"]),
        "month": _alternatives(numbers["months"]),
        "numeral": _alternatives(numbers["numerals"]),
        "count": _alternatives(numbers["counts"]),
        "letter": _alternatives([fold(letter) for letter in letters]),
        **data.get("words", {}),
    }
    for template in words.values():
        expand(template, words)  # a word misspelt in another would match nowhere, and nobody know
    prefix, whole_words = data.get("prefix", ""), bool(data.get("whole_words", True))
    sections = {
        section: tuple(read_cues(section, rows, words, prefix=prefix, whole_words=whole_words))
        for section, rows in data.get("cue", {}).items()
    }
    return LanguagePack(
        code=data["code"],
        name=data["name"],
        direction=data.get("direction", "ltr"),
        rank=int(data["rank"]),
        whole_words=whole_words,
        prefix=prefix,
        letters=letters,
        look_alikes=data.get("look_alikes", {}),
        numerals=numbers["numerals"],
        counts=numbers["counts"],
        ordinals=numbers["ordinals"],
        months=numbers["months"],
        words=words,
        names=data.get("names", {}),
        capital_months=bool(data.get("capital_months", False)),
        tenses=bool(data.get("tenses", True)),
        stemmer=data.get("stemmer"),
        affixes={end: tuple(map(fold, forms)) for end, forms in data.get("affixes", {}).items()},
        inflection=inflection,
        sections=sections,
    )


def read_body(data: Mapping[str, Any]) -> BodyPack:
    """Build a body pack from its parsed TOML. Raises PackError for unknown tables."""
    unknown = sorted(data.keys() - BODY_KEYS)
    if unknown:
        raise PackError(f"body family {data.get('family')}: unknown tables {', '.join(unknown)}")
    tables = {key: tuple(rows) for key, rows in data.items() if isinstance(rows, list)}
    return BodyPack(str(data["family"]), tables)


@cache
def load_packs() -> Packs:
    """Load every pack that the package carries."""
    return read_packs(resources.files("ingest"))


def read_packs(root: Traversable) -> Packs:
    """Read the packs in `root/languages` and `root/bodies`: languages by rank, bodies by file name.

    Raises PackError for a file that is no TOML, and for what its pack declares wrongly.
    """
    languages = [read_language(data) for data in _toml_files(root, "languages")]
    languages.sort(key=lambda pack: pack.rank)
    bodies = tuple(read_body(data) for data in _toml_files(root, "bodies"))
    return Packs({pack.code: pack for pack in languages}, bodies)


def _toml_files(root: Traversable, folder: str) -> list[dict[str, Any]]:
    parsed = []
    for file in sorted(root.joinpath(folder).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            try:
                parsed.append(tomllib.loads(file.read_text(encoding="utf-8")))
            except tomllib.TOMLDecodeError as error:
                raise PackError(f"{folder}/{file.name}: {error}") from error
    return parsed
