"""Glyphs: what stands on a page, sign by sign, with its place; from pdfium."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from ctypes import c_double
from functools import cache
from typing import Any, NamedTuple

FORMS = range(0xFB00, 0xFF00)  # of letters that Unicode has apart from the letters
PRESENTATION_FORMS = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00))
ASLANT = 0.06  # of a quarter; signs written aslant are stamps
BEYOND_DOUBT = 0x80  # signs below it are what their code says
BOLD = 600
SPACES = (0x09, 0x0A, 0x0D, 0x20, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000)
HYPHEN_AT_LINE_END = 2  # as pdfium gives it
NO_SIGNS = (0xFFFD, 0xFFFE, 0xFFFF)
Point = tuple[float, float]
UNKNOWN = "\ufffd"  # a sign of which the file does not say what it stands for


class Glyph(NamedTuple):
    """A sign on a page: a letter, or a ligature that stands for several, and where it is, in points.

    `text` is in the order in which it is read. `left` is where the pen was set down, `base` the height of
    the line that it wrote on; all measures are those of the page turned so that the sign stands upright,
    by `turned` quarters. `place` counts the signs of the page as they were written, `spaces` and `written`
    the spaces before it: all that pdfium sees, and those that have a place of their own.
    """

    text: str
    left: float
    right: float
    base: float
    bottom: float
    top: float
    size: float
    bold: bool
    place: int
    spaces: int
    written: int
    turned: int = 0


def glyphs_of(page: Any) -> list[Glyph]:
    """The glyphs of a page of pdfium, without spaces: where words end, the gaps tell."""
    reach = page.get_textpage()
    try:
        return list(_units(reach))
    finally:
        reach.close()


def _units(reach: Any) -> Iterator[Glyph]:
    """Signs that share one place are one glyph.

    Of a ligature pdfium gives the letters one by one, and turned around where it runs from right to
    left; but not where the ligature is a sign of its own in Unicode, which it takes apart rightly.
    """
    waiting: list[Glyph] = []
    for glyph in _signs(reach):
        if waiting and not _one_place(waiting[-1], glyph):
            yield _unit(waiting)
            waiting = []
        waiting.append(glyph)
    if waiting:
        yield _unit(waiting)


def _one_place(one: Glyph, other: Glyph) -> bool:
    return (one.left, one.right, one.base) == (other.left, other.right, other.base)


def _unit(signs: list[Glyph]) -> Glyph:
    if len(signs) == 1:
        return signs[0]
    text = "".join(sign.text for sign in signs)
    if any(map(is_arabic, text)) and not (
        text in _taken_apart() and text[::-1] not in _taken_apart()
    ):
        text = text[::-1]
    while any(map(str.isalpha, text)) and unicodedata.category(text[0]) == "Mn":
        text = text[1:] + text[0]
    return signs[0]._replace(text=text)


@cache
def _taken_apart() -> frozenset[str]:
    forms = (unicodedata.normalize("NFKC", chr(code)) for code in PRESENTATION_FORMS)
    return frozenset(form for form in forms if len(form) > 1)


def is_arabic(sign: str) -> bool:
    """Whether a sign is an Arabic letter (or one of another script that runs like it)."""
    return sign.isalpha() and unicodedata.bidirectional(sign) in ("AL", "R")


def _is_no_sign(code: int) -> bool:
    return code < 0x20 or 0xD800 <= code < 0xE000 or code in NO_SIGNS or code > 0x10FFFF


def _signs(reach: Any) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    x, y = c_double(), c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    spaces = written = 0
    space: Point | None = None
    before: Point = (0.0, 0.0)
    size, bold, turned = 0.0, False, 0
    for place in range(pdfium.FPDFText_CountChars(reach)):
        code = pdfium.FPDFText_GetUnicode(reach, place)
        pdfium.FPDFText_GetCharOrigin(reach, place, x, y)
        here = (x.value, y.value)
        if code in SPACES:
            space = here
            continue
        if code == HYPHEN_AT_LINE_END:
            code = ord("-")
        elif _is_no_sign(code) or (
            code >= BEYOND_DOUBT and pdfium.FPDFText_HasUnicodeMapError(reach, place) == 1
        ):
            code = ord(UNKNOWN)
        pdfium.FPDFText_GetLooseCharBox(reach, place, box)
        if space is not None or here[1] != before[1] or not place:
            # The signs of a word are of one font.
            pdfium.FPDFText_GetMatrix(reach, place, matrix)
            size = pdfium.FPDFText_GetFontSize(reach, place) * math.hypot(matrix.c, matrix.d)
            bold = pdfium.FPDFText_GetFontWeight(reach, place) >= BOLD
            turned = _quarters(matrix)
        spaces += space is not None
        written += space is not None and space not in (before, here)
        before, space = here, None
        if turned < 0:
            continue
        left, base = upright(*here, turned)
        corners = (box.left, box.bottom), (box.right, box.top)
        if turned:
            corners = upright(*corners[0], turned), upright(*corners[1], turned)
        (one, low), (other, high) = corners
        yield Glyph(
            unicodedata.normalize("NFKC", chr(code)) if code in FORMS else chr(code),
            round(left, 2),
            round(max(one, other), 2),
            round(base, 2),
            min(low, high),
            max(low, high),
            size,
            bold,
            place,
            spaces,
            written,
            turned,
        )


def _quarters(matrix: Any) -> int:
    """By how many quarters a sign is turned to the left; -1 where it stands aslant."""
    angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    return round(angle) % 4 if abs(angle - round(angle)) < ASLANT else -1


def upright(x: float, y: float, turned: int) -> Point:
    """A point of the page, on the page turned to the right by so many quarters."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turned]
