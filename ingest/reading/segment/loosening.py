"""Takes apart what no label separates: headings and paragraphs at blank lines, lines or full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.segment.markers import FoldedText
from ingest.records import Paragraph

SENTENCE = re.compile(r"[.؟?!。](?:\s*\(\d{0,3}\))?(?=\s|$)")
HEADING_LENGTH = 220
HEADED = ("title", "chapter", "section", "topic")  # roles of one paragraph only
KEPT = ("footnote", "adoption")  # roles of what stays together over blank lines
WHOLE = ("operative", "preamble", "heading")
BY_LINES = ("operative", "annex", "heading", "other")
UNFINISHED = (":", "：", ",", "،")
ENDS = (".", ";", "؛", "。", "；")
ROW = "|"  # opens a row of a table


def loosen(paragraph: Paragraph, text: FoldedText) -> list[Paragraph]:
    """The pieces of a paragraph as the builder opened it, none of them blank.

    The first one keeps its label and node; what follows is a heading or goes on unlabelled.
    """
    if text.flowing:
        pieces = _cut_heading(paragraph, text)
    elif paragraph.part == "contents" or paragraph.role in KEPT:
        pieces = [paragraph]
    elif _has_own_lines(paragraph, text):
        pieces = list(_at_lines(paragraph, text))
    else:
        pieces = _at_blank_lines(paragraph, text)
    return [
        trimmed(piece, text) for piece in pieces if text.folded[piece.start : piece.end].strip()
    ]


def trimmed(piece: Paragraph, text: FoldedText) -> Paragraph:
    """Without the white space around it."""
    start, end = piece.start, piece.end
    while text.folded[start] == " ":
        start += 1
    while text.folded[end - 1] == " ":
        end -= 1
    return replace(piece, start=start, content=min(max(piece.content, start), end), end=end)


def _has_own_lines(paragraph: Paragraph, text: FoldedText) -> bool:
    """Whether each line of a paragraph of an act may be one of its own."""
    of_act = paragraph.act is not None and paragraph.act.startswith(("dec:", "res:"))
    return of_act and not text.wrapped and paragraph.part in BY_LINES and paragraph.role != "title"


def _at_lines(paragraph: Paragraph, text: FoldedText) -> Iterator[Paragraph]:
    """A line that no heading parts from a labelled paragraph goes with it; rows of a table stay together."""
    first, *rest = _lines(paragraph, text)
    last = replace(paragraph, end=first[1])
    for start, end in rest:
        line = text.folded[start:end]
        row = line.startswith(ROW)
        if last.role == "table" and row:
            last = replace(last, end=end)
            continue
        heading = not row and _is_heading(line) and not _awaits(last, text)
        if last.label and not row and not heading:
            last = replace(last, end=end)
            continue
        yield last
        role = "table" if row else paragraph.role
        last = replace(
            paragraph, start=start, content=start, end=end, label=None, node=None, role=role,
            part="heading" if heading else _text_part(paragraph),
        )  # fmt: skip
    yield last


def _lines(paragraph: Paragraph, text: FoldedText) -> list[tuple[int, int]]:
    """The lines of a paragraph; its first one from the label on, with the words behind it."""
    lines: list[tuple[int, int]] = []
    position = paragraph.start
    while position < paragraph.end:
        start, end = text.line_at(max(position, paragraph.content if not lines else position))
        end = min(end, paragraph.end)
        if end > position:
            lines.append((paragraph.start if not lines else max(start, position), end))
        position = max(end, position) + 1
    return lines or [(paragraph.start, paragraph.end)]


def _awaits(paragraph: Paragraph, text: FoldedText) -> bool:
    """Whether a labelled paragraph has not come to its end."""
    words = text.folded[paragraph.start : paragraph.end].rstrip()
    return paragraph.label is not None and words.endswith(UNFINISHED)


def _text_part(paragraph: Paragraph) -> str:
    """What unlabelled words below a paragraph or heading are part of."""
    annexed = paragraph.part == "annex" or paragraph.role in ("annex", "article")
    return "annex" if annexed else "other"


def _at_blank_lines(paragraph: Paragraph, text: FoldedText) -> list[Paragraph]:
    pieces = []
    start, content = paragraph.start, paragraph.content
    while start < paragraph.end:
        end = text.blank_line(max(start, content), paragraph.end)
        piece = replace(paragraph, start=start, end=end, content=content)
        if start != paragraph.start:
            piece = replace(piece, label=None, role=None if piece.role in HEADED else piece.role)
            if piece.part in WHOLE or paragraph.role == "title":
                piece = replace(piece, part=_tail_part(piece, text), node=None)
            elif piece.act and piece.act.startswith(("dec:", "res:")):
                piece = replace(piece, node=None)
        pieces.append(piece)
        start = end
        while start < paragraph.end and text.folded[start] == " ":
            start += 1
        content = start
    if paragraph.part in ("operative", "preamble"):
        return _rejoin(pieces, paragraph, text)
    return pieces


def _tail_part(piece: Paragraph, text: FoldedText) -> str:
    if _is_heading(text.folded[piece.start : piece.end]):
        return "heading"
    return _text_part(piece)


def _is_heading(folded: str) -> bool:
    return len(folded) <= HEADING_LENGTH and not folded.rstrip().endswith((*ENDS, *UNFINISHED))


def _rejoin(pieces: list[Paragraph], whole: Paragraph, text: FoldedText) -> list[Paragraph]:
    """A provision goes on over blank lines (PDF pages); only headings at its very end are cut off."""
    kept = len(pieces)
    while (
        kept > 1
        and pieces[kept - 1].part == "heading"
        and text.folded[: pieces[kept - 2].end].rstrip().endswith(ENDS)
    ):
        kept -= 1
    return [replace(whole, end=pieces[kept - 1].end), *pieces[kept:]]


def _cut_heading(paragraph: Paragraph, text: FoldedText) -> list[Paragraph]:
    """In text without lines, words behind the last full stop of a paragraph are the next heading."""
    if paragraph.part not in ("operative", "report", "annex", "agenda") or paragraph.role in (
        "documents before",
    ):
        return [paragraph]
    folded = text.folded[paragraph.content : paragraph.end]
    ends = [match.end() for match in SENTENCE.finditer(folded)]
    if not ends or not _is_heading(folded[ends[-1] :].strip()) or not folded[ends[-1] :].strip():
        return [paragraph]
    cut = paragraph.content + ends[-1]
    start = cut + len(text.folded[cut:]) - len(text.folded[cut:].lstrip())
    heading = Paragraph(start, paragraph.end, "heading", start, act=paragraph.act)
    return [replace(paragraph, end=cut), heading]
