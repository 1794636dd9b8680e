"""Phrases of a head and its labels: "paragraphs 3 (d) and 4", "المواد 12 و13 و18"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.cues import Cue
from ingest.reading.find.lists import Label, ListGrammar
from ingest.reading.find.view import View


@dataclass(frozen=True, slots=True)
class Phrase:
    """A head with the labels behind it; `end` is where the last label (or its title) ends."""

    start: int
    end: int
    labels: tuple[Label, ...]
    announced: bool = False


def find_phrases(view: View, cues: Sequence[Cue], grammar: ListGrammar) -> list[Phrase]:
    """All phrases of one kind in order; those that a mere joint links are one.

    "الفقرة 3 (د) والفقرة 4 من المادة 32" names two paragraphs of one article.
    """
    phrases: list[Phrase] = []
    for cue, match in sorted(
        view.matches(cues), key=lambda found: (found[1].start(), -found[1].end())
    ):
        if phrases and match.start() < phrases[-1].end:
            continue
        position = match.end()
        while position < len(view.folded) and view.folded[position] == " ":
            position += 1
        labels = grammar.labels(view, position, many=cue.value == "many")
        if not labels:
            continue
        title = grammar.aside.match(view.folded, labels[-1].end)
        end = title.end() if title else labels[-1].end
        announced = bool(match.groupdict().get("agenda"))
        phrases.append(Phrase(match.start(), end, tuple(labels), announced))
    return phrases


def joined(view: View, phrases: Sequence[Phrase], grammar: ListGrammar) -> list[Phrase]:
    """Phrases of one kind that stand in one list, as one phrase."""
    merged: list[Phrase] = []
    for phrase in phrases:
        if merged and _only_joint(view, merged[-1].end, phrase.start, grammar):
            merged[-1] = replace(
                merged[-1], end=phrase.end, labels=merged[-1].labels + phrase.labels
            )
        else:
            merged.append(phrase)
    return merged


def _only_joint(view: View, end: int, start: int, grammar: ListGrammar) -> bool:
    """Whether nothing but white space or a joint parts two phrases.

    In Arabic the joint is written with the head behind it, so that white space is left between.
    """
    between = view.folded[end:start]
    if not between.strip():
        return bool(between)
    joint = grammar.joint.match(view.folded, end)
    return (
        bool(joint)
        and joint is not None
        and not view.folded[joint.end() : start].strip()
        and joint.end() <= start
    )
