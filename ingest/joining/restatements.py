"""Restatements: sentences in the annotations of an agenda that say what a decision asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model.records import Evidence
from ingest.packs import Packs
from ingest.reading.relate.findings import Findings
from ingest.records import Mention, Outline, Paragraph, Reading

CLAUSE = re.compile(r"[؛;:：；]")


@dataclass(frozen=True, slots=True)
class Restatement:
    """A sentence under an agenda item, the acts and provisions it names, and its place."""

    item: str
    language: str
    text: str
    clauses: tuple[str, ...]
    acts: frozenset[str]
    provisions: frozenset[str]
    evidence: Evidence


def restatements(reading: Reading, packs: Packs) -> Iterator[Restatement]:
    """The sentences of a reading's annotations that name an act, or go on about the one just named."""
    if not any(paragraph.role == "annotation" for paragraph in reading.paragraphs):
        return
    pack = packs.languages[reading.identity.language]
    findings = Findings(
        Outline(reading.text, reading.identity, reading.paragraphs),
        reading.mentions, pack, packs, reading.checksum,
    )  # fmt: skip
    item, last = "", frozenset[str]()
    for paragraph in reading.paragraphs:
        if paragraph.role != "annotation" or not paragraph.node:
            continue
        if paragraph.node != item:
            item, last = paragraph.node, frozenset()
        for start, end in findings.sentences(paragraph):
            named = _targets(findings.within(start, end, "decision"))
            provisions = _targets(findings.within(start, end, "provision"))
            same = bool(findings.told("same-act", start, end))
            acts = named or (last if same else frozenset())
            last = acts or last
            if acts or provisions:
                yield _restatement(findings, paragraph, (start, end), acts, provisions)


def _targets(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(mention.target for mention in mentions if mention.target)


def _restatement(
    findings: Findings, paragraph: Paragraph, place: tuple[int, int],
    acts: frozenset[str], provisions: frozenset[str],
) -> Restatement:  # fmt: skip
    text = findings.words(*place)
    # "Noting that …, the Conference decided …": what the body did is a clause of its own.
    bounds = [place[0], *(start for _, start, _ in findings.cues("record", *place)), place[1]]
    parts = [findings.words(start, end) for start, end in zip(bounds, bounds[1:], strict=False)]
    return Restatement(
        item=str(paragraph.node),
        language=findings.outline.identity.language,
        text=text,
        clauses=tuple(c.strip() for part in parts for c in CLAUSE.split(part) if c.strip()),
        acts=acts,
        provisions=provisions,
        evidence=findings.evidence(*place, "restated-in-annotation", findings.pinpoint(paragraph)),
    )
