"""Evidence in its text: a little around it beside an answer, as much as is asked for on its page."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.records import Evidence
from graph.stores import Store
from views.parts.answers import Answers
from views.parts.kept import ask
from views.parts.passage import AROUND, Passage, original_passage, repaired_passage

PORTION = 2000  # characters that a reader is shown before and after, and then at a time


@dataclass(frozen=True, slots=True)
class Portions:
    """How much of a text is shown around the marked place, in portions."""

    before: int = 1
    after: int = 1


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence in its place; the passages are None where the text is not kept."""

    original: Passage | None
    repaired: Passage | None
    trust: float | None


def stretch(answers: Answers, evidence: Evidence, portions: Portions | None = None) -> Shown:
    """The evidence in its text, with some words around it or with these portions of it."""
    around = (portions.before * PORTION, portions.after * PORTION) if portions else (AROUND, AROUND)
    return ask(answers, _stretch, evidence.checksum, evidence.spans, *around)


def _stretch(
    store: Store, checksum: str, spans: tuple[tuple[int, int], ...], before: int, after: int
) -> Shown:
    text = store.evidence_text(checksum)
    trust = next((one.trust for one in store.readings() if one.checksum == checksum), None)
    if text is None or not spans:
        return Shown(None, None, trust)
    original = original_passage(text, spans, before, after)
    return Shown(original, repaired_passage(text, spans, before, after), trust)
