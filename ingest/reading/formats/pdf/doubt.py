"""Doubt: how far the text of each page can be trusted, and which pages need a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.reading.formats.pdf.composing import Composed
from ingest.reading.formats.pdf.glyphs import UNKNOWN
from ingest.reading.formats.pdf.opening import Page, listed
from ingest.reading.formats.pdf.second_opinion import (
    AGREEMENT,
    FEWEST,
    agreement,
    letters_in,
    second_opinions,
)

NAMELESS = 0.02  # of the signs of a page; more is a font that does not say what it draws


@dataclass(frozen=True, slots=True)
class Doubts:
    """How far a text can be trusted, and why not further, a line each."""

    trust: float
    notes: tuple[str, ...]


def doubts(data: bytes, pages: Sequence[Page], found: Composed) -> Doubts:
    """Compare the pages with what a second reader sees in them, and count the signs without a name.

    Strokes without a name that only lengthen words are none of these: they are not in what was composed.
    """
    printed = [page for page in pages if page.how == "text"]
    texts = {page.number: "".join(glyph.text for glyph in page.glyphs) for page in pages}
    letters = {page.number: letters_in(texts[page.number]) for page in printed}
    compared = [number for number, found in letters.items() if found.total() >= FEWEST]
    opinions = second_opinions(data, compared)
    agreed = {number: agreement(letters[number], other) for number, other in opinions.items()}
    differing = [number for number, share in sorted(agreed.items()) if share < AGREEMENT]
    nameless = dict.fromkeys(texts, 0.0) | {
        number: text.count(UNKNOWN) / len(text) for number, text in _by_page(found).items()
    }
    unnamed = [number for number, share in nameless.items() if share > NAMELESS]
    notes = []
    if differing:
        notes.append(
            f"{listed(differing)}: two readers of PDF disagree on the letters: compare with the page"
        )
    if unnamed:
        notes.append(f"{listed(unnamed)}: signs of which the file does not say what they are")
    total = sum(map(len, texts.values()))
    trusted = sum(
        len(texts[page.number])
        * page.trust
        * (agreed[page.number] if page.number in differing else 1.0)
        * (1 - nameless[page.number])
        for page in pages
    )
    return Doubts(round(trusted / total, 4) if total else 1.0, tuple(notes))


def _by_page(found: Composed) -> dict[int, str]:
    texts: dict[int, str] = {}
    for place in found.places:
        texts[place.page] = texts.get(place.page, "") + found.text[place.start : place.end]
    return texts
