"""The figures that `mandates evaluate --write` wrote, for whoever shows them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.model.errors import UnreadableKey


@dataclass(frozen=True, slots=True)
class Figure:
    """How well one relation, agenda or field did against one key; None where it cannot be said."""

    name: str
    expected: int
    right: int
    missed: int
    extra: int | None
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures against one key, which was made from `documents` (symbols)."""

    key: str
    documents: tuple[str, ...]
    agendas: tuple[Figure, ...]
    structure: tuple[Figure, ...]
    relations: tuple[Figure, ...]
    fields: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class MeasuredRule:
    """How often a key confirmed what a rule found; `confidence` is the lower bound of that share."""

    name: str
    confidence: float
    right: int
    cases: int


@dataclass(frozen=True, slots=True)
class Published:
    """All figures of one evaluation, by a `version` of the program, on `documents` of one store."""

    version: str
    documents: tuple[Mapping[str, str], ...]
    calibrated_on: tuple[str, ...]
    rules: tuple[MeasuredRule, ...]
    keys: tuple[KeyFigures, ...]


def read_figures(path: Path) -> Published:
    """Read the figures in a file; UnreadableKey says what is wrong with it."""
    try:
        return _published(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UnreadableKey(f"{path}: no figures: {error.strerror}; `evaluate --write`") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableKey(
            f"{path}: not as `mandates evaluate --write` writes it: {error!r}; write it again"
        ) from error


def _published(plain: Mapping[str, Any]) -> Published:
    return Published(
        version=plain["version"],
        documents=tuple(plain["documents"]),
        calibrated_on=tuple(plain["calibrated_on"]),
        rules=tuple(MeasuredRule(name, **row) for name, row in plain["rules"].items()),
        keys=tuple(
            KeyFigures(
                key=of["key"],
                documents=tuple(of["documents"]),
                agendas=_figures(of["agendas"]),
                structure=_figures(of["structure"]),
                relations=_figures(of["relations"]),
                fields=_figures(of["fields"]),
            )
            for of in plain["keys"]
        ),
    )


def _figures(scores: Mapping[str, Mapping[str, Any]]) -> tuple[Figure, ...]:
    return tuple(Figure(name, **score) for name, score in scores.items())
