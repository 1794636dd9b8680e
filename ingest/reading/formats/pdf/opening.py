"""Opening a PDF: its pages with what stands on them, or one line that says why there are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium

from graph.model.errors import UnreadableDocument
from ingest.reading.formats.pdf.glyphs import Glyph, glyphs_of
from ingest.records import Given, Source

SAID = {
    "password": "encrypted: save it without a password",
    "format": "damaged or cut off: is the download complete?",
    "security": "protected in a way that cannot be read: print it into a new PDF",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number, its height in points, what stands on it, and what there is to say of it."""

    number: int
    height: float
    glyphs: tuple[Glyph, ...]
    notes: tuple[str, ...] = ()


def pages_of(source: Source, given: Given) -> list[Page]:
    """The pages of a PDF; raises UnreadableDocument where it cannot be opened."""
    try:
        document = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        why = next((says for word, says in SAID.items() if word in str(error).lower()), None)
        raise UnreadableDocument(f"{source.name}: {why or 'damaged, or not a PDF'}") from error
    with document:
        return list(_pages(document, given))


def _pages(document: pdfium.PdfDocument, given: Given) -> Iterator[Page]:
    for place in range(len(document)):
        number = place + 1
        try:
            page = document[place]
        except pdfium.PdfiumError:
            yield Page(number, 0.0, (), (f"page {number} is damaged",))
            continue
        height = page.get_height()
        glyphs = tuple(glyphs_of(page))
        notes = () if glyphs else (f"page {number} has no text: a scan? --ocr reads it",)
        page.close()
        yield Page(number, height, glyphs, notes)
