"""Addressees: whom a provision asks to act.

They are the noun phrases between the verb and what is asked ("requests *the Secretariat* to …",
«يطلب إلى *أمانته* أن …»), or the subject of what is decided ("decides that *the Working Group*
shall …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ingest.packs import LanguagePack
from ingest.reading.relate.actions import Action
from ingest.reading.relate.passage import Match, Passage

ORGANS = frozenset({"working group", "body"})
NAMED = ORGANS | {"actor"}
# Verbs that ask nobody to act but are said to somebody.
SAID_TO = frozenset({"remind"})
# "Calls for renewed efforts by States" asks nobody by name.
IMPERSONAL = "call-for"
OWN_ACT, OTHERS_ACT = "own-act", "others-act"
# How many words of parties without a name may stand before the first that has one.
LONGEST_LIST = 12
# Between two organs that act together stand no more characters than these.
JOINED = 10
# An addressee further from its verb than this is the subject of another clause.
REACH = 700


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in a passage: node id, head noun for later "those authorities", and place."""

    node: str
    head: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a language's pack says about noun phrases of addressees, compiled."""

    approach: re.Pattern[str]
    lead: re.Pattern[str]
    boundary: re.Pattern[str]
    subordinator: re.Pattern[str]
    head_follows: re.Pattern[str]  # «海地境内»: a name that only tells whose or where
    modifier_end: re.Pattern[str]
    coordination: re.Pattern[str]  # searched up to the first letter of the next name


@lru_cache(maxsize=16)
def phrases_of(pack: LanguagePack) -> Phrases:
    """Compile the pack's words on addressees: addressee_preposition, _lead, _end, coordination."""
    space = r"\s+" if pack.whole_words else r"\s*"
    joined = r"\w?" if pack.prefix else ""  # «للدول»: the name begins behind a letter
    return Phrases(
        approach=pack.anywhere(
            rf"(?:[\s,،]*{pack.whole('{adverb}|{addressee_preposition}')}"
            rf"|\s*[,،]\s*{pack.whole('{aside}')}[^,،]{{0,160}}(?=[,،]))*[\s,،]*"
        ),
        lead=pack.anywhere(rf"(?:\s*(?:{{addressee_lead}})(?:{space}|\Z)){{0,4}}{joined}"),
        boundary=pack.bounded("{addressee_end}"),
        subordinator=pack.anywhere(pack.whole("{subordinator}")),
        head_follows=pack.word("head_follows"),
        modifier_end=pack.word("modifier_end"),
        coordination=pack.anywhere(r"(?:{coordination})\Z"),
    )


def find_addressees(passage: Passage, action: Action, body: str | None) -> tuple[str, ...]:
    """Node ids of those whom `action` asks, in the order of the text, each once.

    `body` is the slug of the organ that speaks, unless the text names another ("the Working Group
    agreed to …"); a decision that it shall act itself is asked of it.
    """
    if action.lemma == IMPERSONAL or not (
        action.directs or action.resolves or action.lemma in SAID_TO
    ):
        return ()
    asked = tuple(dict.fromkeys(_asked(passage, action, body)))
    if not asked and decided(passage, action) == OWN_ACT:
        return _speakers(passage, action, body)
    return asked


def _speakers(passage: Passage, action: Action, body: str | None) -> tuple[str, ...]:
    """The organ that acts, or the two that act together: "the SBSTA and the SBI agreed to"."""
    if action.subject:
        start, end = action.subject
        speakers = [
            mention.target
            for begin, stop, mention in passage.mentions
            if mention.kind in ORGANS and mention.target and begin < end and start - JOINED < stop
        ]
        if speakers:
            return tuple(dict.fromkeys(speakers))
    return (f"body:{body}",) if body else ()


def _asked(passage: Passage, action: Action, body: str | None) -> Iterator[str]:
    if action.object_pronoun:
        # «ويشجعها على»: the verb carries whom the passage named last
        yield from (party.node for party in parties(passage, 0, action.start, body)[-1:])
        return
    position = _approach(passage, phrases_of(passage.pack), action)
    limit = min(action.clause_end, position + REACH)
    yield from asked_between(passage, position, limit, body, after=action.end)


def asked_between(
    passage: Passage, position: int, limit: int, body: str | None, *, after: int
) -> Iterator[str]:
    """Whom a noun phrase names that begins at a folded offset: one party, or several joined.

    `after` is where the verb ends that governs them.
    """
    phrases = phrases_of(passage.pack)
    named = parties(passage, position, limit, body)
    if not named or not _leads_to(phrases, passage.folded[position : named[0].start + 1]):
        return
    if _somebody_else(passage, position, named[0].start):
        return
    yield named[0].node
    # subjects of a clause must be neighbours: in «بأن تدعو الأمانة المنظمات … وسائر المؤسسات» what is
    # joined further on belongs to the object
    clause = phrases.subordinator.search(passage.folded, after, max(after, named[0].start))
    asked = True
    for before, party in pairwise(named):
        gap = passage.folded[before.end : party.start]
        joint = phrases.coordination.search(passage.folded[before.end : party.start + 1])
        if party.start >= before.end:  # else one phrase for both: «المنظمات الدولية والإقليمية»
            before_joint = gap[: joint.start()] if joint else gap  # «وغيرها من أصحاب المصلحة»
            if phrases.boundary.search(before_joint) or (
                clause and (not joint or before_joint.strip())
            ):
                return
            asked = joint is not None  # else a modifier: "the secretariat of the Conference"
        if asked:
            yield party.node


def _leads_to(phrases: Phrases, before: str) -> bool:
    """Whether the words before the first name (up to its first letter) lead from the verb to it.

    Parties that no pack names may stand before it in a list: "urges *the industry, research bodies and*
    Governments", «تحث *مؤسسات الصناعة* والحكومات».
    """
    if phrases.lead.fullmatch(before[:-1]):
        return True
    joint = phrases.coordination.search(before)
    if joint is None:
        return False
    unnamed = before[: joint.start()]
    return len(unnamed.split()) <= LONGEST_LIST and not phrases.boundary.search(unnamed)


def _somebody_else(passage: Passage, start: int, end: int) -> bool:
    """Whether an organ is named that the text leaves open: "that the Assembly request *the Secretariat*"."""
    describes = phrases_of(passage.pack).modifier_end  # «尚未向委员会提交报告的国家»
    return any(
        start <= begin < end
        and mention.kind in ORGANS
        and not mention.target
        and not describes.search(passage.folded, stop, end + len("成员国"))
        for begin, stop, mention in passage.mentions
    )


def _approach(passage: Passage, phrases: Phrases, action: Action) -> int:
    position = action.end
    if action.subject:
        # «طلب الفريق العامل إلى الأمانة»: the subject stands between verb and addressee
        position = max(position, action.subject[1])
    approach = phrases.approach.match(passage.folded, position, action.clause_end)
    return approach.end() if approach else position


def parties(passage: Passage, start: int, end: int, body: str | None) -> list[Party]:
    """Everybody named between two folded offsets, by mention or by the pack, in order.

    Of overlapping names the longest stays. Anaphora ("those authorities", "them") stand for whom the
    passage named before.
    """
    names = [
        (match.start, match.end, named)
        for match in passage.every("addressee", start, end)
        if (named := _named_by(passage, match, body))
    ]
    for begin, stop, mention in passage.mentions:
        if mention.kind not in NAMED or not mention.target or not start <= begin <= stop <= end:
            continue
        # the cues know actors by their modifiers («الدول» and «الدول الأطراف»), mentions only States
        if mention.kind in ORGANS or not any(begin < e and s < stop for s, e, _ in names):
            names.append((begin, stop, [Party(mention.target, "", begin, stop)]))
    names.sort(key=lambda name: (name[0], -name[1]))
    found: list[Party] = []
    head_follows = phrases_of(passage.pack).head_follows
    for begin, stop, named in names:
        if head_follows.match(passage.folded, stop):
            continue
        if not found or begin >= found[-1].end:
            found += named
    return found


def _named_by(passage: Passage, match: Match, body: str | None) -> list[Party]:
    data = match.cue.data
    if "bodies" in data and body not in data["bodies"]:
        return []
    if data.get("capital") and not passage.printed(match.start, match.end)[:1].isupper():
        return []  # "all parties" to a conflict are no Parties to a treaty
    if match.cue.value == "anaphor":
        return _named_before(passage, match, body)
    if match.cue.value == "own-body":
        return [Party(f"body:{body}", "", match.start, match.end)] if body else []
    head = str(data.get("head", ""))
    values = (match.cue.value, *data.get("also", ()))
    return [Party(f"actor:{value}", head, match.start, match.end) for value in values]


def _named_before(passage: Passage, match: Match, body: str | None) -> list[Party]:
    """Whom an anaphor means: the last one named before, with its head noun if it has one."""
    head = match.cue.data.get("head")
    before = [
        party for party in parties(passage, 0, match.start, body) if not head or party.head == head
    ]
    return [Party(before[-1].node, before[-1].head, match.start, match.end)] if before else []


def decided(passage: Passage, action: Action) -> str | None:
    """What kind of thing is decided, as the pack's cues tell: own-act, others-act, done, or None.

    "To consider …" is for the organ itself to do, "that the Committee shall …" for others, and "to
    adopt …" is done by the decision.
    """
    if not action.resolves:
        return None
    position = _approach(passage, phrases_of(passage.pack), action)
    found = [
        (match.end(), cue.value)
        for cue in passage.pack.cues("decided")
        if (match := cue.pattern.match(passage.folded, position))
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
