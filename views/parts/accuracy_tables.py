"""Figures of accuracy as tables: by key, by relation and field, and by rule."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from graph.accuracy import Figure, KeyFigures, Published
from graph.export.tables import Table
from views.parts.chain_table import percent
from views.parts.markup import bdi, in_language, table
from views.parts.names import Names
from views.parts.wording import Wording

COLUMNS = ("expected", "right", "missed", "extra", "precision", "recall")
RULES = ("rule", "confidence", "right", "cases")


def measured_on(documents: Iterable[str], wording: Wording) -> str:
    """The documents that a key was made from, by symbol."""
    listed = escape(wording.say("language.separator")).join(map(bdi, documents))
    return f"<p>{escape(wording.say('method.measured_on'))} {listed}</p>"


def key_tables(of_key: KeyFigures, calibrated: bool, names: Names) -> str:
    """The figures against one key; `calibrated` says that confidences were measured on it too."""
    wording = names.wording
    note = f"<p>{escape(wording.say('method.calibrated'))}</p>" if calibrated else ""
    relations = [(_relation(one.name, wording), one) for one in of_key.relations]
    agendas = [(bdi(one.name), one) for one in of_key.agendas]
    structure = [(_worded("structure", one, wording), one) for one in of_key.structure]
    fields = [(_worded("field", one, wording), one) for one in of_key.fields]
    tables = "".join(
        _table(kind, rows, wording)
        for kind, rows in (
            ("relation", relations),
            ("agenda", agendas),
            ("structure", structure),
            ("field", fields),
        )
        if rows
    )
    return f"{measured_on(of_key.documents, wording)}{note}{tables}"


def figure_tables(figures: Published, names: Names) -> tuple[Table, ...]:
    """All figures for other programs: a table of what was measured, and one of the rules."""
    wording = names.wording
    say, rtl = wording.say, wording.direction == "rtl"
    measured = tuple(
        (of_key.key, kind, one.name, *_counts(one), one.precision, one.recall)
        for of_key in figures.keys
        for kind, some in (
            ("relation", of_key.relations),
            ("agenda", of_key.agendas),
            ("structure", of_key.structure),
            ("field", of_key.fields),
        )
        for one in some
    )
    head = (say("method.key"), "", "", *(say(f"method_column.{one}") for one in COLUMNS))
    rules = tuple((one.name, one.confidence, one.right, one.cases) for one in figures.rules)
    return (
        Table(say("method.accuracy"), head, measured, rtl),
        Table(say("method.rules"), tuple(say(f"method_column.{one}") for one in RULES), rules, rtl),
    )


def rules_table(figures: Published, names: Names) -> str:
    """Every rule that was measured: its confidence, and how often it was right of how many cases."""
    wording = names.wording
    rows = [
        [
            in_language(escape(rule.name.replace("-", " ")), "en"),
            escape(percent(rule.confidence)),
            str(rule.right),
            str(rule.cases),
        ]
        for rule in sorted(figures.rules, key=lambda one: (-one.confidence, one.name))
    ]
    head = [wording.say(f"method_column.{one}") for one in RULES]
    return table(wording.say("method.rules"), head, rows)


def _table(kind: str, rows: Iterable[tuple[str, Figure]], wording: Wording) -> str:
    columns = (kind, *COLUMNS)
    head = [wording.say(f"method_column.{one}") for one in columns]
    return table(head[0], head, ([named, *_cells(figure)] for named, figure in rows))


def _cells(figure: Figure) -> list[str]:
    shares = (figure.precision, figure.recall)
    return [
        *("–" if count is None else str(count) for count in _counts(figure)),
        *("–" if share is None else escape(percent(share)) for share in shares),
    ]


def _counts(figure: Figure) -> tuple[int | None, ...]:
    return (figure.expected, figure.right, figure.missed, figure.extra)


def _worded(kind: str, figure: Figure, wording: Wording) -> str:
    return escape(wording.value(f"method_{kind}", figure.name))


def _relation(name: str, wording: Wording) -> str:
    return f"{escape(wording.relation_named(name))} <code>{escape(name)}</code>"
