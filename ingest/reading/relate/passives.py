"""Passives: who is asked stands before the verb ("Member States are invited to …")."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reading.relate.actions import Action
from ingest.reading.relate.addressees import asked_between
from ingest.reading.relate.clauses import LABELS
from ingest.reading.relate.passage import Match, Passage

# What may stand between the end of a sentence and the noun phrase that opens the next.
OPENING = rf"(?:\A{LABELS}|[.;؛。]\s*)"
AFTER = "after"


def find_passives(passage: Passage, body: str | None) -> Iterator[tuple[Action, tuple[str, ...]]]:
    """The passive requests of a passage, each with those whom it asks.

    Only where the noun phrase at the head of the sentence is somebody that the packs know: "States
    are encouraged", but not "the notes that are requested". Some languages name them behind the verb
    («se invita a los Estados a»); a cue then says `asked = "after"`.
    """
    for match in passage.matches("passive"):
        heads = list(passage.pack.anywhere(OPENING).finditer(passage.folded, 0, match.start))
        head = heads[-1].end() if heads else 0
        if match.cue.data.get("asked") == AFTER:
            if passage.folded[head : match.start].strip():
                continue
            position, limit = match.end, len(passage.folded)
        else:
            position, limit = head, match.start
        asked = tuple(dict.fromkeys(asked_between(passage, position, limit, body, after=limit)))
        if asked:
            yield _action(passage, match), asked


def _action(passage: Passage, match: Match) -> Action:
    return Action(
        lemma=match.cue.value,
        verb_class=str(match.cue.data["class"]),
        start=match.start,
        end=match.end,
        clause_end=len(passage.folded),
    )
