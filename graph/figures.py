"""Names beside the bars of a printed figure: English on the left, Arabic on the right."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def two_lines(title: str, width: int = 38) -> str:
    """A title on two lines of so many letters, cut at a word if it is longer."""
    return "\n".join(textwrap.wrap(title, width, max_lines=2, placeholder=" …"))


def name_bars(axes: Axes, left: Sequence[str], right: Sequence[str] = ()) -> None:
    """Write names beside horizontal bars that stand at 0, 1, 2 …; what has no name is left blank.

    Names on the right are flush right, as a language is set that is written from right to left.
    Without any the figure keeps its whole width for the bars.
    """
    places = range(len(left))
    axes.set_yticks(places, left)
    if not any(right):
        return
    other = axes.secondary_yaxis("right")
    other.set_yticks(places, right)
    other.spines["right"].set_visible(False)
    other.tick_params(length=0)
    for name in other.get_yticklabels():
        name.set_multialignment("right")
