"""The one fold of text: what search and pattern matching see instead of the letters as typed."""

from __future__ import annotations

import unicodedata
from functools import cache

TATWEEL = "\u0640"
# Hamza seats and alef maqsura are typed either way in UN documents of one and the same day.
UNIFIED = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ە": "ه"}


@cache
def fold_character(character: str) -> str:
    """Fold one character to nothing (marks, kashida, controls) or to what it is compared as."""
    if character == TATWEEL:
        return ""
    folded = []
    for piece in unicodedata.normalize("NFKC", character):
        category = unicodedata.category(piece)
        if category in ("Mn", "Me", "Cf"):
            continue
        if category == "Nd":
            folded.append(str(unicodedata.digit(piece)))
        elif category == "Zs" or piece in "\n\r\t\f\v":
            folded.append(" ")
        else:
            for letter in piece.lower():
                base = unicodedata.normalize("NFD", letter)[0] if letter < "\u0250" else letter
                folded.append(UNIFIED.get(base, base))
    return "".join(folded)


def fold(text: str) -> str:
    """Fold `text` for comparison.

    NFKC, lower case, ASCII digits, no marks, no kashida, alef and ya unified.
    """
    return "".join(map(fold_character, text))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Fold `text` and say where each folded character came from.

    Returns the folded text and a list one longer than it: entry i is the offset in `text` of the
    character that gave folded character i; the last entry is len(text).
    """
    pieces: list[str] = []
    offsets: list[int] = []
    for position, character in enumerate(text):
        folded = fold_character(character)
        pieces.append(folded)
        offsets.extend([position] * len(folded))
    offsets.append(len(text))
    return "".join(pieces), offsets
