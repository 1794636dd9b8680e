"""Recognition of characters on scanned pages, by Tesseract where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.model.errors import UnreadableDocument
from ingest.reading.formats.pdf.glyphs import Glyph
from ingest.records import Given, Source

# Tesseract's names of the official languages.
LANGUAGES = {
    "ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "chi_sim"
}  # fmt: skip
RESOLUTION = 300  # dots an inch, which Tesseract was trained on
POINTS = 72
WORD = "5"  # the level of a word in Tesseract's table
LOWER = 0.9  # trust in what was recognized is never full
DESCENT = 0.2  # of the height of a line


@dataclass(frozen=True, slots=True)
class Recognizer:
    """Reads pictures of pages in some languages."""

    name: str
    languages: str

    def read(self, page: Any) -> tuple[tuple[Glyph, ...], float]:
        """The words of a page, each as one glyph, and how sure of them the recognition is."""
        picture = page.render(scale=RESOLUTION / POINTS, grayscale=True)
        order = [
            "tesseract",
            "stdin",
            "stdout",
            "-l",
            self.languages,
            "--dpi",
            str(RESOLUTION),
            "tsv",
        ]
        done = subprocess.run(
            order,
            input=_portable(picture),
            capture_output=True,
            check=False,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},  # more threads than cores slow it down
        )
        if done.returncode:
            why = " ".join(done.stderr.decode(errors="replace").split())
            raise UnreadableDocument(f"{self.name}: Tesseract failed: {why[:200]}")
        rows = list(_rows(done.stdout.decode(errors="replace")))
        sure = [float(row["conf"]) / 100 for row in rows]
        glyphs = tuple(_glyphs(rows, page.get_height()))
        return glyphs, round(LOWER * sum(sure) / len(sure), 4) if sure else 1.0


def recognizer_of(source: Source, given: Given) -> Recognizer:
    """The recognizer for a source: in its language if that is given, else in all that are installed."""
    if shutil.which("tesseract") is None:
        raise UnreadableDocument(
            f"{source.name}: --ocr needs Tesseract: install it, on Debian `apt install tesseract-ocr "
            f"tesseract-ocr-ara`"
        )
    listed = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, check=False, text=True
    )
    installed = set(f"{listed.stdout}\n{listed.stderr}".split())
    wanted = [LANGUAGES[given.language]] if given.language in LANGUAGES else LANGUAGES.values()
    there = [language for language in wanted if language in installed]
    if not there:
        raise UnreadableDocument(
            f"{source.name}: Tesseract does not know {', '.join(wanted)}: install `tesseract-ocr-…` for it"
        )
    return Recognizer(source.name, "+".join(there))


def has_picture(page: Any) -> bool:
    """Whether a picture stands on a page."""
    import pypdfium2.raw as pdfium

    return any(True for _ in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]))


def _portable(picture: Any) -> bytes:
    """A grey picture as a portable graymap, which Tesseract reads from a pipe."""
    width, height, stride = picture.width, picture.height, picture.stride
    data = bytes(picture.buffer)
    lines = b"".join(data[row * stride : row * stride + width] for row in range(height))
    return f"P5 {width} {height} 255\n".encode() + lines


def _rows(table: str) -> Iterator[dict[str, str]]:
    head, *lines = table.splitlines()
    names = head.split("\t")
    for line in lines:
        row = dict(zip(names, line.split("\t"), strict=False))
        if row.get("level") == WORD and row.get("text", "").strip():
            yield row


def _glyphs(rows: list[dict[str, str]], height: float) -> Iterator[Glyph]:
    """Words as glyphs: those of a line are of one size and stand at one height."""
    scale = POINTS / RESOLUTION
    lines: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in rows:
        lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    place = 0
    for words in lines.values():
        top = max(height - int(word["top"]) * scale for word in words)
        bottom = min(height - (int(word["top"]) + int(word["height"])) * scale for word in words)
        size = 0.8 * (top - bottom)
        for word in words:
            left = int(word["left"]) * scale
            right = left + int(word["width"]) * scale
            base = bottom + DESCENT * (top - bottom)
            place += 2
            yield Glyph(
                word["text"].strip(),
                left,
                right,
                base,
                bottom,
                top,
                size,
                False,
                place,
                place,
                place,
            )
