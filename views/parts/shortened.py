"""A long text cut to a length, for lists and labels."""

from __future__ import annotations

import textwrap

MARK = "…"


def shortened(text: str, length: int) -> str:
    """At most `length` characters of a text on one line, cut between words; inside one if need be.

    Chinese has no spaces: cut between words alone, nothing would be left of a long sentence.
    """
    line = " ".join(text.split())
    cut = textwrap.shorten(line, length, placeholder=f" {MARK}")
    return cut if len(cut) > length // 2 or cut == line else line[: length - 1] + MARK
