"""Labels of lists that a format counts and does not store: letters, Roman and Chinese numerals."""

from __future__ import annotations

from collections.abc import Callable

BULLET = "•"  # whatever a font shows in its place
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
LATIN = "abcdefghijklmnopqrstuvwxyz"
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
HIJAI = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя"
HAN = "一二三四五六七八九"


def letters(alphabet: str) -> Callable[[int], str]:
    """Labels by letter: behind the last one they are doubled (z, aa, bb)."""

    def label(number: int) -> str:
        times, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (times + 1)

    return label


def roman(number: int) -> str:
    """A number in small Roman numerals."""
    written = ""
    for value, letter in ROMAN:
        times, number = divmod(number, value)
        written += letter * times
    return written


def han(number: int) -> str:
    """A number under a hundred in Chinese numerals (十二); others in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    leading = "" if tens < 2 else HAN[tens - 1]
    return leading + ("十" if tens else "") + (HAN[ones - 1] if ones else "")
