"""Right-to-left text in lines that a terminal sees as left-to-right."""

from __future__ import annotations

import io

import pytest
from rich.console import Console, RenderableType
from rich.text import Text

from commands.layout.terminal import Prose, indented, isolated, marked, table
from graph.model.naming import printed_label, shortened

R, E = "\u2067", "\u2069"


def printed(content: RenderableType, width: int = 40) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width).print(content)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("no such letters (3/2)", "no such letters (3/2)"),
        # a run keeps its spaces, digits and brackets; what follows in Latin is outside
        ("see المقرر 3/2 (ص) here", f"see {R}المقرر 3/2 (ص{E}) here"),
        ("a من and من", f"a {R}من{E} and {R}من{E}"),
        ("an ﻫ", f"an {R}ﻫ{E}"),
        ("decision מקרר", f"decision {R}מקרר{E}"),
    ],
)
def test_runs_are_isolated(line: str, shown: str) -> None:
    assert isolated(marked(Text(line))).plain == shown


def test_every_line_of_a_broken_text_is_isolated() -> None:
    lines = printed(Prose("يطلب إلى الأمانة أن تعد تقريرا عن حالة الأنهار"), width=20)
    assert len(lines) > 2
    assert all(line.startswith(R) and line.endswith(E) for line in lines)


def test_a_number_that_begins_a_line_stays_with_its_run() -> None:
    lines = printed(Prose("see الفقرة 13 من المادة"), width=10)
    assert lines == [f"see {R}الفقرة{E}", f"{R}13 من{E}", f"{R}المادة{E}"]


def test_a_text_that_starts_from_the_right_is_one_isolate_with_its_latin_symbol() -> None:
    assert printed(Prose("الوثيقة CTOC/COP/2008/1 عن الأنهار"), 60) == [
        f"{R}الوثيقة CTOC/COP/2008/1 عن الأنهار{E}"
    ]


def test_cells_of_a_table_do_not_run_into_each_other() -> None:
    (row,) = printed(table("", "", rows=[("نهر", "بحر")], show_header=False))
    assert row == f"{R}نهر{E}  {R}بحر{E}"


def test_indented_text_has_no_blanks_behind_it() -> None:
    out = io.StringIO()
    Console(file=out, width=30).print(indented("one line", 4))
    assert out.getvalue() == "    one line\n"


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("r", "(r)"),
        ("g.1", "(g) (1)"),
        ("12", "12"),
        ("annex.3", "annex 3"),
        ("annex-2.3.a", "annex-2 3 (a)"),
    ],
)
def test_labels_as_print_has_them(label: str, shown: str) -> None:
    assert printed_label(label) == shown


def test_a_text_is_cut_between_words() -> None:
    assert shortened("one two\nthree four", 12) == "one two …"
    assert shortened("one  two", 12) == "one two"
