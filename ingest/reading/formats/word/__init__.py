"""Word: paragraphs in reading order, the labels that lists compute, tables, footnotes."""

from ingest.reading.formats.word.reader import OldWord, Word

__all__ = ["OldWord", "Word"]
