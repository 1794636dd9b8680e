"""Operative verbs: what the organ itself says it does ("requests … and invites …").

A verb is operative where the organ is its subject: at the head of the provision, of a sentence or
of a clause joined to it. Verbs of participle clauses ("Noting that …", «إذ يلاحظ أن …»), of what
others are asked to do ("requests the Secretariat to encourage …") and of relative clauses are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.cues import Cue, compile_pattern
from ingest.packs import LanguagePack
from ingest.reading.relate.passage import Passage

# A line read on its own brings its labels: "12. (a) Requests", «٢ - يحث», "'2` يعترف".
LABELS = r"\W*(?:\w{1,4}\s*[.)\-–`'’‘]\W*){0,2}"
HEAD, STOP, COMMA, LINK = "head", "stop", "comma", "link"
# Classes of verbs that ask somebody to act, and verbs by which the organ decides who shall.
DIRECTIVE = "directive"
RESOLVING = frozenset({"decide", "agree"})


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

    @property
    def directs(self) -> bool:
        """Whether the verb asks somebody to act."""
        return self.verb_class == DIRECTIVE

    @property
    def resolves(self) -> bool:
        """Whether the verb decides that somebody shall act."""
        return self.lemma in RESOLVING


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language's pack says about the place of operative verbs, compiled."""

    opening: re.Pattern[str]
    organ: re.Pattern[str]
    after_verb: re.Pattern[str]
    complement: re.Pattern[str]
    adverbs: re.Pattern[str]
    agreement: re.Pattern[str]
    prefix: re.Pattern[str]

    @property
    def joins_by_prefix(self) -> bool:
        """Whether "and" is a letter joined to the verb."""
        return bool(self.prefix.pattern)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verb in a place where an operative verb may stand: after what, and with what in between."""

    cue: Cue
    mark: str
    between: str
    start: int
    verb: int
    end: int
    joined: bool
    agreement: str
    forms: Mapping[str, str | None]  # what the named groups of the cue caught: past, pronoun
    announced: tuple[int, int] | None  # where the organ stands at the head of the sentence

    @property
    def past(self) -> bool:
        """Whether the verb tells ("requested") instead of acting ("requests")."""
        return self.forms.get("past") is not None


@lru_cache(maxsize=16)
def _compile(words: tuple[tuple[str, str], ...], prefix: str) -> Grammar:
    known = dict(words)

    def pattern(template: str) -> re.Pattern[str]:
        return compile_pattern(template, known, whole_words=False)

    return Grammar(
        opening=pattern(
            rf"(?:(?P<{HEAD}>\A{LABELS})|(?P<{STOP}>[.;؛])|(?P<{COMMA}>[,،)])|(?P<{LINK}>{{link}}))"
            r"(?P<between>(?:[\s,،]|(?<!\w)(?:{adverb}|{organ})(?!\w))*)"
        ),
        organ=pattern(r"(?<!\w)(?:{organ})(?!\w)"),
        after_verb=pattern(
            r"\s*(?:(?:{adverb})\s+)*(?:(?P<organ>{subject_after})|{after_verb})(?!\w)"
        ),
        complement=pattern(r"\s*(?:{addressee_end})(?!\w)"),
        adverbs=pattern(r"(?:[\s,،]*(?<!\w)(?:{adverb})(?!\w))*"),
        agreement=pattern("{agreement}"),
        prefix=re.compile(prefix),
    )


def grammar_of(pack: LanguagePack) -> Grammar:
    """Compile the pack's words on clauses: link, adverb, organ, subject_after, after_verb, agreement."""
    return _compile(tuple(sorted(pack.words.items())), pack.prefix)


def find_actions(passage: Passage) -> tuple[Action, ...]:
    """The operative verbs of a passage in order, each with the clause that it governs."""
    if not passage.pack.cues("action"):
        return ()  # a language whose pack does not tell verbs yet
    found = list(_operative(passage, grammar_of(passage.pack)))
    ends = (*(action.start for action in found[1:]), len(passage.folded))
    return tuple(replace(verb, clause_end=end) for verb, end in zip(found, ends, strict=False))


def _operative(passage: Passage, grammar: Grammar) -> Iterator[Action]:
    last: Action | None = None
    told = False  # a past verb of the organ came before, in this sentence or carried on
    for candidate in _candidates(passage, grammar):
        if last and candidate.verb < last.end:
            continue
        subject = _subject(passage, grammar, candidate)
        if candidate.past:
            accepted = (
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
    return Action(
        lemma=candidate.cue.value,
        verb_class=str(candidate.cue.data["class"]),
        start=candidate.start,
        end=candidate.end,
        clause_end=len(passage.folded),
        qualifiers=tuple(dict.fromkeys(match.cue.value for match in qualifiers)),
        agreement=candidate.agreement,
        past=candidate.past,
        object_pronoun=candidate.forms.get("pronoun") is not None,
        subject=subject,
    )


def _candidates(passage: Passage, grammar: Grammar) -> Iterator[Candidate]:
    seen: set[int] = set()
    announced: tuple[int, int] | None = None
    for opening in grammar.opening.finditer(passage.folded):
        verb = opening.end()
        if _mark(opening) in (HEAD, STOP):
            announced = _organ_in(grammar, opening)
        best = None if verb in seen else _verb_at(passage, verb)
        seen.add(verb)
        if best is not None:
            cue, found = best
            joined = _is_joined(grammar, cue, passage.folded, verb)
            agreement = grammar.agreement.match(passage.folded, verb + joined)
            yield Candidate(
                cue=cue,
                mark=_mark(opening),
                between=opening["between"],
                start=opening.start("between"),
                verb=verb,
                end=found.end(),
                joined=joined,
                agreement=agreement[0] if agreement else "",
                forms=found.groupdict(),
                announced=announced,
            )


def _organ_in(grammar: Grammar, opening: re.Match[str]) -> tuple[int, int] | None:
    organ = grammar.organ.search(opening["between"])
    start = opening.start("between")
    return (start + organ.start(), start + organ.end()) if organ else None


def _mark(opening: re.Match[str]) -> str:
    return next(name for name in (HEAD, STOP, COMMA, LINK) if opening[name] is not None)


def _verb_at(passage: Passage, position: int) -> tuple[Cue, re.Match[str]] | None:
    """The action cue with the longest match at a place."""
    found = (
        (cue, match)
        for cue in passage.pack.cues("action")
        if (match := cue.pattern.match(passage.folded, position))
    )
    return max(found, key=lambda pair: pair[1].end(), default=None)


def _is_joined(grammar: Grammar, cue: Cue, folded: str, position: int) -> bool:
    """Whether the verb carries a joined "and" («ويطلب»), and does not just begin so («وافق»)."""
    joint = grammar.prefix.match(folded, position)
    return bool(joint and joint[0]) and bool(cue.pattern.match(folded[position + 1 :]))


def _organ_acts(
    passage: Passage, grammar: Grammar, candidate: Candidate, last: Action | None, *, named: bool
) -> bool:
    """Whether a verb in the present stands where the organ is its subject."""
    if candidate.mark == HEAD:
        # «وتشجع أيرلندا الدول …» is narrative: a provision begins with "and" only before its organ
        return named or not candidate.joined
    if last is None:
        # the main verb after an opening clause («إذ يلاحظ أن …، يطلب»);
        # joined, it continues that clause
        opened = not (_starts_joined(passage, grammar) and not named)
        return opened and not candidate.joined and candidate.mark in (STOP, COMMA)
    if candidate.agreement != last.agreement:
        # «يحث الدول على أن تتخذ …، وتشجع»: the States encourage, not the organ
        return False
    if candidate.mark == STOP or not grammar.joins_by_prefix:
        return True
    if not candidate.joined:
        return candidate.mark == LINK
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


def _subject(passage: Passage, grammar: Grammar, candidate: Candidate) -> tuple[int, int] | None:
    """Where the organ is named as the subject of a verb: before it, or right after it.

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
    # "The SBI, recalling the request of Parties, also urged …"
    return candidate.announced if candidate.past and candidate.mark == COMMA else None


def _is_object(passage: Passage, grammar: Grammar, candidate: Candidate, end: int) -> bool:
    """Whether an organ behind a verb is asked («يحث الفريق العامل على أن») and does not ask itself."""
    transitive = "pronoun" in candidate.cue.pattern.groupindex
    follows = grammar.complement.match(passage.folded, end)
    return transitive and not candidate.past and follows is not None


def _below_organ(grammar: Grammar, candidate: Candidate) -> bool:
    """Whether a past verb opens a point: "The Meeting of the Parties: … (b) Requested the secretariat".

    Where verbs come first («بين الدول») a bare word tells too little.
    """
    return candidate.mark == HEAD and not grammar.joins_by_prefix


def _carried_on(passage: Passage, grammar: Grammar, candidate: Candidate) -> bool:
    """Whether a past verb without a subject goes on with that of the verb before («وطلب إلى الأمانة»)."""
    if grammar.joins_by_prefix:
        return grammar.after_verb.match(passage.folded, candidate.end) is not None
    return candidate.mark != STOP
