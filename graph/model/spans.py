"""Where a piece of repaired text stands in the original: spans of code points, from a text's origins."""

from __future__ import annotations

from array import array


def kept_characters(length: int, origins: array[int]) -> bytearray:
    """Which of `length` original characters are still in the repaired text: 1, or 0 if dropped."""
    kept = bytearray(length)
    for origin in origins:
        if origin >= 0:
            kept[origin] = 1
    return kept


def original_spans(
    origins: array[int], kept: bytearray, start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """Where `repaired[start:end]` stands in the original: half-open ranges, in file order.

    Characters that a repair dropped (kashida, spaces inside words) do not split a range;
    characters that belong to other repaired text do. Empty if the range holds only insertions.
    """
    placed = sorted(origin for origin in origins[start:end] if origin >= 0)
    spans: list[tuple[int, int]] = []
    first = last = -1
    for origin in placed:
        if first >= 0 and (origin == last or not any(kept[last:origin])):
            last = origin + 1
            continue
        if first >= 0:
            spans.append((first, last))
        first, last = origin, origin + 1
    if first >= 0:
        spans.append((first, last))
    return tuple(spans)
