"""Documents got from a site that misbehaves: what comes, what is refused, and in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.model.errors import UnreadableDocument
from ingest.fetching import Offer, Site, SiteClient, file_name, offers
from tests.fetching.unruly import DOCX, PDF, Unruly, unruly_site


@pytest.fixture(scope="module")
def site() -> Iterator[Unruly]:
    with unruly_site() as running:
        yield running


def hurried(site: Unruly) -> Site:
    """The site, asked with less patience than is polite to others'."""
    return Site(site.address, pause=0.01, patience=0.5, longest=1.0, largest=1_000_000, attempts=3)


@pytest.fixture
def client(site: Unruly, tmp_path: Path) -> Iterator[SiteClient]:
    with SiteClient(hurried(site), tmp_path / "cache.sqlite") as client:
        yield client


@pytest.mark.parametrize(
    ("symbol", "format", "data"),
    [
        ("T/WORD", "docx", DOCX),
        ("T/PDF", "pdf", PDF),
        # a page that shows the document inside itself: Word before PDF
        ("T/PAGE", "docx", DOCX),
        # the Word that it offers is gone
        ("T/PAGE-OF-PDF", "pdf", PDF),
        ("T/MOVED", "docx", DOCX),
        # asks twice to come back
        ("T/BUSY", "docx", DOCX),
    ],
)
def test_what_comes(client: SiteClient, symbol: str, format: str, data: bytes) -> None:
    answer = client.document(symbol, "en")
    assert (answer.format, answer.data) == (format, data)


@pytest.mark.parametrize(
    ("symbol", "says"),
    [
        ("T/NONE", "no such document in this language"),
        ("T/EMPTY-PAGE", "offers neither Word nor PDF"),
        # another site is not asked
        ("T/ELSEWHERE", "offers neither Word nor PDF"),
        ("T/CIRCLE", "round in a circle"),
        ("T/DOWN", "answered 500 3 times"),
        ("T/CUT", "is the network there"),
        ("T/SLOW", "did not answer within"),
        # bytes that drip are no silence
        ("T/DRIP", "not whole after 1 s"),
        ("T/HUGE", "larger than 1 MB"),
        ("T/HUGE-UNSAID", "larger than 1 MB"),
        ("T/TEXT", "neither Word nor PDF"),
        ("T/LIAR", "neither Word nor PDF"),
    ],
)
def test_what_is_refused_and_why(client: SiteClient, symbol: str, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says) as refusal:
        client.document(symbol, "en")
    assert str(refusal.value).startswith(f"{symbol} [en]: ")
    assert "\n" not in str(refusal.value)


def test_a_site_that_is_not_there(tmp_path: Path) -> None:
    nowhere = Site("http://127.0.0.1:9", pause=0.01, attempts=2)
    with (
        SiteClient(nowhere, tmp_path / "cache.sqlite") as client,
        pytest.raises(UnreadableDocument, match="is the network there"),
    ):
        client.document("T/WORD", "en")


def test_what_did_not_change_is_not_sent_again(site: Unruly, tmp_path: Path) -> None:
    for _ in range(2):  # another run, the same cache
        with SiteClient(hurried(site), tmp_path / "cache.sqlite") as client:
            assert client.document("T/TAGGED", "en").data == DOCX
    assert site.asked["/en/T/TAGGED"] == 2
    assert site.headers["/en/T/TAGGED"]["if-none-match"] == '"one"'


class Clock:
    """A clock that only sleeping moves, for what may depend on no machine's speed."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept.append(seconds)


def test_requests_keep_their_distance(
    site: Unruly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("ingest.fetching.site.time", clock)
    with SiteClient(replace(hurried(site), pause=3.0), tmp_path / "cache.sqlite") as client:
        for symbol in ("T/WORD", "T/PAGE"):
            client.document(symbol, "en")
    assert clock.slept == [0.0, 3.0, 3.0]  # the page and the file that it offers are two requests


def test_word_is_asked_for_before_pdf(site: Unruly, client: SiteClient) -> None:
    client.document("T/WORD", "en")
    accepted = site.headers["/en/T/WORD"]["accept"]
    assert accepted.index("wordprocessingml") < accepted.index("pdf") < accepted.index("html")


def test_a_symbol_is_part_of_the_address() -> None:
    site = Site("https://docs.un.org/")
    assert site.address("S/RES/1325(2000)", "ar") == "https://docs.un.org/ar/S/RES/1325(2000)"
    assert site.address("A/55/1 ?x=#y", "en") == "https://docs.un.org/en/A/55/1%20%3Fx%3D%23y"


AT = "https://docs.un.org/ar/A/55/1"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        # a neighbour of the site; the format is a parameter
        (
            '<iframe src="https://documents.un.org/get?s=A/55/1&amp;t=pdf">',
            [Offer("https://documents.un.org/get?s=A/55/1&t=pdf", "pdf")],
        ),
        (
            '<a href="x.PDF">p</a><a href="/x.docx">w</a>',
            [
                Offer("https://docs.un.org/x.docx", "docx"),
                Offer("https://docs.un.org/ar/A/55/x.PDF", "pdf"),
            ],
        ),
        # the old Word has no reader; scripts and mail are no files
        ('<a href="x.doc">w</a><a href="javascript:pdf()">p</a><a href="mailto:pdf@x">m</a>', []),
        # neither another site nor one that only looks alike, nor without a lock
        ('<a href="https://evil-un.org/x.pdf">', []),
        ('<a href="http://documents.un.org/x.pdf">', []),
        ("<a>no address</a><iframe src=''>", []),
    ],
)
def test_offers_of_a_page(page: str, found: list[Offer]) -> None:
    assert list(offers(page, AT)) == found


def test_files_are_called_as_a_build_reads_them() -> None:
    assert file_name("A/RES/55/25", "ar", "docx") == "A_RES_55_25.ar.docx"
