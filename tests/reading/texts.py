"""Short texts read as documents: a ninth session that decides, a tenth that takes it up."""

from __future__ import annotations

import hashlib

from ingest.packs import load_packs
from ingest.reading import outline_document, read_document
from ingest.records import Given, Outline, Paragraph, Reading, Source
from tests.reading.ninth_session import REPORT_NAME, REPORTS
from tests.reading.tenth_session import AGENDA_NAME, AGENDAS

ABJAD = list("أبجدهوزحطيكلمنسعفصقرشتثخ")  # the order of Arabic labels
# enough words after a short text that it is long enough to count as one line without lines
PADDING = {"en": "Nothing else was said that day. ", "ar": "ولم يقل شيء آخر في ذلك اليوم. "}


def source(text: str | bytes, name: str = "letter.en.txt") -> Source:
    """A file as `open_source` would give it."""
    data = text.encode() if isinstance(text, str) else text
    return Source(name, data, hashlib.sha256(data).hexdigest(), "text/plain")


def outline(text: str, name: str = REPORT_NAME.format("en"), **given: str) -> Outline:
    """The structure of a text."""
    return outline_document(source(text, name), load_packs(), Given(**given))


def reading(text: str, name: str = REPORT_NAME.format("en"), **given: str) -> Reading:
    """What a text says."""
    return read_document(source(text, name), load_packs(), Given(**given))


def words(found: Outline | Reading, paragraph: Paragraph) -> str:
    """The words of a paragraph, its label included."""
    return found.text.repaired[paragraph.start : paragraph.end]


def ends(found: Reading, relation: str) -> set[tuple[str, str]]:
    """The pairs that a relation joins."""
    return {(edge.source, edge.target) for edge in found.edges if edge.type == relation}


def report(language: str) -> Reading:
    """The report of the ninth session as read in a language."""
    return reading(REPORTS[language], REPORT_NAME.format(language))


def agenda(language: str) -> Reading:
    """The annotated agenda of the tenth session as read in a language."""
    return reading(AGENDAS[language], AGENDA_NAME.format(language))
