"""What a notebook must show its reader, whatever the store holds."""

from __future__ import annotations

import re
from io import BytesIO

from PIL import Image, ImageStat

from tests.notebooks.execution import LABELS, Executed

PRINTABLE = 1_000  # pixels: half a page at 150 to the inch
# What a computed sentence looks like where there was nothing to say.
HOLLOW = re.compile(r"\bnan\b|\bNone\b|\bNaT\b|[{}]|\[\]|\(\)|: \.|  |, ,| ,|array\(|Index\(")
SENTENCES = re.compile(r"[*_]*[^\W_].*[.][*_]*", re.DOTALL)


def check_what_a_reader_sees(executed: Executed) -> None:
    """No warnings, a figure that can be printed and names its source, a sentence that answers."""
    assert executed.warnings == [], "a warning in front of the reader"
    figure = Image.open(BytesIO(executed.figure)).convert("L")
    assert figure.width >= PRINTABLE
    assert ImageStat.Stat(figure).stddev[0] > 5, "an empty figure"
    labels = [label for label in executed.answers[LABELS] if label]
    assert any(label.startswith("Source: ") for label in labels), labels
    assert not [label for label in labels if HOLLOW.search(label)]
    assert SENTENCES.fullmatch(executed.answer.strip()), executed.answer
    assert re.search(r"\d", executed.answer), executed.answer
    assert not HOLLOW.search(executed.answer), executed.answer
