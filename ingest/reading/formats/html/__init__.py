"""HTML, as saved from official sites and the pages of bodies: main content, lists, tables, footnotes."""

from ingest.reading.formats.html.reader import Html

__all__ = ["Html"]
