"""The reader for HTML."""

from __future__ import annotations

from ingest.records import Extracted, Given, Source

LEAST = 0.3  # of a page's words in what was taken for its main content; less is told to the user


class Html:
    """Reads a saved page: its main content, with the labels and rows that a browser would show."""

    media_type = "text/html"
    endings = (".html", ".htm", ".xhtml")
    apart = True

    def read(self, source: Source, given: Given) -> Extracted:
        """The text of the page, a block a line; the language is what the page says it is."""
        # Whoever reads no HTML need not wait for these.
        from lxml.etree import ParserError
        from lxml.html import HTMLParser, document_fromstring

        from graph.model.errors import UnreadableDocument
        from ingest.reading.formats.html.content import main_content
        from ingest.reading.formats.html.lines import Lines

        try:
            page = document_fromstring(source.data, HTMLParser(encoding=_encoding(source.data)))
        except (ParserError, ValueError) as error:
            raise UnreadableDocument(f"{source.name}: no HTML: {error}") from error
        language = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        code = language.partition("-")[0].lower() or None
        everything = len("".join(page.itertext()).split())
        content, marked = main_content(page, given.language or code)
        text = "\n".join(Lines().of(content))
        notes = []
        if not marked and len(text.split()) < LEAST * everything:
            notes.append("little of the page was taken for its text: look at `mandates text`")
        return Extracted(text + "\n" if text else "", notes=tuple(notes), language=code)


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are that, whatever the page says; else what the page says."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"
