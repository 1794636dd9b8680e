"""Names beside bars: which stand where, and on how many lines."""

from __future__ import annotations

from matplotlib.figure import Figure

from graph.figures import name_bars, two_lines

AR = "تقرير الأمانة"


def test_a_long_title_is_cut_at_a_word() -> None:
    assert two_lines("Report of the secretariat on the state of rivers", 20) == (
        "Report of the\nsecretariat on the …"
    )
    assert two_lines("Wells", 20) == "Wells"


def test_names_stand_on_both_sides_of_their_bars() -> None:
    axes = Figure().subplots()
    axes.barh(range(2), [3, 1])
    name_bars(axes, ["Report", "Wells"], [AR, ""])
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Report", "Wells"]
    (right,) = axes.child_axes
    assert [label.get_text() for label in right.get_yticklabels()] == [AR, ""]
    assert [float(place) for place in right.get_yticks()] == [0, 1]


def test_without_a_second_language_nothing_stands_on_the_right() -> None:
    axes = Figure().subplots()
    axes.barh(range(2), [3, 1])
    name_bars(axes, ["Report", "Wells"], ["", ""])
    assert axes.child_axes == []
