"""Statements: texts in which an organ speaks in whole sentences, without a preamble or numbers.

“The Security Council reaffirms …
“The Security Council requests the Secretary-General …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.packs import LanguagePack
from ingest.reading.segment.clauses import begins_with_verb
from ingest.reading.segment.enacting import lines_between, organ_end
from ingest.reading.segment.markers import FoldedText
from ingest.records import Identity, Paragraph

FEWEST = 2  # sentences of the organ that make a statement
OPENING = "“”„«»\"'‘’「『 "


def part_statement(
    paragraphs: Sequence[Paragraph], text: FoldedText, pack: LanguagePack, identity: Identity
) -> list[Paragraph]:
    """Number the sentences of a statement as operative paragraphs (1, 2, 3 …).

    Only where nothing else was seen in the document: what the organ says in its report, the report's
    own paragraphs have.
    """
    if identity.kind != "other" or text.flowing or any(p.part != "other" for p in paragraphs):
        return list(paragraphs)
    lines = [line for p in paragraphs for line in lines_between(text, p.start, p.end)]
    speaks = [_speaks(text, pack, *line) for line in lines]
    if sum(speaks) < FEWEST:
        return list(paragraphs)
    first = speaks.index(True)
    front = [replace(p, end=min(p.end, lines[first][0])) for p in paragraphs]
    return [
        *(p for p in front if p.start < p.end),
        *_numbered(lines[first:], identity.document),
    ]


def _numbered(lines: Sequence[tuple[int, int]], document: str) -> Iterator[Paragraph]:
    for number, (start, end) in enumerate(lines, start=1):
        node = f"{document}#{number}"
        yield Paragraph(start, end, "operative", start, str(number), document, node)


def _speaks(text: FoldedText, pack: LanguagePack, start: int, end: int) -> bool:
    """Whether a line begins with the organ and what it does, in the present."""
    while start < end and text.folded[start] in OPENING:
        start += 1
    verb = organ_end(text, pack, start, end)
    return verb is not None and begins_with_verb(text.folded[verb:end], pack)
