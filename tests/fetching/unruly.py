"""A site on this machine that serves documents, and misbehaves as real ones do."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCX, PDF = b"PK\x03\x04 word", b"%PDF-1.7 portable"
HTML = "text/html; charset=utf-8"


@dataclass
class Unruly:
    """What was asked of the site: how often by path, with which headers last."""

    address: str = ""
    asked: Counter[str] = field(default_factory=Counter)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)


def _page(*offers: str) -> bytes:
    frames = "".join(f'<iframe src="{offer}"></iframe>' for offer in offers)
    return f"<html><body><a href='/about'>About</a>{frames}</body></html>".encode()


@contextmanager
def unruly_site(documents: Mapping[str, bytes] | None = None) -> Iterator[Unruly]:
    """A running site; each path below is a way to behave, those of `documents` give these as Word."""
    seen = Unruly()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(self.path)
            seen.asked[path] += 1
            seen.headers[path] = {name.lower(): value for name, value in self.headers.items()}
            if data := (documents or {}).get(path):
                self.answer(200, WORD, data)
                return
            match path.partition("/en/")[2] or path:
                case "T/WORD":
                    self.answer(200, WORD, DOCX)
                case "T/PDF":
                    self.answer(200, "application/pdf", PDF)
                case "T/PAGE":  # a viewer that shows the PDF and offers Word, among other links
                    self.answer(200, HTML, _page("/get?s=T/PAGE&t=pdf", "/get?s=T/PAGE&t=docx"))
                case "T/PAGE-OF-PDF":  # its Word cannot be had
                    self.answer(200, HTML, _page("/gone.docx", "/get?s=x&t=pdf"))
                case "T/ELSEWHERE":
                    self.answer(200, HTML, _page("http://elsewhere.invalid/x.pdf"))
                case "T/EMPTY-PAGE":
                    self.answer(200, HTML, _page())
                case "/get?s=T/PAGE&t=docx":
                    self.answer(200, WORD, DOCX)
                case "/get?s=T/PAGE&t=pdf" | "/get?s=x&t=pdf":
                    self.answer(200, "application/pdf", PDF)
                case "T/TAGGED":
                    same = self.headers.get("If-None-Match") == '"one"'
                    self.answer(304 if same else 200, WORD, b"" if same else DOCX, ETag='"one"')
                case "T/MOVED":
                    self.answer(302, HTML, b"", Location="/en/T/WORD")
                case "T/CIRCLE":
                    self.answer(302, HTML, b"", Location="/en/T/CIRCLE")
                case "T/BUSY" if seen.asked[path] < 3:  # twice, then it works
                    self.answer(503, HTML, b"busy", **{"Retry-After": "0"})
                case "T/BUSY":
                    self.answer(200, WORD, DOCX)
                case "T/DOWN":
                    self.answer(500, HTML, b"down")
                case "T/CUT":  # the connection ends before the document
                    self.answer(200, "application/pdf", PDF, length=len(PDF) + 1000)
                case "T/SLOW":
                    time.sleep(2)
                    self.answer(200, WORD, DOCX)
                case "T/DRIP":
                    self.drip()
                case "T/HUGE":
                    self.answer(200, "application/pdf", PDF + b"0" * 2_000_000)
                case "T/HUGE-UNSAID":
                    self.drip(piece=b"0" * 100_000, pause=0)
                case "T/TEXT":
                    self.answer(200, "text/plain", b"no document at all")
                case "T/LIAR":  # says PDF, sends a page
                    self.answer(200, "application/pdf", b"<html>error</html>")
                case _:
                    self.answer(404, HTML, b"none")

        def answer(
            self, status: int, kind: str, data: bytes, length: int | None = None, **headers: str
        ) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data) if length is None else length))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)
            self.close_connection = length is not None

        def drip(self, piece: bytes = b"0", pause: float = 0.2) -> None:
            """A document that does not end, without a length."""
            self.send_response(200)
            self.send_header("Content-Type", "application/pdf")
            self.send_header("Connection", "close")
            self.end_headers()
            try:
                self.wfile.write(b"%PDF-")
                for _ in range(100):
                    self.wfile.write(piece)
                    self.wfile.flush()
                    time.sleep(pause)
            except OSError:  # the reader has gone
                pass
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A reader that goes away is expected here."""

    server = Quiet(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    seen.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield seen
    finally:
        server.shutdown()
        server.server_close()
