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
class LineFigures:
    """The figures against `lines` sentences of one language that were read by hand."""

    key: str
    language: str
    lines: int
    scores: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class PartFigures:
    """How well preambular and operative paragraphs of `texts` texts were told apart."""

    texts: int
    scores: tuple[Figure, ...]
    macro_f1: float


@dataclass(frozen=True, slots=True)
class Shared:
    """In how much of what was counted two readings agree; `share` is None where nothing was."""

    name: str
    same: int
    counted: int
    share: float | None


@dataclass(frozen=True, slots=True)
class AlignedFigures:
    """How far the readings of one text in two languages agree, by pair ("ar-en")."""

    key: str
    lines: int
    operative: int
    pairs: Mapping[str, tuple[Shared, ...]]


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
    lines: tuple[LineFigures, ...]
    parts: tuple[PartFigures, ...]
    aligned: tuple[AlignedFigures, ...]


def read_figures(path: Path) -> Published:
    """Read the figures in a file; UnreadableKey says what is wrong with it."""
    try:
        return published(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UnreadableKey(f"{path}: no figures: {error.strerror}; `evaluate --write`") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableKey(
            f"{path}: not as `mandates evaluate --write` writes it: {error!r}; write it again"
        ) from error


def published(plain: Mapping[str, Any]) -> Published:
    """The figures in the plain form of the file."""
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
        lines=tuple(
            LineFigures(of["key"], of["language"], of["lines"], _figures(of["scores"]))
            for of in plain["lines"]
        ),
        parts=tuple(
            PartFigures(of["texts"], _figures(of["scores"]), of["macro_f1"])
            for of in plain["parts"]
        ),
        aligned=tuple(
            AlignedFigures(
                key=of["key"],
                lines=of["lines"],
                operative=of["operative"],
                pairs={
                    pair: tuple(Shared(name, **one) for name, one in shared.items())
                    for pair, shared in of["pairs"].items()
                },
            )
            for of in plain["aligned"]
        ),
    )


def _figures(scores: Mapping[str, Mapping[str, Any]]) -> tuple[Figure, ...]:
    return tuple(Figure(name, **score) for name, score in scores.items())
