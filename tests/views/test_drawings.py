"""What a picture shows of a chain: columns in time, a cap, the rest counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model.records import Node
from graph.questions import Chain, Column, chain, trace
from graph.stores import open_store
from views.parts.chain_table import chain_table, percent
from views.parts.drawing import BOXES, Drawing, draw
from views.parts.names import Names
from views.parts.wording import wording_for

ENGLISH = Names(wording_for("en"), {})


@pytest.fixture
def laid_out(store_url: str) -> Chain:
    with open_store(store_url, create=False) as store:
        return chain(store, trace(store, "dec:river-cop/3/2"))


def placed(drawing: Drawing) -> dict[str, int]:
    return {box.id: box.x for box in drawing.boxes}


def test_time_runs_the_way_the_language_is_written(laid_out: Chain) -> None:
    english = placed(draw(laid_out, ENGLISH))
    arabic = placed(draw(laid_out, Names(wording_for("ar"), {})))
    way = [
        "dec:river-cop/3/2",
        "dec:river-cop/3/2#a",
        "item:river-cop/4/2(b)",
        "doc:RIV/COP/2008/4",
    ]
    assert [english[id] for id in way] == sorted({english[id] for id in way})
    assert [arabic[id] for id in way] == [-english[id] for id in way]


def test_arrows_follow_time_also_where_the_relation_reads_backwards(laid_out: Chain) -> None:
    arrows = {(arrow.source, arrow.target) for arrow in draw(laid_out, ENGLISH).arrows}
    # the item is pursuant to the decision; the decision was there first
    assert ("dec:river-cop/3/2", "item:river-cop/4/2(d)") in arrows
    assert ("item:river-cop/4/2(d)", "dec:river-cop/3/2") not in arrows


def test_provisions_without_follow_up_are_counted_and_stand_in_the_table(laid_out: Chain) -> None:
    drawing = draw(laid_out, ENGLISH)
    without = {"dec:river-cop/3/2#e", "dec:river-cop/3/2#f"}
    assert without.isdisjoint(placed(drawing))
    (rest,) = [box for box in drawing.boxes if box.kind == "rest"]
    column = next(column for column in laid_out.columns if column.kind == "provisions")
    drawn = sum(box.kind == "provisions" for box in drawing.boxes)
    assert f"{len(column.nodes) - drawn} more" in rest.label
    table = chain_table(laid_out, ENGLISH)
    assert "Decision 3/2 (f)" in table
    assert "no follow-up found here" in table


def test_what_the_store_does_not_hold_looks_different(laid_out: Chain) -> None:
    held = {box.id: box.held for box in draw(laid_out, ENGLISH).boxes}
    assert held["doc:RIV/COP/2008/4"] is False
    assert held["item:river-cop/4/2(b)"] is True


def test_boxes_of_a_column_do_not_overlap(laid_out: Chain) -> None:
    drawing = draw(laid_out, ENGLISH)
    for x in set(placed(drawing).values()):
        column = sorted((box for box in drawing.boxes if box.x == x), key=lambda box: box.y)
        for above, below in zip(column, column[1:], strict=False):
            assert above.y + above.height / 2 <= below.y - below.height / 2


def test_a_picture_has_an_end_and_says_what_it_leaves_out(laid_out: Chain) -> None:
    many = tuple(Node(f"doc:RIV/{n}", "document", {"symbol": f"RIV/{n}"}) for n in range(200))
    long = tuple(Column("documents", None, many[n * 20 : n * 20 + 20]) for n in range(10))
    drawing = draw(replace(laid_out, columns=(*laid_out.columns, *long)), ENGLISH)
    assert sum(box.kind not in ("heading", "rest") for box in drawing.boxes) == BOXES
    # what each column left out is said at its foot
    feet = [_words(box.label) for box in drawing.boxes if "in the table" in _words(box.label)]
    assert sum(int(foot.split()[0]) for foot in feet) == drawing.left_out > 100
    assert max(box.y for box in drawing.boxes) < 1200
    # columns with few boxes lose none
    assert "dec:river-cop/3/2#a" in placed(drawing)


def test_labels_are_short_and_every_line_isolated(laid_out: Chain) -> None:
    for box in draw(laid_out, Names(wording_for("ar"), {})).boxes:
        for line in box.label.split("\n"):
            assert line[0] in "\u2066\u2067"
            assert line[-1] == "\u2069"
            assert len(line) < 40


@pytest.mark.parametrize(
    ("share", "said"), [(1, "100%"), (0.999, "99%"), (0.804, "80%"), (0, "0%")]
)
def test_a_share_is_never_rounded_up_to_certainty(share: float, said: str) -> None:
    assert percent(share) == said


def _words(label: str) -> str:
    return " ".join(line[1:-1] for line in label.split("\n"))
