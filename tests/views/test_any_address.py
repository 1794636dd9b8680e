"""Whatever an address says, the pages of nodes, origins and times answer with a page."""

from __future__ import annotations

from pathlib import Path

import pytest
import river
from driven import markup, opened
from hostile import ACT, HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.usefixtures("asks_the_store")

NAMES = ("id", "lang", "q", "body", "from", "to", "part", "link")
KNOWN = (
    river.ACT,
    ACT,
    "item:river-cop/4/2(b)",
    "session:river-cop/4",
    "body:river-cop",
    "river-cop,air-cop",
    "air-cop",
    "actor:secretariat",
    "3/2",
    "item 4/2(c)",
    "0",
    "99999999999",
    "ar",
    "xx",
)


@settings(
    max_examples=45, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    page=st.sampled_from(["node", "why", "timeline"]),
    said=st.dictionaries(
        st.sampled_from(NAMES),
        st.one_of(st.sampled_from([*KNOWN, *HOSTILE]), st.text(max_size=60)),
        max_size=6,
    ),
)
def test_no_address_breaks_a_page(checkout: Path, page: str, said: dict[str, str]) -> None:
    seen = markup(opened(checkout, page=page, **said))
    assert "<h1" in seen
    for tag in ("<img", "<svg", "<script>window"):
        assert tag not in seen
