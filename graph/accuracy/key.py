"""Answer keys: what a reader found in a set of documents, and where the key claims to be whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from graph.model.errors import UnreadableKey
from graph.model.ids import parent_labels

EdgeKey = tuple[str, str, str]  # type, from, to
KNOWN = {
    *("documents", "agenda", "acts", "paragraphs", "preamble"),
    *("provisions", "edges", "acceptable", "scope"),
}
FIELDS = ("action", "addressee", "is_mandate", "deliverable", "due", "conditions")


@dataclass(frozen=True, slots=True)
class Scope:
    """Between which nodes (prefixes of their ids) a key is complete for a relation."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]

    def holds(self, source: str, target: str) -> bool:
        """Whether an edge between these nodes is one that the key would have."""
        return source.startswith(self.sources) and target.startswith(self.targets)


@dataclass(frozen=True)
class Key:
    """One answer key. `agenda` holds ids of items by agenda; `provisions` are as in the file.

    `acts` has the first words of the printed title, if any, of every act whose text the
    documents hold, by id. `paragraphs` has
    the labels of all operative paragraphs and their points by act, of all numbered ones by report.
    `preamble` counts the preambular paragraphs of an act, for measures of the outline: a graph does
    not hold them.
    """

    name: str
    documents: tuple[str, ...]
    agenda: Mapping[str, tuple[str, ...]]
    acts: Mapping[str, str | None]
    paragraphs: Mapping[str, tuple[str, ...]]
    preamble: Mapping[str, int]
    provisions: Mapping[str, Mapping[str, Any]]
    edges: frozenset[EdgeKey]
    acceptable: frozenset[EdgeKey]
    scope: Mapping[str, Scope]

    @cached_property
    def _named(self) -> frozenset[str]:
        ends = (end for _, *both in self.edges | self.acceptable for end in both if "#" in end)
        return frozenset([*self.provisions, *ends])

    def level(self, id: str) -> str:
        """The provision of the key that a provision falls under: itself, or the nearest above.

        A key that goes no deeper than (g) compares what a graph says of (g) (1) with its (g).
        """
        if "#" not in id or id in self._named:
            return id
        return next((above for above in parent_labels(id) if above in self._named), id)


def read_key(path: Path) -> Key:
    """Read a key file; UnreadableKey says what is wrong with it."""
    plain = read_plain(path)
    with form_of_key(path, "schema.json"):
        return _key(path.name, plain)


def read_plain(path: Path) -> Any:
    """What a key file of any kind holds, as JSON; UnreadableKey where it is none."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableKey(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise UnreadableKey(f"{path}: no JSON in UTF-8: {error}") from error


@contextmanager
def form_of_key(path: Path, schema: str) -> Iterator[None]:
    """Say in one line that a key is not of its form, which `schema` in tests/keys gives."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableKey(
            f"{path}: not of the form of an answer key: {error!r}; see tests/keys/{schema}"
        ) from error


def _key(name: str, plain: Mapping[str, Any]) -> Key:
    if unknown := plain.keys() - KNOWN:
        raise ValueError(f"unknown keys {', '.join(sorted(unknown))}")
    for provision in plain.get("provisions", ()):
        if lacking := [field for field in FIELDS if field not in provision]:
            raise ValueError(f"{provision['id']} lacks {', '.join(lacking)}")
    return Key(
        name=name,
        documents=tuple(plain["documents"]),
        agenda={
            agenda: tuple(_item(agenda, label) for label in labels)
            for agenda, labels in plain.get("agenda", {}).items()
        },
        acts={act["id"]: act.get("title") for act in plain.get("acts", ())},
        paragraphs={act: tuple(labels) for act, labels in plain.get("paragraphs", {}).items()},
        preamble=dict(plain.get("preamble", {})),
        provisions={provision["id"]: provision for provision in plain.get("provisions", ())},
        edges=_edges(plain["edges"]),
        acceptable=_edges(plain.get("acceptable", ())),
        scope={
            relation: Scope(tuple(between["from"]), tuple(between["to"]))
            for relation, between in plain.get("scope", {}).items()
        },
    )


def _item(agenda: str, label: str) -> str:
    session, at, report = agenda.partition("@")
    return f"item:{session}/{label}{at}{report}"


def _edges(listed: Iterable[Mapping[str, Any]]) -> frozenset[EdgeKey]:
    return frozenset((edge["type"], edge["from"], edge["to"]) for edge in listed)
