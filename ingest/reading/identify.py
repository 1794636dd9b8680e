"""Identifying: which document this is, told by its name, its head lines, its text, or the user."""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.model.errors import UnreadableDocument
from graph.model.folding import fold
from ingest.packs import LanguagePack, Packs
from ingest.records import Given, Identity, Source

HEAD_LINE = re.compile(
    r"^%%%[ \t]*(?P<key>[a-z][a-z ]*?)(?::[ \t]*(?P<value>[^\n]*))?$", re.MULTILINE
)
SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9][\w.()\-]*)*/[\w.()\-]*\d[\w.()\-]*(?:/[\w.()\-]+)*")
PART = re.compile(r"(?: \([A-Z][\w. ]*\))?")
MASTHEAD = 1_500
LONGEST_HEADING = 120
SAMPLE = 4_000
FEWEST_LETTERS = 20
SUREST = 0.9


@dataclass(frozen=True, slots=True)
class Name:
    """What a file name tells: `<symbol with _ for />.<language>.txt`, `.digest` before our own retelling."""

    stem: str
    symbol: str | None
    language: str | None
    digest: bool


def read_name(name: str, languages: Container[str]) -> Name:
    """Take a file name apart; `languages` are the codes that may stand in it."""
    parts = Path(name).name.split(".")
    parts = parts[:-1] if len(parts) > 1 else parts
    language = parts.pop() if len(parts) > 1 and parts[-1] in languages else None
    digest = len(parts) > 1 and parts[-1] == "digest"
    if digest:
        parts.pop()
    stem = ".".join(parts)
    # "A_80_6_(Sect.13)" is A/80/6 (Sect.13): a part of a series, in brackets behind a space.
    series, bracket, part = stem.partition("_(")
    symbol = series.replace("_", "/") + (f" ({part.replace('_', ' ')}" if bracket else "")
    known = re.fullmatch(SYMBOL.pattern + PART.pattern, symbol)
    return Name(stem, symbol if known else None, language, digest)


def identify(
    source: Source, text: str, packs: Packs, given: Given, stated: str | None = None
) -> Identity:
    """Say which document a text is.

    The user's word goes first, then the file's name, then head lines (`%%% symbol: …`), then a symbol
    in the masthead. `stated` is what the file says of its language: believed where the words alone do
    not tell, for many sites call every page English. Raises UnreadableDocument where the language
    cannot be told or has no pack.
    """
    name = read_name(source.name, packs.languages)
    head = head_lines(text)
    language = given.language or name.language or head.get("language")
    language = language or detect(source, text, packs.languages, stated)
    pack = packs.languages.get(language)
    if pack is None:
        known = ", ".join(packs.languages)
        raise UnreadableDocument(
            f"{source.name}: no language pack for {language!r}: there are {known}"
        )
    symbol = given.symbol or head.get("symbol") or name.symbol or masthead_symbol(text, packs)
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name.stem)).strip("-") or source.checksum[:12]
    return Identity(
        document=f"doc:{symbol}" if symbol else f"doc:~{slug}",
        symbol=symbol,
        language=language,
        body=given.body or (body_of(symbol, packs) if symbol else None),
        kind=kind_of(text, pack),
        source="digest" if name.digest or "digest" in head else "official",
        link=head.get("official text"),
    )


def head_lines(text: str) -> dict[str, str]:
    """The `%%% key: value` lines before the text; a key alone has an empty value."""
    return {
        match["key"]: (match["value"] or "").strip()
        for match in HEAD_LINE.finditer(text[:MASTHEAD])
    }


def masthead_symbol(text: str, packs: Packs) -> str | None:
    """The first symbol of a known family in the first lines, where documents print their own."""
    for match in SYMBOL.finditer(text[:MASTHEAD]):
        if body_of(match[0], packs):
            return match[0].rstrip(".-")
    return None


def body_of(symbol: str, packs: Packs) -> str | None:
    """The body whose series a symbol belongs to: the longest family that it begins with."""
    rows = [
        row
        for row in packs.rows("symbol")
        if "body" in row and f"{symbol}/".startswith((f"{row['family']}/", f"{row['family']}."))
    ]
    return str(max(rows, key=lambda row: len(row["family"]))["body"]) if rows else None


def kind_of(text: str, pack: LanguagePack) -> str:
    """The kind of document that the title names: the kind named first in the masthead.

    A text with a heading "Annotations" is an annotated agenda, whatever its masthead leaves out.
    """
    annotations = [cue for cue in pack.cues("structure_heading") if cue.value == "annotations"]
    lines = (fold(line).strip(" .:") for line in text.splitlines() if len(line) < LONGEST_HEADING)
    if any(cue.pattern.fullmatch(line) for line in lines for cue in annotations):
        return "annotated-agenda"
    folded = fold(text[:MASTHEAD])
    found = [
        (match.start(), cue.value)
        for cue in pack.cues("document_kind")
        if (match := cue.pattern.search(folded))
    ]
    return min(found)[1] if found else "other"


@cache
def _identifier(languages: tuple[str, ...]) -> Any:
    # Half a second to load, and most files say their language in their name.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in languages if code in identifier.labels])
    return identifier


def detect(source: Source, text: str, languages: Collection[str], stated: str | None = None) -> str:
    """Which of the languages a text is written in, `stated` where its words do not tell.

    Raises UnreadableDocument where neither does.
    """
    sample = HEAD_LINE.sub("", text)[:SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    language, sureness = _identifier(tuple(languages)).classify(sample)
    if letters < FEWEST_LETTERS or sureness < SUREST:
        if stated in languages:
            return str(stated)
        raise UnreadableDocument(
            f"{source.name}: its language cannot be told from {letters} letters: say it with --lang"
        )
    return str(language)
