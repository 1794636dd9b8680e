"""Preambular or operative: the paragraphs of an act before, or without, its numbered ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.packs import LanguagePack
from ingest.reading.segment.clauses import Clause, Clauses, Kind
from ingest.reading.segment.markers import FoldedText
from ingest.records import Paragraph


def part_preambles(
    paragraphs: Sequence[Paragraph], text: FoldedText, pack: LanguagePack
) -> list[Paragraph]:
    """Take the preambles of acts apart, where text keeps lines: a paragraph each.

    What stands before the first numbered paragraph may end in operative paragraphs; those of acts
    that number none are counted (1, 2, 3 …). The enacting formula, and a sentence that announces
    the paragraphs behind it, belong to neither part.
    """
    numbered = {p.act for p in paragraphs if p.label and p.part == "operative"}
    clauses = Clauses(text, pack)
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.part != "preamble" or text.flowing:
            found.append(paragraph)
        else:
            inside = list(clauses.between(paragraph.start, paragraph.end))
            parted = _parted(paragraph, inside, announced=paragraph.act in numbered)
            found += parted if paragraph.act in numbered else _counted(parted)
    return found


def _parted(whole: Paragraph, clauses: Sequence[Clause], *, announced: bool) -> list[Paragraph]:
    """The clauses as paragraphs. `announced` says that numbered paragraphs follow them."""
    verbs = sum(clause.kind is Kind.OPERATIVE for clause in clauses)
    found: list[Paragraph] = []
    operative = False
    for clause in clauses:
        piece = replace(whole, start=clause.start, content=clause.start, end=clause.end)
        if clause.kind is Kind.FORMULA:
            found.append(replace(piece, part="other", role="enacting"))
        elif clause.kind is Kind.ANNOUNCING and not operative:
            operative = True
            found.append(replace(piece, part="other", role="announcing"))
        elif clause.kind is Kind.OPERATIVE:
            # "Recommends to the ministries:" above clauses of which none has a verb announces them
            lead = clause.leads and not operative and (verbs == 1 or announced)
            operative = True
            part, role = ("other", "announcing") if lead else ("operative", None)
            found.append(replace(piece, part=part, role=role))
        elif clause.kind is Kind.HEADING:
            found.append(replace(piece, part="heading"))
        elif not operative:
            found.append(piece)
        elif verbs > 1 and found[-1].part == "operative":
            # a list whose letters were lost goes with the paragraph that leads it
            found[-1] = replace(found[-1], end=clause.end)
        else:
            found.append(replace(piece, part="operative"))
    return found


def _counted(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    count = 0
    for paragraph in paragraphs:
        if paragraph.part == "operative":
            count += 1
            yield replace(paragraph, label=str(count), node=f"{paragraph.act}#{count}")
        else:
            yield paragraph
