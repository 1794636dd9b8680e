"""What an identifier says of itself: act, body, session, label, and its place in an order."""

from __future__ import annotations

import re
from functools import lru_cache

ACT = re.compile(r"(?:dec|res):([^/#]+)/([^#]+)")
OF_BODY = re.compile(r"(?:session|item|rule|wg):([^/#]+)/")
IN_SESSION = re.compile(r"(?:session|item):([^/#]+/[^/#]+)")
# aa comes after z; a number in a label or a session counts as a number.
PIECES = re.compile(r"\d+|[^\W\d_]+")


def whole_of(id: str) -> str:
    """The decision or document that a provision belongs to; any other id itself."""
    return id.partition("#")[0]


def label_of(id: str) -> str:
    """The label of a provision ("g.1") or an agenda item ("2(c)"); empty for other ids."""
    if "#" in id:
        return id.partition("#")[2]
    return id.partition("@")[0].split("/", 2)[2] if id.startswith("item:") else ""


def body_of(id: str) -> str | None:
    """The id of the body that an act, session, item, rule or working group belongs to."""
    if id.startswith("body:"):
        return id
    match = ACT.match(id) or OF_BODY.match(id)
    return f"body:{match[1]}" if match else None


def session_of(id: str) -> str | None:
    """The id of the session in an item's or act's id; None where acts are not numbered by session.

    The number before the slash of an act may be a year (ECOSOC 2006/27), which is no session.
    """
    if match := IN_SESSION.match(id):
        return f"session:{match[1]}"
    match = ACT.match(id)
    if not match or "/" not in match[2]:
        return None
    session = match[2].partition("/")[0]
    return None if re.fullmatch(r"(?:19|20)\d\d", session) else f"session:{match[1]}/{session}"


def parent_labels(id: str) -> tuple[str, ...]:
    """The provisions above a provision by its label, nearest first: `…#g.1.2` -> `…#g.1`, `…#g`."""
    whole, _, label = id.partition("#")
    pieces = label.split(".")
    return tuple(f"{whole}#{'.'.join(pieces[:n])}" for n in range(len(pieces) - 1, 0, -1))


@lru_cache(maxsize=10_000)  # what a page puts in order comes up in many of its lists
def order_of(id: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key under which 2 comes before 10, z before aa, a text before its numbered parts."""
    return tuple(
        (0, int(piece), "") if piece.isdecimal() else (1, len(piece), piece)
        for piece in PIECES.findall(id.partition(":")[2] or id)
    )
