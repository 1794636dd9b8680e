"""How far the readings of one text in two languages agree, line by line, on the parallel corpus.

    python benchmarks/agreement.py [FOLDER] [--pairs en-ar,en-fr] [--show N]

FOLDER holds aligned files, one a language, whose names end in the language (the development set of
the United Nations Parallel Corpus). Printed for every pair: the share of what either reading names
that both name (Jaccard over all lines), for acts and documents, and for articles, rules, items and
sessions; and over the lines that either, or both, read as operative paragraphs, how often the class
of the first verb and the set of addressees are the same. Agreement can be had by finding nothing:
the counts stand beside it.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from graph.model.schema import load_model
from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import understand

CORPUS = Path(os.environ.get("MANDATES_CORPUS", "../shared/corpus")) / "unpc"
KINDS = {
    "acts and documents": frozenset({"decision", "document"}),
    "articles … sessions": frozenset({"article", "rule", "agenda item", "session"}),
}


@dataclass(frozen=True, slots=True)
class Line:
    """What one reading of a line found: ids by group of kinds, class of its verb, who is asked."""

    text: str
    named: dict[str, frozenset[str]]
    verb_class: str | None
    addressees: frozenset[str]


def read(file: Path) -> list[Line]:
    """Every line of a file, read on its own."""
    packs, classes = load_packs(), load_model().classes
    pack = packs.languages[file.suffix[1:]]
    lines = []
    for text in file.read_text(encoding="utf-8").split("\n"):
        mentions = find(text, pack, packs, None)
        said = understand(text, pack, mentions=mentions)
        named = {
            group: frozenset(one.target for one in mentions if one.kind in kinds and one.target)
            for group, kinds in KINDS.items()
        }
        first = next(iter(said.actions), None)
        asked = frozenset(node for node, _ in said.addressees)
        lines.append(Line(text, named, classes.get(first) if first else None, asked))
    return lines


def share(part: int, whole: int) -> str:
    return f"{part / whole:5.3f} ({part}/{whole})" if whole else "–"


def compare(one: list[Line], other: list[Line], show: int) -> list[str]:
    """The figures of a pair, in the order of the table's head."""
    pairs = list(zip(one, other, strict=True))
    figures = []
    for group in KINDS:
        both = sum(len(a.named[group] & b.named[group]) for a, b in pairs)
        either = sum(len(a.named[group] | b.named[group]) for a, b in pairs)
        figures.append(share(both, either))
        unlike = [(a, b) for a, b in pairs if a.named[group] != b.named[group]]
        for a, b in unlike[:show]:
            print(f"  {sorted(a.named[group])} | {sorted(b.named[group])}")
            print(f"    {a.text[:160]}\n    {b.text[:160]}")
    either_acts = [(a, b) for a, b in pairs if a.verb_class or b.verb_class]
    both_act = [(a, b) for a, b in either_acts if a.verb_class and b.verb_class]
    for operative in (either_acts, both_act):
        same = sum(a.verb_class == b.verb_class for a, b in operative)
        figures.append(share(same, len(operative)))
    asked = sum(a.addressees == b.addressees for a, b in both_act)
    return [*figures, share(asked, len(both_act))]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--pairs", help="pairs of languages, such as en-ar,en-fr; else all")
    parser.add_argument("--show", type=int, default=0, help="print so many disagreements a pair")
    given = parser.parse_args()
    known = load_packs().languages
    files = {file.suffix[1:]: file for file in given.folder.iterdir() if file.suffix[1:] in known}
    pairs = [tuple(pair.split("-")) for pair in given.pairs.split(",")] if given.pairs else []
    pairs = pairs or list(combinations(files, 2))
    readings = {code: read(files[code]) for code in {code for pair in pairs for code in pair}}
    head = [*KINDS, "class (either)", "class (both)", "addressees (both)"]
    print("pair   " + "  ".join(f"{name:>19}" for name in head))
    for one, other in pairs:
        figures = compare(readings[one], readings[other], given.show)
        print(f"{one}-{other}  " + "  ".join(f"{figure:>19}" for figure in figures))


if __name__ == "__main__":
    main()
