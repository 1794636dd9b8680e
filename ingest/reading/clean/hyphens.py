"""Words cut at a line end, with a hyphen: their rest moves up to their beginning."""

from __future__ import annotations

import re
from collections import Counter

from ingest.reading.clean.glyphs import Glyphs

_CUT = re.compile(
    r"(?P<head>[^\W\d_]{2,})(?P<hyphen>[-\u00ad\u2010])[ \t]*(?P<end>\r?\n)[ \t]*(?P<rest>[^\W\d_]+)"
)
_SOFT = "\u00ad"


def rejoin(text: Glyphs, counts: Counter[str]) -> Glyphs:
    """Words in one piece again.

    The hyphen stays ("capacity-building") unless it is a soft one, or the text writes the word
    without it elsewhere.
    """
    written: set[str] = set()

    def whole(match: re.Match[str]) -> Glyphs | None:
        if not match["rest"][0].islower():
            return None
        if not written:
            written.update(re.findall(r"[\w-]+", text.chars.casefold()))
        kept = match["hyphen"] != _SOFT and (
            f"{match['head']}{match['rest']}".casefold() not in written
            or f"{match['head']}-{match['rest']}".casefold() in written
        )
        head = text[match.start() : match.end("hyphen" if kept else "head")]
        return head + text[slice(*match.span("rest"))] + text[slice(*match.span("end"))]

    text, count = text.substituted(_CUT, whole)
    if count:
        counts["word cut at a line end"] += count
    return text
