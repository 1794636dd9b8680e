"""Ways in which extraction from PDF damages a line of clean Arabic: to be undone by `clean`.

Each takes a line and a source of chance and gives the damaged line. The kinds are those that the
annotated agenda CTOC/COP/2008/1 shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from random import Random

_LETTER = "\u0621-\u063a\u0641-\u064a"
_MARK = "\u064b-\u0652"
_JOINS = set("بتثجحخسشصضطظعغفقكلمنهيئ")  # letters that join to the next one
_WORD = re.compile(f"[{_LETTER}{_MARK}]+")
# Drawn as one glyph where they begin a joined group: at the start or after a letter that joins not.
_LIGATURE = re.compile(f"(?<![{''.join(_JOINS)}{_MARK}])(?:لمج|ته|به|نه)(?=[{_LETTER}])")
_CHUNK = re.compile(
    r"(?P<latin>[A-Za-z][A-Za-z0-9./-]*)|(?P<number>[0-9\u0660-\u0669]+(?:[/.,:][0-9\u0660-\u0669]+)*)"
    r"|(?P<mark>[()\[\]\"/-])|(?P<text>[^A-Za-z0-9\u0660-\u0669()\[\]\"/-]+)"
)

Damage = Callable[[str, Random], str]


def stretch(line: str, chance: Random) -> str:
    """Kashida between joined letters, as justified lines have it."""
    pieces = [
        first + "\u0640" * chance.choice((1, 1, 2, 3))
        if first in _JOINS and re.match(f"[{_LETTER}]", second) and chance.random() < 0.25
        else first
        for first, second in pairwise(line)
    ]
    return "".join(pieces) + line[-1:]


def indic_digits(line: str, chance: Random) -> str:
    """Arabic-Indic digits."""
    return line.translate({ord(str(digit)): chr(0x660 + digit) for digit in range(10)})


def presentation_forms(line: str, chance: Random) -> str:
    """Some letters as the glyphs that draw them."""
    forms = {"ه": "\ufeeb", "ب": "\ufe91", "م": "\ufee3", "ا": "\ufe8d"}
    return "".join(
        forms[char] if char in forms and chance.random() < 0.1 else char for char in line
    )


def space_in_word(line: str, chance: Random) -> str:
    """A space inside some longer words."""

    def split(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < 5 or chance.random() > 0.12:
            return word
        place = chance.randrange(2, len(word) - 1)
        return word if re.match(f"[{_MARK}]", word[place]) else f"{word[:place]} {word[place:]}"

    return _WORD.sub(split, line)


def drop_ligatures(line: str, chance: Random) -> str:
    """Ligatures that a font draws as one glyph are missing."""
    return _LIGATURE.sub("", line)


def visual_order(line: str, chance: Random) -> str:
    """The line's chunks from left to right: numbers, symbols and marks apart, some words as well."""
    chunks: list[str] = []
    for match in _CHUNK.finditer(line):
        if match.lastgroup != "text":
            chunks.append(match[0])
            continue
        chunk = ""
        for word in re.findall(r"\s*\S+|\s+", match[0]):
            if chunk and chance.random() < 0.08:
                chunks.append(chunk + " " * chance.choice((0, 1, 3, 6)))
                chunk = ""
                word = word.lstrip() if chance.random() < 0.4 else word
            chunk += word
        chunks.append(chunk)
    return "".join(reversed(chunks))


def number_before_word(line: str, chance: Random) -> str:
    """`المادة 22` as `22المادة`, and turned brackets around letters, all else in its place."""
    line = re.sub(
        rf"([{_LETTER}]+) ([0-9\u0660-\u0669]+(?:/[0-9\u0660-\u0669]+)?)\b", r"\2\1", line
    )
    return re.sub(r"\(([^()]{1,4})\)", r")\1(", line)


def cut_at_line_end(line: str, chance: Random) -> str:
    """Broken into lines of print, some of them inside a word."""
    pieces: list[str] = []
    while len(line) > 90:
        place = chance.randrange(60, 85)
        in_word = re.match(f"[{_LETTER}]{{4}}", line[place - 2 : place + 2])
        if not in_word or chance.random() < 0.5:
            place = line.find(" ", place) + 1 or len(line)
        pieces.append(line[:place].rstrip())
        line = line[place:].lstrip()
    return "\n".join([*pieces, line])


def everything(line: str, chance: Random) -> str:
    """All kinds of damage at once, as the real document has them."""
    for damage in (drop_ligatures, indic_digits, visual_order, stretch):
        line = damage(line, chance)
    return line


KINDS: dict[str, Damage] = {
    "kashida": stretch,
    "Arabic-Indic digits": indic_digits,
    "presentation forms": presentation_forms,
    "spaces in words": space_in_word,
    "dropped ligatures": drop_ligatures,
    "visual order": visual_order,
    "number before its word": number_before_word,
    "cut at line ends": cut_at_line_end,
    "everything": everything,
}
