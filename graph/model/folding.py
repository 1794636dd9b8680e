"""The one fold of text: what search and pattern matching see instead of the letters as typed."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache

TATWEEL = "\u0640"
WORTH_REMEMBERING = 10_000  # characters
# Hamza seats and alef maqsura are typed either way in UN documents of one and the same day.
UNIFIED = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ە": "ه"}
UNIFIED |= {"ё": "е"}  # and so are the two dots of this letter in Russian


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


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """Fold `text` and say where each folded character came from.

    Returns the folded text and offsets, one more than it has characters: entry i is the offset in
    `text` of the character that gave folded character i; the last entry is len(text).
    """
    # Every stage of a reading folds the whole document again.
    return _remembered(text) if len(text) > WORTH_REMEMBERING else _fold_with_offsets(text)


def _fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    folds = {character: fold_character(character) for character in set(text)}
    offsets = array("i")
    for position, character in enumerate(text):
        size = len(folds[character])
        if size == 1:
            offsets.append(position)
        else:
            offsets.extend([position] * size)
    offsets.append(len(text))
    return "".join([folds[character] for character in text]), offsets


_remembered = lru_cache(maxsize=4)(_fold_with_offsets)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text folded, each once; a null, at which SQLite would stop, parts two words."""
    return tuple(dict.fromkeys(fold(text).replace("\0", " ").split()))
