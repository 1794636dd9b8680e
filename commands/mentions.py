"""`mandates mentions`: every reference in a file, resolved to ids, as JSON lines."""

from __future__ import annotations

import hashlib
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from commands.layout.terminal import write_json
from commands.options import given_options
from graph.model.errors import UnreadableDocument
from graph.model.schema import load_model
from ingest.packs import LanguagePack, Packs, load_packs
from ingest.reading import outline_document
from ingest.reading.clean import clean
from ingest.reading.find import find
from ingest.reading.formats import extract, open_source, readable
from ingest.reading.relate.provisions import understand
from ingest.records import Given, Mention, Paragraph, Source, Text

STANDARD_INPUT = Path("-")
LINE_END = re.compile(r"\r?\n")  # no other: a line of a text may hold U+2028 or a form feed


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--lines", is_flag=True, help="Read every line on its own; needs --lang.")
@given_options
def command(
    file: Path,
    lines: bool,
    symbol: str | None,
    language: str | None,
    body: str | None,
    ocr: bool,
) -> None:
    """Every reference in a FILE (or in standard input: -), resolved to ids, as JSON lines.

    The file is read as one document, an object a mention, or with --lines line by line, an object a
    line with the operative verbs and those who are asked.

    \b
    Example:
      mandates mentions --lang ar data/CTOC_COP_2008_1.digest.ar.txt
      mandates mentions --lang en --lines sentences.txt
    """
    packs = load_packs()
    if lines and not language:
        raise click.UsageError("--lines needs --lang: a line does not tell its language")
    if language and language not in packs.languages:
        known = ", ".join(packs.languages)
        raise click.UsageError(f"--lang {language}: no such language pack; there are {known}")
    source = _source(file)
    if lines and language:
        found = of_lines(extract(source).text, packs.languages[language], packs, body)
    else:
        found = of_document(source, packs, Given(symbol, language, body, ocr))
    for one in found:
        write_json(one)


def of_document(source: Source, packs: Packs, given: Given) -> Iterator[dict[str, Any]]:
    """The mentions of a document, each with the label of the paragraph it stands in."""
    outline = outline_document(source, packs, given)
    pack = packs.languages[outline.identity.language]
    paragraphs = sorted(outline.paragraphs, key=lambda paragraph: paragraph.start)
    starts = [paragraph.start for paragraph in paragraphs]
    for mention in find(outline.text.repaired, pack, packs, outline.identity, outline.paragraphs):
        plain = _plain(mention, outline.text)
        if plain:
            place = bisect_right(starts, mention.start) - 1
            around: Paragraph | None = paragraphs[place] if place >= 0 else None
            yield plain | {"paragraph": around.label if around else None}


def of_lines(
    text: str, pack: LanguagePack, packs: Packs, body: str | None = None
) -> Iterator[dict[str, Any]]:
    """Every line read on its own, counted from 1; `body` is the slug of the organ that speaks.

    Only whether the text is damaged is told from the whole: one line may look so by chance.
    """
    read, originals = clean(text, paged=False), _lines(text)
    lines = _lines(read.repaired)
    if len(lines) != len(originals):  # a repair that joined lines is none here
        read, lines = Text.unchanged(text), originals
    for number, ((start, end), (begins, _)) in enumerate(zip(lines, originals, strict=True), 1):
        line = read.repaired[start:end]
        mentions = find(line, pack, packs, None)
        understood = understand(line, pack, body=body, mentions=mentions)
        found = (_plain(mention, read, start, begins) for mention in mentions)
        yield {
            "line": number,
            "operative": bool(understood.actions),
            "actions": list(understood.actions),
            "addressees": list(dict.fromkeys(node for node, _ in understood.addressees)),
            "mentions": [plain for plain in found if plain],
        }


def _lines(text: str) -> list[tuple[int, int]]:
    """Where lines begin and end; what stands behind the last line end is none if it is empty."""
    ends = [match.span() for match in LINE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    lines = list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))
    return lines[:-1] if starts[-1] == len(text) else lines


def _plain(mention: Mention, text: Text, start: int = 0, begins: int = 0) -> dict[str, Any] | None:
    """A mention as JSON, in offsets of the original; None for what is no node: dates, meetings.

    `start` is where in the repaired text the mention's offsets count from, `begins` the same place
    in the original.
    """
    spans = text.spans(start + mention.start, start + mention.end)
    if mention.kind not in load_model().nodes or not spans:
        return None
    plain: dict[str, Any] = {
        "id": mention.target,
        "kind": mention.kind,
        "start": spans[0][0] - begins,
        "end": spans[-1][1] - begins,
        "text": mention.text,
    }
    return plain if mention.target else plain | {"candidates": list(mention.candidates)}


def _source(file: Path) -> Source:
    """The file, or standard input; what has an ending that no format claims is taken for text."""
    if file != STANDARD_INPUT and (readable(file) or not file.is_file()):
        return open_source(file)
    try:
        data = sys.stdin.buffer.read() if file == STANDARD_INPUT else file.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{file}: cannot be opened: {error.strerror}") from error
    if not data.strip():
        raise UnreadableDocument(f"{file}: nothing to read")
    return Source(str(file), data, hashlib.sha256(data).hexdigest(), "text/plain")
