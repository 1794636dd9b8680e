"""Answers held against what is expected of them."""

from __future__ import annotations

from typing import Any

from tests.library.conftest import Row

# A question, its parameters, rows that must be among its answers (as far as they are written out),
# and rows that must not.
Case = tuple[str, dict[str, Any], list[Row], list[Row]]


def matches(row: Row, wanted: Row) -> bool:
    """Whether a row has all that is wanted of it; lists of ids are compared in any order."""

    def same(one: object, other: object) -> bool:
        if isinstance(one, list) and isinstance(other, list):
            return sorted(one) == sorted(other)
        return one == other

    return all(name in row and same(row[name], value) for name, value in wanted.items())


def names(cases: list[Case]) -> list[str]:
    """What tests of these cases are called."""
    return [f"{name} {' '.join(map(str, given.values()))}".strip() for name, given, _, _ in cases]


def faults(rows: list[Row], there: list[Row], not_there: list[Row]) -> list[str]:
    """What is wrong with an answer: rows that it lacks, and rows that it should not have."""
    lacking = [one for one in there if not any(matches(row, one) for row in rows)]
    wrong = [one for one in not_there if any(matches(row, one) for row in rows)]
    return [*(f"lacks {one}" for one in lacking), *(f"has {one}" for one in wrong)]
