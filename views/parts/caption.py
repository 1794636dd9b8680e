"""What stands around a picture in a file of its own: a heading, what its looks mean, notes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

from graph.export.tables.table import printable
from views.parts.looks import COLOURS, LINES, NOT_HELD, TEXT
from views.parts.markup import plain
from views.parts.wording import Wording

HEADING, TITLE, NOTE = 20, 15, 13  # sizes of letters, in pixels
WIDE, NARROW = 1.0, 0.55  # of a sign: how wide it is for its size, as letters mostly are
SWATCH, GAP, LEADING = 26, 24, 1.4
KINDS = ("act", "provisions", "items", "documents", "groups", "later")
BASES = ("stated", "inferred", "structural")


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a picture.

    `title` names it, `subtitle` stands under that; `description` is for those who cannot see it.
    With `legend`, the looks of a chain's boxes and lines are explained.
    """

    title: str
    subtitle: str = ""
    description: str = ""
    legend: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of the words: from `start`, the edge at which a line begins, so many pixels on."""

    start: float
    width: float
    wording: Wording

    @property
    def onward(self) -> int:
        """1 where lines run to the right, -1 where they run to the left."""
        return -1 if self.wording.direction == "rtl" else 1


def heading(caption: Caption, frame: Frame, top: float) -> tuple[str, float]:
    """Title and subtitle as markup, from `top` down, and where they end."""
    words, at = _lines(caption.title, frame, HEADING, top, weight="bold")
    if caption.subtitle:
        more, at = _lines(caption.subtitle, frame, TITLE, at)
        words += more
    return words, at


def foot(caption: Caption, frame: Frame, top: float) -> tuple[str, float]:
    """The legend and the notes as markup, from `top` down, and where they end."""
    drawn, at = _legend(frame, top) if caption.legend else ("", top)
    for note in caption.notes:
        words, at = _lines(note, frame, NOTE, at)
        drawn += words
    return drawn, at


def _lines(
    text: str, frame: Frame, size: int, top: float, weight: str = "normal"
) -> tuple[str, float]:
    drawn = ""
    for line in textwrap.wrap(text, max(10, int(frame.width / _width(text, size) * len(text)))):
        drawn += _text(line, frame.start, top + size, size, frame.wording, weight)
        top += size * LEADING
    return drawn, top + size * 0.3


def _legend(frame: Frame, top: float) -> tuple[str, float]:
    """Swatches with their meaning, in rows."""
    drawn, at, row = "", 0.0, top + NOTE
    for swatch, meaning in _meanings(frame.wording):
        wide = SWATCH + 6 + _width(meaning, NOTE) + GAP
        if at and at + wide > frame.width:
            at, row = 0.0, row + NOTE * 2
        corner = frame.start + frame.onward * at - (SWATCH if frame.onward < 0 else 0)
        drawn += swatch.format(x=corner, y=row - 11, end=corner + SWATCH, middle=row - 5)
        begins = frame.start + frame.onward * (at + SWATCH + 6)
        drawn += _text(meaning, begins, row, NOTE, frame.wording)
        at += wide
    return drawn, row + NOTE * 1.2


def _meanings(wording: Wording) -> Iterator[tuple[str, str]]:
    """Swatches, with gaps for their place, and what they mean."""
    looks = [(kind, *COLOURS[kind], "") for kind in KINDS]
    looks.append(("not_held", NOT_HELD, LINES, ' stroke-dasharray="5 4"'))
    for kind, fill, border, dashed in looks:
        box = f'width="{SWATCH}" height="13" rx="3" fill="{fill}" stroke="{border}"{dashed}'
        yield f'<rect x="{{x}}" y="{{y}}" {box}/>', wording.say(f"picture.{kind}")
    for basis in BASES:
        look = f'fill="none" stroke="{LINES}" {stroke(basis, structural=basis == "structural")}'
        yield (
            f'<path d="M{{x}} {{middle}}L{{end}} {{middle}}" {look}/>',
            wording.say(f"picture.{basis}"),
        )


def stroke(basis: str, *, structural: bool) -> str:
    """How the line of a link is drawn, as attributes."""
    dashed = ' stroke-dasharray="6 5"' if basis == "inferred" else ""
    return f'stroke-width="{1 if structural else 2}"{dashed}'


def _text(
    line: str, x: float, y: float, size: int, wording: Wording, weight: str = "normal"
) -> str:
    said = escape(printable(plain(line, wording.direction)))
    # Not every program turns the start of a text round for one that is read from the right.
    anchor = "end" if wording.direction == "rtl" else "start"
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{TEXT}">{said}</text>'
    )


def _width(text: Iterable[str], size: int) -> float:
    return size * sum(WIDE if east_asian_width(sign) in "WF" else NARROW for sign in text)
