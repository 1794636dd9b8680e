"""Reading order: from signs as they stand on a line, left to right, to the text that they spell.

A page of Arabic shows letters from right to left, and numbers and Latin words inside from left to right:
the order of the text went through the Unicode bidirectional algorithm, and is found back here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

SPACE = " "
OPENING = dict(zip("([{«<‘“", ")]}»>’”", strict=True))
CLOSING = {closing: opening for opening, closing in OPENING.items()}
SEPARATORS = "/.,:\u00a0"  # of the parts of a number
STOPS = ".,;:؛،؟!"
AT_THE_END = f"{STOPS})]}}»"


def kind(sign: str) -> str:
    """What a sign is for the order of a line: "R", "L", "N" (a digit), or "" for what takes its side."""
    found = unicodedata.bidirectional(sign[0])
    if found in ("R", "AL"):
        return "R"
    if found in ("EN", "AN"):
        return "N"
    return "L" if found == "L" else ""


def runs_right_to_left(signs: Sequence[str], page: bool) -> bool:
    """Whether a line is one of a text from right to left; `page` says whether its page is.

    A line of such a page without an Arabic letter may be a Latin paragraph: then its point stands at
    its right end.
    """
    kinds = [kind(sign) for sign in signs]
    right, left = kinds.count("R"), kinds.count("L")
    if not page:
        return right > left
    if right or not left:
        return True
    return kinds[0] != "L" or signs[-1][0] not in AT_THE_END


def in_reading_order(signs: Sequence[str], right_to_left: bool) -> str:
    """The text of a line whose signs, spaces among them, are given from left to right."""
    if not right_to_left:
        return _left_to_right(signs)
    pieces: list[str] = []
    mirrored: list[bool] = []
    place = 0
    while place < len(signs):
        end = _end_of_run(signs, place)
        piece = "".join(signs[place:end]) if end > place else signs[place]
        mirrored.append(end == place and piece in (*OPENING, *CLOSING))
        pieces.append(piece)
        place = max(end, place + 1)
    pieces.reverse()
    mirrored.reverse()
    return "".join(
        _facing(pieces, at) if turned else piece
        for at, (piece, turned) in enumerate(zip(pieces, mirrored, strict=True))
    )


def _end_of_run(signs: Sequence[str], start: int) -> int:
    """Where what begins at a place and runs from left to right ends; `start` if nothing does."""
    if kind(signs[start]) == "N":
        end = _end_of_number(signs, start)
        letter = end
        while letter < len(signs) and signs[letter] in SEPARATORS:
            letter += 1
        # "2014/3/Rev.1": behind Arabic such a number would stand on the other side of the word
        joined = letter < len(signs) and kind(signs[letter]) == "L"
        return _end_of_latin(signs, letter) if joined else end
    if kind(signs[start]) != "L":
        return start
    end = _end_of_latin(signs, start)
    # a symbol that is broken at the end of the line: "CTOC/COP/"
    return end + 1 if start == 0 and signs[end : end + 1] == ["/"] else end


def _end_of_number(signs: Sequence[str], start: int) -> int:
    """Behind the digits and the single separators between them: "3/2", "1.5". A dash parts two numbers."""
    end = start + 1
    while end < len(signs):
        if kind(signs[end]) == "N":
            end += 1
        elif signs[end] in SEPARATORS and end + 1 < len(signs) and kind(signs[end + 1]) == "N":
            end += 2
        else:
            break
    return end


def _end_of_latin(signs: Sequence[str], start: int) -> int:
    """Behind the last Latin letter or digit before the next Arabic letter, and its bracket."""
    end = place = start + 1
    open_brackets = 0
    while place < len(signs) and (of := kind(signs[place])) != "R":
        open_brackets += signs[place] in OPENING
        closes = signs[place] in CLOSING and open_brackets > 0
        open_brackets -= closes
        if of in ("L", "N") or (closes and end == place):
            end = place + 1
        place += 1
    return end


def _facing(pieces: Sequence[str], place: int) -> str:
    """A bracket as the text has it: fonts and programs differ in which of the two they name.

    One that stands free on the side of the text before it opens, one that does behind it closes.
    """
    bracket = pieces[place]
    opening = bracket if bracket in OPENING else CLOSING[bracket]
    closing = OPENING[opening]
    pair = (opening, closing)
    before = pieces[place - 1] if place else SPACE
    behind = pieces[place + 1] if place + 1 < len(pieces) else SPACE
    free_before = before == SPACE or before in "/-–"
    free_behind = behind == SPACE or behind[0] in STOPS
    if free_before != free_behind:
        return opening if free_before else closing
    unclosed = sum(piece in pair for piece in pieces[:place]) % 2
    return closing if unclosed else opening


def _left_to_right(signs: Sequence[str]) -> str:
    """A line from left to right; Arabic words in it, with the spaces between them, run the other way."""
    pieces: list[str] = []
    place = 0
    while place < len(signs):
        end = place
        if kind(signs[place]) == "R":
            end = place + 1
            for at in range(place + 1, len(signs)):
                if kind(signs[at]) in ("L", "N"):
                    break
                if kind(signs[at]) == "R":
                    end = at + 1
        pieces += reversed(signs[place:end]) if end > place else [signs[place]]
        place = max(end, place + 1)
    return "".join(pieces)
