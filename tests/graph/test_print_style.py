"""The style of printed figures: as wide as a column, and told apart on a grey copy."""

from __future__ import annotations

from itertools import pairwise

import matplotlib
import pytest
from matplotlib import font_manager, style
from matplotlib.colors import to_rgb
from matplotlib.ft2font import FT2Font

STYLE = "graph.print"
A_STEP = 0.09  # of relative lightness from 0 to 1, which an eye tells apart on paper
COLUMN = 6.7  # inches: the text of an A4 page


@pytest.fixture
def printed() -> matplotlib.RcParams:
    with style.context(STYLE):
        return matplotlib.rcParams.copy()


def test_a_grey_copy_tells_the_colours_apart(printed: matplotlib.RcParams) -> None:
    colours = printed["axes.prop_cycle"].by_key()["color"]
    greys = [
        0.299 * red + 0.587 * green + 0.114 * blue for red, green, blue in map(to_rgb, colours)
    ]
    assert len(greys) == 5
    assert all(lighter - darker > A_STEP for darker, lighter in pairwise(greys))


def test_a_figure_is_as_wide_as_a_column_and_sharp(printed: matplotlib.RcParams) -> None:
    width, height = printed["figure.figsize"]
    assert width == COLUMN
    assert height < width
    assert printed["savefig.dpi"] >= 200


@pytest.mark.parametrize("letters", ["مقرر", "решение", "décision"], ids=["ar", "ru", "fr"])
def test_its_letters_are_in_the_font_that_comes_with_matplotlib(
    letters: str, printed: matplotlib.RcParams
) -> None:
    (family,) = printed["font.family"]
    font = FT2Font(font_manager.findfont(family, fallback_to_default=False))
    assert set(map(ord, letters)) <= set(font.get_charmap())
