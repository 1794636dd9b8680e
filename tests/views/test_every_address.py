"""Five hundred addresses that nobody would type: the running server has a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
import river
from hostile import ACT, HOSTILE
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection

import views
from tests.streaming import page_sent, stream

PAGES = sorted(file.stem for file in Path(views.__path__[0]).glob("*.py"))
NAMES = ("id", "lang", "link", "q", "n", "kind", "body", "session", "part", "words", "from", "open")
SOUND = (river.ACT, ACT, f"{river.ACT}#b", "body:river-cop", "3/2", "ar", "0", "-1", "9" * 30)
RANDOM = 500
SEED = 2468


@pytest.fixture(scope="module")
def connection(served: str) -> Iterator[ClientConnection]:
    with stream(urlsplit(served).port or 0) as connected:
        yield connected


def said(sent: list[ForwardMsg]) -> str:
    """The markup of a page that did not fail."""
    elements = [one.delta.new_element for one in sent if one.HasField("delta")]
    assert not [one.exception for one in elements if one.HasField("exception")]
    markup = "\n".join(one.html.body for one in elements if one.HasField("html"))
    assert markup.count("<h1 ") == 1
    return markup


@pytest.mark.parametrize("page", PAGES)
def test_hostile_words_in_every_place_of_an_address(
    connection: ClientConnection, page: str
) -> None:
    for hostile in HOSTILE:
        markup = said(page_sent(connection, **dict.fromkeys(NAMES, hostile), page=page))
        assert "<script>window" not in markup
        assert "<img src=x" not in markup
        assert "<svg onload" not in markup


def test_words_at_random(connection: ClientConnection) -> None:
    chance = Random(SEED)
    for _ in range(RANDOM):
        asked = {
            chance.choice(NAMES): chance.choice([*SOUND, *HOSTILE, _anything(chance)])
            for _ in range(chance.randint(0, 4))
        }
        page = chance.choice([*PAGES, *PAGES, _anything(chance)])
        assert said(page_sent(connection, **asked, page=page)), asked


def _anything(chance: Random) -> str:
    """Signs of any script, of none, and such as mean something in an address."""
    ranges = [(0, 0x7F), (0x600, 0x6FF), (0x2000, 0x206F), (0x4E00, 0x4E40), (0x1F600, 0x1F640)]
    return "".join(
        chr(chance.randint(*chance.choice(ranges))) for _ in range(chance.randint(0, 30))
    )
