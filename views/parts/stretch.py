"""Evidence in a good stretch of its text, as much of it as the reader asks for."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.records import Evidence
from graph.stores import Store
from views.parts.answers import Answers, Shown
from views.parts.kept import ask
from views.parts.passage import original_passage, repaired_passage

PORTION = 2000  # characters that a reader is shown before and after, and then at a time


@dataclass(frozen=True, slots=True)
class Portions:
    """How much of a text is shown around the marked place, in portions."""

    before: int = 1
    after: int = 1


def stretch(answers: Answers, evidence: Evidence, portions: Portions) -> Shown:
    """The evidence in its text; without passages where the text is not kept."""
    return ask(answers, _stretch, evidence.checksum, evidence.spans, portions)


def _stretch(
    store: Store, checksum: str, spans: tuple[tuple[int, int], ...], portions: Portions
) -> Shown:
    text = store.evidence_text(checksum)
    trust = next((one.trust for one in store.readings() if one.checksum == checksum), None)
    if text is None or not spans:
        return Shown(None, None, trust)
    around = portions.before * PORTION, portions.after * PORTION
    return Shown(
        original_passage(text, spans, *around), repaired_passage(text, spans, *around), trust
    )
