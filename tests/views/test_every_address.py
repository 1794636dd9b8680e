"""Addresses that nobody would type, and rows that nobody would print: each gets a sound page.

Asked of the running server over one stream, which is many times cheaper than a driver that begins
anew for each address.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
import river
from harm import harms
from hostile import ACT, HOSTILE
from phenomena import PHENOMENA, SCRIPT
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection

import views
from tests.streaming import page_sent, stream

PAGES = sorted(
    file.stem for file in Path(views.__path__[0]).glob("*.py") if file.stem != "__init__"
)
NAMES = (
    *("id", "lang", "link", "q", "n", "kind", "body", "session", "part", "words", "from", "to"),
    *("open", "at", "relations", "source", "target", "checksum", "spans"),
)
SOUND = (river.ACT, ACT, f"{river.ACT}#b", "body:river-cop", "3/2", "ar", "0", "-1", "9" * 30)
STEP = 4
RANDOM = 500
SEED = 2468


@pytest.fixture(scope="module")
def connection(served: str) -> Iterator[ClientConnection]:
    with stream(urlsplit(served).port or 0) as connected:
        yield connected


def said(sent: list[ForwardMsg]) -> str:
    """The markup of a page that did not fail, and in which nothing runs."""
    elements = [one.delta.new_element for one in sent if one.HasField("delta")]
    assert not [one.exception for one in elements if one.HasField("exception")]
    pieces = [one.html.body for one in elements if one.HasField("html")]
    assert [harm for piece in pieces for harm in harms(piece)] == []
    markup = "\n".join(pieces)
    assert markup.count("<h1 ") == 1
    return markup


def test_what_harms_is_seen() -> None:
    for text in (*PHENOMENA["tags"][:6], *PHENOMENA["drawings"][:3]):
        assert harms(text), text
    assert harms(f"<p>{SCRIPT}</p>") == ("script window.hostile = 1",)


@pytest.mark.parametrize("page", PAGES)
def test_hostile_words_in_every_place_of_an_address(
    connection: ClientConnection, page: str
) -> None:
    """Every text comes to every page, under several names; each name gets another text each time."""
    texts = HOSTILE[PAGES.index(page) % STEP :] + HOSTILE
    for first in range(0, len(HOSTILE), STEP):
        asked = dict(zip(NAMES, texts[first:], strict=False))
        assert said(page_sent(connection, **asked, page=page)), asked


@pytest.mark.parametrize("phenomenon", PHENOMENA)
def test_pages_about_hostile_rows(connection: ClientConnection, phenomenon: str) -> None:
    for hostile in PHENOMENA[phenomenon]:
        number = HOSTILE.index(hostile) + 1
        provision, document = f"{ACT}#{number}", f"doc:RIV/COP/2008/{number + 100}"
        for asked in (
            {"page": "node", "id": provision},
            {"page": "node", "id": document},
            {"page": "why", "id": f"item:river-cop/4/{number + 10}"},
            {"page": "evidence", "id": f"MANDATES {provision} {document}"},
        ):
            assert said(page_sent(connection, **asked, lang="ar")), (asked, hostile)


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
