"""What a line is made of when its order is in question: words, numbers, symbols, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

LETTERS = "\u0621-\u0652\u0670"
DIGITS = "0-9\u0660-\u0669"
ATOM = re.compile(
    # a symbol, with its brackets where they were drawn with it
    r"(?P<latin>\([A-Za-z][^()\u0600-\u06ff]*\)|[A-Za-z][A-Za-z0-9./_-]*)"
    # slash, point, comma and colon keep digits together (UAX #9, W4); a hyphen does not
    rf"|(?P<number>[{DIGITS}]+(?:[/.,:][{DIGITS}]+)*)"
    rf"|(?P<word>[{LETTERS}]+)"
    r"|(?P<mark>[^\s])"
)
STOPS = frozenset(".،؛:؟!")
CLOSING = STOPS | {")"}
BRACKETS = frozenset("()[]\"‘’“”/-–`'")


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """What is never broken: a word or part of one, a number, a symbol, a mark.

    `text` is without vowel signs; the atom stands at line[start:end], after `gap` spaces. `cost`
    tells what speaks against a word being one, `broken` if it may be part of one; `hard` if it is
    a chunk of its own by the Unicode bidirectional algorithm.
    """

    kind: str
    text: str
    start: int
    end: int
    gap: int
    cost: float = 0.0
    hard: bool = False
    broken: bool = False


EDGE = Atom("edge", "", 0, 0, 0)


def glued(first: Atom, second: Atom) -> bool:
    """Whether the two are run together as one string of letters."""
    return second.gap == 0 and first.kind == second.kind == "word"


def sealed(first: Atom, second: Atom) -> bool:
    """Whether one chunk never holds both: numbers, brackets and symbols stand alone.

    But a stop beside a bracket may have been drawn with it: `). ١/٦المقرر (`, `) أ: (التالية`.
    """
    if first.text == ")" and second.text in STOPS:
        return second.gap > 0
    if first.text in STOPS and second.text == "(":
        return second.gap == 0
    return first.hard or second.hard


def apart(first: Atom, second: Atom) -> bool:
    """Whether print sets a space between the two."""
    if first.kind != "mark":
        return second.kind != "mark" or second.text in "(["
    return first.text in CLOSING and (second.kind != "mark" or second.text in "(")
