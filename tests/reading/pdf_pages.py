"""PDF files made by hand: a page for each content stream."""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def pdf(*pages: bytes, picture: bool = False) -> bytes:
    """A PDF whose pages have these contents, in Times; with `picture`, a grey square can be drawn as /I."""
    kids = " ".join(f"{5 + 2 * place} 0 R" for place in range(len(pages)))
    square = zlib.compress(bytes(100 * 100))
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        stream(
            square,
            b"/Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8",
        ),
    ]
    for place, page in enumerate(pages):
        drawn = b"/XObject<</I 4 0 R>>" if picture else b""
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R" % (6 + 2 * place)
            + b"/Resources<</Font<</F 3 0 R>>"
            + drawn
            + b">>>>",
            stream(zlib.compress(page)),
        ]
    return written(objects)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream object."""
    head = b"<</Length %d/Filter/FlateDecode" % len(data)
    return head + entries + b">>stream\n" + data + b"\nendstream"


def written(objects: Sequence[bytes]) -> bytes:
    """Objects as a file, with its table of places."""
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + content + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>startxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            len(out),
        )
    )


def lines(*rows: tuple[float, float, float, str]) -> bytes:
    """Text shown at places: left, height, size, words."""
    return (
        b"BT "
        + b"".join(
            f"/F {size} Tf 1 0 0 1 {left} {height} Tm ({words}) Tj ".encode("latin-1")
            for left, height, size, words in rows
        )
        + b"ET"
    )
