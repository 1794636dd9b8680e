"""Scores as JSON and as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from commands.layout.terminal import Prose, indented, table
from graph.accuracy import Score

COLUMNS = ("key>", "right>", "missed>", "extra>", "precision>", "recall>", "F1>")


def plain_scores(scores: Iterable[Score]) -> dict[str, dict[str, Any]]:
    """Scores by name, ready for JSON; shares to four places, None where they cannot be said."""
    return {score.name: _plain(score) for score in scores}


def details_of_scores(scores: Iterable[Score]) -> dict[str, Any]:
    """What was missed and what is beyond the key, by name of the score."""
    return {
        score.name: {"missed": score.missed, "extra": score.extra}
        for score in scores
        if score.missed or score.extra
    }


def score_tables(title: str, scores: Sequence[Score], details: bool) -> Iterator[RenderableType]:
    """A table of scores, and with `details` what was missed and what is beyond the key."""
    if not scores:
        return
    yield Text()
    yield table(title, *COLUMNS, rows=map(_row, scores), header_style="dim")
    for score in scores if details else ():
        yield from _details(score)


def rounded(share: float | None) -> float | None:
    """A share as it is published: to four places."""
    return None if share is None else round(share, 4)


def shown(share: float | None) -> str:
    """A share for a table."""
    return "–" if share is None else f"{share:.3f}"


def _plain(score: Score) -> dict[str, Any]:
    return {
        "expected": score.expected,
        "right": len(score.right),
        "missed": len(score.missed),
        "extra": None if score.extra is None else len(score.extra),
        "precision": rounded(score.precision),
        "recall": rounded(score.recall),
        "f1": rounded(score.f1),
    }


def _row(score: Score) -> list[str]:
    extra = "–" if score.extra is None else str(len(score.extra))
    counts = [str(score.expected), str(len(score.right)), str(len(score.missed)), extra]
    return [score.name, *counts, *map(shown, (score.precision, score.recall, score.f1))]


def _details(score: Score) -> Iterator[RenderableType]:
    for title, rows, style in (
        ("missed", score.missed, "red"),
        ("beyond the key", score.extra or (), "yellow"),
    ):
        if rows:
            yield Text(f"{score.name}, {title}:", style=style)
            yield from (indented(Prose("  →  ".join(row))) for row in rows)
