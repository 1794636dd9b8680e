"""Provisions understood: what their words ask, of whom, by when, on what condition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.packs import LanguagePack
from ingest.reading.relate.actions import Action, find_actions
from ingest.reading.relate.addressees import OTHERS_ACT, decided, find_addressees
from ingest.reading.relate.deadlines import find_due
from ingest.reading.relate.passage import Match, Passage
from ingest.reading.relate.passives import find_passives
from ingest.records import Mention

RECOMMEND = "recommend"


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the own words of a provision say, free of language.

    `actions` are the English lemmas of its operative verbs in the order of the text, each once,
    with `classes` beside them; `addressees` pairs of node id and the lemma they go with;
    `deliverables` what is asked for, in order; `due` as `deadlines.find_due` says; `is_mandate`
    whether it directs somebody to act, or decides that somebody shall act or that a matter comes up;
    `told` whether all its verbs tell in the past what the organ did ("The Committee requested …").
    """

    actions: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    addressees: tuple[tuple[str, str], ...] = ()
    deliverables: tuple[str, ...] = ()
    due: Mapping[str, Any] | None = None
    recurrence: str | None = None
    conditions: tuple[str, ...] = ()
    is_mandate: bool = False
    told: bool = False

    @property
    def deliverable(self) -> str | None:
        """The first thing asked for."""
        return self.deliverables[0] if self.deliverables else None


def understand(
    text: str,
    pack: LanguagePack,
    *,
    body: str | None = None,
    session: str | None = None,
    mentions: Sequence[Mention] = (),
    offset: int = 0,
    under: Understanding | None = None,
) -> Understanding:
    """Understand the own words of one provision.

    `text` is the provision without its label and without the points below it; it begins at `offset`
    of the document that `mentions` (those that lie in it) count in. `body` is the slug of the organ
    that speaks, `session` its session as in ids. `under` is what the chapeau of a point says: where
    that directs, things and dates in the point are asked for, though the verb stands above.
    Nothing is inherited.
    """
    passage = Passage.of(text, pack, mentions, offset)
    slug = body.removeprefix("body:") if body else None
    asked = [
        (action, find_addressees(passage, action, slug))
        for action in find_actions(passage, alone=slug is None)
    ]
    asked = asked or list(find_passives(passage, slug))
    actions = tuple(action for action, _ in asked)
    addressees = tuple(
        dict.fromkeys((node, action.lemma) for action, nodes in asked for node in nodes)
    )
    asks = [action for action in actions if action.directs or action.resolves]
    point = under is not None and under.is_mandate and not actions
    due = find_due(passage, asks, slug, session) if asks or point else None
    deliverables = _deliverables(passage, asks, point)
    if not addressees and due and due["session"] and not due["of"] and slug and _resolves(asks):
        # a matter comes before the organ itself («يقرر أن تناقش في دورته الرابعة»)
        addressees = ((f"body:{slug}", asks[0].lemma),)
    if not addressees and due and str(due["of"]).startswith("session:") and _forwards(asks):
        # "recommended a draft decision for consideration and adoption at COP 24"
        addressees = ((f"body:{due['of'].split(':')[1].rpartition('/')[0]}", asks[0].lemma),)
    lemmas = {action.lemma: action.verb_class for action in reversed(actions)}
    ordered = tuple(dict.fromkeys(action.lemma for action in actions))
    return Understanding(
        actions=ordered,
        classes=tuple(lemmas[lemma] for lemma in ordered),
        qualifiers=tuple(dict.fromkeys(q for action in actions for q in action.qualifiers)),
        addressees=addressees,
        deliverables=deliverables,
        due=due,
        recurrence=_recurrence(passage, asks, point),
        conditions=tuple(dict.fromkeys(m.cue.value for m in passage.matches("condition"))),
        is_mandate=bool(asks and addressees)
        or any(a.directs or decided(passage, a) == OTHERS_ACT for a in asks),
        told=bool(actions) and all(action.past for action in actions),
    )


def _resolves(asks: Sequence[Action]) -> bool:
    return bool(asks) and all(action.resolves for action in asks)


def _forwards(asks: Sequence[Action]) -> bool:
    return bool(asks) and all(action.lemma == RECOMMEND for action in asks)


def _deliverables(passage: Passage, asks: Sequence[Action], point: bool) -> tuple[str, ...]:
    """What is asked for, in the order in which the things stand (not the verbs before them)."""
    if point:
        found = [m for m in passage.every("deliverable") if "action" not in m.cue.data]
    else:
        found = [
            match
            for action in asks
            for match in passage.every("deliverable", action.end, action.clause_end)
            if action.lemma in match.cue.data.get("action", (action.lemma,))
        ]
    things: list[Match] = []
    for match in sorted(found, key=lambda match: match.end):
        if not things or match.start >= things[-1].end:
            things.append(match)
    return tuple(dict.fromkeys(thing.cue.value for thing in things))


def _recurrence(passage: Passage, asks: Sequence[Action], point: bool) -> str | None:
    """How often what is asked for recurs; a goal of so much a year that is welcomed does not count."""
    clauses = [(0, len(passage.folded))] if point else [(a.end, a.clause_end) for a in asks]
    found = [match for clause in clauses for match in passage.matches("recurrence", *clause)]
    return found[0].cue.value if found else None
