"""Sessions by name: on the page of one body's decision those of other bodies say whose they are."""

from __future__ import annotations

import pytest

from graph.model.records import Node
from views.parts.names import Names
from views.parts.wording import wording_for

LAKE = Node("body:lake-cop", "body", {"title": {"en": "Lake Conference"}})
NAMES = Names(wording_for("en"), {}, {LAKE.id: LAKE})


@pytest.mark.parametrize(
    ("home", "session", "start", "name"),
    [
        ("body:river-cop", "session:river-cop/4", None, "Session 4"),
        # two bodies may have taken a matter up at sessions of one number
        ("body:river-cop", "session:lake-cop/4", None, "Session 4 (Lake Conference)"),
        (
            "body:river-cop",
            "session:lake-cop/4",
            "2008-10-08",
            "Session 4 (2008) (Lake Conference)",
        ),
        (None, "session:lake-cop/4", None, "Session 4"),
    ],
)
def test_whose_session(home: str | None, session: str, start: str | None, name: str) -> None:
    names = NAMES.at_home_in(home)
    node = Node(session, "session", {"start": start} if start else {})
    assert names.name(node) == name
