"""Pages: heads and numbers go, footnotes move behind the paragraph, sentences run on over page breaks.

A form feed ends a page. Lines that most pages repeat at their head or foot, whatever their digits,
are furniture; a number that grows by one from page to page is the page's, wherever the extraction
put it near the foot.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.reading.clean.footnotes import Footnotes, begins_with_label
from ingest.reading.clean.glyphs import Glyphs

PAGE_BREAK = "\f"
HEAD = 4  # lines
LONGEST = 80  # characters of a line that pages repeat
FOOT = 15  # lines, for footnotes stand below the number in some extractions
FULL = 0.6  # of the length that nine lines in ten do not pass
ENOUGH = 0.6  # of the pages; less have a date or a meeting at their foot, in many short acts
TERMINAL = (".", ";", ":", "؟", "?", "!", "؛", "。", "；", "：")
_DIGITS = re.compile(r"\d+")
_LABEL_ALONE = re.compile(r"#[.)]|\(#\)")


def join(text: Glyphs, counts: Counter[str]) -> Glyphs:
    """The text without its page breaks.

    Footnotes come back between two form feeds each block, behind the end of the paragraph that the
    page break cuts.
    """
    if PAGE_BREAK not in text.chars:
        return text
    pages = [_lines(page) for page in _pages(text)]
    heads = _repeated(_first(page, HEAD) for page in pages[1:])
    feet = _repeated(_first(page[::-1], HEAD) for page in pages[1:]) - {"#"}
    offset = _number_offset(pages)
    notes, full = Footnotes(), _full(pages)
    joined: list[Glyphs] = []
    waiting: list[Glyphs] = []
    for place, page in enumerate(pages):
        page, dropped = _without(page, heads)
        page = _without_number(page, place + offset if offset is not None else None, counts)
        page, foot = _without(page[::-1], feet)
        counts["page head or foot"] += dropped + foot
        body, found, below = notes.parted(page[::-1])
        counts["footnote"] += bool(found)
        for line in body:
            if waiting and _begins_paragraph(joined, line):
                joined += _block(waiting)
                waiting = []
            joined.append(line)
        waiting += found
        if _ended(joined, full) or below:
            joined += [Glyphs.inserted("\n"), *(_block(waiting) if waiting else []), *below]
            waiting = []
    return Glyphs.concatenated([*joined, *(_block(waiting) if waiting else [])])


def _pages(text: Glyphs) -> Iterable[Glyphs]:
    start = 0
    for match in re.finditer(PAGE_BREAK, text.chars):
        yield text[start : match.start()]
        start = match.end()
    yield text[start:]


def _lines(page: Glyphs) -> list[Glyphs]:
    """The lines of a page with their line ends; the last one gets one if it has none."""
    lines = [line + end for line, end in page.lines() if line.chars or end.chars]
    if lines and not lines[-1].chars.endswith(("\n", "\r")):
        lines[-1] = lines[-1] + Glyphs.inserted("\n")
    return lines


def _first(lines: Sequence[Glyphs], count: int) -> set[str]:
    printed = [line.chars.strip() for line in lines if line.chars.strip()]
    return {_form(line) for line in printed[:count]}


def _form(line: str) -> str:
    """A line whatever its digits; "2 GE.84-123" on left pages is "GE.84-123 3" on right ones."""
    return " ".join(sorted(_DIGITS.sub("#", line).split()))


def _repeated(pages: Iterable[set[str]]) -> set[str]:
    """The lines that enough pages have, but for labels of paragraphs."""
    pages = list(pages)
    found = Counter(line for page in pages for line in page)
    enough = max(2, len(pages) * ENOUGH)
    return {
        line
        for line, count in found.items()
        if count >= enough and len(line) <= LONGEST and not _LABEL_ALONE.fullmatch(line)
    }


def _without(lines: list[Glyphs], furniture: set[str]) -> tuple[list[Glyphs], int]:
    """The lines behind the furniture at their beginning, and how many lines that was."""
    place = dropped = 0
    for index, line in enumerate(lines):
        if not line.chars.strip():
            continue
        if _form(line.chars) not in furniture:
            break
        place, dropped = index + 1, dropped + 1
    else:
        place = len(lines)
    while place < len(lines) and not lines[place].chars.strip():
        place += 1
    return lines[place:], dropped


def _number_offset(pages: Sequence[list[Glyphs]]) -> int | None:
    """What is to be added to a page's place to get its number; None where pages print none."""
    offsets = Counter(
        offset
        for place, page in enumerate(pages)
        for offset in {
            int(line.chars.strip()) - place
            for line in _foot(page)
            if line.chars.strip().isdecimal()
        }
    )
    offset, count = max(offsets.items(), key=lambda item: item[1], default=(0, 0))
    return offset if count >= max(2, len(pages) * ENOUGH) else None


def _foot(page: list[Glyphs]) -> list[Glyphs]:
    return [line for line in page if line.chars.strip()][-FOOT:]


def _without_number(page: list[Glyphs], number: int | None, counts: Counter[str]) -> list[Glyphs]:
    """The page without the last line near its foot that is nothing but its number."""
    foot = _foot(page)
    for line in reversed(foot):
        if line.chars.strip() == str(number):
            counts["page head or foot"] += 1
            return [other for other in page if other is not line]
    return page


def _full(pages: Sequence[list[Glyphs]]) -> int:
    """The length from which a line counts as full: nine in ten are not much longer."""
    lengths = sorted(len(line.chars.strip()) for page in pages for line in page)
    return int(lengths[int(len(lengths) * 0.9)] * FULL) if lengths else 0


def _ended(lines: Sequence[Glyphs], full: int) -> bool:
    """Whether the last line ends a paragraph: it ends a sentence, or stops short (a date, a title)."""
    last = next((line.chars.strip() for line in reversed(lines) if line.chars.strip()), "")
    return last.endswith(TERMINAL) or len(last) < full


def _begins_paragraph(before: Sequence[Glyphs], line: Glyphs) -> bool:
    if begins_with_label(line.chars):
        return True
    return not line.chars.strip() and _ended(before, 0)


def _block(notes: Sequence[Glyphs]) -> list[Glyphs]:
    mark = Glyphs.inserted(PAGE_BREAK)
    return [mark, *notes, mark, Glyphs.inserted("\n")]
