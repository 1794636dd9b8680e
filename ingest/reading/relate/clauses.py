"""Clauses: the places of a passage where an operative verb may stand, as a language's pack tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ingest.cues import Cue
from ingest.packs import LanguagePack
from ingest.reading.relate.passage import Passage

# A line read on its own brings its labels: "12. (a) Requests", «٢ - يحث», "'2` يعترف".
# No word of its own ("S'engage") is a label: behind a quotation mark stands a number.
LABELS = r"\W*(?:(?:\w{1,4}\s*[.)\-–]|\d{1,3}(?:\s*[`'’‘]|(?=\s)))\W*){0,2}"
HEAD, STOP, COMMA, LINK = "head", "stop", "comma", "link"
ASIDE = (",", "،")
# A phrase of more words than this between organ and verb is a sentence of its own.
LONGEST_PHRASE = 16


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
    phrase_opens: re.Pattern[str]
    phrase_word: re.Pattern[str]
    first_person: re.Pattern[str]
    participle: re.Pattern[str]
    working: re.Pattern[str]
    joined_verbs: re.Pattern[str]  # all that stands between two verbs of one clause
    renewal: re.Pattern[str]  # behind "reiterates": its call, its request
    link: re.Pattern[str]
    he_or_it: re.Pattern[str]  # «он» may be the Committee, or a speaker
    other_subject: re.Pattern[str]
    asked: re.Pattern[str]  # what is asked, behind whom it is asked of («على أن», «إلى»)

    @property
    def joins_by_prefix(self) -> bool:
        """Whether "and" is a letter joined to the verb."""
        return bool(self.prefix.pattern)

    def works(self, passage: Passage, organ: tuple[int, int]) -> bool:
        """Whether an organ works on something first: "The SBI considered … and urged …"."""
        return self.working.match(passage.folded, organ[1]) is not None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verb in a place where an operative verb may stand; offsets are of the folded text.

    `mark` is what the clause opens with: head (of the passage), stop, comma or link; `between` the
    words from there to the verb, from `start` on. `joined` tells of a joined "and", `agreement` with
    whom the verb agrees, `forms` what the named groups of its cue caught (past, pronoun), `participle`
    that it is printed as one ("a décidé … et prié").
    `announced` is where the organ stands at the head of the sentence, or before what it did first.
    """

    cue: Cue
    mark: str
    between: str
    start: int
    verb: int
    end: int
    joined: bool
    agreement: str
    forms: Mapping[str, str | None]
    participle: bool
    announced: tuple[int, int] | None

    @property
    def past(self) -> bool:
        """Whether the verb tells ("requested") instead of acting ("requests")."""
        return self.participle or self.forms.get("past") is not None


@lru_cache(maxsize=16)
def grammar_of(pack: LanguagePack) -> Grammar:
    """Compile the pack's words on clauses: link, adverb, organ, subject_after, after_verb, agreement,
    phrase_opens, phrase_word, first_person, participle.
    """
    return Grammar(
        opening=pack.anywhere(
            rf"(?:(?P<{HEAD}>\A{LABELS})|(?P<{STOP}>\.(?!\w)|[;؛。])|(?P<{COMMA}>[,،)])|(?P<{LINK}>{{link}}))"
            rf"(?P<between>(?:[\s,،]|{pack.whole('{adverb}|{organ}')})*)"
        ),
        organ=pack.anywhere(pack.whole("{organ}")),
        after_verb=pack.anywhere(
            r"\s*(?:(?:{adverb})\s+)*(?:(?P<organ>{subject_after})|{after_verb})(?!\w)"
        ),
        complement=pack.anywhere(r"\s*(?:{addressee_end})(?!\w)"),
        adverbs=pack.anywhere(rf"(?:[\s,،]*{pack.whole('{adverb}')})*"),
        agreement=pack.anywhere("{agreement}"),
        prefix=re.compile(pack.prefix),
        working=pack.anywhere(rf"(?:\s*(?:{{link}})\s*(?:{{organ}}))?\s*{pack.whole('{working}')}"),
        phrase_opens=pack.word("phrase_opens"),
        phrase_word=pack.word("phrase_word"),
        first_person=pack.word("first_person"),
        participle=pack.word("participle"),
        joined_verbs=pack.anywhere(rf"[\s,،]*(?:{pack.whole('{link}|{adverb}')}[\s,،]*)*"),
        renewal=pack.anywhere(
            rf"(?:[\s,،]*{pack.whole('{adverb}')})*\s*(?:{{renewal}})"
            + (r"(?!\w)" if pack.whole_words else "")
        ),
        link=pack.anywhere(pack.whole("{link}")),
        he_or_it=pack.word("he_or_it"),
        other_subject=pack.anywhere(pack.whole("{other_subject}")),
        asked=pack.anywhere(pack.whole("{asked}")),
    )


def find_candidates(passage: Passage, grammar: Grammar) -> Iterator[Candidate]:
    """The verbs of the pack that stand where an operative verb may stand, in order."""
    seen: set[int] = set()
    announced: tuple[int, int] | None = None
    printed = passage.text.lower()  # accents tell verbs apart that folding makes alike
    for opening in grammar.opening.finditer(passage.folded):
        verb = opening.end()
        mark = next(name for name in (HEAD, STOP, COMMA, LINK) if opening[name] is not None)
        named = _organ_in(grammar, opening)
        aside = opening["between"].rstrip().endswith(ASIDE)
        if mark in (HEAD, STOP) or (named and (aside or grammar.works(passage, named))):
            announced = named  # "For its part, the Council, in its resolution …, condemned"
        best = None if verb in seen else _verb_at(passage, verb)
        best = best or _verb_beyond(passage, grammar, opening, opens=mark in (HEAD, STOP))
        seen.add(verb)
        if best is None:
            continue
        cue, found = best
        verb = found.start()
        seen.add(verb)
        # «Solicito», "j'invite": the author of a letter asks, no organ
        if grammar.first_person.match(printed, passage.origins[verb]):
            continue
        joined = _is_joined(grammar, cue, passage.folded, verb)
        agreement = grammar.agreement.match(passage.folded, verb + joined)
        yield Candidate(
            cue=cue,
            mark=mark,
            between=passage.folded[opening.start("between") : verb],
            start=opening.start("between"),
            verb=verb,
            end=found.end(),
            joined=joined,
            agreement=agreement[0] if agreement else "",
            forms=found.groupdict(),
            participle=grammar.participle.match(printed, passage.origins[verb]) is not None,
            announced=announced,
        )


def _organ_in(grammar: Grammar, opening: re.Match[str]) -> tuple[int, int] | None:
    organ = grammar.organ.search(opening["between"])
    start = opening.start("between")
    return (start + organ.start(), start + organ.end()) if organ else None


def _verb_at(passage: Passage, position: int) -> tuple[Cue, re.Match[str]] | None:
    """The action cue with the longest match at a place."""
    found = (
        (cue, match)
        for cue in passage.pack.cues("action")
        if (match := cue.pattern.match(passage.folded, position))
    )
    return max(found, key=lambda pair: pair[1].end(), default=None)


def _verb_beyond(
    passage: Passage, grammar: Grammar, opening: re.Match[str], *, opens: bool
) -> tuple[Cue, re.Match[str]] | None:
    """The verb behind a phrase that no comma parts from the organ.

    The phrase may go on with the organ's name («la Comisión de Estadística pidió») or, where a
    sentence opens, come before it («En esa resolución el Consejo decidió»).
    """
    position, folded = opening.end(), passage.folded
    named = grammar.organ.search(opening["between"]) is not None
    if not (named or opens) or not grammar.phrase_opens.match(folded, position):
        return None
    for _ in range(LONGEST_PHRASE):
        step = grammar.organ.match(folded, position)
        named = named or step is not None
        step = step or grammar.phrase_word.match(folded, position)
        if step is None:
            return None
        position = len(folded) - len(folded[step.end() :].lstrip())
        if named:
            adverbs = grammar.adverbs.match(folded, position)
            reached = adverbs.end() if adverbs else position
            reached += len(folded[reached:]) - len(folded[reached:].lstrip())
            if best := _verb_at(passage, reached):
                return best
    return None


def _is_joined(grammar: Grammar, cue: Cue, folded: str, position: int) -> bool:
    """Whether the verb carries a joined "and" («ويطلب»), and does not just begin so («وافق»)."""
    carried = carries_prefix(grammar, folded, position)
    return carried and bool(cue.pattern.match(folded[position + 1 :]))


def carries_prefix(grammar: Grammar, folded: str, position: int) -> bool:
    """Whether something joined stands in front of a word («والدول»)."""
    joint = grammar.prefix.match(folded, position)
    return bool(joint and joint[0])
