"""PDF: pages of glyphs become a text of paragraphs, each line of which keeps its page and box."""

from __future__ import annotations

from graph.model.errors import UnreadableDocument
from ingest.records import Extracted, Given, Repair, Source

HEADER_WITHIN = 1024  # bytes, as readers of PDF take it


class Pdf:
    """Reads PDF files with pdfium; order, paragraphs and furniture of pages are found from geometry."""

    media_type = "application/pdf"
    endings = (".pdf",)
    apart = True

    def read(self, source: Source, given: Given) -> Extracted:
        """The text of all pages; raises UnreadableDocument for a file that is none, or has no text."""
        if b"%PDF-" not in source.data[:HEADER_WITHIN]:
            raise UnreadableDocument(
                f"{source.name}: not a PDF: give the file the ending of its real format"
            )
        # What follows loads pdfium: only in the process that reads.
        from ingest.reading.formats.pdf.composing import composed
        from ingest.reading.formats.pdf.doubt import doubts
        from ingest.reading.formats.pdf.opening import pages_of, told

        pages = pages_of(source, given)
        found, dropped = composed(pages)
        notes = list(told(pages))
        if not found.text.strip():
            raise UnreadableDocument(f"{source.name}: {notes[0] if notes else 'it has no pages'}")
        doubted = doubts(source.data, pages, found)
        notes += doubted.notes
        repairs = (Repair("page head or foot", dropped),) if dropped else ()
        return Extracted(found.text, found.places, tuple(notes), repairs, doubted.trust)
