"""Hyphenation: whether what a line end parts is one word, told by how common the words are."""

from __future__ import annotations

from functools import cache

# The official languages that part words at line ends; what is Latin script may be any of three.
LANGUAGES = ("en", "fr", "es", "ru")
KNOWN = 1.5  # on wordfreq's scale of zipf: one word in thirty million
RARER = 1.7  # than either part, and it is no word: "long-term" is printed "longterm" now and then
SET_APART = ("non", "self")  # prefixes that keep their hyphen in the style of these documents


def is_one_word(head: str, rest: str) -> bool:
    """Whether the parts before and behind a hyphen are one word: "protec-tion", but not "long-term"."""
    return head not in SET_APART and any(_joined_in(head, rest, language) for language in LANGUAGES)


@cache
def _joined_in(head: str, rest: str, language: str) -> bool:
    from wordfreq import zipf_frequency

    whole, one, other = (zipf_frequency(word, language) for word in (head + rest, head, rest))
    return bool(whole >= KNOWN and whole > min(one, other) - RARER)
