"""Nested lists: which label continues which list, told by the sequence alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.reading.segment.markers import Marker

LARGEST_GAP = 4  # paragraphs
LISTED = ("number", "letter", "point")


@dataclass(slots=True)
class Level:
    """An open list: the kind of its labels and the last one seen."""

    kind: str
    last: int


@dataclass(slots=True)
class Nesting:
    """The lists open at a point of the text, outermost first."""

    levels: list[Level] = field(default_factory=list)

    def place(
        self, marker: Marker, kinds: tuple[str, ...] = LISTED
    ) -> tuple[tuple[str, int], ...] | None:
        """Put a label into the open lists; the path of (kind, value) to it, or None if it fits none.

        A first label after a colon opens a list below ("(i)" is then the first point, not the ninth
        letter). Otherwise a label continues the innermost list that expects it; a first label that no
        list expects opens a list if its kind is not open yet.
        """
        readings = [reading for reading in marker.readings if reading[0] in kinds]
        firsts = [reading for reading in readings if reading[1] == 1]
        if marker.opened and firsts:
            open_kinds = [level.kind for level in self.levels]
            firsts.sort(key=lambda reading: open_kinds.count(reading[0]))
            return self._open(firsts[0][0])
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if (level.kind, level.last + 1) in readings and (
                marker.bounded or level.kind == "number"
            ):
                del self.levels[depth + 1 :]
                level.last += 1
                return self.path
        if firsts and marker.bounded:
            for kind, _ in firsts:
                if kind not in {level.kind for level in self.levels}:
                    return self._open(kind)
        return None

    def place_printed(
        self, marker: Marker, *, any_order: bool
    ) -> tuple[tuple[str, int], ...] | None:
        """Put a number that opens a line where it is printed, though labels before it are missing.

        Word processors number the paragraphs of one act on in the next; annexes quote single paragraphs
        of other texts, in `any_order`.
        """
        number = marker.number
        if number is None or (self.levels and self.levels[0].kind != "number"):
            return None
        if self.levels and not any_order and not self.top < number <= self.top + LARGEST_GAP:
            return None
        self.levels = [Level("number", number)]
        return self.path

    def place_next(self, marker: Marker) -> tuple[tuple[str, int], ...] | None:
        """Put the next number of the outermost list there, whatever stands before it.

        Text that runs on has headings without a stop: "… adopts: Principles 1. Schools should …".
        """
        outer = self.levels[0].kind if self.levels else "number"
        if outer != "number" or marker.number != self.top + 1:
            return None
        self.levels = [Level("number", self.top + 1)]
        return self.path

    @property
    def top(self) -> int:
        """The last number of the outermost list; 0 where it has none."""
        numbered = self.levels and self.levels[0].kind == "number"
        return self.levels[0].last if numbered else 0

    def _open(self, kind: str) -> tuple[tuple[str, int], ...]:
        self.levels.append(Level(kind, 1))
        return self.path

    @property
    def path(self) -> tuple[tuple[str, int], ...]:
        """Where the text stands in the open lists."""
        return tuple((level.kind, level.last) for level in self.levels)


def letter_name(value: int) -> str:
    """The Latin letter of a place in the alphabet: 3 is "c", 27 "aa"."""
    return chr(ord("a") + (value - 1) % 26) * (1 + (value - 1) // 26)


def provision_label(path: tuple[tuple[str, int], ...]) -> str:
    """The label of a provision as ids have it: "g.1" for the first point below (g)."""
    return ".".join(letter_name(value) if kind == "letter" else str(value) for kind, value in path)


def item_label(path: tuple[tuple[str, int], ...]) -> str:
    """The label of an agenda item as ids have it: "2(b)(3)"."""
    names = [letter_name(value) if kind == "letter" else str(value) for kind, value in path]
    return names[0] + "".join(f"({name})" for name in names[1:])
