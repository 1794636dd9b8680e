"""Preambular or operative, by paragraph: how well the outline tells them apart.

    python -m benchmarks.parts FOLDER [--files odd|even]

FOLDER holds texts (`NAME.<language>.txt`) and beside each `NAME.types.json`, a list of
`{"line": 3, "type": "preambular" | "operative" | null}`. The outline is the one that
`mandates outline` shows; a line counts as the part that most of its characters lie in. Macro-F1 is
that of the two parts: over the lines that have a type, and over all lines, where a heading or a
formula taken for a part is a false find.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.packs import load_packs
from ingest.reading import outline_document
from ingest.reading.formats import open_source
from ingest.records import Given, Outline

PARTS = {"preamble": "preambular", "operative": "operative"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: what it is by the key, and by the outline (None: neither part)."""

    file: str
    number: int
    expected: str | None
    found: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """The lines of a folder, compared."""

    lines: tuple[Line, ...]

    def confusion(self) -> Mapping[tuple[str | None, str | None], int]:
        """How often each part of the key was taken for each part."""
        return Counter((line.expected, line.found) for line in self.lines)

    def f1(self, part: str, *, typed_only: bool) -> float:
        """F1 of one part; with `typed_only` lines that are neither part do not count."""
        lines = [line for line in self.lines if line.expected or not typed_only]
        right = sum(line.expected == line.found == part for line in lines)
        named = sum((line.expected == part) + (line.found == part) for line in lines)
        return 2 * right / named if named else 1.0

    def macro_f1(self, *, typed_only: bool) -> float:
        """The mean of the F1 of both parts."""
        return sum(self.f1(p, typed_only=typed_only) for p in PARTS.values()) / len(PARTS)


def measure(folder: Path, files: str = "all") -> Measure:
    """Compare the outlines of a folder's texts with the types beside them; see the module."""
    texts = sorted(path for path in folder.glob("*.txt") if types_beside(path).exists())
    wanted = {"odd": texts[::2], "even": texts[1::2], "all": texts}[files]
    return Measure(tuple(line for path in wanted for line in lines_of(path)))


def types_beside(path: Path) -> Path:
    """The file of types of a text: NAME.types.json beside NAME.fr.txt."""
    return path.with_name(f"{path.name.split('.')[0]}.types.json")


def lines_of(path: Path) -> Iterator[Line]:
    """The typed lines of one text."""
    outline = outline_document(open_source(path), load_packs(), Given())
    parts = _parts(outline)
    bounds: list[tuple[int, int]] = []
    start = 0
    for line in outline.text.original.split("\n"):
        bounds.append((start, start + len(line)))
        start += len(line) + 1
    for row in json.loads(types_beside(path).read_text(encoding="utf-8")):
        first, end = bounds[row["line"] - 1]
        most = Counter(parts[first:end]).most_common(1)
        found = PARTS.get(most[0][0]) if most and most[0][0] else None
        yield Line(path.name, row["line"], row["type"], found)


def _parts(outline: Outline) -> list[str | None]:
    """The part that every character of the file lies in."""
    parts: list[str | None] = [None] * len(outline.text.original)
    for paragraph in outline.paragraphs:
        for start, end in outline.text.spans(paragraph.start, paragraph.end):
            parts[start:end] = [paragraph.part] * (end - start)
    return parts


def main() -> None:
    """Print macro-F1, F1 by part and the confusion."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", choices=("odd", "even", "all"), default="all")
    parser.add_argument("--errors", action="store_true", help="list the lines that differ")
    given = parser.parse_args()
    found = measure(given.folder, given.files)
    for typed_only, of in ((True, "lines with a type"), (False, "all lines")):
        print(
            f"macro-F1 {found.macro_f1(typed_only=typed_only):.3f} over {of}  "
            + "  ".join(f"{p} {found.f1(p, typed_only=typed_only):.3f}" for p in PARTS.values())
        )
    for (expected, taken), count in sorted(found.confusion().items(), key=str):
        print(f"{expected or 'neither':11} taken for {taken or 'neither':11} {count:4}")
    if given.errors:
        for line in found.lines:
            if line.expected != line.found:
                print(f"{line.file}:{line.number}: {line.expected} taken for {line.found}")


if __name__ == "__main__":
    main()
