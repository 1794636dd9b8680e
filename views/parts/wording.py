"""The words of the pages, by language: message files, and the model's labels beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from graph.model.schema import load_model
from graph.questions import Link

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of the interface.

    `direction` is "ltr" or "rtl", `letters` how documents in the language print the labels a, b, c
    …, `messages` the words by "group.key" as `messages/<language>.toml` has them.
    """

    language: str
    name: str
    direction: str
    letters: tuple[str, ...]
    messages: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """The message of a key ("trace.title"), its `{gaps}` filled. KeyError if there is none."""
        message = self.messages[key]
        return message.format(**values) if values else message

    def value(self, group: str, value: str) -> str:
        """The word for a value of a list that may grow; what has no word yet stands for itself."""
        return self.messages.get(f"{group}.{value}", value.replace("-", " "))

    def relation(self, link: Link) -> str:
        """How the model calls the relation of a step, in the direction in which the step goes."""
        return self.relation_named(link.relation, reverse=link.reverse)

    def relation_named(self, name: str, *, reverse: bool = False) -> str:
        """How the model calls a relation, read from left to right or in `reverse`."""
        declared = load_model().relations[name]
        return self._own(declared.reverse if reverse else declared.label)

    def type(self, name: str) -> str:
        """How the model calls a type of node."""
        return self._own(load_model().nodes[name].label)

    def _own(self, labels: Mapping[str, str]) -> str:
        return labels.get(self.language) or labels[FALLBACK]


@cache
def wordings() -> Mapping[str, Wording]:
    """All languages of the interface: a folder of message files each, one file a matter."""
    folders = (
        one for one in resources.files("views").joinpath("messages").iterdir() if one.is_dir()
    )
    return {
        folder.name: _wording(folder.name, _tables(folder))
        for folder in sorted(folders, key=lambda one: one.name)
    }


def _tables(folder: Traversable) -> dict[str, dict[str, str]]:
    """The tables of all files of a language; a table stands in one file only."""
    tables: dict[str, dict[str, str]] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        for group, messages in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if group in tables:
                raise ValueError(f"{folder.name}/{file.name}: [{group}] stands in another file too")
            tables[group] = messages
    return tables


def wording_for(language: str | None) -> Wording:
    """The wording of a language or of one of its regions ("ar-EG"); of English for any other."""
    known = wordings()
    return known.get((language or FALLBACK).partition("-")[0].lower(), known[FALLBACK])


def _wording(language: str, tables: Mapping[str, Mapping[str, str]]) -> Wording:
    own = tables["language"]
    messages = {
        f"{group}.{key}": message
        for group, table in tables.items()
        for key, message in table.items()
    }
    return Wording(
        language=language,
        name=own["name"],
        direction=own["direction"],
        letters=tuple(own["letters"].split()),
        messages=messages,
    )


def language_name(language: str) -> str:
    """A language in its own words, its code if the interface does not know it."""
    known = wordings().get(language)
    return known.name if known else language
