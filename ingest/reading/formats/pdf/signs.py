"""Signs put right: marks on their letters, what was printed twice, and strokes that are no signs."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.reading.formats.pdf.glyphs import UNKNOWN, Glyph, is_arabic

TOUCHING = 0.1  # of the size: two signs so near are written in one stroke
SOME = 4  # strokes on a page
PUNCTUATION = "،؛؟٪٫٬۔«»‐‑‒–—―‘’“”„†‡•…‰‹›⁄\u0640"
JOINING = "/"  # stands between the two names of a month
NEVER_JOINED = "اأإآٱدذرزوؤةىء"  # to the letter behind them


def put_right(rows: Iterable[Sequence[Glyph]]) -> list[list[Glyph]]:
    """The rows of a page, each from left to right, without doubles and strokes."""
    ordered = [
        _without_doubles(_with_alef(sorted(row, key=lambda glyph: (glyph.left, glyph.right))))
        for row in rows
    ]
    return _without_strokes(ordered)


def is_mark(glyph: Glyph) -> bool:
    """Whether a glyph is a vowel sign: they stand above and below letters, at heights of their own."""
    return all(unicodedata.category(sign) == "Mn" for sign in glyph.text)


def with_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Vowel signs join the letters that they stand on: those that they are written with, or the nearest."""
    letters = [glyph for glyph in glyphs if not is_mark(glyph)]
    borne: dict[int, list[Glyph]] = {}
    written = 0  # letters before the mark
    for glyph in glyphs:
        if not is_mark(glyph):
            written += 1
            continue
        letter = _written_with(letters[max(0, written - 1) : written + 1])
        bearer = letter if letter and _bears(letter, glyph) else _nearest(letters, glyph)
        if bearer:
            borne.setdefault(bearer.place, []).append(glyph)
    return [_bearing(letter, borne.get(letter.place, ())) for letter in letters]


def _written_with(letters: Sequence[Glyph]) -> Glyph | None:
    """Of the letters before and behind a mark, its own: the right one, whichever way the line was written."""
    return max(letters, key=lambda letter: letter.left, default=None)


def _nearest(letters: Sequence[Glyph], mark: Glyph) -> Glyph | None:
    return min(
        (letter for letter in letters if _bears(letter, mark)),
        key=lambda letter: abs(letter.left + letter.right - mark.left - mark.right),
        default=None,
    )


def _bears(letter: Glyph, mark: Glyph) -> bool:
    middle = (mark.left + mark.right) / 2
    return (
        abs(letter.base - mark.base) <= 0.6 * letter.size
        and letter.left - 0.1 * letter.size <= middle <= letter.right + 0.1 * letter.size
        and letter.text[-1].isalpha()
    )


def _bearing(letter: Glyph, marks: Sequence[Glyph]) -> Glyph:
    if not marks:
        return letter
    printed = "".join(sorted({mark for glyph in marks for mark in glyph.text}, key=_shadda_first))
    if all(mark in letter.text for mark in printed):
        return letter
    # An alef and the hamza below it are one letter.
    first = unicodedata.normalize("NFC", letter.text + printed[0])
    text = first if len(first) == len(letter.text) else letter.text + printed[0]
    return letter._replace(text=text + printed[1:])


def _shadda_first(mark: str) -> tuple[bool, str]:
    return mark != "\u0651", mark


def _with_alef(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Behind a lam, and within its width, a sign without a name is the alef of the two."""
    return [
        glyph._replace(text="\u0627")
        if _is_no_name(glyph.text)
        and place + 1 < len(glyphs)
        and glyphs[place + 1].text[0] == "\u0644"
        and glyphs[place + 1].left - glyph.left <= TOUCHING * glyph.size
        else glyph
        for place, glyph in enumerate(glyphs)
    ]


def _without_doubles(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without signs printed twice on one place, as some programs print bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if (
            kept
            and _letters(kept[-1]) == _letters(glyph)
            and abs(kept[-1].left - glyph.left) < 0.1 * glyph.size
        ):
            continue
        kept.append(glyph)
    return kept


def _letters(glyph: Glyph) -> str:
    return "".join(sign for sign in glyph.text if unicodedata.category(sign) != "Mn")


def _is_no_name(text: str) -> bool:
    """Whether a file does not say what a sign is, or gives it a number for a name: no sign of our texts."""
    sign = text[0]
    known = sign.isalnum() or unicodedata.category(sign) in ("Mn", "Sc", "Sm", "So")
    return sign == UNKNOWN or (sign > "\u02ff" and not known and sign not in PUNCTUATION)


def _without_strokes(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Without the strokes that lengthen Arabic words.

    LibreOffice gives them no sign, or any: a bracket, a hyphen, a digit. On a page that has them, that
    sign stands inside words more often than anywhere else.
    """
    inside = [[_lengthens(row, place) for place in range(len(row))] for row in rows]
    strokes: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    for row, among in zip(rows, inside, strict=True):
        for glyph, stroke in zip(row, among, strict=True):
            signs[glyph.text] += 1
            strokes[glyph.text] += stroke
    named = {sign for sign, count in strokes.items() if count >= SOME and count * 2 > signs[sign]}
    return [
        [
            glyph
            for glyph, stroke in zip(row, among, strict=True)
            if glyph.text not in named or not (stroke or glyph.text == UNKNOWN)
        ]
        for row, among in zip(rows, inside, strict=True)
    ]


def _lengthens(row: Sequence[Glyph], place: int) -> bool:
    """Whether what may be a stroke touches, on both sides, letters that are written joined."""
    if row[place].text in JOINING or is_arabic(row[place].text[0]):
        return False
    behind, before = _touched(row, place, -1), _touched(row, place, 1)
    return behind is not None and before is not None and before.text[0] not in NEVER_JOINED


def _touched(row: Sequence[Glyph], place: int, step: int) -> Glyph | None:
    """The Arabic letter next to a sign, or to others like it, if nothing is between."""
    at = place
    while 0 <= at + step < len(row):
        one, other = (row[at], row[at + step]) if step > 0 else (row[at + step], row[at])
        if other.left - one.right > TOUCHING * one.size:
            return None
        at += step
        if row[at].text != row[place].text:
            return row[at] if is_arabic(row[at].text[0]) else None
    return None
