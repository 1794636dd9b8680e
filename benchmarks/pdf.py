"""How well PDF is read: Arabic pages of several producers and fonts, documents that stand as clean text too.

    python benchmarks/pdf.py made [--lines FILE] [--paragraphs N] [--columns 1,2] [--fonts …] [--keep FOLDER]
    python benchmarks/pdf.py paired CLEAN PDF
    python benchmarks/pdf.py samples FOLDER

`made` prints pages of a text and reads them again: for each producer, font and number of columns the share
of words that come back exactly and in order, and how the references found compare with those of the text.
`paired` compares a PDF with the clean text of the same document: words, paragraphs, and what a graph of
each holds, with and without what stands in footnotes only. `samples` makes the files of the tests anew.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from pdf_producers import PRODUCERS, Paper, installed  # noqa: E402

from ingest.packs import Packs, load_packs  # noqa: E402
from ingest.reading import read_document  # noqa: E402
from ingest.reading.formats import open_source  # noqa: E402
from ingest.records import Given, Reading, Source  # noqa: E402

LINES = ROOT.parent / "shared" / "corpus" / "unpc" / "UNv1.0.devset.ar"
FONTS = ("Amiri", "Noto Naskh Arabic", "KacstBook", "Scheherazade")
FOOTNOTES = re.compile("\f[^\f]*\f")
LABELS = ("{}. ", "({}) ", "- ")
LETTERS = "أبجدهوز"
GIVEN = Given(symbol="CTOC/COP/2099/7", language="ar", body="untoc-cop")


def made(options: argparse.Namespace) -> None:
    """Print a table: a row for each producer, font and number of columns."""
    packs = load_packs()
    print(
        f"{'producer':10} {'font':18} {'columns':>7} {'words':>7} {'references':>10} {'seconds':>8}"
    )
    with TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary)
        folder.mkdir(exist_ok=True)
        for producer in installed():
            for font in options.fonts:
                for columns in set(options.columns) & set(producer.columns):
                    chosen = _paragraphs(options, font, columns)
                    paper = Paper(chosen, "ar", font, columns)
                    file = folder / f"{producer.name}-{font.split()[0].lower()}-{columns}.pdf"
                    producer.make(paper, file)
                    if not file.exists():
                        print(f"{producer.name:10} {font:18} {columns:7} made nothing")
                        continue
                    start = time.perf_counter()
                    read = read_document(open_source(file), packs, GIVEN)
                    seconds = time.perf_counter() - start
                    text = "\n".join(chosen)
                    plain = read_document(_plain(text), packs, GIVEN)
                    words = words_back(text, read.text.original)
                    found = references_back(plain, read)
                    row = f"{producer.name:10} {font:18} {columns:7} {words:7.4f} {found:10.4f}"
                    print(f"{row} {seconds:8.1f}", flush=True)


def _paragraphs(options: argparse.Namespace, font: str, columns: int) -> tuple[str, ...]:
    """Lines of a text, some of them with the labels of lists."""
    lines = [
        " ".join(line.split()) for line in options.lines.read_text(encoding="utf-8").splitlines()
    ]
    random = Random(f"{font} {columns}")
    chosen = random.sample([line for line in lines if 20 < len(line) < 900], options.paragraphs)
    return tuple(
        LABELS[place // 3 % 3].format(LETTERS[place % 7] if place // 3 % 3 else place) + line
        if place % 3 == 0
        else line
        for place, line in enumerate(chosen, 1)
    )


def _plain(text: str) -> Source:
    data = text.encode()
    return Source("made.ar.txt", data, sha256(data).hexdigest(), "text/plain")


def words_back(text: str, read: str) -> float:
    """The share of the words of a text that were read exactly, in order; kashida is no letter."""
    one, other = (each.replace("\u0640", "").replace("|", " ").split() for each in (text, read))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(one)


def references_back(plain: Reading, read: Reading) -> float:
    """F1 of the references found in two readings of one text."""
    one, other = (
        Counter(
            (mention.kind, mention.target or str(mention.symbolic)) for mention in each.mentions
        )
        for each in (plain, read)
    )
    return _f1(one, other)


def _f1(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    together = one.total() + other.total()
    return 2 * (one & other).total() / together if together else 1.0


def paired(options: argparse.Namespace) -> None:
    """Print how a PDF compares with the clean text of the same document."""
    packs = load_packs()
    clean, read = (read_document(open_source(path), packs) for path in (options.clean, options.pdf))
    body = FOOTNOTES.sub("", read.text.original)
    print(f"words of the clean text, in order: {words_back(clean.text.original, body):.4f}")
    one, other = (
        {" ".join(line.replace("|", " ").split()) for line in text.splitlines() if line.strip()}
        for text in (clean.text.original, body)
    )
    print(f"paragraphs of the clean text, exactly: {len(one & other) / len(one):.4f}")
    for says, aside in (("all", False), ("footnotes aside", True)):
        of_clean, of_read = _held(clean, packs, False), _held(read, packs, aside)
        for kind in sorted(of_clean):
            print(f"{kind}, {says}: F1 {_f1(of_clean[kind], of_read[kind]):.4f}")


def _held(reading: Reading, packs: Packs, aside: bool) -> dict[str, Counter[tuple[str, ...]]]:
    """What a reading gives a graph: decisions, provisions, references; each once."""
    notes = [
        span
        for paragraph in reading.paragraphs
        if aside and paragraph.role == "footnote"
        for span in reading.text.spans(paragraph.start, paragraph.end)
    ]

    def stands_in_note(start: int) -> bool:
        return any(first <= start < last for first, last in notes)

    edges = [
        edge
        for edge in reading.edges
        if not edge.evidence or not all(stands_in_note(one.start) for one in edge.evidence)
    ]
    own = {edge.target for edge in edges if edge.type == "HAS_PROVISION"}
    return {
        "decisions": Counter((edge.source,) for edge in edges if edge.type == "ADOPTED_AT"),
        "provisions": Counter((one,) for one in own),
        "references": Counter(
            {(edge.type, edge.source, edge.target): 1 for edge in edges if edge.type == "CITES"}
        ),
    }


def samples(options: argparse.Namespace) -> None:
    """Make the PDF files of the tests from the digests in data/, a folder for each producer."""
    for producer, language, font, columns, notes in (
        ("chromium", "ar", "Amiri", 1, ()),
        ("office", "ar", "Noto Naskh Arabic", 2, ()),
        ("tex", "ar", "Scheherazade", 1, ((3, "A/55/25."), (9, "A/RES/55/25."))),
        ("cairo", "ar", "Amiri", 1, ()),
        ("office", "en", "DejaVu Serif", 1, ((4, "See A/55/25."), (12, "A/RES/55/255, annex."))),
        ("tex", "en", "DejaVu Serif", 2, ()),
    ):
        file = options.folder / producer / f"CTOC_COP_2008_1.digest.{language}.pdf"
        file.parent.mkdir(parents=True, exist_ok=True)
        source = ROOT / "data" / f"CTOC_COP_2008_1.digest.{language}.txt"
        lines = [line.strip() for line in source.read_text(encoding="utf-8").splitlines()]
        text = tuple(line for line in lines if line and not line.startswith("%%%"))[:SAMPLE]
        with TemporaryDirectory() as folder:
            made_file = Path(folder) / file.name
            maker = next(one for one in PRODUCERS if one.name == producer)
            maker.make(Paper(text, language, font, columns, "CTOC/COP/2008/1", notes), made_file)
            file.write_bytes(made_file.read_bytes())
        print(file, file.stat().st_size)


SAMPLE = 90  # paragraphs


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and do as it says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    doing = parser.add_subparsers(required=True)
    one = doing.add_parser("made")
    one.add_argument("--lines", type=Path, default=LINES)
    one.add_argument("--paragraphs", type=int, default=60)
    one.add_argument(
        "--columns", type=lambda said: [int(n) for n in said.split(",")], default=[1, 2]
    )
    one.add_argument("--fonts", type=lambda said: said.split(","), default=list(FONTS))
    one.add_argument("--keep", type=Path)
    one.set_defaults(do=made)
    one = doing.add_parser("paired")
    one.add_argument("clean", type=Path)
    one.add_argument("pdf", type=Path)
    one.set_defaults(do=paired)
    one = doing.add_parser("samples")
    one.add_argument("folder", type=Path)
    one.set_defaults(do=samples)
    options = parser.parse_args(arguments)
    options.do(options)


if __name__ == "__main__":
    main()
