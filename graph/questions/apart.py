"""Two collections of nodes or edges told apart, whatever their order."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from graph.model.records import Edge, Node

Thing = TypeVar("Thing", bound=Node | Edge)


@dataclass(frozen=True, slots=True)
class Apart(Generic[Thing]):
    """What only one of two collections has, and what both have and is another, old before new.

    `moved` counts what is the same but for what may move.
    """

    came: list[Thing]
    gone: list[Thing]
    changed: list[tuple[Thing, Thing]]
    moved: int


def told_apart(
    old: Callable[[], Iterable[Thing]],
    new: Iterable[Thing],
    key: Callable[[Thing], Hashable],
    said: Callable[[Thing], tuple[bytes, int]],
    place: Callable[[Thing], Any],
) -> Apart[Thing]:
    """Compare two collections, the old one being read twice and neither of them held.

    `key` says which things are one, `said` gives a hash of what makes a thing another, and one of
    what may move besides; `place` is what to sort by.
    """
    known = {key(one): said(one) for one in old()}
    came: list[Thing] = []
    changed: dict[Hashable, Thing] = {}
    moved = 0
    for one in new:
        now, was = said(one), known.pop(key(one), None)
        if was is None:
            came.append(one)
        elif was[0] != now[0]:
            changed[key(one)] = one
        else:
            moved += was != now
    then: dict[Hashable, Thing] = {}
    if known or changed:
        then = {key(one): one for one in old() if key(one) in known or key(one) in changed}
    return Apart(
        came=sorted(came, key=place),
        gone=sorted((then[one] for one in known), key=place),
        changed=[(then[key(one)], one) for one in sorted(changed.values(), key=place)],
        moved=moved,
    )
