"""What stands above a paragraph: the agenda item or chapeau that it is a point of, and its headings."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.records import Paragraph

# The levels of headings, the highest first: the title of an act stands above its chapters.
LEVELS = ("title", "chapter", "section", "topic")
LOWEST = LEVELS[-1]  # what a heading is whose level is not known: those inside an act
# Whose words stand below headings.
BODY = ("preamble", "operative", "report")


def standing_above(outline: Sequence[Paragraph], place: int) -> list[Paragraph]:
    """The paragraphs above the one at `place` of an outline that say what it is about, nearest first.

    In an agenda the item that a sub-item belongs to; in a report or act the paragraphs that lead to a
    point ("6. Parties agreed: (a) …") and the headings, of every level the one it stands under.
    """
    here = outline[place]
    if here.part == "agenda" and here.label:
        return _item(outline[:place], here.label)
    return _text(outline, place) if here.part in BODY else []


def is_title(paragraph: Paragraph) -> bool:
    """Whether a heading is the title of an act."""
    return paragraph.part == "heading" and paragraph.role == LEVELS[0]


def _item(before: Sequence[Paragraph], label: str) -> list[Paragraph]:
    for paragraph in reversed(before):
        if paragraph.part != "agenda":
            break
        if paragraph.label and label.startswith(paragraph.label + "("):
            return [paragraph]
    return []


def _text(outline: Sequence[Paragraph], place: int) -> list[Paragraph]:
    """The chapeaux of a point, then its headings up to that of the chapter, or of its act."""
    here, above = outline[place], list[Paragraph]()
    label, level = here.label or "", len(LEVELS)
    for index in range(place - 1, -1, -1):
        paragraph = outline[index]
        if paragraph.act and here.act and paragraph.act != here.act:
            break
        if paragraph.part == here.part and level == len(LEVELS):
            if paragraph.label and label.startswith(paragraph.label + "."):
                above.append(paragraph)
                label = paragraph.label
        elif paragraph.part == "heading" and (paragraph.role or LOWEST) in LEVELS[:level]:
            above.append(paragraph)
            level = LEVELS.index(paragraph.role or LOWEST)
        if level == 0 or (level == 1 and here.part == "report"):
            break
    return above
