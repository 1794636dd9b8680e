"""Opening a PDF: its pages with what stands on them, or one line that says why there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from graph.model.errors import UnreadableDocument
from ingest.reading.formats.pdf.glyphs import Glyph, glyphs_of
from ingest.reading.formats.pdf.recognition import Recognizer, has_picture, recognizer_of
from ingest.records import Given, Source

SAID = {
    "password": "encrypted: save it without a password",
    "format": "damaged or cut off: is the download complete?",
    "security": "protected in a way that cannot be read: print it into a new PDF",
}
TOLD = {
    "scan": "no text, a picture only: a scan; --ocr reads it where Tesseract is installed",
    "empty": "no text",
    "recognized": "a scan, read by character recognition: compare with the page",
    "damaged": "damaged, left out",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number, its width and height in points, what stands on it, and how that was found.

    `how` is "text", "scan" (nothing to read), "recognized" (by its looks) or "damaged"; `trust` is how
    sure the recognition was.
    """

    number: int
    size: tuple[float, float]
    glyphs: tuple[Glyph, ...]
    how: str = "text"
    trust: float = 1.0


def pages_of(source: Source, given: Given) -> list[Page]:
    """The pages of a PDF; raises UnreadableDocument where it cannot be opened."""
    try:
        document = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        why = next((says for word, says in SAID.items() if word in str(error).lower()), None)
        raise UnreadableDocument(f"{source.name}: {why or 'damaged, or not a PDF'}") from error
    recognizer = recognizer_of(source, given) if given.ocr else None
    return [_page(document, place, recognizer) for place in range(len(document))]


def _page(document: pdfium.PdfDocument, place: int, recognizer: Recognizer | None) -> Page:
    number = place + 1
    try:
        page = document[place]
    except pdfium.PdfiumError:
        return Page(number, (0.0, 0.0), (), "damaged")
    width, height = page.get_size()
    # places on a page are those before it is turned to be shown
    size = (height, width) if page.get_rotation() % 180 else (width, height)
    glyphs = tuple(glyphs_of(page))
    if glyphs:
        return Page(number, size, glyphs)
    if recognizer is None or not has_picture(page):
        return Page(number, size, (), "scan" if has_picture(page) else "empty")
    glyphs, trust = recognizer.read(page)
    return Page(number, size, glyphs, "recognized", trust)


def told(pages: Sequence[Page]) -> Iterator[str]:
    """What there is to say of the pages, a line for each kind of page."""
    for how, says in TOLD.items():
        numbers = [page.number for page in pages if page.how == how]
        if numbers:
            yield f"{listed(numbers)}: {says}"


def listed(numbers: Sequence[int]) -> str:
    """Numbers of pages in words: "page 3", "pages 1, 4–6"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page{'s' if len(numbers) > 1 else ''} {said}"
