"""How much of damaged Arabic comes back: clean lines are damaged, repaired and compared.

    python benchmarks/repair.py [LINES_FILE] [--lines N] [--alone]

prints for each kind of damage the character accuracy and the share of references (symbols,
numbers of decisions, resolutions, articles and paragraphs, labels in brackets, dates) that are
found again, before and after the repair. `--alone` repairs each line by itself, as a document
of one line.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from damage import KINDS, Damage  # noqa: E402

from ingest.reading.clean import clean  # noqa: E402

MONTHS = "كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين"
REFERENCE = re.compile(
    r"[A-Z]+(?:/[A-Za-z0-9.]+)+"
    rf"|[0-9]+ (?:{MONTHS})(?: [ء-ي]+)?/[ء-ي]+(?: [0-9]{{4}})?"
    r"|(?:المادة|المادتين|المواد|الفقرة|الفقرتين|الفقرات|البند|المقرر|القرار|قرارها|قراره|المرفق|الدورة)"
    r" [0-9]+(?:/[0-9]+)?(?: \([0-9]{4}\))?"
    r"|\([ء-ي]{1,2}\)"
)


def folded(text: str) -> str:
    """The text with the folds that `clean` declares."""
    return clean(text).repaired


def references(text: str) -> Counter[str]:
    """The references in a text, by their wording."""
    return Counter(match[0] for match in REFERENCE.finditer(" ".join(text.split())))


def accuracy(expected: str, found: str) -> float:
    """Share of the characters that stand in common blocks, spaces and line ends alike."""
    expected, found = " ".join(expected.split()), " ".join(found.split())
    return SequenceMatcher(None, expected, found, autojunk=False).ratio()


def recovered(expected: list[str], found: list[str]) -> tuple[float, float]:
    """Character accuracy and share of references, over all lines."""
    total = sum(len(line) for line in expected)
    right = sum(
        accuracy(line, other) * len(line) for line, other in zip(expected, found, strict=True)
    )
    wanted = [references(line) for line in expected]
    had = [references(line) for line in found]
    common = sum((a & b).total() for a, b in zip(wanted, had, strict=True))
    return right / total, common / sum(counter.total() for counter in wanted)


def repaired(lines: list[str], alone: bool) -> list[str]:
    """The lines after repair: as one document, or each as its own."""
    if alone:
        return [clean(line).repaired for line in lines]
    # a line that was cut keeps its line ends: an empty line parts it from the next
    return clean("\n\n\n".join(lines)).repaired.split("\n\n\n")


def measure(lines: list[str], damage: Damage, alone: bool) -> tuple[float, float, float, float]:
    """Character accuracy and share of references, before and after."""
    chance = Random(2008)
    damaged = [damage(line, chance) for line in lines]
    before = recovered(lines, [folded_only(line) for line in damaged])
    after = recovered(lines, repaired(damaged, alone))
    return (*before, *after)


def folded_only(line: str) -> str:
    """A damaged line as a reader would see it: digits and kashida make no difference."""
    digits = {0x660 + digit: str(digit) for digit in range(10)}
    return line.translate(digits).replace("\u0640", "")


def main() -> None:
    corpus = Path(os.environ.get("MANDATES_CORPUS", ROOT.parent / "shared" / "corpus"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default=corpus / "unpc" / "UNv1.0.devset.ar", type=Path)
    parser.add_argument("--lines", type=int, default=400)
    parser.add_argument("--alone", action="store_true")
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").splitlines()
    # lines that name something, spread over the file
    lines = [folded(line) for line in lines if 40 < len(line) < 300]
    lines = [line for line in lines if references(line)]
    lines = lines[:: max(1, len(lines) // options.lines)][: options.lines]
    print(f"{len(lines)} lines, {sum(references(line).total() for line in lines)} references")
    print(f"{'':24} {'characters':>17} {'references':>17}")
    for kind, damage in KINDS.items():
        start = time.perf_counter()
        values = measure(lines, damage, options.alone)
        a, b, c, d = (f"{100 * value:6.1f}" for value in values)
        print(f"{kind:24} {a} → {c}   {b} → {d}   {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
