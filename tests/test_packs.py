"""Every pattern of every pack against the examples and counter-examples beside it."""

from __future__ import annotations

import pytest

from graph.model.folding import fold
from ingest.cues import Cue
from ingest.packs import load_packs

CUES = [
    pytest.param(cue, id=f"{pack.code}-{section}-{number}-{cue.value}")
    for pack in load_packs().languages.values()
    for section, cues in pack.sections.items()
    for number, cue in enumerate(cues)
]


@pytest.mark.parametrize("cue", CUES)
def test_examples_are_found(cue: Cue) -> None:
    missed = [example.text for example in cue.examples if not cue.pattern.search(fold(example.text))]
    assert missed == []


@pytest.mark.parametrize("cue", CUES)
def test_counterexamples_are_not_found(cue: Cue) -> None:
    found = [example.text for example in cue.counterexamples if cue.pattern.search(fold(example.text))]
    assert found == []


@pytest.mark.parametrize("cue", CUES)
def test_every_pattern_carries_its_proof(cue: Cue) -> None:
    assert cue.examples
