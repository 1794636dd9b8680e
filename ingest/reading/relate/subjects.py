"""Subjects: whether it is the organ that acts by a verb, or a State, a Government, a speaker."""

from __future__ import annotations

from ingest.reading.relate.clauses import COMMA, Candidate, Grammar, carries_prefix
from ingest.reading.relate.passage import Passage

# How far behind somebody what is asked of them begins, in characters.
NEAR = 200


def subject_of(passage: Passage, grammar: Grammar, candidate: Candidate) -> tuple[int, int] | None:
    """Where the organ is named as the subject of a verb: before it, in it, or right after it.

    Reports tell in the past both what the organ and what single speakers did.
    """
    before = grammar.organ.search(candidate.between)
    if before:
        return candidate.start + before.start(), candidate.start + before.end()
    within = grammar.organ.search(passage.folded, candidate.verb, candidate.end)
    if within:  # «ويعرب المؤتمر عن قلقه»
        return within.span()
    after = grammar.after_verb.match(passage.folded, candidate.end)
    if after and after["organ"] and not _is_object(passage, grammar, candidate, after.end()):
        return after.span("organ")
    if candidate.announced is None or not candidate.past:
        return None
    # "The SBI, recalling the request of Parties, also urged …"; "The SBI considered … and urged …"
    works = grammar.works(passage, candidate.announced)
    return candidate.announced if candidate.mark == COMMA or works else None


def is_of_others(passage: Passage, grammar: Grammar, candidate: Candidate) -> bool:
    """Whether somebody who is no organ stands behind a verb as its subject («تؤيد أستراليا المبادئ»).

    Behind a verb that takes a direct object it may be whom the organ asks («يحث السودان على أن»), if no
    other object follows («تدعو فنلندا جميع الدول إلى»).
    """
    adverbs = grammar.adverbs.match(passage.folded, candidate.end)
    begin = adverbs.end() if adverbs else candidate.end
    begin += len(passage.folded[begin:]) - len(passage.folded[begin:].lstrip())
    noun = grammar.other_subject.match(passage.folded, begin)
    state = next(
        (
            end
            for start, end, mention in passage.mentions
            if start == begin and (mention.target or "").startswith("actor:state/")
        ),
        None,
    )
    end = state or (noun.end() if noun else None)
    if end is None or not grammar.joins_by_prefix:
        return False
    if "pronoun" not in candidate.cue.pattern.groupindex or (
        noun and noun.groupdict().get("never_asked")
    ):
        return True
    return not _asked_directly(passage, grammar, end)


def _asked_directly(passage: Passage, grammar: Grammar, end: int) -> bool:
    """Whether what is asked follows a name, with nobody else in between."""
    asked = grammar.asked.search(passage.folded, end, end + NEAR)
    if asked is None:
        return False
    others = (
        match.start
        for match in passage.every("addressee", end, asked.start())
        if "bodies" not in match.cue.data  # «رئيس الجمعية» is one
    )
    return all(_is_joined_to_others(passage, grammar, end, start) for start in others)


def _is_joined_to_others(passage: Passage, grammar: Grammar, end: int, start: int) -> bool:
    """Whether "and" joins a name, or the word before it, to what ended before («وسائر الدول»)."""
    before = passage.folded[end:start].rstrip()
    word = end + before.rfind(" ") + 1
    return carries_prefix(grammar, passage.folded, start) or carries_prefix(
        grammar, passage.folded, word
    )


def _is_object(passage: Passage, grammar: Grammar, candidate: Candidate, end: int) -> bool:
    """Whether an organ behind a verb is asked («يحث الفريق العامل على أن») and does not ask itself."""
    transitive = "pronoun" in candidate.cue.pattern.groupindex
    follows = grammar.complement.match(passage.folded, end)
    return transitive and not candidate.past and follows is not None
