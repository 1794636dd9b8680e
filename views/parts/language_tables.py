"""Figures of accuracy by language: sentences read by hand, parts told apart, languages compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from graph.accuracy import AlignedFigures, Figure, Published
from graph.export.tables import Table
from views.parts.chain_table import percent
from views.parts.markup import bdi, table
from views.parts.wording import Wording, language_name


def language_tables(figures: Published, wording: Wording) -> str:
    """How well sentences of each language were read, and how far every two languages agree."""
    said = _sentences(figures, wording) + _parts(figures, wording)
    return said + "".join(_agreement(one, wording) for one in figures.aligned)


def _sentences(figures: Published, wording: Wording) -> str:
    if not figures.lines:
        return ""
    aspects = [one.name for one in figures.lines[0].scores]
    head = [
        wording.say("method_column.language"),
        wording.say("method_column.sentences"),
        *(wording.value("method_aspect", aspect) for aspect in aspects),
    ]
    rows = [
        [bdi(language_name(of.language)), str(of.lines), *(_both(one) for one in of.scores)]
        for of in figures.lines
    ]
    return _section("sentences", head, rows, wording)


def _parts(figures: Published, wording: Wording) -> str:
    said = ""
    for of in figures.parts:
        head = [wording.say(f"method_column.{one}") for one in ("part", "precision", "recall")]
        rows = [
            [
                escape(wording.value("method_part", one.name)),
                *(_share(share) for share in (one.precision, one.recall)),
            ]
            for one in of.scores
        ]
        said += _section("parts", head, rows, wording, number=of.texts)
    return said


def _agreement(figures: AlignedFigures, wording: Wording) -> str:
    aspects = [one.name for one in next(iter(figures.pairs.values()))]
    head = [
        wording.say("method_column.languages"),
        *(wording.value("method_aspect", aspect) for aspect in aspects),
    ]
    rows = [
        [_pair(pair), *(f"{_share(one.share)} ({one.counted})" for one in shared)]
        for pair, shared in figures.pairs.items()
    ]
    return _section("agreement", head, rows, wording, number=figures.lines)


def _section(
    name: str,
    head: Iterable[str],
    rows: Iterable[Sequence[str]],
    wording: Wording,
    number: int | None = None,
) -> str:
    title = wording.say(f"method.{name}")
    says = escape(wording.say(f"method.{name}_say", number=number or 0))
    return f"<h3>{escape(title)}</h3><p>{says}</p>{table(title, head, rows)}"


def _pair(pair: str) -> str:
    return " – ".join(bdi(language_name(code)) for code in pair.split("-"))


def _both(one: Figure) -> str:
    """Precision and recall in one cell: the one without the other says little."""
    return f"{_share(one.precision)} / {_share(one.recall)}"


def _share(share: float | None) -> str:
    return "–" if share is None else escape(percent(share))


def exported(figures: Published, wording: Wording) -> tuple[Table, ...]:
    """The same for other programs: sentences by language, and agreement by pair of languages."""
    say, rtl = wording.say, wording.direction == "rtl"
    columns = ("expected", "right", "missed", "extra", "precision", "recall")
    sentences = tuple(
        (
            of.language,
            one.name,
            *(one.expected, one.right, one.missed, one.extra, one.precision, one.recall),
        )
        for of in figures.lines
        for one in of.scores
    )
    shared = tuple(
        (pair, one.name, one.same, one.counted, one.share)
        for of in figures.aligned
        for pair, shared in of.pairs.items()
        for one in shared
    )
    head = (say("method_column.language"), "", *(say(f"method_column.{one}") for one in columns))
    pairs = (say("method_column.languages"), "", *_heads_of_pairs(wording))
    tables = (
        Table(say("method.sentences"), head, sentences, rtl),
        Table(say("method.agreement"), pairs, shared, rtl),
    )
    return tuple(one for one in tables if one.rows)


def _heads_of_pairs(wording: Wording) -> tuple[str, ...]:
    return tuple(wording.say(f"method_column.{one}") for one in ("same", "counted", "share"))
