"""The declared folds: made in every Arabic text, damaged or not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from ingest.reading.clean.glyphs import Glyphs

_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
KASHIDA = re.compile("\u0640+")
DECLARED = ("presentation form", "kashida", "Arabic-Indic digit")
_DIGITS = {0x660 + digit: str(digit) for digit in range(10)}
_ARABIC_DIGIT = re.compile("[\u0660-\u0669]")


def letters(text: Glyphs, counts: Counter[str]) -> Glyphs:
    """Presentation forms to letters (NFKC); a ligature's letters all stand at its place."""

    def fold(match: re.Match[str]) -> Glyphs:
        folded = unicodedata.normalize("NFKC", match[0])
        origin = text.origins[match.start()]
        return Glyphs(folded, (origin, *(-1 for _ in folded[1:])))

    text, count = text.substituted(_FORMS, fold)
    if count:
        counts["presentation form"] += count
    return text


def kashida(text: Glyphs, counts: Counter[str]) -> Glyphs:
    """Without kashida."""
    text, count = text.without(KASHIDA)
    if count:
        counts["kashida"] += count
    return text


def digits(text: Glyphs, counts: Counter[str]) -> Glyphs:
    """Arabic-Indic digits to ASCII digits."""
    count = len(_ARABIC_DIGIT.findall(text.chars))
    if not count:
        return text
    counts["Arabic-Indic digit"] += count
    return text.mapped(_DIGITS)
