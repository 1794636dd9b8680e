"""Operative verbs: what the organ itself says it does ("requests … and invites …").

A verb is operative where the organ is its subject: at the head of the provision, of a sentence or
of a clause joined to it. Verbs of participle clauses ("Noting that …", «إذ يلاحظ أن …»), of what
others are asked to do ("requests the Secretariat to encourage …") and of relative clauses are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.reading.relate.clauses import (
    COMMA,
    HEAD,
    LINK,
    STOP,
    Candidate,
    Grammar,
    find_candidates,
    grammar_of,
)
from ingest.reading.relate.passage import Passage
from ingest.reading.relate.subjects import is_of_others, subject_of

# Classes of verbs that ask somebody to act, and verbs by which the organ decides who shall.
DIRECTIVE = "directive"
ASKING_OR_DECIDING = frozenset({DIRECTIVE, "deciding"})
RESOLVING = frozenset({"decide", "agree"})
DECLARE = "declare"  # speakers do so as well
REPEATING = "reiterate"


@dataclass(frozen=True, slots=True)
class Action:
    """An operative verb: lemma and class, its place, and where its clause ends (folded offsets)."""

    lemma: str
    verb_class: str
    start: int
    end: int
    clause_end: int
    qualifiers: tuple[str, ...] = ()
    agreement: str = ""
    past: bool = False
    object_pronoun: bool = False
    subject: tuple[int, int] | None = None
    renews: bool = False

    @property
    def directs(self) -> bool:
        """Whether the verb asks somebody to act, or asks again ("reiterates its call upon …")."""
        return self.verb_class == DIRECTIVE or self.renews

    @property
    def resolves(self) -> bool:
        """Whether the verb decides that somebody shall act."""
        return self.lemma in RESOLVING


def find_actions(passage: Passage, *, alone: bool = False) -> tuple[Action, ...]:
    """The operative verbs of a passage in order, each with the clause that it governs.

    Of a passage `alone`, without a document around it, nobody knows whom "they noted" means.
    """
    if not passage.pack.cues("action"):
        return ()  # a language whose pack does not tell verbs yet
    grammar = grammar_of(passage.pack)
    found = list(_operative(passage, grammar, alone=alone))
    governed: list[Action] = []
    end = len(passage.folded)
    for verb in reversed(found):
        after = governed[-1] if governed else None
        if after and grammar.joined_verbs.fullmatch(passage.folded, verb.end, after.start):
            # "urges and requests the Secretary-General": both verbs govern one clause
            governed.append(replace(verb, end=after.end, clause_end=after.clause_end))
        else:
            governed.append(replace(verb, clause_end=end))
        end = verb.start
    return tuple(reversed(governed))


def _operative(passage: Passage, grammar: Grammar, *, alone: bool) -> Iterator[Action]:
    last: Action | None = None
    told = False  # a past verb of the organ came before, in this sentence or carried on
    for candidate in find_candidates(passage, grammar):
        if last and candidate.verb < last.end:
            continue
        subject = subject_of(passage, grammar, candidate)
        if candidate.past:
            speaker = alone and _may_be_a_speaker(passage, grammar, candidate, subject)
            accepted = not speaker and (
                subject is not None
                or (told and _carried_on(passage, grammar, candidate))
                or _below_organ(grammar, candidate)
            )
            told = accepted or (told and candidate.mark != STOP)
        else:
            accepted = _organ_acts(passage, grammar, candidate, last, named=bool(subject))
        if accepted:
            last = _action(passage, grammar, candidate, subject)
            yield last


def _action(
    passage: Passage, grammar: Grammar, candidate: Candidate, subject: tuple[int, int] | None
) -> Action:
    adverbs = grammar.adverbs.match(passage.folded, candidate.end)
    reach = adverbs.end() if adverbs else candidate.end
    qualifiers = passage.matches("qualifier", candidate.start, reach)
    renewal = grammar.renewal.match(passage.folded, candidate.end)
    renews = renewal is not None and candidate.cue.value == REPEATING
    return Action(
        lemma=candidate.cue.value,
        verb_class=str(candidate.cue.data["class"]),
        start=candidate.start,
        end=renewal.end() if renewal and renews else candidate.end,
        clause_end=len(passage.folded),
        qualifiers=tuple(dict.fromkeys(match.cue.value for match in qualifiers)),
        agreement=candidate.agreement,
        past=candidate.past,
        object_pronoun=candidate.forms.get("pronoun") is not None,
        subject=subject,
        renews=renews,
    )


def _organ_acts(
    passage: Passage, grammar: Grammar, candidate: Candidate, last: Action | None, *, named: bool
) -> bool:
    """Whether a verb in the present stands where the organ is its subject."""
    if not named and is_of_others(passage, grammar, candidate):
        return False
    if candidate.mark == HEAD:
        # «وتشجع أيرلندا الدول …» is narrative: a provision begins with "and" only before its organ
        return named or not candidate.joined or _outright(candidate)
    if last is None and not passage.pack.tenses:
        return named  # behind a comma of a report any subject may go on
    if last is None:
        # the main verb after an opening clause («إذ يلاحظ أن …، يطلب»);
        # joined, it continues that clause
        opened = named or not _starts_joined(passage, grammar)
        placed = candidate.mark in (STOP, COMMA) or (named and candidate.mark == LINK)
        return opened and not candidate.joined and placed
    if candidate.agreement != last.agreement:
        # «يحث الدول على أن تتخذ …، وتشجع»: the States encourage, not the organ
        return False
    if candidate.mark == STOP or not grammar.joins_by_prefix:
        return True
    if not candidate.joined:
        return candidate.mark == LINK or grammar.link.search(candidate.between) is not None
    adverbs = grammar.adverbs.match(passage.folded, candidate.end)
    if candidate.mark == COMMA or (adverbs and adverbs[0]):
        return True
    # without a comma («ويطلب», not «ويطلب كذلك») it may go with a subordinate verb of the same form
    subordinate = passage.matches("subordinate", last.end, candidate.verb)
    return all(match.groups["agreement"] != candidate.agreement for match in subordinate)


def _starts_joined(passage: Passage, grammar: Grammar) -> bool:
    """Whether the passage begins with a joined "and", as narrative does («وفي هذا الصدد، تدعو …»)."""
    joint = grammar.prefix.match(passage.folded.lstrip())
    return bool(joint and joint[0])


def _may_be_a_speaker(
    passage: Passage, grammar: Grammar, candidate: Candidate, subject: tuple[int, int] | None
) -> bool:
    """Whether a pronoun told something that a speaker may have told («он отметил»), not an organ alone."""
    acts = candidate.cue.data["class"] in ASKING_OR_DECIDING and candidate.cue.value != DECLARE
    if subject is None or acts:
        return False
    return grammar.he_or_it.fullmatch(passage.folded, *subject) is not None


def _below_organ(grammar: Grammar, candidate: Candidate) -> bool:
    """Whether a past verb opens a point: "The Meeting of the Parties: … (b) Requested the secretariat".

    Where verbs come first («بين الدول») a bare word tells too little, but for what only an organ says
    («طلبت إلى الأمانة أن تعد»).
    """
    return candidate.mark == HEAD and (_outright(candidate) or not grammar.joins_by_prefix)


def _outright(candidate: Candidate) -> bool:
    """Whether the words around a verb, as its cue tells, leave none but an organ to act."""
    return candidate.forms.get("outright") is not None


def _carried_on(passage: Passage, grammar: Grammar, candidate: Candidate) -> bool:
    """Whether a past verb without a subject goes on with that of the verb before («وطلب إلى الأمانة»)."""
    if grammar.joins_by_prefix:
        return grammar.after_verb.match(passage.folded, candidate.end) is not None
    return candidate.mark != STOP
