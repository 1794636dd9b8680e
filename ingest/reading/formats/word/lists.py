"""The labels of lists: Word stores "the next of this list", not "12." or "(a)".

Formats and rules are those of ECMA-376-1, 17.9 (numbering) and 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from ingest.reading.formats.labels import (
    ABJAD,
    BULLET,
    CYRILLIC,
    HIJAI,
    LATIN,
    han,
    letters,
    roman,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{W}val"
LEVELS = 9
FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letters(LATIN),
    "upperLetter": letters(LATIN.upper()),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "arabicAbjad": letters(ABJAD),
    "arabicAlpha": letters(HIJAI),
    "russianLower": letters(CYRILLIC),
    "russianUpper": letters(CYRILLIC.upper()),
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "japaneseCounting": han,
    "ideographDigital": han,
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, and what it prints (`text`: "(%1)")."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "\t"
    legal: bool = False  # all numbers in digits, whatever their levels say
    restarts: bool = True
    style: str | None = None

    @classmethod
    def of(cls, element: Element) -> Level:
        """A `w:lvl` element."""
        suffix = {"space": " ", "nothing": ""}.get(_value(element, "suff") or "", "\t")
        return cls(
            start=int(_value(element, "start") or 1),
            format=_value(element, "numFmt") or "decimal",
            text=_value(element, "lvlText") or "",
            suffix=suffix,
            legal=element.find(f"{W}isLgl") is not None,
            restarts=_value(element, "lvlRestart") != "0",
            style=_value(element, "pStyle"),
        )


@dataclass
class List:
    """A list: its levels, and how far each has counted (None: not yet begun)."""

    levels: dict[int, Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next(self, at: int) -> str:
        """The label of the next paragraph at a level, with what stands between it and the text."""
        level = self.levels.get(at, Level())
        count = self.counts[at]
        self.counts[at] = level.start if count is None else count + 1
        for deeper in range(at + 1, LEVELS):
            if self.levels.get(deeper, level).restarts:
                self.counts[deeper] = None
        if level.format == "bullet":
            return BULLET + level.suffix
        if level.format == "none" and "%" not in level.text:
            return level.text + level.suffix if level.text else ""
        label = level.text
        for place in range(LEVELS):
            if f"%{place + 1}" in label:
                label = label.replace(f"%{place + 1}", self._number(place, level.legal))
        return label + level.suffix if label else ""

    def _number(self, place: int, legal: bool) -> str:
        level = self.levels.get(place, Level())
        count = self.counts[place]
        number = level.start if count is None else count
        if level.format == "none":
            return ""
        return str(number) if legal else FORMATS.get(level.format, str)(number)


class Labels:
    """Counts the lists of a document; ask once for every paragraph, in order.

    `numbering` and `styles` are the roots of these parts, None where a document has none.
    """

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = {
            style.get(f"{W}styleId"): style
            for style in (styles.iterfind(f"{W}style") if styles is not None else ())
        }
        self._lists: dict[str, List] = {}  # by abstract list: several lists may share one count
        self._abstract: dict[str, str] = {}  # of a list
        self._restarts: dict[str, dict[int, int]] = {}  # of a list, at its first paragraph
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Element) -> None:
        for abstract in numbering.iterfind(f"{W}abstractNum"):
            levels = {
                int(lvl.get(f"{W}ilvl")): Level.of(lvl) for lvl in abstract.iterfind(f"{W}lvl")
            }
            self._lists[abstract.get(f"{W}abstractNumId")] = List(levels)
        for num in numbering.iterfind(f"{W}num"):
            id, abstract_id = num.get(f"{W}numId"), _value(num, "abstractNumId") or ""
            overridden = [*num.iterfind(f"{W}lvlOverride")]
            own = {
                int(one.get(f"{W}ilvl")): Level.of(lvl)
                for one in overridden
                if (lvl := one.find(f"{W}lvl")) is not None
            }
            if own and abstract_id in self._lists:  # a list with levels of its own counts alone
                self._lists[f"num {id}"] = List({**self._lists[abstract_id].levels, **own})
                abstract_id = f"num {id}"
            self._abstract[id] = abstract_id
            self._restarts[id] = {
                int(one.get(f"{W}ilvl")): int(start)
                for one in overridden
                if (start := _value(one, "startOverride")) is not None
            }

    def label(self, paragraph: Element) -> str:
        """The label that Word shows before a paragraph, and the tab or space behind it; "" if none."""
        id, level = self._place(paragraph)
        held = self._lists.get(self._abstract.get(id or "", ""))
        if id is None or held is None:
            return ""
        for at, start in self._restarts.pop(id, {}).items():
            held.counts[at] = start - 1
        return held.next(min(level, LEVELS - 1))

    def _place(self, paragraph: Element) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, or those of its style."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(VALUE) if style is not None else None
        id = _value(own, "numId") if own is not None else None
        level = _value(own, "ilvl") if own is not None else None
        for styled in self._line(name):
            numbered = styled.find(f"{W}pPr/{W}numPr")
            if id is None and numbered is not None:
                id = _value(numbered, "numId")
                level = level or _value(numbered, "ilvl") or self._level_of_style(id, name)
        if id in (None, "0"):  # 0 takes a paragraph out of the list of its style
            return None, 0
        return id, int(level or self._level_of_style(id, name) or 0)

    def _line(self, name: str | None) -> Iterator[Element]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while name and name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = _value(self._styles[name], "basedOn")

    def _level_of_style(self, id: str | None, name: str | None) -> str | None:
        held = self._lists.get(self._abstract.get(id or "", ""))
        levels = held.levels.items() if held and name else ()
        return next((str(at) for at, level in levels if level.style == name), None)


def _value(element: Element, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    return found.get(VALUE) if found is not None else None
