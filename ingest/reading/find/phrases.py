"""Phrases of a head and its labels: "paragraphs 3 (d) and 4", "المواد 12 و13 و18"."""

from __future__ import annotations

import re
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


def find_phrases(
    view: View, cues: Sequence[Cue], grammar: ListGrammar, *, tight: bool = False
) -> list[Phrase]:
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
        labels = grammar.labels(view, position, many=cue.value == "many", tight=tight)
        if not labels:
            continue
        labels[-1] = replace(labels[-1], end=max(labels[-1].end, head_behind(match)))
        title = grammar.aside.match(view.folded, labels[-1].end)
        end = title.end() if title else labels[-1].end
        announced = bool(match.groupdict().get("agenda"))
        phrases.append(Phrase(match.start(), end, tuple(labels), announced))
    return phrases


def head_behind(match: re.Match[str]) -> int:
    """Where the head ends that stands behind its numbers («第12条», «第1970(2011)号决议»); 0 if it does not.

    The cue of such a head begins before the number and looks ahead to the group `head`.
    """
    return match.end("head") if match.groupdict().get("head") else 0


def joined(
    view: View, phrases: Sequence[Phrase], grammar: ListGrammar, apart: frozenset[int] = frozenset()
) -> list[Phrase]:
    """Phrases of one kind that stand in one list, as one phrase.

    A phrase behind one of the places `apart` belongs to what ends there: in "decision 2/6, paragraph
    (b), and paragraph 3 of resolution 55/25" the paragraphs are of two acts.
    """
    merged: list[Phrase] = []
    for phrase in phrases:
        last = merged[-1] if merged else None
        if (
            last
            and _only_joint(view, last.end, phrase.start, grammar)
            and not _is_behind(view, last, apart)
        ):
            merged[-1] = replace(last, end=phrase.end, labels=last.labels + phrase.labels)
        else:
            merged.append(phrase)
    return merged


def nested(view: View, phrases: Sequence[Phrase], of: re.Pattern[str]) -> list[Phrase]:
    """Phrases with "subparagraph (a) of paragraph 3" put together to paragraph 3 (a)."""
    outer: dict[int, Phrase] = {}
    result: list[Phrase] = []
    for phrase in reversed(phrases):
        link = of.match(view.folded, phrase.end)
        whole = (outer.get(link.end()) or outer.get(link.end() - 1)) if link else None
        if whole and len(whole.labels) == 1 and not any(label.path[0] for label in phrase.labels):
            path = whole.labels[0].path
            labels = tuple(replace(label, path=path + label.path[1:]) for label in phrase.labels)
            phrase = replace(phrase, end=whole.end, labels=labels)
            result.remove(whole)
        outer[phrase.start] = phrase
        result.append(phrase)
    return result[::-1]


def _is_behind(view: View, phrase: Phrase, ends: frozenset[int]) -> bool:
    """Whether nothing but a comma parts a phrase from one of the places given."""
    before = len(view.folded[: phrase.start].rstrip(" ,،"))
    return before in ends and before < phrase.start


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
