"""The site that documents are got from, asked politely: slowly, with patience, and never too much."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

import hishel
import httpx
from hishel.httpx import CacheTransport
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from graph.model.errors import UnreadableDocument
from ingest.fetching.offers import offers

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES = {WORD: "docx", "application/pdf": "pdf"}
ACCEPT = f"{WORD}, application/pdf;q=0.9, text/html;q=0.5"
BUSY = {429, 500, 502, 503, 504}  # answers of a server that may do better later
MAGIC = {"docx": b"PK\x03\x04", "pdf": b"%PDF-"}  # how the bytes of a format begin


@dataclass(frozen=True, slots=True)
class Site:
    """Where documents stand, and how the site is asked.

    `base` is followed by language and symbol. `pause` is the least time between two requests,
    `patience` how long to wait for the next bytes, `longest` for a whole answer, all in seconds;
    `largest` is in bytes; `attempts` counts the first one.
    """

    base: str = "https://docs.un.org"
    pause: float = 1.0
    patience: float = 30.0
    longest: float = 300.0
    largest: int = 100_000_000
    attempts: int = 4

    def address(self, symbol: str, language: str) -> str:
        """Where a document stands in a language."""
        return f"{self.base.rstrip('/')}/{quote(language)}/{quote(symbol, safe='/()')}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A file as it came: its bytes, its format, and the address that gave it."""

    data: bytes
    format: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page that came instead of a file, and its address."""

    text: str
    address: str


class Busy(Exception):
    """The server asks to come back; `after` says when, in seconds, if it said so."""

    def __init__(self, status: int, after: float | None) -> None:
        super().__init__(f"answered {status}")
        self.after = after


class SiteClient:
    """Asks a site for documents; what it gave once is asked for again only by its ETag.

    `cache` is a file that keeps answers between runs. Use it in a `with` statement.
    """

    def __init__(self, site: Site, cache: Path) -> None:
        self.site = site
        cache.parent.mkdir(parents=True, exist_ok=True)
        storage = hishel.SqliteStorage(database_path=cache, max_stream_size=site.largest)
        self._client = httpx.Client(
            transport=CacheTransport(httpx.HTTPTransport(), storage=storage, rfc=True),
            timeout=httpx.Timeout(site.patience),
            follow_redirects=True,
            max_redirects=5,
            # A copy that is held is good only if the site says that nothing changed.
            headers={"Accept": ACCEPT, "Cache-Control": "no-cache", "User-Agent": "mandates"},
        )
        self._last = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._client.close()

    def document(self, symbol: str, language: str) -> Answer:
        """The file of a document, Word before PDF. Raises UnreadableDocument with the reason."""
        address = self.site.address(symbol, language)
        named = f"{symbol} [{language}]"
        answer = self._asked(address, named)
        if isinstance(answer, Answer):
            return answer
        refusal = UnreadableDocument(
            f"{named}: {address} shows a page that offers neither Word nor PDF: is there such a document?"
        )
        for offer in offers(answer.text, answer.address):
            try:
                offered = self._asked(offer.address, named)
            except UnreadableDocument as error:
                refusal = error  # the next format may do better
                continue
            if isinstance(offered, Answer):
                return offered
        raise refusal

    def _asked(self, address: str, named: str) -> Answer | Page:
        """One file, or the text of a page; what a server may mend is asked for again, later and later."""
        retrying = Retrying(
            stop=stop_after_attempt(self.site.attempts),
            wait=self._wait,
            retry=retry_if_exception_type((Busy, httpx.TransportError)),
            reraise=True,
        )
        try:
            return retrying(self._once, address, named)
        except Busy as error:
            raise UnreadableDocument(
                f"{named}: {address} {error} {self.site.attempts} times: try again later"
            ) from error
        except httpx.TooManyRedirects as error:
            raise UnreadableDocument(f"{named}: {address} leads round in a circle") from error
        except httpx.TimeoutException as error:
            raise UnreadableDocument(
                f"{named}: {address} did not answer within {self.site.patience:.0f} s: try again later"
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise UnreadableDocument(
                f"{named}: {address}: {error or type(error).__name__}: is the network there?"
            ) from error

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        backoff = wait_random_exponential(multiplier=self.site.pause, max=60)(state)
        after = error.after if isinstance(error, Busy) and error.after is not None else 0.0
        return max(backoff, min(after, self.site.longest))

    def _once(self, address: str, named: str) -> Answer | Page:
        time.sleep(max(0.0, self._last + self.site.pause - time.monotonic()))
        self._last = time.monotonic()
        with self._client.stream("GET", address) as response:
            self._refused(response, address, named)
            data = b"".join(self._bytes(response, named))
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "text/html":
            text = data.decode(response.encoding or "utf-8", "replace")
            return Page(text, str(response.url))
        format = MEDIA_TYPES.get(kind) or next(
            (each for each, begins in MAGIC.items() if data.startswith(begins)), None
        )
        if format is None or not data.startswith(MAGIC[format]):
            raise UnreadableDocument(
                f"{named}: {address} answered {kind or 'something'} that is neither Word nor PDF"
            )
        return Answer(data, format, str(response.url))

    def _refused(self, response: httpx.Response, address: str, named: str) -> None:
        status = response.status_code
        if status == 404:
            raise UnreadableDocument(f"{named}: {address} has no such document in this language")
        if status in BUSY:
            after = response.headers.get("retry-after", "")
            raise Busy(status, float(after) if after.isdecimal() else None)
        if status != 200:
            raise UnreadableDocument(
                f"{named}: {address} answered {status}: {response.reason_phrase}"
            )
        if int(response.headers.get("content-length") or 0) > self.site.largest:
            raise self._too_large(named)

    def _bytes(self, response: httpx.Response, named: str) -> Iterator[bytes]:
        """The answer, as long as it is neither too large nor too slow: bytes that drip are no timeout."""
        received, begun = 0, time.monotonic()
        for piece in response.iter_bytes():
            received += len(piece)
            if received > self.site.largest:
                raise self._too_large(named)
            if time.monotonic() - begun > self.site.longest:
                raise UnreadableDocument(
                    f"{named}: not whole after {self.site.longest:.0f} s: try again later"
                )
            yield piece

    def _too_large(self, named: str) -> UnreadableDocument:
        return UnreadableDocument(
            f"{named}: larger than {self.site.largest / 1e6:.0f} MB; --largest allows more"
        )
